export interface FileToSend {
  /** Hex; what the file is known by, so that it is sent again only when it has changed. */
  readonly sha256: string;
  readonly contentType: string;
  /** What a browser saves it as. */
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
  /** Where not everybody may read it: then no cache keeps it. */
  readonly confidential?: boolean;
}

/** A file to be saved, as an answer that caches may keep for an hour and then ask about; 304 where the visitor has it. */
export async function fileResponse({ sha256, contentType, name, read, confidential = false }: FileToSend, request: Request): Promise<Response> {
  const etag = `"${sha256}"`;
  const headers = {
    ETag: etag,
    "Cache-Control": confidential ? "private, no-store" : "public, max-age=3600",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
  };
  const held = (request.headers.get("if-none-match") ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (held.includes(etag) || held.includes("*")) return new Response(null, { status: 304, headers });
  const bytes = await read();
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Type": contentType, "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"` },
  });
}
