import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { versionFile } from "#features/councils/versions/queries.ts";
import { getPool } from "#features/partnerships/pooled-budgets/queries.ts";

/** One version of a business case, byte for byte what its fingerprint is of. */
export const GET = publicPage<"pool" | "case" | "number">(async (scope, { params }) => {
  const { cases, slug } = await getPool(scope, params.pool);
  const { id } = found(
    cases.find((each) => each.id === params.case),
    "business case",
  );
  return versionFile(scope, { thingId: id, number: params.number, name: `${slug}-case` });
});
