import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { nominationsStanding } from "#domain/elections/nomination.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { OWN_ACTS } from "#features/elections/nominations/actions.ts";
import { findOwnNomination } from "#features/elections/nominations/queries.ts";
import { OwnNomination } from "#features/elections/nominations/ui/own-nomination.tsx";
import { isPrinted, stageOfElection } from "#features/elections/queries.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { findOwnElected } from "#features/involvement/promises/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, slug: string, form: RefusedForm = EMPTY_FORM, done = "") {
  const { locale } = scope;
  const engagement = await getElectionInView(scope, slug);
  const { election } = engagement;
  const stage = stageOfElection(election, now());
  const over = stage === "counting" || stage === "declared";
  const nomination = await findOwnNomination(scope, election.id);
  const home = electionAddress(scope, slug);
  const t = messages(locale).nominations.own;
  const said: Readonly<Record<string, string>> = { saved: t.saved, ask: t.askedDone, consent: t.parentAsked, send: t.sent, withdraw: t.withdrawn };
  const contest = election.contests.find(({ id }) => id === nomination?.contestId);
  return {
    title: t.title,
    section: "take-part" as const,
    status: form.faults.length > 0 ? 422 : 200,
    robots: "noindex",
    crumbs: [{ href: home, text: textIn(engagement.title, locale).text }],
    body: (
      <OwnNomination
        locale={locale}
        address={`${home}/stand`}
        kicker={textIn(engagement.title, locale).text}
        nomination={nomination}
        standing={nominationsStanding({ noticeGiven: true, opensAt: election.at.nominationsOpenAt, closesAt: election.at.nominationsCloseAt }, now())}
        opensOn={format(locale).longDate(election.calendar.nominationsOpenOn)}
        needed={election.nominators}
        printed={isPrinted(election)}
        page={contest && nomination?.state === "accepted" ? `${home}/candidates/${contest.slug}/${nomination.number}` : null}
        mayWithdraw={!over && (nomination?.state !== "accepted" || contest?.withoutPoll === null)}
        over={over}
        elected={nomination?.state === "accepted" && stage === "declared" && (await findOwnElected(scope, election)) !== null}
        form={form}
        done={entryOf(said, done)}
      />
    ),
  };
}

export const GET = memberPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.get("done") ?? ""));

export const POST = memberForm<"election">(async (scope, { values }, { params, path }) => {
  const { election, title, slug } = await getElectionInView(scope, params.election);
  const nomination = found(await findOwnNomination(scope, election.id), "nomination");
  const name = values["act"]?.at(-1) ?? "";
  const act = found(entryOf(OWN_ACTS, name), "act");
  const outcome = await act({ scope, electionId: election.id, contestId: nomination.contestId, number: nomination.number, title, slug }, values);
  return outcome.ok ? goTo(`${path}?done=${name}`) : show(scope, params.election, outcome.error);
});
