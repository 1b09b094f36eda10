/**
 * What becomes of a paper. The grounds are those of rule 47 of the Local Elections (Principal Areas) (England and Wales) Rules 2006
 * (the same in the Welsh and parliamentary rules) as the Electoral Commission explains them in "Dealing with doubtful ballot papers":
 * no official mark; more votes than the voter has; writing or a mark by which the voter can be identified; unmarked; void for
 * uncertainty. A pot that is overspent is more votes than the voter has. Where the intention is clear a paper is not rejected because it
 * was ticked, marked elsewhere or marked twice: officers then key what was meant.
 */
import { hasPoints, voteOfMarks } from "#domain/voting/ballot-paper.ts";
import type { BallotFaultCode, BallotMark } from "#domain/voting/ballots/ballot.ts";
import type { PollOnPaper } from "./paper-rules.ts";

/** What an officer sees is wrong with a paper. */
export const PAPER_FINDINGS = ["nothing", "blank", "too-many", "costs-too-much", "unclear", "identifies", "no-mark"] as const;
export type PaperFinding = (typeof PAPER_FINDINGS)[number];

/** Why a paper was rejected at the count, as the statement of rejected papers has it. */
export const REJECTION_GROUNDS = ["no-official-mark", "too-many-votes", "voter-identified", "unmarked", "void-for-uncertainty"] as const;
export type RejectionGround = (typeof REJECTION_GROUNDS)[number];

const GROUNDS: Readonly<Record<Exclude<PaperFinding, "nothing" | "blank">, RejectionGround>> = {
  "too-many": "too-many-votes",
  "costs-too-much": "too-many-votes",
  unclear: "void-for-uncertainty",
  identifies: "voter-identified",
  "no-mark": "no-official-mark",
};

/** A paper as one officer read it. */
export interface PaperReading {
  readonly finding: PaperFinding;
  readonly marks: readonly BallotMark[];
}

/** What the count gets: the ballot as it is stored, or the ground on which there is none. */
export type PaperOutcome =
  | { readonly accepted: true; readonly choices: readonly number[]; readonly points: readonly number[] | null }
  | { readonly accepted: false; readonly ground: RejectionGround };

/** What the officer said does not fit what they keyed. */
export type ReadingFault = "marks-on-blank" | "nothing-marked" | "not-too-many" | "not-too-dear" | "too-many-keyed" | "too-dear-keyed" | "unreadable-keyed";

/** The first thing in a reading that cannot be so, or null. It is asked before a reading is kept. */
export function faultOfReading(poll: PollOnPaper, { finding, marks }: PaperReading): ReadingFault | null {
  const faults = faultCodes(poll, marks);
  const tooMany = faults.some((code) => TOO_MANY.has(code));
  const tooDear = faults.includes("over-the-pot");
  switch (finding) {
    case "blank":
      return marks.length > 0 ? "marks-on-blank" : null;
    case "too-many":
      return tooMany ? null : "not-too-many";
    case "costs-too-much":
      return tooDear ? null : "not-too-dear";
    case "unclear":
    case "identifies":
    case "no-mark":
      return null;
    case "nothing":
      if (marks.length === 0) return "nothing-marked";
      if (tooMany) return "too-many-keyed";
      if (tooDear) return "too-dear-keyed";
      return faults.length > 0 ? "unreadable-keyed" : null;
  }
}

const TOO_MANY: ReadonlySet<BallotFaultCode> = new Set(["too-many-marked", "too-many-points", "preference-repeated"]);

function faultCodes(poll: PollOnPaper, marks: readonly BallotMark[]): readonly BallotFaultCode[] {
  const vote = voteOn(poll, marks);
  return vote.ok ? [] : vote.error.map(({ code }) => code);
}

const voteOn = (poll: PollOnPaper, marks: readonly BallotMark[]) => voteOfMarks(poll, marks.map(({ optionId, value }) => ({ number: Number(optionId), value })));

/**
 * What becomes of a paper on which both readings agree, or which a third person has decided. A blank paper counts as a ballot where
 * the page lets a voter cast a blank one, and is rejected as unmarked elsewhere.
 */
export function outcomeOf(poll: PollOnPaper, { finding, marks }: PaperReading): PaperOutcome {
  if (finding === "blank") return poll.minChoices === 0 ? { accepted: true, choices: [], points: hasPoints(poll) ? [] : null } : { accepted: false, ground: "unmarked" };
  if (finding !== "nothing") return { accepted: false, ground: GROUNDS[finding] };
  const vote = voteOn(poll, marks);
  return vote.ok ? { accepted: true, choices: vote.value.choices, points: vote.value.points ?? null } : { accepted: false, ground: "void-for-uncertainty" };
}
