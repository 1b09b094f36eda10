import { AccessError } from "#domain/policy/access-error.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { getFactors, type Factors } from "./queries.ts";

/**
 * The first factor may be set up by whoever holds the e-mail address; from then on a change needs one of those there are.
 * Throws AccessError `second-factor` until this session has shown it.
 */
export async function authoriseChange(person: SignedIn): Promise<Factors> {
  const factors = await getFactors(person);
  if (!factors.none && !person.secondFactor) throw new AccessError("second-factor", "change of second factor");
  return factors;
}
