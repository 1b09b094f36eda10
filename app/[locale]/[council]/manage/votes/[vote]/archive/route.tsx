import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { putAway } from "#features/involvement/following/actions.ts";
import { ArchivePage } from "#features/involvement/following/ui/after-publication.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  if (!can(scope.actor, "engagement.archive", vote)) return goTo(voteHome(scope, vote.id));
  return {
    title: messages(scope.locale).workspace.vote.archiveTitle,
    crumbs: voteCrumbs(scope, vote),
    body: <ArchivePage locale={scope.locale} home={voteHome(scope, vote.id)} />,
  };
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const home = voteHome(scope, params.vote);
  const put = await putAway({ scope, engagementId: params.vote }, form.values);
  return goTo(put.ok ? home : `${home}/archive`);
});
