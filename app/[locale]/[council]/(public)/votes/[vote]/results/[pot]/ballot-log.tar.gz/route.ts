import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { findBundle } from "#features/voting/publication/queries.ts";

export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const bundle = found(await findBundle(scope, pot.pollId), "bundle");
  return new Response(bundle, {
    headers: {
      "Content-Type": "application/gzip",
      "Content-Disposition": `attachment; filename="${vote.slug}-${pot.slug}-ballot-log.tar.gz"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
