/** A paper that no cache may keep, to be saved; opened by its own address it may run and fetch nothing. */
export const privateDocument = ({ mediaType, name, content }: { readonly mediaType: string; readonly name: string; readonly content: Buffer }): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
