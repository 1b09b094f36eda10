import { publicPage } from "#features/councils/respond.tsx";
import { versionFile } from "#features/councils/versions/queries.ts";
import { getOwnFramework } from "#features/priorities/frameworks/queries.ts";

/** One version of a framework, byte for byte what its fingerprint is of. */
export const GET = publicPage<"framework" | "number">(async (scope, { params }) => {
  const { id } = await getOwnFramework(scope, params.framework);
  return versionFile(scope, { thingId: id, number: params.number, name: "framework" });
});
