/** Two officers key every paper without seeing what the other keyed; what differs goes to a third. */
import type { BallotMark } from "#domain/voting/ballots/ballot.ts";
import type { PaperReading } from "./doubtful.ts";

export const ENTRY_PASSES = ["first", "second"] as const;
export type EntryPass = (typeof ENTRY_PASSES)[number];

/** One paper as one pass has it. */
export interface KeyedPaper extends PaperReading {
  readonly number: number;
  /** Put aside for the supervisor: a third person decides whatever the other pass says. */
  readonly setAside: boolean;
}

/** Where two readings of one paper differ. */
export const PAPER_DIFFERENCES = ["only-first", "only-second", "marks", "finding", "set-aside"] as const;
export type PaperDifference = (typeof PAPER_DIFFERENCES)[number];

export interface ComparedPaper {
  readonly number: number;
  readonly first: KeyedPaper | null;
  readonly second: KeyedPaper | null;
  /** None: both read the same. */
  readonly differences: readonly PaperDifference[];
}

const inOrder = (marks: readonly BallotMark[]): string =>
  [...marks]
    .sort((a, b) => Number(a.optionId) - Number(b.optionId) || a.value - b.value)
    .map(({ optionId, value }) => `${optionId}:${value}`)
    .join(" ");

/** Whether two readings say the same. What was marked on a rejected paper changes nothing, so there only the finding counts. */
export function differencesOfReadings(first: PaperReading, second: PaperReading): readonly PaperDifference[] {
  if (first.finding !== second.finding) return inOrder(first.marks) === inOrder(second.marks) ? ["finding"] : ["marks", "finding"];
  return first.finding === "nothing" && inOrder(first.marks) !== inOrder(second.marks) ? ["marks"] : [];
}

/** Every paper that either pass has, by number. A paper that one pass lacks differs only once `bothDone`. */
export function comparePasses(first: readonly KeyedPaper[], second: readonly KeyedPaper[], bothDone: boolean): readonly ComparedPaper[] {
  const firsts = new Map(first.map((paper) => [paper.number, paper]));
  const seconds = new Map(second.map((paper) => [paper.number, paper]));
  const numbers = [...new Set([...firsts.keys(), ...seconds.keys()])].sort((a, b) => a - b);
  return numbers.map((number) => {
    const [one, other] = [firsts.get(number) ?? null, seconds.get(number) ?? null];
    return { number, first: one, second: other, differences: differences(one, other, bothDone) };
  });
}

function differences(first: KeyedPaper | null, second: KeyedPaper | null, bothDone: boolean): readonly PaperDifference[] {
  if (first === null) return bothDone ? ["only-second"] : [];
  if (second === null) return bothDone ? ["only-first"] : [];
  const found = differencesOfReadings(first, second);
  return first.setAside || second.setAside ? [...found, "set-aside"] : found;
}

/** Whether a paper has been keyed twice, alike, and by nobody put aside. */
export const matches = ({ first, second, differences: found }: ComparedPaper): boolean => first !== null && second !== null && found.length === 0;
