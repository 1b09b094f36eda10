import { textIn } from "#domain/basics/bilingual.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { mapPicture } from "#components/maps/map-picture.ts";
import { publicScope } from "#features/councils/public-scope.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";

/** The map of an idea's form as a picture, with the place marked: `?longitude=-2.9&latitude=53`. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; council: string }> }): Promise<Response> {
  try {
    const scope = await publicScope(await params);
    const shapes = await listAreaShapes(scope);
    if (shapes.length === 0) return new Response(null, { status: 404 });
    const query = new URL(request.url).searchParams;
    const [longitude, latitude] = [Number(query.get("longitude") ?? "x"), Number(query.get("latitude") ?? "x")];
    const picture = mapPicture({ areas: shapes.map(({ id, geometry, name }) => ({ id, geometry, name: textIn(name, scope.locale).text })), marks: Number.isFinite(longitude) && Number.isFinite(latitude) ? [{ shape: "point", positions: [[longitude, latitude]] }] : [] });
    return new Response(picture, {
      headers: { "Content-Type": "image/svg+xml", "Cache-Control": "private, max-age=300", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox" },
    });
  } catch (fault) {
    if (fault instanceof AccessError) return new Response(null, { status: 404 });
    throw fault;
  }
}
