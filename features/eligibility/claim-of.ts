import type { AnyScope } from "#domain/councils/scope.ts";
import { NOTHING_SAID, type Claim } from "#domain/eligibility/claim.ts";
import { findAreaOfPostcode, type AreaOfPostcode } from "./queries.ts";

export interface SaidOfThemselves {
  /** Whole years on polling day, as they say. */
  readonly age: number | null;
  /** Postcode of their home: upper case, no space; null where it was not asked. */
  readonly postcode: string | null;
}

/** What somebody with a confirmed address said, with their postcode looked up. */
export async function claimOf(scope: AnyScope, { age, postcode }: SaidOfThemselves): Promise<{ readonly claim: Claim; readonly area: AreaOfPostcode | null }> {
  const area = postcode === null ? null : await findAreaOfPostcode(scope, postcode);
  return {
    area,
    claim: {
      ...NOTHING_SAID,
      home: postcode === null ? null : (area?.areaIds ?? []),
      age: age === null ? null : { kind: "years", years: age },
      identityLevel: area ? 2 : 1,
    },
  };
}
