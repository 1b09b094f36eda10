import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { ageOn } from "./age.ts";
import type { Claim, PlaceAreas } from "./claim.ts";
import type { IdentityLevel } from "./identity-level.ts";

/** What ties somebody to a place. */
export const TIES = ["live", "work", "study"] as const;
export type Tie = (typeof TIES)[number];

/** How an age must be told: in years as people say it, or by the date of birth. */
export const AGE_TOLD = ["years", "birth-date"] as const;
export type AgeTold = (typeof AGE_TOLD)[number];

/** One thing that may be asked of a voter. */
export type Condition =
  /** Lives, works or studies in one of the areas; none named means anywhere in the council. */
  | { readonly kind: Tie; readonly areaIds: readonly string[] }
  /** Goes to one of these schools. */
  | { readonly kind: "school"; readonly schools: readonly string[] }
  /** Whole years on polling day, both ends allowed; null where there is no such limit. */
  | { readonly kind: "age"; readonly min: number | null; readonly max: number | null; readonly told: AgeTold }
  /** Stands on an imported roll. */
  | { readonly kind: "roll"; readonly rollId: string };

/** Met by whoever meets any one of its conditions. */
export type AnyOf = readonly Condition[];

/** Who may take part: stated before the vote, frozen with it, and told in a sentence for each rule. */
export interface Electorate {
  /** All of them must be met. */
  readonly rules: readonly AnyOf[];
  readonly identityLevel: IdentityLevel;
}

/** The same electorate as it is hashed and published: areas in the order of their ids. */
export const canonicalElectorate = ({ rules, identityLevel }: Electorate): Electorate => ({
  rules: rules.map((rule) => rule.map((condition) => ("areaIds" in condition ? { ...condition, areaIds: [...condition.areaIds].sort() } : condition))),
  identityLevel,
});

/** Why a condition is not met. */
export type Shortfall = "not-said" | "outside-council" | "outside-area" | "another-school" | "age-unsure" | "too-young" | "too-old" | "not-on-roll";

/** Why somebody may not vote: too little shown, or a rule of which no condition is met, with what stands against each. */
export type Reason =
  | { readonly kind: "proof"; readonly needed: IdentityLevel }
  | { readonly kind: "rule"; readonly misses: readonly { readonly condition: Condition; readonly why: Shortfall }[] };

/** The day for which ages are reckoned: the last on which votes are taken, in London. A poll that closes at midnight closes the day before. */
export const pollingDayOf = (closesAt: Date): CivilDay => londonDay(new Date(closesAt.getTime() - 1));

/** Every rule of the electorate that the claim does not meet on polling day, with every reason; none means the person may vote. */
export function reasonsAgainst(electorate: Electorate, claim: Claim, pollingDay: CivilDay): readonly Reason[] {
  const reasons: Reason[] = claim.identityLevel < electorate.identityLevel ? [{ kind: "proof", needed: electorate.identityLevel }] : [];
  for (const rule of electorate.rules) {
    const judged = rule.map((condition) => ({ condition, why: shortfallOf(condition, claim, pollingDay) }));
    if (judged.some(({ why }) => why === null)) continue;
    reasons.push({ kind: "rule", misses: judged.flatMap(({ condition, why }) => (why === null ? [] : [{ condition, why }])) });
  }
  return reasons;
}

/** What keeps a claim from meeting one condition; null where it is met. */
export function shortfallOf(condition: Condition, claim: Claim, pollingDay: CivilDay): Shortfall | null {
  switch (condition.kind) {
    case "live":
    case "work":
    case "study":
      return placeShortfall(condition.areaIds, placeOf(claim, condition.kind));
    case "school":
      if (claim.school === null) return "not-said";
      return condition.schools.some((school) => sameSchool(school, claim.school ?? "")) ? null : "another-school";
    case "age": {
      if (claim.age === null || (condition.told === "birth-date" && claim.age.kind === "years")) return "not-said";
      const { least, most } = ageOn(claim.age, pollingDay);
      if (condition.min !== null && most < condition.min) return "too-young";
      if (condition.max !== null && least > condition.max) return "too-old";
      return (condition.min !== null && least < condition.min) || (condition.max !== null && most > condition.max) ? "age-unsure" : null;
    }
    case "roll":
      return claim.electors[condition.rollId] === undefined ? "not-on-roll" : null;
  }
}

/** Where somebody lives, works or studies, as they say. */
export const placeOf = (claim: Claim, tie: Tie): PlaceAreas | null => (tie === "live" ? claim.home : tie === "work" ? claim.work : claim.study);

function placeShortfall(areaIds: readonly string[], place: PlaceAreas | null): Shortfall | null {
  if (place === null) return "not-said";
  if (place.length === 0) return "outside-council";
  return areaIds.length === 0 || place.some((id) => areaIds.includes(id)) ? null : "outside-area";
}

const sameSchool = (one: string, other: string): boolean => foldSchool(one) === foldSchool(other);
const foldSchool = (name: string): string => name.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/**
 * The smallest area by which a claim meets an electorate: of the home where that counts, else of the work or the place of study.
 * Null where no rule is about a place.
 */
export function areaOfVoter(electorate: Electorate, claim: Claim): string | null {
  for (const tie of TIES) {
    const place = placeOf(claim, tie);
    const counts = electorate.rules.some((rule) => rule.some((condition) => condition.kind === tie && placeShortfall(condition.areaIds, place) === null));
    if (counts) return place?.[0] ?? null;
  }
  return claim.home?.[0] ?? null;
}

/** The rolls an electorate names. */
export const rollsOf = ({ rules }: Electorate): readonly string[] => [...new Set(rules.flat().flatMap((condition) => (condition.kind === "roll" ? [condition.rollId] : [])))];

/** What must be asked of somebody before they can be judged; nothing is asked that no rule needs. */
export interface Questions {
  readonly ties: readonly Tie[];
  /** Names to choose from; empty where no rule is about schools. */
  readonly schools: readonly string[];
  readonly age: AgeTold | null;
  readonly rolls: readonly string[];
  /** Somebody on no roll may vote all the same, so that the details of a roll may be left out. */
  readonly rollOptional: boolean;
}

/** The questions of all these electorates together. */
export function questionsOf(electorates: readonly Electorate[]): Questions {
  const conditions = electorates.flatMap(({ rules }) => rules.flat());
  const told = conditions.flatMap((condition) => (condition.kind === "age" ? [condition.told] : []));
  const needsPostcode = electorates.some(({ identityLevel, rules }) => identityLevel === 2 && !rules.flat().some(({ kind }) => (TIES as readonly string[]).includes(kind)));
  return {
    ties: TIES.filter((tie) => conditions.some(({ kind }) => kind === tie) || (tie === "live" && needsPostcode)),
    schools: [...new Set(conditions.flatMap((condition) => (condition.kind === "school" ? condition.schools : [])))],
    age: told.length === 0 ? null : told.includes("birth-date") ? "birth-date" : "years",
    rolls: [...new Set(electorates.flatMap(rollsOf))],
    rollOptional: electorates.some((electorate) => rollsOf(electorate).length === 0 || electorate.rules.every((rule) => rule.some(({ kind }) => kind !== "roll"))),
  };
}

/**
 * One electorate whose places are those of all of them, where they differ in nothing else; null where they do.
 * For telling who may vote in any ballot of a vote.
 */
export function mergedElectorate(electorates: readonly Electorate[]): Electorate | null {
  const [first] = electorates;
  if (first === undefined) return null;
  const shape = ({ rules, identityLevel }: Electorate): string => JSON.stringify([rules.map((rule) => rule.map((condition) => ("areaIds" in condition ? condition.kind : condition))), identityLevel]);
  if (electorates.some((each) => shape(each) !== shape(first))) return null;
  return {
    identityLevel: first.identityLevel,
    rules: first.rules.map((rule, at) =>
      rule.map((condition, nth) => {
        if (!("areaIds" in condition)) return condition;
        const all = electorates.map(({ rules }) => rules[at]?.[nth]).flatMap((each) => (each && "areaIds" in each ? [each.areaIds] : []));
        return { ...condition, areaIds: all.some(({ length }) => length === 0) ? [] : [...new Set(all.flat())] };
      }),
    ),
  };
}
