import { isUnderWay } from "#domain/voting/results/count-run.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { isPublic, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { askToStop } from "#features/voting/what-if/actions.ts";
import { getWhatIfRun, listEarlierPolls } from "#features/voting/what-if/queries.ts";
import { WhatIfRunPage } from "#features/voting/what-if/ui/what-if-run-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** Seconds until a page that watches an attempt looks again. */
const LOOK_AGAIN = "3";

export const GET = officerPage<"vote" | "run">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  const back = voteHome(scope, vote.id);
  if (isPublic(vote.state)) return goTo(back);
  const [run, earlier] = await Promise.all([getWhatIfRun(scope, vote, params.run), listEarlierPolls(scope)]);
  const t = messages(scope.locale).whatIf;
  return {
    title: t.runTitle,
    crumbs: [...voteCrumbs(scope, vote), { href: `${back}/what-if`, text: t.title }],
    ...(isUnderWay(run.state) ? { headers: { Refresh: LOOK_AGAIN } } : {}),
    body: <WhatIfRunPage locale={scope.locale} back={`${back}/what-if`} run={run} earlier={earlier} />,
  };
});

export const POST = officerForm<"vote" | "run">(async (scope, _body, { params, path }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  const { id } = await getWhatIfRun(scope, vote, params.run);
  await askToStop(scope, vote, id);
  return goTo(path);
});
