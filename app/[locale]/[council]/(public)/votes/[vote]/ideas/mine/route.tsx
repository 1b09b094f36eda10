import { listOwnIdeas } from "#features/budgeting/ideas/queries.ts";
import { OwnIdeas } from "#features/budgeting/ideas/ui/idea-forms.tsx";
import { memberPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas } from "#features/involvement/ideas/queries.ts";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = memberPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const own = await listOwnIdeas(scope, vote.programmeId, scope.actor.personId);
  return {
    title: messages(scope.locale).ideas.mine.title,
    section: "take-part",
    crumbs: ideasCrumbs(scope, vote),
    body: <OwnIdeas locale={scope.locale} home={ideasHome(scope, vote)} call={vote.call} ideas={own} />,
  };
});
