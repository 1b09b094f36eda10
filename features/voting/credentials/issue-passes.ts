import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { rollMarks, voterPasses } from "#db/schema/voting/credentials.ts";
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
  /** A poll of this vote in which they have voted as somebody who lives elsewhere: then nothing is issued. */
  readonly votedElsewhere: string | null;
}

/** What is kept of a pass. Another hash for each poll, so that the passes of one voter cannot be joined. */
export const passHash = (token: string, pollId: string): Buffer => sha256("folkmoot/pass/v1", token, pollId);

/** The voter of one poll: keyed by it and by the installation's secret. */
export const voterHash = (pollId: string, email: string): Buffer => keyedHash("voter", pollId, email.normalize("NFKC").trim().toLowerCase());

/**
 * Decides for each ballot of a vote whether somebody may have it, and gives one token for all that are theirs.
 * The postcode and the age are used and forgotten: the pass keeps the area and an age band. A person lives in one place:
 * passes they got with a postcode of another area end, and once they have voted from one area the others are closed to them.
 */
export async function issuePasses(scope: AnyScope, input: IssuePassesInput): Promise<IssuedPasses> {
  const { polls, email, age, postcode } = input;
  const area = postcode === null ? null : await findAreaOfPostcode(scope, postcode);
  const claim: Claim = { age, areaIds: area?.areaIds ?? [], identityLevel: area ? 2 : 1 };
  const decisions = await Promise.all(
    polls.map(async ({ pollId, electorateId }) => ({ pollId, against: reasonsAgainst(await getElectorate(scope, electorateId), claim) })),
  );
  const theirs = decisions.filter(({ against }) => against.length === 0);
  if (theirs.length === 0) return { token: null, area, decisions, votedElsewhere: null };

  const token = randomToken();
  const voters = sql.join(
    polls.map(({ pollId }) => sql`(${pollId}::uuid, ${voterHash(pollId, email)}::bytea)`),
    sql`, `,
  );
  return inTransaction(async (tx) => {
    // One asking of a voter at a time, or two at once would each leave a pass for another area.
    const turn = polls.map(({ pollId }) => voterHash(pollId, email).toString("hex")).sort()[0] ?? "";
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`passes:${turn}`}, 0))`);
    await tx.execute(sql`delete from ${voterPasses} where (poll_id, voter_hash) in (${voters}) and area_id is distinct from ${area?.id ?? null}::uuid`);
    const [elsewhere] = await tx.execute<{ poll_id: string }>(sql`
      select poll_id from ${rollMarks} where council_id = ${scope.council.id} and (poll_id, voter_hash) in (${voters}) and area_id is distinct from ${area?.id ?? null}::uuid limit 1`);
    if (elsewhere) return { token: null, area, decisions, votedElsewhere: elsewhere.poll_id };
    await tx.insert(voterPasses).values(
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
    return { token, area, decisions, votedElsewhere: null };
  });
}
