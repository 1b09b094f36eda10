import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { create } from "#features/involvement/electing/actions.ts";
import { CreateElectionForm } from "#features/involvement/electing/ui/create-election-form.tsx";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

const show = (scope: ActorScope, form: RefusedForm = EMPTY_FORM) => ({
  title: messages(scope.locale).elections.desk.createTitle,
  status: form.faults.length > 0 ? 422 : 200,
  crumbs: electionCrumbs(scope),
  body: <CreateElectionForm locale={scope.locale} welsh={scope.council.welsh} form={form} once={randomId()} back={`/${scope.locale}/${scope.council.slug}/manage/elections`} />,
});

export const GET = officerPage((scope) => Promise.resolve(show(scope)));

export const POST = officerForm(async (scope, { values }) => {
  const made = await create(scope, values);
  return made.ok ? goTo(electionHome(scope, made.value.engagementId)) : show(scope, made.error);
});
