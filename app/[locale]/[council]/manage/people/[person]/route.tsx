import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { changeRoles } from "#features/councils/people/actions.ts";
import { getOfficer } from "#features/councils/people/queries.ts";
import { OfficerPage } from "#features/councils/people/ui/people.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage<"person">((scope, { params }) => show(scope, params.person, EMPTY_FORM));

export const POST = officerForm<"person">(async (scope, { values }, { params }) => {
  const answer = await changeRoles(params.person)(scope, values);
  if (!answer.ok) return { ...(await show(scope, params.person, answer.error)), status: 422 };
  // Whoever gave up managing people has no list to come back to.
  const workspace = `/${scope.locale}/${scope.council.slug}/manage`;
  return goTo(params.person === scope.actor.personId ? workspace : `${workspace}/people?changed`);
});

async function show(scope: ActorScope, personId: string, form: RefusedForm) {
  const officer = await getOfficer(scope, personId);
  return {
    title: officer.name || officer.email,
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}/manage/people`, text: messages(scope.locale).people.title }],
    body: <OfficerPage scope={scope} officer={officer} form={form} />,
  };
}
