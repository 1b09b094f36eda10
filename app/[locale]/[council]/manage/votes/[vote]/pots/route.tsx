import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { PotsPage } from "#features/involvement/drafting/ui/pots.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return {
    title: messages(scope.locale).drafting.pots.title,
    crumbs: voteCrumbs(scope, vote),
    body: <PotsPage locale={scope.locale} vote={vote} areas={await listAreaChoices(scope)} home={voteHome(scope, vote.id)} editable={can(scope.actor, "engagement.edit", vote)} />,
  };
});
