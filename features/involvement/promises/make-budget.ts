import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { electedPromises, mayorsBudgets } from "#db/schema/involvement/promises.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { MAYORS_BUDGET, phasesFrom } from "#domain/budgeting/template.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { promisesOf } from "#domain/elections/statement.ts";
import { promiseKey } from "#domain/involvement/promise.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { setPhases } from "#features/budgeting/programmes/set-phases.ts";
import { stageOfElection } from "#features/elections/queries.ts";
import { listElected, type Elected } from "#features/elections/results/queries.ts";
import { beginVote, USUAL_BALLOT } from "#features/involvement/drafting/create-budget-vote.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { timesOf } from "#features/involvement/starting/start-from-template.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { renewPages } from "#platform/renewal.ts";
import { proposePromises } from "./propose-promise.ts";
import { findMayorsBudget } from "./queries.ts";

export interface MakeMayorsBudget {
  /** The form's one-use number; becomes the budget's engagement. */
  readonly once: string;
  readonly engagementId: string;
  readonly title: BilingualText;
  readonly amountPence: number;
  readonly startsOn: CivilDay;
  /** Promises to become proposals, by `promiseKey`; the others are only written down. */
  readonly proposals: readonly string[];
}

/**
 * Gives those elected in a declared election their budget: a budget vote on the electorate of the election, as a draft, in which the promises
 * chosen stand as proposals. Every promise they made is written down, so that everybody can follow it. Once for each election.
 */
export async function makeMayorsBudget(scope: ActorScope, { once, engagementId, title, amountPence, startsOn, proposals }: MakeMayorsBudget): Promise<Result<{ readonly budgetId: string }, readonly Fault[]>> {
  authorise(scope, "promise.follow", null);
  // Once declared it stays so: it need not be held.
  const elected = await listElected(scope, (await getElectionForOfficers(scope, engagementId)).election);
  return inTransaction(async (tx) => {
    const { election, title: electionTitle } = await getElectionForOfficers(scope, engagementId, tx);
    const there = await findMayorsBudget(scope, election.id, tx);
    if (there !== null) return there.engagementId === once ? ok({ budgetId: once }) : err([{ field: "", code: "has-budget" }]);
    if (stageOfElection(election, now()) !== "declared") return err([{ field: "", code: "not-declared" }]);
    if (elected.length === 0) return err([{ field: "", code: "nobody-elected" }]);
    if (startsOn < londonDay(now())) return err([{ field: "startsOn", code: "in-the-past" }]);
    const begun = await beginVote(tx, scope, { once, title, topic: "children-and-young-people", amountPence, areaId: null, ballot: { ...USUAL_BALLOT, electorate: election.electorate } });
    if (!begun.ok) return begun;
    const vote = await getVoteForOfficers(scope, once, tx);
    const phases = phasesFrom(MAYORS_BUDGET, startsOn);
    const set = await setPhases(tx, scope, { programmeId: vote.programme.id, phases, now: now() });
    if (!set.ok) return set;
    const [en, cy] = [messages("en").promises.texts, messages("cy").promises.texts];
    await tx
      .update(engagements)
      .set({
        ...timesOf(phases),
        summaryEn: en.summary({ election: electionTitle.en }),
        summaryCy: cy.summary({ election: electionTitle.cy || electionTitle.en }),
        decisionEn: en.decision,
        decisionCy: cy.decision,
        decidedByEn: en.decidedBy,
        decidedByCy: cy.decidedBy,
        affectedEn: en.affected,
        affectedCy: cy.affected,
      })
      .where(eq(engagements.id, once));
    await tx.insert(mayorsBudgets).values({ electionId: election.id, councilId: scope.council.id, engagementId: once, madeAt: now() });
    const written = elected.flatMap((person) => writtenBy(person).map((promise) => ({ ...promise, chosen: proposals.includes(promiseKey(person.nominationId, promise.number)) })));
    if (written.length > 0) await tx.insert(electedPromises).values(written.map(({ chosen: _, ...promise }) => ({ ...promise, councilId: scope.council.id, electionId: election.id })));
    await proposePromises(tx, scope, { programmeId: vote.programme.id, electionTitle, elected, promiseIds: written.filter(({ chosen }) => chosen).map(({ id }) => id) });
    await record(tx, scope, { act: "promise.taken-up", thing: { kind: "engagement", id: once }, detail: { election: engagementId, promises: written.length, proposals: written.filter(({ chosen }) => chosen).length } });
    await renewPages(tx, scope.council.slug);
    return ok({ budgetId: once });
  });
}

/** The promises of one person, one for each line of what they wrote; the other language's line beside it where there is one. */
function writtenBy({ nominationId, promises }: Elected) {
  const [en, cy] = [promisesOf(promises.en), promisesOf(promises.cy)];
  const writtenIn = en.length >= cy.length ? ("en" as const) : ("cy" as const);
  return (writtenIn === "en" ? en : cy).map((_, at) => ({ id: randomId(), nominationId, number: at + 1, writtenIn, textEn: en[at] ?? "", textCy: cy[at] ?? "" }));
}
