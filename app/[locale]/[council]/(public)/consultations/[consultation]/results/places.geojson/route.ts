import { reachOf } from "#components/maps/projection.ts";
import { squaresGeoJson } from "#features/consultations/map-answers/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getAnalysed, listAreaShapes } from "#features/involvement/queries.ts";
import { jsonFileResponse } from "#platform/files/json-response.ts";

export const GET = publicPage<"consultation">(async (scope, { params }) => {
  const { slug, consultationId } = await getAnalysed(scope, params.consultation);
  return jsonFileResponse(`${slug}-places.geojson`, squaresGeoJson(scope, consultationId, { locale: scope.locale, reach: reachOf(await listAreaShapes(scope)) }));
});
