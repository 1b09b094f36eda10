import { officerPage } from "#features/councils/respond.tsx";
import { listTurnouts } from "#features/budgeting/programmes/queries.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { VoteTurnout } from "#features/involvement/following/ui/vote-turnout.tsx";
import { VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const { locale, council } = scope;
  const t = messages(locale).workspace.turnout;
  const vote = await getVoteForOfficers(scope, params.vote);
  const at = { locale, vote, home: voteHome(scope, vote.id), now: now() };
  return {
    title: t.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame {...at} part="turnout" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        <p className="lead">{t.lead}</p>
        <VoteTurnout {...at} turnouts={await listTurnouts(scope, vote.programme)} />
      </VoteFrame>
    ),
  };
});
