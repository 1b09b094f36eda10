import { judgeReadiness } from "#domain/involvement/readiness.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { ReadinessPage } from "#features/involvement/approval/ui/readiness.tsx";
import { asDraft, getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  const at = { locale, vote, home: voteHome(scope, vote.id), now: now() };
  return {
    title: messages(locale).workspace.readiness.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame {...at} part="readiness" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        <ReadinessPage {...at} readiness={judgeReadiness(asDraft(scope, vote), at.now)} />
      </VoteFrame>
    ),
  };
});
