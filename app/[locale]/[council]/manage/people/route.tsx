import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { inviteOfficer } from "#features/councils/people/actions.ts";
import { listOfficers } from "#features/councils/people/queries.ts";
import { PeoplePage } from "#features/councils/people/ui/people.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

const DONE = ["invited", "changed", "removed"] as const;

export const GET = officerPage((scope, { query }) => show(scope, EMPTY_FORM, DONE.find((done) => query.has(done)) ?? null));

export const POST = officerForm(async (scope, { values }, { path }) => {
  const answer = await inviteOfficer(scope, values);
  return answer.ok ? goTo(`${path}?invited`) : { ...(await show(scope, answer.error, null)), status: 422 };
});

async function show(scope: ActorScope, form: RefusedForm, done: (typeof DONE)[number] | null) {
  return { title: messages(scope.locale).people.title, body: <PeoplePage scope={scope} officers={await listOfficers(scope)} form={form} done={done} /> };
}
