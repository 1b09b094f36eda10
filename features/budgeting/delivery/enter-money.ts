import { projectMoney } from "#db/schema/budgeting/delivery.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { goesOverAward, projectAccounts, type MoneyKind } from "#domain/budgeting/delivery.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { changeDelivery } from "./change-delivery.ts";

export interface EnterMoneyInput {
  readonly projectId: string;
  /** The form's one-use number; becomes the entry's id. */
  readonly once: string;
  readonly kind: MoneyKind;
  readonly what: BilingualText;
  readonly paidTo: string;
  readonly on: CivilDay;
  readonly amountPence: number;
  /** Asked for where the project goes above what it won. */
  readonly because: BilingualText;
}

/** Enters an order or a payment of a project. Above what it won it needs a reason, which is published beside it. */
export const enterMoney = (scope: ActorScope, { projectId, once, what, because, ...entry }: EnterMoneyInput): Promise<Result<void, "delivery-ended" | "above-award" | "in-future">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.money",
    work: async (tx, { money, accounts }) => {
      if (money.some(({ id }) => id === once)) return ok();
      if (entry.on > londonDay(now())) return err("in-future");
      if (because.en === "" && goesOverAward(projectAccounts(accounts.awardPence, [...money, entry]))) return err("above-award");
      await tx
        .insert(projectMoney)
        .values({ id: once, councilId: scope.council.id, projectId, whatEn: what.en, whatCy: what.cy, becauseEn: because.en, becauseCy: because.cy, ...entry })
        .onConflictDoNothing();
      return ok();
    },
  });

export interface TakeBackMoneyInput {
  readonly projectId: string;
  readonly entryId: string;
  readonly because: BilingualText;
}

/** Takes a mistaken entry back by one of the opposite amount: what was entered stays to be seen. */
export const takeBackMoney = (scope: ActorScope, { projectId, entryId, because }: TakeBackMoneyInput): Promise<Result<void, "delivery-ended" | "taken-back">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.money-taken-back",
    work: async (tx, { money }) => {
      const entry = money.find(({ id }) => id === entryId);
      if (entry === undefined || entry.settled) return err("taken-back");
      await tx.insert(projectMoney).values({
        id: randomId(),
        councilId: scope.council.id,
        projectId,
        kind: entry.kind,
        whatEn: entry.what.en,
        whatCy: entry.what.cy,
        paidTo: entry.paidTo,
        on: entry.on,
        amountPence: -entry.amountPence,
        becauseEn: because.en,
        becauseCy: because.cy,
        takesBack: entry.id,
      });
      return ok();
    },
  });
