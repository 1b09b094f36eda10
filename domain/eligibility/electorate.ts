/** Who may take part: stated before the vote, in rules that can be told in a sentence each. */
export interface Electorate {
  /** Youngest and oldest age in whole years, both allowed; null where there is no such limit. */
  readonly minAge: number | null;
  readonly maxAge: number | null;
  /** Areas one of which must hold the person's home; none named means the whole council. */
  readonly areaIds: readonly string[];
  readonly identityLevel: IdentityLevel;
}

/** 0 open · 1 e-mail confirmed · 2 e-mail and a postcode in the area · 3 a code sent by post · 4 seen by an officer. */
export const IDENTITY_LEVELS = [0, 1, 2, 3, 4] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

export const isIdentityLevel = (level: number): level is IdentityLevel => (IDENTITY_LEVELS as readonly number[]).includes(level);

/** What somebody says and shows of themselves when they ask to vote. */
export interface Claim {
  /** Whole years, as they say; null where it was not asked. */
  readonly age: number | null;
  /** The area of their postcode with every area it lies in, smallest first; empty when the postcode is not the council's. */
  readonly areaIds: readonly string[];
  readonly identityLevel: IdentityLevel;
}

/** Why somebody may not vote in a poll. Each has its words in i18n. */
export type Ineligible = "needs-more-proof" | "outside-council" | "outside-area" | "age-unknown" | "too-young" | "too-old";

/** Every rule of the electorate that the claim does not meet; none means the person may vote. */
export function reasonsAgainst(electorate: Electorate, claim: Claim): readonly Ineligible[] {
  const against: Ineligible[] = [];
  if (claim.identityLevel < electorate.identityLevel) against.push("needs-more-proof");
  if (electorate.identityLevel >= 2 || electorate.areaIds.length > 0) {
    if (claim.areaIds.length === 0) against.push("outside-council");
    else if (electorate.areaIds.length > 0 && !claim.areaIds.some((id) => electorate.areaIds.includes(id))) against.push("outside-area");
  }
  if (electorate.minAge !== null || electorate.maxAge !== null) {
    if (claim.age === null) against.push("age-unknown");
    else if (electorate.minAge !== null && claim.age < electorate.minAge) against.push("too-young");
    else if (electorate.maxAge !== null && claim.age > electorate.maxAge) against.push("too-old");
  }
  return against;
}

/** Age bands kept on the roll in place of an age: wide enough that a band in a ward is a crowd. */
export const AGE_BANDS = ["under-16", "16-24", "25-44", "45-64", "65-and-over"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The band of an age in whole years. */
export function ageBandOf(age: number): AgeBand {
  if (age < 16) return "under-16";
  if (age < 25) return "16-24";
  if (age < 45) return "25-44";
  return age < 65 ? "45-64" : "65-and-over";
}
