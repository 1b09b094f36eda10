import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { polledContests } from "#domain/elections/without-poll.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { SCHOOL_ACTS } from "#features/elections/schools/actions.ts";
import { getSchool } from "#features/elections/schools/queries.ts";
import { SchoolPage } from "#features/elections/schools/ui/school-page.tsx";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { listPlaces } from "#features/voting/polling-places/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

interface At {
  readonly election: string;
  readonly school: string;
}

async function show(scope: ActorScope, at: At, form: RefusedForm = EMPTY_FORM, done = "") {
  const { locale, council, actor } = scope;
  const { election, title, engagementId } = await getElectionForOfficers(scope, at.election);
  const school = await getSchool(scope, election.id, engagementId, at.school);
  const home = electionHome(scope, engagementId);
  const stage = stageOfElection(election, now());
  const t = messages(locale).schools;
  const said: Readonly<Record<string, string>> = { joined: t.joined, years: t.saved, place: t.saved, packs: t.asked };
  const places = can(actor, "paper.see", null) ? (await listPlaces(scope)).filter(({ closed, id }) => !closed || id === school.place?.id) : [];
  return {
    title: textIn(school.name, locale).text,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [
      { href: home, text: textIn(title, locale).text },
      { href: `${home}/schools`, text: t.title },
    ]),
    body: (
      <SchoolPage
        locale={locale}
        election={title}
        home={`${home}/schools/${school.id}`}
        desk={`/${locale}/${council.slug}/manage`}
        codes={`/${locale}/${council.slug}/manage/votes/${engagementId}/codes`}
        school={school}
        contests={polledContests(election)}
        places={places}
        noCodes={stage === "counting" || stage === "declared" ? "over" : stage !== "candidates" && stage !== "voting" ? "papersFirst" : can(actor, "codes.make", null) ? null : "notYours"}
        may={{ change: can(actor, "election.join-school", null), print: can(actor, "codes.print", null), managePlaces: can(actor, "place.manage", null), share: school.place !== null && can(actor, "device.share", school.place) }}
        once={randomId()}
        form={form}
        done={entryOf(said, done)}
      />
    ),
  };
}

export const GET = officerPage<"election" | "school">((scope, { params, query }) => show(scope, params, EMPTY_FORM, query.get("done") ?? ""));

export const POST = officerForm<"election" | "school">(async (scope, { values }, { params, path }) => {
  const { election, engagementId } = await getElectionForOfficers(scope, params.election);
  const name = values["act"]?.at(-1) ?? "";
  const act = found(entryOf(SCHOOL_ACTS, name), "act");
  const school = await getSchool(scope, election.id, engagementId, params.school);
  const outcome = await act({ scope, electionId: election.id, voteId: engagementId, school }, values);
  if (!outcome.ok) return show(scope, params, outcome.error);
  return goTo(name === "leave" ? `${electionHome(scope, engagementId)}/schools?done=left` : `${path}?done=${name}`);
});
