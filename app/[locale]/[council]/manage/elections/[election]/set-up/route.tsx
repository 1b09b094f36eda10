import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { setUp } from "#features/involvement/electing/actions.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { SetUpForm } from "#features/involvement/electing/ui/set-up-form.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, form: RefusedForm = EMPTY_FORM) {
  const { title, summary, election } = await getElectionForOfficers(scope, id);
  const home = electionHome(scope, id);
  return {
    title: messages(scope.locale).elections.desk.setUp,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [{ href: home, text: textIn(title, scope.locale).text }]),
    body: <SetUpForm locale={scope.locale} welsh={scope.council.welsh} form={form} title={title} summary={summary} election={election} home={home} />,
  };
}

export const GET = officerPage<"election">((scope, { params }) => show(scope, params.election));

export const POST = officerForm<"election">(async (scope, { values }, { params }) => {
  const { election } = await getElectionForOfficers(scope, params.election);
  const saved = await setUp({ scope, engagementId: params.election, electionId: election.id }, values);
  return saved.ok ? goTo(`${electionHome(scope, params.election)}?done=saved`) : show(scope, params.election, saved.error);
});
