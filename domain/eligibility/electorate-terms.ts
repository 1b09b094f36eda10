import type { Fault } from "#domain/basics/fault.ts";
import { TIES, type AgeTold, type AnyOf, type Condition, type Electorate, type Tie } from "./electorate.ts";
import type { IdentityLevel } from "./identity-level.ts";

/** Whether somebody must be on the roll besides all else, or whether being on it stands in place of a tie to the area. */
export const ROLL_USES = ["must", "instead"] as const;
export type RollUse = (typeof ROLL_USES)[number];

/** An electorate as an officer sets it for a whole vote; each ballot adds its own areas. */
export interface ElectorateTerms {
  /** Any one of these ties to the area; none means that the place does not matter. */
  readonly ties: readonly Tie[];
  /** Going to one of these schools is a tie too. */
  readonly schools: readonly string[];
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly ageTold: AgeTold;
  readonly rollId: string | null;
  readonly rollUse: RollUse;
  readonly identityLevel: IdentityLevel;
}

/** Who lives in the area, whatever their age, with a postcode to show for it. */
export const RESIDENTS: ElectorateTerms = { ties: ["live"], schools: [], minAge: null, maxAge: null, ageTold: "years", rollId: null, rollUse: "must", identityLevel: 2 };

/** The rules those terms make for a ballot of these areas; no areas means the whole council. */
export function electorateFrom(terms: ElectorateTerms, areaIds: readonly string[]): Electorate {
  const tied: Condition[] = TIES.filter((tie) => terms.ties.includes(tie)).map((kind) => ({ kind, areaIds: [...areaIds] }));
  if (terms.schools.length > 0) tied.push({ kind: "school", schools: [...terms.schools] });
  const roll: Condition[] = terms.rollId === null ? [] : [{ kind: "roll", rollId: terms.rollId }];
  const age: Condition[] = terms.minAge === null && terms.maxAge === null ? [] : [{ kind: "age", min: terms.minAge, max: terms.maxAge, told: terms.ageTold }];
  // Nothing to stand in place of: whoever is not on the roll has no other tie.
  const instead = terms.rollUse === "instead" && tied.length > 0;
  const rules: AnyOf[] = [instead ? [...tied, ...roll] : tied, age, instead ? [] : roll];
  return { rules: rules.filter(({ length }) => length > 0), identityLevel: terms.identityLevel };
}

/** What contradicts itself in these terms. */
export function judgeTerms({ ties, minAge, maxAge, rollId, identityLevel }: ElectorateTerms): readonly Fault[] {
  const faults: Fault[] = [];
  if (minAge !== null && maxAge !== null && maxAge < minAge) faults.push({ field: "maxAge", code: "oldest-under-youngest" });
  // A postcode is asked for a place that counts.
  if (identityLevel === 2 && ties.length === 0 && rollId === null) faults.push({ field: "identityLevel", code: "tie-needed" });
  return faults;
}

/** The terms that made an electorate, or null where it was not made by any. */
export function termsOf({ rules, identityLevel }: Electorate): ElectorateTerms | null {
  const all = rules.flat();
  const schools = all.flatMap((condition) => (condition.kind === "school" ? condition.schools : []));
  const age = all.find((condition) => condition.kind === "age");
  const roll = all.find((condition) => condition.kind === "roll");
  const terms: ElectorateTerms = {
    ties: TIES.filter((tie) => all.some(({ kind }) => kind === tie)),
    schools,
    minAge: age?.min ?? null,
    maxAge: age?.max ?? null,
    ageTold: age?.told ?? "years",
    rollId: roll?.rollId ?? null,
    rollUse: rules.some((rule) => rule.some(({ kind }) => kind === "roll") && rule.length > 1) ? "instead" : "must",
    identityLevel,
  };
  const areaIds = all.flatMap((condition) => ("areaIds" in condition ? [condition.areaIds] : []))[0] ?? [];
  return JSON.stringify(electorateFrom(terms, areaIds).rules) === JSON.stringify(rules) ? terms : null;
}
