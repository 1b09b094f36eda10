import { AccessError } from "#domain/policy/access-error.ts";
import { getCouncilInView } from "#features/councils/public-scope.ts";
import { fileBytes, findFile } from "#platform/files/read-file.ts";

/** `/logo/{council}/{file}`: a new logo has a new address, so a browser may keep it for good. */
export async function GET(_: Request, { params }: { params: Promise<{ council: string; file: string }> }): Promise<Response> {
  const { council: slug, file: id } = await params;
  try {
    const council = await getCouncilInView(slug);
    const logo = council.logoFileId === id ? await findFile(council.id, id) : null;
    if (!logo) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await fileBytes(id)), {
      headers: {
        "Content-Type": logo.contentType,
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
        // A drawing opened by its own address may run and fetch nothing.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    });
  } catch (fault) {
    if (fault instanceof AccessError) return new Response(null, { status: 404 });
    throw fault;
  }
}
