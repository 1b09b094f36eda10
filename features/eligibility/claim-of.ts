import type { AnyScope } from "#domain/councils/scope.ts";
import type { AgeClaim } from "#domain/eligibility/age.ts";
import { NOTHING_SAID, type Claim } from "#domain/eligibility/claim.ts";
import { TIES, type Tie } from "#domain/eligibility/electorate.ts";
import { findAreaOfPostcode, type AreaOfPostcode } from "./queries.ts";

export interface SaidOfThemselves {
  /** Upper case, no space. */
  readonly postcodes: Readonly<Partial<Record<Tie, string>>>;
  readonly school?: string | null;
  readonly age: AgeClaim | null;
}

export interface LookedUpClaim {
  readonly claim: Claim;
  /** The area of each postcode; null for one the council does not know. */
  readonly areas: Readonly<Partial<Record<Tie, AreaOfPostcode | null>>>;
}

/** What somebody with a confirmed address said, with their postcodes looked up. */
export async function claimOf(scope: AnyScope, { postcodes, school = null, age }: SaidOfThemselves): Promise<LookedUpClaim> {
  const given = TIES.flatMap((tie) => (postcodes[tie] === undefined ? [] : [[tie, postcodes[tie]] as const]));
  const areas = Object.fromEntries(await Promise.all(given.map(async ([tie, postcode]) => [tie, await findAreaOfPostcode(scope, postcode)] as const))) as LookedUpClaim["areas"];
  const placeOf = (tie: Tie): readonly string[] | null => (areas[tie] === undefined ? null : (areas[tie]?.areaIds ?? []));
  return {
    areas,
    claim: { ...NOTHING_SAID, home: placeOf("live"), work: placeOf("work"), study: placeOf("study"), school, age, identityLevel: Object.values(areas).some((area) => area !== null) ? 2 : 1 },
  };
}
