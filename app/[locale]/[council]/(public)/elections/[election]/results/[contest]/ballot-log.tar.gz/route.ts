import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { findBundle } from "#features/voting/publication/queries.ts";

export const GET = publicPage<"election" | "contest">(async (scope, { params }) => {
  const { election, slug } = await getElectionInView(scope, params.election);
  const contest = found(election.contests.find((each) => each.slug === params.contest), "contest");
  const bundle = found(await findBundle(scope, contest.pollId), "bundle");
  return new Response(bundle, {
    headers: {
      "Content-Type": "application/gzip",
      "Content-Disposition": `attachment; filename="${slug}-${contest.slug}-ballot-log.tar.gz"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
