import { ageOn } from "./age.ts";
import type { Claim, PlaceAreas } from "./claim.ts";
import type { IdentityLevel } from "./identity-level.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";

/** Who may take part: stated before the vote, in rules that can be told in a sentence each. */
export interface Electorate {
  /** Youngest and oldest age in whole years, both allowed; null where there is no such limit. */
  readonly minAge: number | null;
  readonly maxAge: number | null;
  /** Areas one of which must hold the person's home; none named means the whole council. */
  readonly areaIds: readonly string[];
  readonly identityLevel: IdentityLevel;
}

/** The day for which ages are reckoned: the last on which votes are taken, in London. A poll that closes at midnight closes the day before. */
export const pollingDayOf = (closesAt: Date): CivilDay => londonDay(new Date(closesAt.getTime() - 1));

/** Why somebody may not vote in a poll. Each has its words in i18n. */
export type Ineligible = "needs-more-proof" | "outside-council" | "outside-area" | "age-unknown" | "too-young" | "too-old";

/** Every rule of the electorate that the claim does not meet on polling day; none means the person may vote. */
export function reasonsAgainst(electorate: Electorate, claim: Claim, pollingDay: CivilDay): readonly Ineligible[] {
  const against: Ineligible[] = [];
  if (claim.identityLevel < electorate.identityLevel) against.push("needs-more-proof");
  const home: PlaceAreas = claim.home ?? [];
  if (electorate.identityLevel >= 2 || electorate.areaIds.length > 0) {
    if (home.length === 0) against.push("outside-council");
    else if (electorate.areaIds.length > 0 && !home.some((id) => electorate.areaIds.includes(id))) against.push("outside-area");
  }
  if (electorate.minAge !== null || electorate.maxAge !== null) {
    const age = claim.age === null ? null : ageOn(claim.age, pollingDay);
    if (age === null) against.push("age-unknown");
    else if (electorate.minAge !== null && age.least < electorate.minAge) against.push("too-young");
    else if (electorate.maxAge !== null && age.most > electorate.maxAge) against.push("too-old");
  }
  return against;
}
