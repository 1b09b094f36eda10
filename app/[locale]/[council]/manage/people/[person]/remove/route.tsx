import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { removeOfficer } from "#features/councils/people/actions.ts";
import { getOfficer } from "#features/councils/people/queries.ts";
import { RemoveOfficerPage } from "#features/councils/people/ui/people.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage<"person">((scope, { params }) => show(scope, params.person, EMPTY_FORM));

export const POST = officerForm<"person">(async (scope, _form, { params }) => {
  const removed = await removeOfficer(scope, params.person);
  if (!removed.ok) return { ...(await show(scope, params.person, { values: {}, faults: [{ field: "", code: removed.error }] })), status: 422 };
  // Whoever took themselves off has no list to come back to.
  const home = `/${scope.locale}/${scope.council.slug}`;
  return goTo(params.person === scope.actor.personId ? home : `${home}/manage/people?removed`);
});

async function show(scope: ActorScope, personId: string, form: RefusedForm) {
  const officer = await getOfficer(scope, personId);
  const t = messages(scope.locale).people;
  const people = `/${scope.locale}/${scope.council.slug}/manage/people`;
  return {
    title: t.remove.title({ who: officer.name || officer.email }),
    crumbs: [
      { href: people, text: t.title },
      { href: `${people}/${personId}`, text: officer.name || officer.email },
    ],
    body: <RemoveOfficerPage scope={scope} officer={officer} form={form} />,
  };
}
