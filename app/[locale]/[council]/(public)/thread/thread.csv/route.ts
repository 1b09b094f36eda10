import { narrowStrands } from "#domain/golden-thread/thread.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { wantedThread } from "#features/golden-thread/input.ts";
import { listAllStrands } from "#features/golden-thread/queries.ts";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** Every strand of the golden thread as open data, or those of a ward and a year. */
export const GET = publicPage(async (scope, { query }) => {
  const strands = narrowStrands(await listAllStrands(scope), wantedThread(query, await listAreasToChoose(scope)));
  async function* rows() {
    yield ["from_kind", "from", "from_cy", "from_address", "from_year", "to_kind", "to", "to_cy", "to_address", "to_year", "how", "how_cy", "made_at"];
    for (const { from, to, how, madeAt } of strands)
      yield [from.kind, from.title.en, from.title.cy, from.address, from.year ?? "", to.kind, to.title.en, to.title.cy, to.address, to.year ?? "", how.en, how.cy, madeAt.toISOString()];
  }
  return csvResponse(`${scope.council.slug}-golden-thread.csv`, rows());
});
