import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { MAYORS_BUDGET } from "#domain/budgeting/template.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { promiseKey } from "#domain/involvement/promise.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { listElected } from "#features/elections/results/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionAddress, electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { PROMISE_ACTS } from "#features/involvement/promises/actions.ts";
import { findMayorsBudget, listOffers, listPromises } from "#features/involvement/promises/queries.ts";
import { MakeBudget, PromisesDesk } from "#features/involvement/promises/ui/promises-desk.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, form: RefusedForm = EMPTY_FORM, done = "") {
  const { locale, council, actor } = scope;
  const { election, title, slug } = await getElectionForOfficers(scope, id);
  const home = electionHome(scope, id);
  const t = messages(locale).promises;
  const said: Readonly<Record<string, string>> = { ...t.desk.done, offer: t.offers.done, translate: t.translate.done };
  const budget = await findMayorsBudget(scope, election.id);
  const today = londonDay(now());
  const frame = { status: form.faults.length > 0 ? 422 : 200, crumbs: electionCrumbs(scope, [{ href: home, text: textIn(title, locale).text }]) };
  const contests = election.contests.length;
  const shared = { locale, welsh: council.welsh, form, once: randomId(), contests };
  if (budget === null) {
    authorise(scope, "promise.follow", null);
    // A budget belongs to those elected: there is none before the result is declared.
    if (stageOfElection(election, now()) !== "declared") throw new AccessError("not-found", "result");
    return {
      ...frame,
      title: t.make.heading,
      body: <MakeBudget {...shared} back={home} today={today} usualPence={MAYORS_BUDGET.usualPence} year={today.slice(0, 4)} elected={await listElected(scope, election)} keyOf={promiseKey} />,
    };
  }
  return {
    ...frame,
    title: t.desk.title,
    body: (
      <PromisesDesk
        {...shared}
        done={entryOf(said, done)}
        publicAddress={`${electionAddress(scope, slug)}/promises`}
        tellAddress={`${home}/promises`}
        budgetAddress={`/${locale}/${council.slug}/manage/votes/${budget.engagementId}`}
        budget={budget}
        people={await listPromises(scope, election, today)}
        offers={(await listOffers(scope, election.id)).filter(({ standing }) => standing === "waits")}
        may={can(actor, "promise.follow", null)}
      />
    ),
  };
}

export const GET = officerPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.get("done") ?? ""));

export const POST = officerForm<"election">(async (scope, { values }, { params, path }) => {
  const name = values["act"]?.at(-1) ?? "";
  const act = found(entryOf(PROMISE_ACTS, name), "act");
  const outcome = await act({ scope, engagementId: params.election }, values);
  return outcome.ok ? goTo(`${path}?done=${name}`) : show(scope, params.election, outcome.error);
});
