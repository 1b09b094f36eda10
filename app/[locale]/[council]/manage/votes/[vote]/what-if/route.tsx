import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { isPublic, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { readPollRule } from "#domain/voting/results/poll-rule.ts";
import { askWhatIf, type RefusedWhatIf } from "#features/voting/what-if/actions.ts";
import { listEarlierPolls } from "#features/voting/what-if/queries.ts";
import { WhatIfPage, type WhatIfPageProps } from "#features/voting/what-if/ui/what-if-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const MOST_BYTES = 20 * 1024 * 1024;
const NOT_SENT: RefusedWhatIf = { ...EMPTY_FORM, fileFaults: [] };

/** Only before a vote is public: from then on its rule stands, and nobody may try how it would come out. */
export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return isPublic(vote.state) ? goTo(voteHome(scope, vote.id)) : show(scope, vote, NOT_SENT, null);
});

export const POST = officerForm<"vote">(async (scope, body, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  if (isPublic(vote.state)) return goTo(voteHome(scope, vote.id));
  const { pots, ballot } = vote.programme;
  const tried = await askWhatIf(scope, body, (slug) => {
    const pot = pots.find((each) => each.slug === slug);
    return pot ? { ...ballot, costs: pot.projects.map(({ costPence }) => costPence) } : null;
  });
  return tried.ok ? show(scope, vote, { values: body.values, faults: [], fileFaults: [] }, tried.value) : { ...(await show(scope, vote, tried.error, null)), status: 422 };
}, MOST_BYTES);

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedWhatIf, answer: WhatIfPageProps["answer"]) {
  const { pots } = vote.programme;
  const { rule, ruleParameters, maxChoices } = vote.programme.ballot;
  const lengths = [...new Set(pots.map(({ projects }) => projects.length))];
  const earlier = (await Promise.all(lengths.map((length) => listEarlierPolls(scope, length)))).flat();
  return {
    title: messages(scope.locale).whatIf.title,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <WhatIfPage
        locale={scope.locale}
        back={voteHome(scope, vote.id)}
        pots={pots}
        rule={readPollRule(rule, ruleParameters)?.rule ?? rule}
        maxChoices={maxChoices}
        earlier={earlier}
        form={form}
        answer={answer}
      />
    ),
  };
}
