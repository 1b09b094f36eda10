import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { listRollChoices } from "#features/eligibility/rolls/queries.ts";
import { saveElectorate } from "#features/involvement/drafting/actions.ts";
import { electorateInput } from "#features/involvement/drafting/input.ts";
import { electorateOf, getVoteForOfficers, listAreaChoices, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { ElectorateForm } from "#features/involvement/drafting/ui/electorate-form.tsx";
import { deskOf, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  // A preview is the same form, read and told in words, and nothing of it is kept.
  if (form.values["preview"] !== undefined) {
    const read = electorateInput(form.values);
    const page = await show(scope, await getVoteForOfficers(scope, params.vote), { values: form.values, faults: read.ok ? [] : read.error });
    return { ...page, status: read.ok ? 200 : 422 };
  }
  const saved = await saveElectorate({ scope, engagementId: params.vote }, form.values);
  if (saved.ok) return goTo(`${voteHome(scope, params.vote)}?saved`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), saved.error)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const [rolls, areas] = await Promise.all([listRollChoices(scope), listAreaChoices(scope)]);
  const stands = electorateOf(vote);
  const read = form.values["seen"] === undefined ? null : electorateInput(form.values);
  return {
    title: messages(scope.locale).electorate.officer.title,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <ElectorateForm
        locale={scope.locale}
        welsh={scope.council.welsh}
        form={form}
        vote={vote}
        seen={seenOf(stands)}
        home={voteHome(scope, vote.id)}
        council={scope.council.name}
        areaNames={new Map(areas.map(({ id, name }) => [id, name]))}
        rolls={rolls}
        rollsAddress={can(scope.actor, "roll.manage", undefined) ? `${deskOf(scope)}/rolls` : null}
        shown={read?.ok ? read.value.terms : stands}
      />
    ),
  };
}
