import { and, eq } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { reserveOffers } from "#db/schema/budgeting/reserves.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { findReserve, type ReserveInView } from "./queries.ts";

export interface OfferInput {
  readonly potId: string;
  /** The option's number on the ballot. */
  readonly option: number;
}

export interface AnswerInput {
  readonly potId: string;
  readonly offerId: string;
  readonly answer: "accepted" | "declined";
  /** What the proposer said; published. */
  readonly reason: string;
}

/** Offers the money that is left to the first in line, as the policy says and to nobody else. Offered twice, it stands as it was. */
export const offerReserve = (scope: ActorScope, { potId, option }: OfferInput): Promise<Result<void, "not-in-turn">> =>
  atReserve(scope, potId, async (tx, reserve) => {
    if (reserve.offers.some((offer) => offer.option === option)) return ok();
    const [next] = reserve.next;
    if (next?.option !== option) return err("not-in-turn");
    const [project] = await tx.select({ id: projects.id }).from(projects).where(and(eq(projects.potId, potId), eq(projects.number, option)));
    const { id } = found(project, "project");
    await tx.insert(reserveOffers).values({ councilId: scope.council.id, potId, projectId: id, amountPence: next.amountPence, part: next.part, offeredAt: now() });
    await record(tx, scope, { act: "reserve.offered", thing: { kind: "project", id }, detail: { amountPence: next.amountPence, part: next.part } });
    return ok();
  });

/** Writes down what the proposer answered. Accepted, the project is funded with what it was offered; declined, the next in line is offered it. */
export const answerOffer = (scope: ActorScope, { potId, offerId, answer, reason }: AnswerInput): Promise<Result<void, "answered" | "choose-one">> =>
  atReserve(scope, potId, async (tx, reserve) => {
    const offer = reserve.offers.find(({ id }) => id === offerId);
    if (!offer) return err("choose-one");
    if (offer.answer !== null) return offer.answer === answer ? ok() : err("answered");
    await tx.update(reserveOffers).set({ answer, answeredAt: now(), reason }).where(eq(reserveOffers.id, offerId));
    if (answer === "accepted") await tx.update(projects).set({ state: "funded" }).where(eq(projects.id, offer.projectId));
    await record(tx, scope, { act: `reserve.${answer}`, thing: { kind: "project", id: offer.projectId }, detail: { amountPence: offer.amountPence } });
    return ok();
  });

/** With nobody else at the pot meanwhile. 404 for another council's pot, before the result is declared and where no policy was stated. */
async function atReserve<Code>(scope: ActorScope, potId: string, work: (tx: Transaction, reserve: ReserveInView) => Promise<Result<void, Code>>): Promise<Result<void, Code>> {
  authorise(scope, "delivery.edit", null);
  const here = and(eq(pots.councilId, scope.council.id), eq(pots.id, potId));
  const [voted] = await database().select({ pollId: pots.pollId }).from(pots).where(here);
  // Once declared it stays.
  const { sheet } = found((await getResult(scope, found(voted, "pot").pollId)).declared, "declared result");
  return inTransaction(async (tx) => {
    const [row] = await tx.select({ id: pots.id, pollId: pots.pollId, amountPence: pots.amountPence }).from(pots).where(here).for("update");
    const pot = found(row, "pot");
    const outcome = await work(tx, found((await findReserve(scope, pot, sheet, tx)) ?? undefined, "reserve list"));
    if (outcome.ok) await renewPages(tx, scope.council.slug);
    return outcome;
  });
}
