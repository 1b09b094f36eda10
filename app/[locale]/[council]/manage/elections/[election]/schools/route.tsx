import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { join } from "#features/elections/schools/actions.ts";
import { listKnownSchools, listSchools } from "#features/elections/schools/queries.ts";
import { SchoolsPage } from "#features/elections/schools/ui/schools-page.tsx";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { countVoters } from "#features/voting/credentials/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, form: RefusedForm = EMPTY_FORM, done = "") {
  const { locale, council, actor } = scope;
  const { election, title } = await getElectionForOfficers(scope, id);
  const home = electionHome(scope, id);
  const at = now();
  const over = ["counting", "declared"].includes(stageOfElection(election, at));
  const [schools, voters] = await Promise.all([listSchools(scope, election.id, id), countVoters(scope, election.contests.map(({ pollId }) => pollId))]);
  const t = messages(locale).schools;
  const known = over || !can(actor, "election.join-school", null) ? null : await listKnownSchools(scope);
  return {
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [{ href: home, text: textIn(title, locale).text }]),
    body: (
      <SchoolsPage
        locale={locale}
        welsh={council.welsh}
        election={title}
        pollingDay={election.calendar.pollingDay}
        home={`${home}/schools`}
        schools={schools}
        voters={voters}
        join={known === null ? null : { once: randomId(), known: known.filter((each) => schools.every(({ schoolId }) => schoolId !== each.id)).map(({ name }) => name) }}
        form={form}
        done={done === "left" ? t.left : null}
        now={at}
      />
    ),
  };
}

export const GET = officerPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.get("done") ?? ""));

export const POST = officerForm<"election">(async (scope, { values }, { params, path }) => {
  const { election, engagementId } = await getElectionForOfficers(scope, params.election);
  const joined = await join({ scope, electionId: election.id, voteId: engagementId }, values);
  return joined.ok ? goTo(`${path}/${joined.value.id}?done=joined`) : show(scope, params.election, joined.error);
});
