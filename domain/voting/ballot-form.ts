import type { TypedValues } from "#domain/basics/fault.ts";
import type { Vote } from "./ballot-box/vote.ts";
import { hasPoints, isRanked, marksOf, withoutGaps, type BallotPaper, type Mark } from "./ballot-paper.ts";

/** Names of a ballot form's fields: ticks share one name, and a place or points have one for each option. */
export const TICK_FIELD = "choice";
export const rankField = (number: number): string => `rank-${number}`;
export const pointsField = (number: number): string => `points-${number}`;

/** The field of one option, to lead to from a fault. */
export const fieldOf = (paper: Pick<BallotPaper, "kind">, number: number): string => (isRanked(paper) ? rankField(number) : hasPoints(paper) ? pointsField(number) : TICK_FIELD);

/**
 * What a ballot form says, before it is asked whether it may be cast. An option twice counts once. A tick that is no number stands
 * as option 0, which is on no paper, and a place or points that are no whole number as NaN. The button `remove` takes an
 * option off, and the button `move` ("7 up", "7 down") swaps its place with its neighbour's.
 */
export function readMarks(paper: Pick<BallotPaper, "kind">, values: TypedValues): readonly Mark[] {
  const removed = new Set((values["remove"] ?? []).map(wholeNumber));
  if (!isRanked(paper) && !hasPoints(paper)) {
    const ticked = new Set((values[TICK_FIELD] ?? []).filter((text) => text !== "").map((text) => wholeNumber(text) || 0));
    return [...ticked].filter((number) => !removed.has(number)).map((number) => ({ number, value: 1 }));
  }
  const name = isRanked(paper) ? /^rank-(\d{1,6})$/ : /^points-(\d{1,6})$/;
  const marks = Object.entries(values).flatMap(([field, typed]) => {
    const number = Number(name.exec(field)?.[1] ?? Number.NaN);
    const text = typed.at(-1)?.trim() ?? "";
    if (Number.isNaN(number) || removed.has(number) || text === "" || /^0+$/.test(text)) return [];
    return [{ number, value: wholeNumber(text) }];
  });
  const [moved, way] = (values["move"]?.at(-1) ?? "").split(" ");
  return isRanked(paper) && moved !== undefined && (way === "up" || way === "down") ? move(marks, wholeNumber(moved), way) : marks;
}

const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** Swaps an option's place with that of the one before or after it, once the gaps are closed. */
export function move(marks: readonly Mark[], number: number, way: "up" | "down"): readonly Mark[] {
  const placed = withoutGaps(marks);
  const from = placed.find((mark) => mark.number === number)?.value ?? Number.NaN;
  const to = from + (way === "up" ? -1 : 1);
  if (!placed.some(({ value }) => value === to)) return placed;
  return placed.map((mark) => (mark.number === number ? { ...mark, value: to } : mark.value === to ? { ...mark, value: from } : mark));
}

/** The fields that say this ballot again, to be carried by a form. */
export function fieldsOf(paper: Pick<BallotPaper, "kind">, ballot: Vote): Readonly<Record<string, readonly string[]>> {
  if (!isRanked(paper) && !hasPoints(paper)) return { [TICK_FIELD]: ballot.choices.map(String) };
  return Object.fromEntries(marksOf(paper, ballot).map(({ number, value }) => [fieldOf(paper, number), [String(value)]]));
}
