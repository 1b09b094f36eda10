import { publicPage } from "#features/councils/respond.tsx";
import { versionFile } from "#features/councils/versions/queries.ts";
import { getStrategy } from "#features/priorities/queries.ts";

/** One version of a strategy, byte for byte what its fingerprint is of. */
export const GET = publicPage<"strategy" | "number">(async (scope, { params }) => {
  const { id, slug } = await getStrategy(scope, params.strategy);
  return versionFile(scope, { thingId: id, number: params.number, name: slug });
});
