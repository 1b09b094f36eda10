import { textIn } from "#domain/basics/bilingual.ts";
import { gridOf, sidesOf } from "#domain/consultations/analysis/map-squares.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { mapPicture } from "#components/maps/map-picture.ts";
import { reachOf } from "#components/maps/projection.ts";
import { readMarks } from "#features/consultations/answering/ui/map-field.tsx";
import { publicScope } from "#features/councils/public-scope.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";

/** The map of a survey's question as a picture, with what the address says is marked on it. Nothing of it is kept. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; council: string }> }): Promise<Response> {
  try {
    const scope = await publicScope(await params);
    const shapes = await listAreaShapes(scope);
    if (shapes.length === 0) return new Response(null, { status: 404 });
    const { searchParams: query } = new URL(request.url);
    const picture = mapPicture({ areas: shapes.map(({ id, geometry, name }) => ({ id, geometry, name: textIn(name, scope.locale).text })), ...readMarks(query), ...(query.has("squares") ? { squares: sidesOf(gridOf(reachOf(shapes))) } : {}) });
    return new Response(picture, {
      headers: { "Content-Type": "image/svg+xml", "Cache-Control": "private, max-age=300", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox" },
    });
  } catch (fault) {
    if (fault instanceof AccessError) return new Response(null, { status: 404 });
    throw fault;
  }
}
