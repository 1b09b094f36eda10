import { err, ok, type Result } from "#domain/basics/result.ts";

/** The most by which the price may fall short, in pence: £2,000,000 (General Disposal Consent 2003, paragraph 2(b)). */
export const MOST_UNDERVALUE_PENCE = 200_000_000;

/** A lease of at most so many years is a short tenancy, which section 123 of the Local Government Act 1972 leaves free (section 123(7)). */
export const SHORT_LEASE_YEARS = 7;

export interface Disposal {
  /** What it would fetch without conditions, by a qualified surveyor, in pence. */
  readonly unrestrictedPence: number;
  readonly pricePence: number;
  /** Null for the freehold. */
  readonly leaseYears: number | null;
  /** Held for housing or for planning: its disposal needs a consent of its own at any price. */
  readonly ownConsent: boolean;
  /** The Secretary of State's or the Welsh Ministers' reference; empty where there is none. */
  readonly consentReference: string;
}

/** On what ground a price below the value is lawful. */
export type DisposalGround = "best-consideration" | "short-lease" | "general-consent" | "own-consent";

/** The unrestricted value less the price, in pence; nothing where the price is as high. */
export const undervalueOf = ({ unrestrictedPence, pricePence }: Pick<Disposal, "unrestrictedPence" | "pricePence">): number => Math.max(0, unrestrictedPence - pricePence);

/**
 * Whether land may be let go at this price, and on what ground. £2,000,000.00 below the value is allowed by the general consent; one penny
 * more needs a consent of its own, as does any price for housing or planning land (Housing Act 1985 s.32; Town and Country Planning Act
 * 1990 s.233). A lease of seven years or less is free.
 */
export function judgeDisposal(disposal: Disposal): Result<DisposalGround, "consent-needed"> {
  const undervalue = undervalueOf(disposal);
  const consented = disposal.consentReference.trim() !== "";
  if (disposal.ownConsent) return consented ? ok("own-consent") : err("consent-needed");
  if (undervalue === 0) return ok("best-consideration");
  if (disposal.leaseYears !== null && disposal.leaseYears <= SHORT_LEASE_YEARS) return ok("short-lease");
  if (undervalue <= MOST_UNDERVALUE_PENCE) return ok("general-consent");
  return consented ? ok("own-consent") : err("consent-needed");
}
