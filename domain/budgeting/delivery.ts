import type { CivilDay } from "#domain/basics/london-time.ts";

/** A step of a funded project that everybody can see done or not. */
export interface Milestone {
  readonly plannedFor: CivilDay;
  /** The day residents were told first; stays when the plan moves. */
  readonly firstPlannedFor: CivilDay;
  readonly doneOn: CivilDay | null;
}

/** How a delivery came to its end: the project stands, or it cannot be built. */
export type DeliveryEnd = { readonly kind: "finished" | "stopped"; readonly on: CivilDay };

export const DELIVERY_STANDINGS = ["being-planned", "on-track", "late", "finished", "stopped"] as const;
export type DeliveryStanding = (typeof DELIVERY_STANDINGS)[number];

/** How a funded project stands on a day. It is late from the day after a milestone was planned for and not done. */
export function deliveryStanding(milestones: readonly Milestone[], end: DeliveryEnd | null, today: CivilDay): DeliveryStanding {
  if (end !== null) return end.kind;
  if (milestones.length === 0) return "being-planned";
  return milestones.some((milestone) => isLate(milestone, today)) ? "late" : "on-track";
}

export const isLate = ({ plannedFor, doneOn }: Milestone, today: CivilDay): boolean => doneOn === null && plannedFor < today;

/** What was promised to somebody in an order or contract, or paid to them. */
export const MONEY_KINDS = ["committed", "paid"] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

export interface MoneyEntry {
  readonly kind: MoneyKind;
  /** Pence; less than nothing where it takes an earlier entry back. */
  readonly amountPence: number;
}

/** The money of one project, in pence. */
export interface ProjectAccounts {
  /** What it won in the vote. */
  readonly awardPence: number;
  readonly committedPence: number;
  readonly paidPence: number;
  /** Award less paid; below nothing where more was paid. */
  readonly leftPence: number;
}

export function projectAccounts(awardPence: number, entries: readonly MoneyEntry[]): ProjectAccounts {
  const sum = (kind: MoneyKind) => entries.reduce((total, entry) => (entry.kind === kind ? total + entry.amountPence : total), 0);
  const paidPence = sum("paid");
  return { awardPence, committedPence: sum("committed"), paidPence, leftPence: awardPence - paidPence };
}

/** Whether orders or payments go above what the project won: then each further one needs a reason that everybody reads. */
export const goesOverAward = ({ awardPence, committedPence, paidPence }: ProjectAccounts): boolean => committedPence > awardPence || paidPence > awardPence;

/** Why a delivery cannot end now. */
export type UnendedDelivery = "milestones-open" | "variance-unexplained" | "stopped-unexplained";

/** A finished project has every milestone done, and says why it cost more or less than it won; a stopped one says why it stopped. */
export function whyNotEnd(end: DeliveryEnd["kind"], milestones: readonly Milestone[], accounts: ProjectAccounts, reason: string): UnendedDelivery | null {
  if (end === "stopped") return reason === "" ? "stopped-unexplained" : null;
  if (milestones.some(({ doneOn }) => doneOn === null)) return "milestones-open";
  return accounts.leftPence !== 0 && reason === "" ? "variance-unexplained" : null;
}

/** What an ended project leaves over, in pence; nothing while it is under way. */
export const underspend = (end: DeliveryEnd | null, { leftPence }: ProjectAccounts): number => (end === null ? 0 : Math.max(0, leftPence));
