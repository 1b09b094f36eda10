import { narrowStrands } from "#domain/golden-thread/thread.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { wantedThread } from "#features/golden-thread/input.ts";
import { listAllStrands, type ThreadStop } from "#features/golden-thread/queries.ts";
import { listAreasToChoose } from "#features/involvement/queries.ts";

/** The same strands as `thread.csv`, with the areas of each end by their ids. */
export const GET = publicPage(async (scope, { query }) => {
  const strands = narrowStrands(await listAllStrands(scope), wantedThread(query, await listAreasToChoose(scope)));
  const end = ({ kind, id, title, state, address, areaIds, year }: ThreadStop) => ({ kind, id, title, state, address, areas: areaIds, year });
  return Response.json(
    { council: scope.council.slug, strands: strands.map(({ from, to, how, madeAt }) => ({ from: end(from), to: end(to), how, madeAt })) },
    { headers: { "Cache-Control": "public, max-age=60", "X-Content-Type-Options": "nosniff" } },
  );
});
