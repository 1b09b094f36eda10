import { textIn } from "#domain/basics/bilingual.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { mapPicture } from "#components/maps/map-picture.ts";
import { readMarks } from "#features/consultations/answering/ui/map-field.tsx";
import { publicScope } from "#features/councils/public-scope.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";

/** The map of a survey's question as a picture, with what the address says is marked on it. Nothing of it is kept. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; council: string }> }): Promise<Response> {
  try {
    const scope = await publicScope(await params);
    const shapes = await listAreaShapes(scope);
    if (shapes.length === 0) return new Response(null, { status: 404 });
    const picture = mapPicture({ areas: shapes.map(({ id, geometry, name }) => ({ id, geometry, name: textIn(name, scope.locale).text })), ...readMarks(new URL(request.url).searchParams) });
    return new Response(picture, {
      headers: { "Content-Type": "image/svg+xml", "Cache-Control": "private, max-age=300", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox" },
    });
  } catch (fault) {
    if (fault instanceof AccessError) return new Response(null, { status: 404 });
    throw fault;
  }
}
