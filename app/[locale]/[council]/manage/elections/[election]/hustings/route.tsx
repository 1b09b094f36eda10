import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { keepEvent } from "#features/elections/hustings/actions.ts";
import { countHeld, listEvents } from "#features/elections/hustings/queries.ts";
import { EventsDesk } from "#features/elections/hustings/ui/events-desk.tsx";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, form: RefusedForm = EMPTY_FORM, done = false) {
  const { locale, council, actor } = scope;
  const { election, title } = await getElectionForOfficers(scope, id);
  const home = electionHome(scope, id);
  const held = can(actor, "question.moderate", null) ? ((await countHeld(scope)).get(election.id)?.count ?? 0) : null;
  const t = messages(locale).hustings.desk;
  return {
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [{ href: home, text: textIn(title, locale).text }]),
    body: (
      <EventsDesk
        locale={locale}
        welsh={council.welsh}
        election={title}
        home={`${home}/hustings`}
        events={await listEvents(scope, election.id)}
        held={held}
        questions={`${home}/questions`}
        mayChange={can(actor, "election.hold-hustings", null)}
        once={randomId()}
        form={form}
        done={done ? t.saved : null}
      />
    ),
  };
}

export const GET = officerPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.has("done")));

export const POST = officerForm<"election">(async (scope, { values }, { params, path }) => {
  const { election } = await getElectionForOfficers(scope, params.election);
  const kept = await keepEvent({ scope, electionId: election.id, eventId: null }, values);
  return kept.ok ? goTo(`${path}?done`) : show(scope, params.election, kept.error);
});
