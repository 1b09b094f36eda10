import { addDays, daysBetween, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { EngagementState } from "./engagement.ts";

/**
 * Days from the close of a consultation in which the council answers it: twelve weeks. After that it says why not
 * (Cabinet Office, Consultation Principles (2018), principle J: "Publish responses within 12 weeks of the consultation or
 * provide an explanation why this is not possible").
 */
export const ANSWER_DAYS = 84;

/** The instant twelve weeks after the close, to put things in order of hurry by. */
export const answerDue = (closesAt: Date): Date => new Date(closesAt.getTime() + ANSWER_DAYS * 86_400_000);

/** Where the council stands with its answer to those who took part. `dueOn` is the last day on which it is in time. */
export type ResponseClock =
  | { readonly at: "not-started" }
  | { readonly at: "running"; readonly dueOn: CivilDay; readonly daysLeft: number }
  | { readonly at: "overdue"; readonly dueOn: CivilDay; readonly daysLate: number }
  | { readonly at: "answered"; readonly dueOn: CivilDay; readonly answeredOn: CivilDay | null; readonly daysLate: number };

const ANSWERED: readonly EngagementState[] = ["decided", "fed-back", "archived"];
const PRIVATE: readonly EngagementState[] = ["draft", "in-review", "approved"];

export interface ConsultationToAnswer {
  readonly state: EngagementState;
  readonly closesAt: Date | null;
  /** When the decision was published; null where it was not, or before that was written down. */
  readonly decidedAt: Date | null;
}

/** How the twelve weeks stand, in days of London's calendar. */
export function responseClock({ state, closesAt, decidedAt }: ConsultationToAnswer, now: Date): ResponseClock {
  if (closesAt === null || PRIVATE.includes(state) || (now < closesAt && !ANSWERED.includes(state))) return { at: "not-started" };
  const dueOn = addDays(londonDay(closesAt), ANSWER_DAYS);
  if (ANSWERED.includes(state)) {
    const answeredOn = decidedAt && londonDay(decidedAt);
    return { at: "answered", dueOn, answeredOn, daysLate: answeredOn === null ? 0 : Math.max(0, daysBetween(dueOn, answeredOn)) };
  }
  const left = daysBetween(londonDay(now), dueOn);
  return left >= 0 ? { at: "running", dueOn, daysLeft: left } : { at: "overdue", dueOn, daysLate: -left };
}
