import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { DESK_ACTS } from "#features/elections/nominations/actions.ts";
import { getNomination } from "#features/elections/nominations/queries.ts";
import { NominationDesk } from "#features/elections/nominations/ui/nomination-desk.tsx";
import { isPrinted } from "#features/elections/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

interface At {
  readonly election: string;
  readonly contest: string;
  readonly nomination: string;
}

async function load(scope: ActorScope, at: At) {
  const engagement = await getElectionForOfficers(scope, at.election);
  const contest = found(engagement.election.contests.find(({ slug }) => slug === at.contest), "contest");
  const number = /^\d{1,4}$/.test(at.nomination) ? Number(at.nomination) : 0;
  return { engagement, contest, number };
}

async function show(scope: ActorScope, at: At, form: RefusedForm = EMPTY_FORM, done = "") {
  const { engagement, contest, number } = await load(scope, at);
  const nomination = await getNomination(scope, engagement.election.id, contest.id, number);
  const t = messages(scope.locale).nominations;
  const said: Readonly<Record<string, string>> = { decide: t.desk.decided, people: t.own.saved, strike: t.own.saved, "paper-consent": t.own.saved, withdraw: t.own.saved };
  return {
    title: t.desk.title({ name: `${nomination.givenName} ${nomination.surname}`.trim() }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [{ href: electionHome(scope, at.election), text: textIn(engagement.title, scope.locale).text }]),
    body: (
      <NominationDesk
        locale={scope.locale}
        nomination={nomination}
        needed={engagement.election.nominators}
        pollingDay={engagement.election.calendar.pollingDay}
        mayDecide={can(scope.actor, "nomination.decide", null)}
        printed={isPrinted(engagement.election)}
        form={form}
        done={entryOf(said, done)}
      />
    ),
  };
}

export const GET = officerPage<"election" | "contest" | "nomination">((scope, { params, query }) => show(scope, params, EMPTY_FORM, query.get("done") ?? ""));

export const POST = officerForm<"election" | "contest" | "nomination">(async (scope, { values }, { params, path }) => {
  const { engagement, contest, number } = await load(scope, params);
  const name = values["act"]?.at(-1) ?? "";
  const act = found(entryOf(DESK_ACTS, name), "act");
  const outcome = await act({ scope, electionId: engagement.election.id, contestId: contest.id, number, title: engagement.title, slug: engagement.slug }, values);
  return outcome.ok ? goTo(`${path}?done=${name}`) : show(scope, params, outcome.error);
});
