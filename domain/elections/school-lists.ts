/** Year groups as schools of England and Wales count them; 14 for those who stay at college longer. */
export const LOWEST_YEAR_GROUP = 1;
export const HIGHEST_YEAR_GROUP = 14;
export const MOST_PUPILS = 5_000;
/** Most slips in the pack of one class. */
export const MOST_SLIPS = 500;

export interface YearOfSchool {
  readonly yearGroup: number;
  /** How many pupils are in it: a number, never names. */
  readonly pupils: number;
}

export interface ClassOfSchool {
  readonly yearGroup: number;
  readonly name: string;
  readonly slips: number;
}

/** What was read of a list typed line by line, and the lines nobody can use, from 1. */
export interface LinesRead<T> {
  readonly read: readonly T[];
  readonly bad: readonly number[];
}

/** One line for each year group: year, pupils. A year named twice is a bad line. */
export const readYearLines = (text: string): LinesRead<YearOfSchool> =>
  readLines(text, ([year = "", pupils = "", ...more], before: readonly YearOfSchool[]) => {
    const [yearGroup, count] = [wholeIn(year.replace(/^(year|blwyddyn)\s*/i, ""), LOWEST_YEAR_GROUP, HIGHEST_YEAR_GROUP), wholeIn(pupils, 1, MOST_PUPILS)];
    if (yearGroup === null || count === null || more.length > 0 || before.some((each) => each.yearGroup === yearGroup)) return null;
    return { yearGroup, pupils: count };
  });

/** One line for each class: year, class, slips. A class named twice is a bad line. */
export const readClassLines = (text: string): LinesRead<ClassOfSchool> =>
  readLines(text, ([year = "", name = "", slips = "", ...more], before: readonly ClassOfSchool[]) => {
    const [yearGroup, count] = [wholeIn(year.replace(/^(year|blwyddyn)\s*/i, ""), LOWEST_YEAR_GROUP, HIGHEST_YEAR_GROUP), wholeIn(slips, 1, MOST_SLIPS)];
    if (yearGroup === null || count === null || name === "" || name.length > 40 || more.length > 0) return null;
    if (before.some((each) => each.yearGroup === yearGroup && foldedName(each.name) === foldedName(name))) return null;
    return { yearGroup, name, slips: count };
  });

/** A name as it is compared: without regard to case and spaces. */
export const foldedName = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

function wholeIn(text: string, least: number, most: number): number | null {
  if (!/^\d{1,4}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

function readLines<T>(text: string, one: (parts: readonly string[], before: readonly T[]) => T | null): LinesRead<T> {
  const read: T[] = [];
  const bad: number[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parts = line.split(/[,;\t]/).map((part) => part.trim());
    const found = one(parts, read);
    if (found === null) bad.push(at + 1);
    else read.push(found);
  }
  return { read, bad };
}
