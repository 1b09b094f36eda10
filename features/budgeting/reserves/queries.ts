import { and, asc, eq, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { reserveOffers } from "#db/schema/budgeting/reserves.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { offersFrom, readAfterCount, reserveList, type AfterCountPolicy, type Reserve, type ReserveOffer } from "#domain/budgeting/after-count.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";

/** An offer that was made, with its answer if there is one. */
export interface OfferInView {
  readonly id: string;
  readonly option: number;
  readonly projectId: string;
  readonly amountPence: number;
  readonly part: boolean;
  readonly offeredAt: Date;
  readonly answer: "accepted" | "declined" | null;
  readonly reason: string;
}

/** The reserve list of a pot by the policy stated before its vote, and the money nobody has. */
export interface ReserveInView {
  readonly policy: AfterCountPolicy;
  readonly line: readonly Reserve[];
  readonly offers: readonly OfferInView[];
  readonly leftPence: number;
  /** Who is to be offered what is left, by the policy; an officer makes the offers in this order. */
  readonly next: readonly ReserveOffer[];
}

export interface PotOfReserve {
  readonly id: string;
  readonly pollId: string;
  readonly amountPence: number;
}

/** The reserve list of a declared pot; null where no policy was stated before the vote. Two statements. */
export async function findReserve(scope: AnyScope, pot: PotOfReserve, sheet: CountSheet, executor: Executor = database()): Promise<ReserveInView | null> {
  const [row] = await executor
    .select({ parameters: polls.ruleParameters, given: givenFrom(pot.id) })
    .from(polls)
    .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pot.pollId)));
  const policy = readAfterCount(row?.parameters ?? {});
  if (!row || policy === null) return null;
  const offers = await executor
    .select({
      id: reserveOffers.id,
      option: projects.number,
      projectId: reserveOffers.projectId,
      amountPence: reserveOffers.amountPence,
      part: reserveOffers.part,
      offeredAt: reserveOffers.offeredAt,
      answer: reserveOffers.answer,
      reason: reserveOffers.reason,
    })
    .from(reserveOffers)
    .innerJoin(projects, eq(projects.id, reserveOffers.projectId))
    .where(and(eq(reserveOffers.councilId, scope.council.id), eq(reserveOffers.potId, pot.id)))
    .orderBy(asc(reserveOffers.offeredAt), asc(projects.number));
  const waiting = offers.filter(({ answer }) => answer === null).reduce((sum, { amountPence }) => sum + amountPence, 0);
  const leftPence = Math.max(0, sheet.budgetPence - Number(row.given) - waiting);
  const line = reserveList(sheet, policy.order);
  return {
    policy,
    line,
    offers: offers.map((offer) => ({ ...offer, answer: offer.answer as OfferInView["answer"] })),
    leftPence,
    next: offersFrom(line, leftPence, policy.partFunding, new Set(offers.map(({ option }) => option))),
  };
}

/** What funded projects of a pot have or had: an ended one only what was paid and what went back to another pot. */
const givenFrom = (potId: string) => sql<string>`(
  select coalesce(sum(case when d.ended is null then coalesce(o.amount_pence, p.cost_pence)
    else coalesce(m.paid, 0) + coalesce(r.amount_pence, 0) end), 0)
  from projects p
  left join reserve_offers o on o.project_id = p.id and o.answer = 'accepted'
  left join project_deliveries d on d.project_id = p.id
  left join pot_returns r on r.project_id = p.id
  left join lateral (select sum(amount_pence) as paid from project_money where project_id = p.id and kind = 'paid') m on true
  where p.pot_id = ${potId} and p.state in ('funded', 'delivered'))`;
