import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { bringIn } from "#features/involvement/importing/actions.ts";
import { getVoteFile } from "#features/involvement/importing/queries.ts";
import { VoteFilePage, voteFileTitle } from "#features/involvement/importing/ui/import-pages.tsx";
import { deskOf, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";

export const dynamic = "force-dynamic";

export const GET = officerPage<"import">(async (scope, { params }) => {
  const file = await getVoteFile(scope, params.import);
  const votes = `${deskOf(scope)}/votes`;
  return {
    title: voteFileTitle(scope.locale, file),
    crumbs: voteCrumbs(scope),
    body: <VoteFilePage locale={scope.locale} file={file} home={`${votes}/import`} votes={votes} />,
  };
});

export const POST = officerForm<"import">(async (scope, form, { params }) => {
  const brought = await bringIn({ scope, importId: params.import }, form.values);
  return goTo(brought.ok ? voteHome(scope, brought.value.engagementId) : `${deskOf(scope)}/votes/import/${params.import}`);
});
