import type { CivilDay } from "#domain/basics/london-time.ts";
import { familyKey, givenKey, referenceKey, sameGiven, sameInitial } from "./name-forms.ts";

/** What somebody gives to be found on a roll. */
export interface ElectorDetails {
  readonly givenNames: string;
  readonly familyName: string;
  /** Upper case, no space; empty where they gave none. */
  readonly postcode: string;
  readonly birthDate: CivilDay | null;
  /** The number on their letter or card; empty where they gave none. */
  readonly reference: string;
}

/** An entry of a roll as it is compared. */
export interface EntryToMatch {
  readonly id: string;
  readonly givenKey: string;
  readonly familyKey: string;
  readonly postcode: string;
  readonly birthDate: CivilDay | null;
  readonly birthYear: number | null;
  readonly referenceKey: string;
}

export type Match =
  | { readonly kind: "one"; readonly entryId: string }
  | { readonly kind: "none" }
  /** Nearly one, or several: for an officer to settle. The person is told the same as for none. */
  | { readonly kind: "unsure"; readonly entryIds: readonly string[] };

/** What an agreement is worth; a name and three points make a match. Nothing that both have may disagree. */
const WORTH = { reference: 2, birthDate: 2, birthYear: 1, postcode: 1 } as const;
const ENOUGH = 3;

/**
 * Finds somebody among the entries that could be theirs. The name must agree (domain/eligibility/rolls/name-forms.ts) and with
 * it the postcode and the date of birth or the reference number; whatever else both have must not contradict. More than one
 * such entry, or one that nearly agrees, is for an officer: a guess is never a match.
 */
export function matchElector(details: ElectorDetails, entries: readonly EntryToMatch[]): Match {
  const asked = { given: givenKey(details.givenNames), family: familyKey(details.familyName), reference: referenceKey(details.reference) };
  const exact: string[] = [];
  const near: string[] = [];
  for (const entry of entries) {
    const familySame = entry.familyKey === asked.family && asked.family !== "";
    const givenSame = sameGiven(entry.givenKey, asked.given);
    const { points, against } = evidence(details, asked.reference, entry);
    if (familySame && givenSame && against === 0 && points >= ENOUGH) exact.push(entry.id);
    // One thing is off: a move, a marriage, an initial, a slip in a date. An officer can see which.
    else if (points >= 1 && (familySame && givenSame ? against <= 1 : points >= 2 && nameIsNear(entry, asked))) near.push(entry.id);
  }
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return { kind: "one", entryId: only };
  const candidates = exact.length > 1 ? exact : near;
  return candidates.length === 0 ? { kind: "none" } : { kind: "unsure", entryIds: candidates };
}

function evidence(details: ElectorDetails, reference: string, entry: EntryToMatch): { readonly points: number; readonly against: number } {
  let [points, against] = [0, 0];
  const weigh = (given: boolean, agrees: boolean, worth: number) => {
    if (!given) return;
    if (agrees) points += worth;
    else against += 1;
  };
  weigh(reference !== "" && entry.referenceKey !== "", reference === entry.referenceKey, WORTH.reference);
  weigh(details.postcode !== "" && entry.postcode !== "", details.postcode === entry.postcode, WORTH.postcode);
  weigh(details.birthDate !== null && entry.birthDate !== null, details.birthDate === entry.birthDate, WORTH.birthDate);
  weigh(details.birthDate !== null && entry.birthYear !== null, Number(details.birthDate?.slice(0, 4)) === entry.birthYear, WORTH.birthYear);
  return { points, against };
}

/** The same first name, or the same last name with a first name that is nearly the same or an initial. */
function nameIsNear(entry: EntryToMatch, asked: { readonly given: string; readonly family: string }): boolean {
  if (sameGiven(entry.givenKey, asked.given)) return true;
  return entry.familyKey === asked.family && (sameInitial(entry.givenKey, asked.given) || withinTwo(entry.givenKey, asked.given));
}

/** Whether at most two letters differ, are missing or are too many (Levenshtein distance of 2 or less). */
export function withinTwo(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let by = 1; by <= other.length; by += 1)
      next.push(Math.min((row[by] ?? 0) + 1, (next[by - 1] ?? 0) + 1, (row[by - 1] ?? 0) + (one[at - 1] === other[by - 1] ? 0 : 1)));
    row = next;
  }
  return (row[other.length] ?? 3) <= 2;
}
