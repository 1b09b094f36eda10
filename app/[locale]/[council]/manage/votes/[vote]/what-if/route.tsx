import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { readPollRule } from "#domain/voting/results/poll-rule.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { isPublic, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { askWhatIf } from "#features/voting/what-if/actions.ts";
import { listEarlierPolls, listWhatIfRuns } from "#features/voting/what-if/queries.ts";
import { WhatIfPage } from "#features/voting/what-if/ui/what-if-page.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

const MOST_BYTES = 20 * 1024 * 1024;

/** Only before a vote is public: from then on its rule stands, and nobody may try how it would come out. */
export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return isPublic(vote.state) ? goTo(voteHome(scope, vote.id)) : show(scope, vote);
});

export const POST = officerForm<"vote">(async (scope, body, { params, path }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  if (isPublic(vote.state)) return goTo(voteHome(scope, vote.id));
  const { pots, ballot } = vote.programme;
  const started = await askWhatIf(scope, vote, body, (slug) => {
    const pot = pots.find((each) => each.slug === slug);
    const { ballotKind, minChoices, maxChoices } = ballot;
    return pot ? { projects: pot.projects.map(({ title, costPence }) => ({ title, costPence })), ballotKind, minChoices, maxChoices, rule: ruleOf(vote) } : null;
  });
  return started.ok ? goTo(`${path}/${started.value.runId}`) : show(scope, vote, started.error);
}, MOST_BYTES);

const ruleOf = ({ programme: { ballot } }: BudgetVoteForOfficers): string => readPollRule(ballot.rule, ballot.ruleParameters)?.rule ?? ballot.rule;

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm = EMPTY_FORM) {
  const back = voteHome(scope, vote.id);
  const [earlier, runs] = await Promise.all([listEarlierPolls(scope), listWhatIfRuns(scope, vote)]);
  return {
    title: messages(scope.locale).whatIf.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <WhatIfPage
        locale={scope.locale}
        back={back}
        address={`${back}/what-if`}
        pots={vote.programme.pots}
        rule={ruleOf(vote)}
        maxChoices={vote.programme.ballot.maxChoices}
        earlier={earlier}
        runs={runs}
        once={randomId()}
        form={form}
      />
    ),
  };
}
