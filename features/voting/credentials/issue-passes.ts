import { and, eq, inArray, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { rollMarks, voterPasses } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { ageBandOf, ageOn } from "#domain/eligibility/age.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { pollingDayOf, reasonsAgainst, type Ineligible } from "#domain/eligibility/electorate.ts";
import type { PassWay, VoterIdentity } from "#domain/eligibility/voter-identity.ts";
import { found } from "#domain/policy/access-error.ts";
import { getElectorate } from "#features/eligibility/queries.ts";
import { now } from "#platform/clock.ts";
import { keyedHash, sha256 } from "#platform/keys.ts";
import { randomToken } from "#platform/random.ts";

/** How long somebody who was found eligible may take over their ballot. */
export const PASS_HOURS = 24;

export interface IssuePassesInput {
  /** Every ballot of the vote. */
  readonly polls: readonly { readonly pollId: string; readonly electorateId: string }[];
  /** Who they are; one identity is one voter, by whatever way they come. */
  readonly identity: VoterIdentity;
  /** How they showed it. */
  readonly way: PassWay;
  /** What they said and showed, looked up already: places as areas, rolls as entries. */
  readonly claim: Claim;
}

export interface PassDecision {
  readonly pollId: string;
  /** None: the pass is issued. */
  readonly against: readonly Ineligible[];
}

export interface IssuedPasses {
  /** Goes into the voter's cookie; the database keeps only its hashes. Null where no ballot is theirs. */
  readonly token: string | null;
  readonly decisions: readonly PassDecision[];
  /** A poll of this vote in which they have voted as somebody who lives elsewhere: then nothing is issued. */
  readonly votedElsewhere: string | null;
}

/** What is kept of a pass. Another hash for each poll, so that the passes of one voter cannot be joined. */
export const passHash = (token: string, pollId: string): Buffer => sha256("folkmoot/pass/v1", token, pollId);

/** The voter of one poll: keyed by it and by the installation's secret. */
export const voterHash = (pollId: string, identity: VoterIdentity): Buffer => keyedHash("voter", pollId, identity);

/**
 * Decides for each ballot of a vote whether somebody may have it, and gives one token for all that are theirs.
 * The claim is used and forgotten: the pass keeps the area, an age band and the way. A person lives in one place:
 * passes they got with another area end, and once they have voted from one area the others are closed to them.
 */
export async function issuePasses(scope: AnyScope, { polls: asked, identity, way, claim }: IssuePassesInput): Promise<IssuedPasses> {
  const area = claim.home?.[0] ?? null;
  const days = await pollingDays(scope, asked.map(({ pollId }) => pollId));
  const decisions = await Promise.all(
    asked.map(async ({ pollId, electorateId }) => {
      const pollingDay = found(days.get(pollId), "poll");
      return { pollId, pollingDay, against: reasonsAgainst(await getElectorate(scope, electorateId), claim, pollingDay) };
    }),
  );
  const theirs = decisions.filter(({ against }) => against.length === 0);
  if (theirs.length === 0) return { token: null, decisions, votedElsewhere: null };

  const token = randomToken();
  const voters = sql.join(
    asked.map(({ pollId }) => sql`(${pollId}::uuid, ${voterHash(pollId, identity)}::bytea)`),
    sql`, `,
  );
  return inTransaction(async (tx) => {
    // One asking of a voter at a time, or two at once would each leave a pass for another area.
    const turn = asked.map(({ pollId }) => voterHash(pollId, identity).toString("hex")).sort()[0] ?? "";
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`passes:${turn}`}, 0))`);
    await tx.execute(sql`delete from ${voterPasses} where (poll_id, voter_hash) in (${voters}) and area_id is distinct from ${area}::uuid`);
    const [elsewhere] = await tx.execute<{ poll_id: string }>(sql`
      select poll_id from ${rollMarks} where council_id = ${scope.council.id} and (poll_id, voter_hash) in (${voters}) and area_id is distinct from ${area}::uuid limit 1`);
    if (elsewhere) return { token: null, decisions, votedElsewhere: elsewhere.poll_id };
    await tx.insert(voterPasses).values(
      theirs.map(({ pollId, pollingDay }) => ({
        tokenHash: passHash(token, pollId),
        pollId,
        councilId: scope.council.id,
        voterHash: voterHash(pollId, identity),
        areaId: area,
        ageBand: claim.age === null ? "" : ageBandOf(ageOn(claim.age, pollingDay).least),
        way,
        expiresAt: sql`now() + make_interval(hours => ${PASS_HOURS})`,
      })),
    );
    return { token, decisions, votedElsewhere: null };
  });
}

/** The day for which ages are reckoned: the last on which a poll takes votes, in London. */
async function pollingDays(scope: AnyScope, pollIds: readonly string[]): Promise<ReadonlyMap<string, CivilDay>> {
  const rows = await database()
    .select({ id: polls.id, closesAt: polls.closesAt })
    .from(polls)
    .where(and(eq(polls.councilId, scope.council.id), inArray(polls.id, [...pollIds])));
  return new Map(rows.map(({ id, closesAt }) => [id, pollingDayOf(closesAt ?? now())]));
}
