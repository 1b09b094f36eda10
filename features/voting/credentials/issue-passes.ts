import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { voterPasses } from "#db/schema/voting/credentials.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { ageBandOf, reasonsAgainst, type Claim, type Ineligible } from "#domain/eligibility/electorate.ts";
import { findAreaOfPostcode, getElectorate, type AreaOfPostcode } from "#features/eligibility/queries.ts";
import { keyedHash, sha256 } from "#platform/keys.ts";
import { randomToken } from "#platform/random.ts";

/** How long somebody who was found eligible may take over their ballot. */
const HOURS = 24;

export interface IssuePassesInput {
  /** Every ballot of the vote. */
  readonly polls: readonly { readonly pollId: string; readonly electorateId: string }[];
  /** The address they confirmed; one address is one voter, by whatever way they come. */
  readonly email: string;
  /** Whole years, as they say. */
  readonly age: number | null;
  /** Upper case, no space; null where it was not asked. */
  readonly postcode: string | null;
}

export interface PassDecision {
  readonly pollId: string;
  /** None: the pass is issued. */
  readonly against: readonly Ineligible[];
}

export interface IssuedPasses {
  /** Goes into the voter's cookie; the database keeps only its hashes. Null where no ballot is theirs. */
  readonly token: string | null;
  readonly area: AreaOfPostcode | null;
  readonly decisions: readonly PassDecision[];
}

/** What is kept of a pass. Another hash for each poll, so that the passes of one voter cannot be joined. */
export const passHash = (token: string, pollId: string): Buffer => sha256("folkmoot/pass/v1", token, pollId);

/** The voter of one poll: keyed by it and by the installation's secret. */
export const voterHash = (pollId: string, email: string): Buffer => keyedHash("voter", pollId, email.normalize("NFKC").trim().toLowerCase());

/**
 * Decides for each ballot of a vote whether somebody may have it, and gives one token for all that are theirs.
 * The postcode and the age are used and forgotten: the pass keeps the area and an age band.
 */
export async function issuePasses(scope: AnyScope, input: IssuePassesInput): Promise<IssuedPasses> {
  const { polls, email, age, postcode } = input;
  const area = postcode === null ? null : await findAreaOfPostcode(scope, postcode);
  const claim: Claim = { age, areaIds: area?.areaIds ?? [], identityLevel: area ? 2 : 1 };
  const decisions = await Promise.all(
    polls.map(async ({ pollId, electorateId }) => ({ pollId, against: reasonsAgainst(await getElectorate(scope, electorateId), claim) })),
  );
  const theirs = decisions.filter(({ against }) => against.length === 0);
  if (theirs.length === 0) return { token: null, area, decisions };
  const token = randomToken();
  await database()
    .insert(voterPasses)
    .values(
      theirs.map(({ pollId }) => ({
        tokenHash: passHash(token, pollId),
        pollId,
        councilId: scope.council.id,
        voterHash: voterHash(pollId, email),
        areaId: area?.id ?? null,
        ageBand: age === null ? "" : ageBandOf(age),
        expiresAt: sql`now() + make_interval(hours => ${HOURS})`,
      })),
    );
  return { token, area, decisions };
}
