import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { electorateFrom } from "#domain/eligibility/electorate-terms.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { namesOfElections } from "#features/elections/names/queries.ts";
import { listCandidates, listNominations } from "#features/elections/nominations/queries.ts";
import { stageOfElection } from "#features/elections/queries.ts";
import { countSchools } from "#features/elections/schools/queries.ts";
import { electorateInWords } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { ELECTION_ACTS } from "#features/involvement/electing/actions.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { ElectionDesk } from "#features/involvement/electing/ui/election-desk.tsx";
import { electionAddress, electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { countVoters } from "#features/voting/credentials/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, form: RefusedForm = EMPTY_FORM, done = "") {
  const { locale, council, actor } = scope;
  const engagement = await getElectionForOfficers(scope, id);
  const { election, state } = engagement;
  const contestIds = election.contests.map((contest) => contest.id);
  const at = now();
  const [nominations, candidates, voters, names, schools] = await Promise.all([
    can(actor, "nomination.see", null) ? listNominations(scope, election.id) : null,
    listCandidates(scope, contestIds),
    countVoters(scope, election.contests.map(({ pollId }) => pollId)),
    namesOfElections(scope, election),
    countSchools(scope, election.id),
  ]);
  const t = messages(locale).elections.desk;
  const said: Readonly<Record<string, string>> = { saved: t.saved, notice: t.saved, lot: t.drawn, uncontested: messages(locale).uncontested.desk.done, print: t.printed, close: t.saved };
  return {
    title: textIn(engagement.title, locale).text,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope),
    body: (
      <ElectionDesk
        locale={locale}
        desk={`/${locale}/${council.slug}/manage`}
        home={electionHome(scope, id)}
        publicAddress={electionAddress(scope, engagement.slug)}
        engagement={engagement}
        stage={stageOfElection(election, at)}
        today={londonDay(at)}
        now={at}
        who={electorateInWords(locale, electorateFrom(election.electorate, []), names).sentence}
        nominations={nominations}
        candidates={candidates}
        voters={voters}
        schools={schools}
        may={{
          setUp: can(actor, "election.set-up", engagement),
          giveNotice: can(actor, "election.give-notice", engagement),
          decide: can(actor, "nomination.decide", null),
          print: can(actor, "election.print", { ...engagement, state }),
          close: can(actor, "poll.close", { state: "ready" }),
          seeCodes: can(actor, "codes.see", null),
        }}
        form={form}
        done={entryOf(said, done)}
      />
    ),
  };
}

export const GET = officerPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.get("done") ?? ""));

export const POST = officerForm<"election">(async (scope, { values }, { params, path }) => {
  const engagement = await getElectionForOfficers(scope, params.election);
  const name = values["act"]?.at(-1) ?? "";
  const act = found(entryOf(ELECTION_ACTS, name), "act");
  const outcome = await act({ scope, engagementId: engagement.engagementId, electionId: engagement.election.id }, values);
  return outcome.ok ? goTo(`${path}?done=${name}`) : show(scope, params.election, outcome.error);
});
