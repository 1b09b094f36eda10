import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { lastDayToDecide, lastDayToDecideListingReview } from "./clock.ts";
import type { RegimeId } from "./regime.ts";
import type { TransferStage } from "./stage.ts";
import { isOver } from "./transfer.ts";

/** Who proposes a longer time to decide. */
export const TIME_SIDES = ["council", "organisation", "owner"] as const;
export type TimeSide = (typeof TIME_SIDES)[number];

/** With whom the council agrees: the organisation that applies, or the owner whose listing is reviewed. */
export const otherSideOf = (regimeId: RegimeId): Exclude<TimeSide, "council"> => (regimeId === "right-to-bid" ? "owner" : "organisation");

/** What came of a proposal: the other side accepted or declined it, or whoever made it took it back. */
export const TIME_ANSWERS = ["accepted", "declined", "withdrawn"] as const;
export type TimeAnswer = (typeof TIME_ANSWERS)[number];

/** What is known of an application for judging whether its time to decide may be made longer. */
export interface TimeToDecide {
  readonly regimeId: RegimeId;
  /** The day a Scottish request was complete; null where it is not yet. */
  readonly validatedOn: CivilDay | null;
  /** Whether it was decided, or ended, or a review was asked for. */
  readonly decided: boolean;
  /** The last day that both sides have agreed on; null where they never did. */
  readonly agreedUntil: CivilDay | null;
  /** The day on which the owner of listed land asked for a review; null where nobody did. */
  readonly listingReviewOn: CivilDay | null;
}

/** The last day on which the council may decide, by agreement or else by law; null where no law sets one. */
export function lastDayAllowed({ regimeId, validatedOn, agreedUntil, listingReviewOn }: Omit<TimeToDecide, "decided">): CivilDay | null {
  if (agreedUntil !== null) return agreedUntil;
  if (regimeId === "right-to-bid") return listingReviewOn === null ? null : lastDayToDecideListingReview(listingReviewOn);
  return regimeId === "scottish-request" && validatedOn !== null ? lastDayToDecide(validatedOn) : null;
}

export type LongerTimeFault = "no-longer-time" | "time-decided" | "not-complete-yet" | "time-over" | "not-longer";

/**
 * Whether a day may be proposed or agreed on as the last for the decision. In Scotland council and body may agree on a longer period (Community
 * Empowerment (Scotland) Act 2015, section 82(8)(b); SSI 2016/357, regulation 10), more than once, before the one that runs is over (Scottish
 * Ministers' guidance, chapter 15). In England and Wales no law sets a time, so that any day ahead may be agreed on; for a nomination it sets
 * one that nobody may make longer (SI 2012/2421, regulation 7). The eight weeks for the owner's review of a listing are longer where the owner
 * agrees in writing (schedule 2), before they are over.
 */
export function judgeLongerTime(time: TimeToDecide, until: CivilDay, today: CivilDay): Result<void, LongerTimeFault> {
  if (time.regimeId === "right-to-bid" && time.listingReviewOn === null) return err("no-longer-time");
  if (time.decided) return err("time-decided");
  const last = lastDayAllowed(time);
  if (time.regimeId !== "community-transfer") {
    if (last === null) return err("not-complete-yet");
    if (today > last) return err("time-over");
  }
  return until <= today || (last !== null && until <= last) ? err("not-longer") : ok();
}

/** Whether a longer time to decide may be proposed today. */
export function mayBeLonger({ regimeId, stage, stages, timesAgreed, decision, review }: TransferInTime, today: CivilDay): boolean {
  const validatedOn = stages.find((each) => each.stage === "validated")?.reachedOn ?? null;
  const ofListing = regimeId === "right-to-bid";
  const decided = ofListing ? review?.decision != null : decision !== null || review !== null || isOver(stage);
  const time = { regimeId, validatedOn, agreedUntil: timesAgreed.at(-1)?.until ?? null, decided, listingReviewOn: ofListing ? (review?.askedOn ?? null) : null };
  return judgeLongerTime(time, "9999-12-31", today).ok;
}

interface TransferInTime {
  readonly regimeId: RegimeId;
  readonly stage: TransferStage;
  readonly stages: readonly { readonly stage: TransferStage; readonly reachedOn: CivilDay }[];
  readonly timesAgreed: readonly { readonly until: CivilDay }[];
  readonly decision: unknown;
  readonly review: { readonly askedOn: CivilDay; readonly decision: unknown } | null;
}

/** Which answers one side may give to a proposal: whoever made it takes it back, the other accepts or declines it. */
export const answersOpenTo = (side: TimeSide, proposedBy: TimeSide): readonly TimeAnswer[] => (side === proposedBy ? ["withdrawn"] : ["accepted", "declined"]);
