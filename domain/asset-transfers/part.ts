import { err, ok, type Result } from "#domain/basics/result.ts";

/** What an officer is asked to do about one application. Those who were asked read its papers; no other officer does. */
export const TRANSFER_PARTS = ["case", "score", "settle", "decide", "review"] as const;
export type TransferPart = (typeof TRANSFER_PARTS)[number];

/** Parts of those who judge it. One person has one of them, and says first that they have no interest in it. */
export const JUDGING_PARTS = ["score", "settle", "decide", "review"] as const satisfies readonly TransferPart[];
export type JudgingPart = (typeof JUDGING_PARTS)[number];

export const isJudging = (part: TransferPart): part is JudgingPart => part !== "case";

/** Who has judged an application already, and what they declared. */
export interface Judges {
  readonly scorers: readonly string[];
  readonly settledBy: string | null;
  readonly decidedBy: string | null;
  /** Who decided on the review of the decision. */
  readonly reviewedBy: string | null;
  /** Who took part in listing land as an asset of community value. */
  readonly listedBy: readonly string[];
  /** What each said last: whether they have an interest in it; of whoever has opened the owner's page that they have. Nobody else who has not said so. */
  readonly interested: Readonly<Record<string, boolean>>;
}

export type PartTaken = "you-scored" | "you-settled" | "you-decided" | "you-reviewed" | "you-listed";

/**
 * Whether somebody may judge an application in this part: whoever scored it neither settles the points nor decides, and so on for each of them. A
 * listing is reviewed by an officer who took no part in deciding on it (SI 2012/2421, schedule 2, paragraph 2).
 */
export function judgeSeparation(part: JudgingPart, personId: string, { scorers, settledBy, decidedBy, reviewedBy, listedBy }: Omit<Judges, "interested">): Result<void, PartTaken> {
  if (part !== "score" && scorers.includes(personId)) return err("you-scored");
  if (part !== "settle" && settledBy === personId) return err("you-settled");
  if (part !== "decide" && decidedBy === personId) return err("you-decided");
  if (part !== "review" && reviewedBy === personId) return err("you-reviewed");
  if (part === "review" && listedBy.includes(personId)) return err("you-listed");
  return ok();
}

export type InterestFault = "interest-unsaid" | "interest-declared";

/** Whether somebody has said that they have no interest in an application. */
export function judgeInterest(personId: string, { interested }: Pick<Judges, "interested">): Result<void, InterestFault> {
  const said = interested[personId];
  if (said === undefined) return err("interest-unsaid");
  return said ? err("interest-declared") : ok();
}
