import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { listPhaseSwitches } from "#features/budgeting/programmes/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { moveToPhase } from "#features/involvement/phases/actions.ts";
import { PhaseDesk } from "#features/involvement/phases/ui/phase-desk.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  authorise(scope, "programme.switch-phase", vote);
  return show(scope, vote, EMPTY_FORM);
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const moved = await moveToPhase({ scope, engagementId: params.vote }, form.values);
  if (moved.ok) return goTo(`${voteHome(scope, params.vote)}/phase`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), moved.error)), status: 422 };
});

const show = async (scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) => ({
  title: messages(scope.locale).programme.phase.title,
  crumbs: voteCrumbs(scope, vote),
  body: (
    <PhaseDesk
      locale={scope.locale}
      welsh={scope.council.welsh}
      vote={vote}
      switches={await listPhaseSwitches(scope, vote.programme.id)}
      form={form}
      home={voteHome(scope, vote.id)}
      now={now()}
      datesChange={can(scope.actor, "engagement.edit", vote)}
    />
  ),
});
