import { publicPage } from "#features/councils/respond.tsx";
import { getPlan } from "#features/priorities/plans/queries.ts";
import { versionFile } from "#features/councils/versions/queries.ts";

/** One version of a plan, byte for byte what its fingerprint is of. */
export const GET = publicPage<"plan" | "number">(async (scope, { params }) => {
  const plan = await getPlan(scope, params.plan);
  return versionFile(scope, { thingId: plan.id, number: params.number, name: plan.slug });
});
