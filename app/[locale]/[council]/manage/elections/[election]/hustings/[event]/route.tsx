import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { callOff, keepEvent } from "#features/elections/hustings/actions.ts";
import { getEvent } from "#features/elections/hustings/queries.ts";
import { EventPage } from "#features/elections/hustings/ui/events-desk.tsx";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

interface At {
  readonly election: string;
  readonly event: string;
}

async function show(scope: ActorScope, at: At, form: RefusedForm = EMPTY_FORM) {
  authorise(scope, "election.hold-hustings", null);
  const { locale, council } = scope;
  const { election, title } = await getElectionForOfficers(scope, at.election);
  const event = await getEvent(scope, election.id, at.event);
  const home = electionHome(scope, at.election);
  if (event.cancelled !== null) return goTo(`${home}/hustings`);
  return {
    title: textIn(event.title, locale).text,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [
      { href: home, text: textIn(title, locale).text },
      { href: `${home}/hustings`, text: messages(locale).hustings.desk.title },
    ]),
    body: <EventPage locale={locale} welsh={council.welsh} event={event} form={form} />,
  };
}

export const GET = officerPage<"election" | "event">((scope, { params }) => show(scope, params));

export const POST = officerForm<"election" | "event">(async (scope, { values }, { params }) => {
  const { election } = await getElectionForOfficers(scope, params.election);
  const { id: eventId } = await getEvent(scope, election.id, params.event);
  const at = { scope, electionId: election.id, eventId };
  const done = typed({ values, faults: [] }, "act") === "cancel" ? await callOff(at, values) : await keepEvent(at, values);
  return done.ok ? goTo(`${electionHome(scope, params.election)}/hustings?done`) : show(scope, params, done.error);
});
