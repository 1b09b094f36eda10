/** How a candidate is named to people: with or without their surname, as they chose. */
export interface CandidateName {
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly showsSurname: boolean;
  readonly school: string;
  readonly yearGroup: number | null;
  /** Words an officer put beside the name, where nothing else tells it from another. */
  readonly tellApart: string;
}

/** What stands beside a name so that nobody takes it for another's. */
export type ToldBy = "name" | "school" | "school-and-year" | "own-words" | "alike";

export const shownName = ({ givenName, surname, showsSurname }: CandidateName): string => (showsSurname && surname !== "" ? `${givenName} ${surname}` : givenName);

const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();

/** Ways to tell those of one name apart, the shortest first. */
const WAYS: readonly (readonly [Exclude<ToldBy, "name" | "alike">, (each: CandidateName) => string])[] = [
  ["own-words", ({ tellApart: words }) => fold(words)],
  ["school", ({ school }) => fold(school)],
  ["school-and-year", ({ school, yearGroup }) => (yearGroup === null ? "" : `${fold(school)} ${String(yearGroup)}`)],
];

/**
 * Tells candidates of one name apart: by words of the officer's own, else by school, else by school and year group. Everybody of one name
 * is told by the same thing where that is enough, so that no candidate of the two stands there as the plain one. Those who still read like
 * another are "alike", and stop the paper.
 */
export function tellApart(candidates: readonly CandidateName[]): ReadonlyMap<string, ToldBy> {
  const told = new Map<string, ToldBy>();
  for (const group of grouped(candidates, (each) => fold(shownName(each)))) {
    const tells = (of: (each: CandidateName) => string, each: CandidateName): boolean => of(each) !== "" && group.every((other) => other === each || of(other) !== of(each));
    const forAll = WAYS.find(([, of]) => group.every((each) => tells(of, each)));
    for (const each of group) told.set(each.id, group.length === 1 ? "name" : (forAll ?? WAYS.find(([, of]) => tells(of, each)))?.[0] ?? "alike");
  }
  return told;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
