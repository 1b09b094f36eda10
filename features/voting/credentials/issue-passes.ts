import { and, eq, inArray, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { rollMarks, voterPasses } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { ageBandOf, ageOn } from "#domain/eligibility/age.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { areaOfVoter, pollingDayOf, reasonsAgainst, rollsOf, type Electorate, type Reason } from "#domain/eligibility/electorate.ts";
import { electorIdentity, type PassWay, type VoterIdentity } from "#domain/eligibility/voter-identity.ts";
import { found } from "#domain/policy/access-error.ts";
import { assessClaim, type Asking } from "#features/eligibility/claims/assess-claim.ts";
import { getElectorate } from "#features/eligibility/queries.ts";
import { now } from "#platform/clock.ts";
import { keyedHash } from "#platform/keys.ts";
import { randomToken } from "#platform/random.ts";
import { passHash } from "./pass-hash.ts";

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
  /** What the request shows of itself, to be assessed first. Null where an officer has seen them, and where a program makes voters up. */
  readonly asking: Asking | null;
}

export interface PassDecision {
  readonly pollId: string;
  /** None: the pass is issued. */
  readonly against: readonly Reason[];
}

export interface IssuedPasses {
  /** Goes into the voter's cookie; the database keeps only its hashes. Null where no ballot is theirs. */
  readonly token: string | null;
  readonly decisions: readonly PassDecision[];
  /** A poll of this vote in which they have voted as somebody who lives elsewhere: then nothing is issued. */
  readonly votedElsewhere: string | null;
  /** Reference of the request where it is held for a person, or was refused by two: then nothing is issued. */
  readonly stopped: string | null;
}


/** The voter of one poll: keyed by it and by the installation's secret. */
export const voterHash = (pollId: string, identity: VoterIdentity): Buffer => keyedHash("voter", pollId, identity);

/**
 * Decides for each ballot of a vote whether somebody may have it, and gives one token for all that are theirs.
 * The claim is used and forgotten: the pass keeps the area, an age band and the way. A person lives in one place:
 * passes they got with another area end, and once they have voted from one area the others are closed to them.
 */
export async function issuePasses(scope: AnyScope, { polls: asked, identity, way, claim, asking }: IssuePassesInput): Promise<IssuedPasses> {
  const days = await pollingDays(scope, asked.map(({ pollId }) => pollId));
  const decisions = await Promise.all(
    asked.map(async ({ pollId, electorateId }) => {
      const pollingDay = found(days.get(pollId), "poll");
      const electorate = await getElectorate(scope, electorateId);
      const voter = voterHash(pollId, identityAt(electorate, claim, identity));
      return { pollId, pollingDay, voter, area: areaOfVoter(electorate, claim), against: reasonsAgainst(electorate, claim, pollingDay) };
    }),
  );
  const theirs = decisions.filter(({ against }) => against.length === 0);
  if (theirs.length === 0) return { token: null, decisions, votedElsewhere: null, stopped: null };

  if (asking !== null && way !== "officer") {
    const [elector] = Object.values(claim.electors);
    const stopped = await assessClaim(scope, {
      ...asking,
      identity: elector === undefined ? identity : electorIdentity(elector),
      way,
      ofClass: elector !== undefined || claim.school !== null,
      areaId: theirs.find(({ area }) => area !== null)?.area ?? null,
      voters: theirs.map(({ pollId, voter }) => ({ pollId, voterHash: voter })),
      lastDay: theirs.map(({ pollingDay }) => pollingDay).sort().at(-1) ?? londonDay(now()),
    });
    if (stopped !== null) return { token: null, decisions, votedElsewhere: null, stopped };
  }
  const token = randomToken();
  const voters = sql.join(
    decisions.map(({ pollId, voter, area }) => sql`(${pollId}::uuid, ${voter}::bytea, ${area}::uuid)`),
    sql`, `,
  );
  return inTransaction(async (tx) => {
    // One asking of a voter at a time, or two at once would each leave a pass for another area.
    const turn = decisions.map(({ voter }) => voter.toString("hex")).sort()[0] ?? "";
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`passes:${turn}`}, 0))`);
    await tx.execute(sql`
      delete from ${voterPasses} p using (values ${voters}) as v (poll_id, voter_hash, area_id)
      where p.poll_id = v.poll_id and p.voter_hash = v.voter_hash and p.area_id is distinct from v.area_id`);
    const [elsewhere] = await tx.execute<{ poll_id: string }>(sql`
      select m.poll_id from ${rollMarks} m join (values ${voters}) as v (poll_id, voter_hash, area_id) using (poll_id, voter_hash)
      where m.council_id = ${scope.council.id} and m.area_id is distinct from v.area_id limit 1`);
    if (elsewhere) return { token: null, decisions, votedElsewhere: elsewhere.poll_id, stopped: null };
    await tx.insert(voterPasses).values(
      theirs.map(({ pollId, pollingDay, voter, area }) => ({
        tokenHash: passHash(token, pollId),
        pollId,
        councilId: scope.council.id,
        voterHash: voter,
        areaId: area,
        ageBand: claim.age === null ? "" : ageBandOf(ageOn(claim.age, pollingDay).least),
        way,
        expiresAt: sql`now() + make_interval(hours => ${PASS_HOURS})`,
      })),
    );
    return { token, decisions, votedElsewhere: null, stopped: null };
  });
}

/** Whoever was matched to an entry of the roll that a poll's rules name is that entry, whatever else they showed. */
function identityAt(electorate: Electorate, claim: Claim, otherwise: VoterIdentity): VoterIdentity {
  const entryId = rollsOf(electorate).map((rollId) => claim.electors[rollId]).find((id) => id !== undefined);
  return entryId === undefined ? otherwise : electorIdentity(entryId);
}

/** The day for which ages are reckoned: the last on which a poll takes votes, in London. */
async function pollingDays(scope: AnyScope, pollIds: readonly string[]): Promise<ReadonlyMap<string, CivilDay>> {
  const rows = await database()
    .select({ id: polls.id, closesAt: polls.closesAt })
    .from(polls)
    .where(and(eq(polls.councilId, scope.council.id), inArray(polls.id, [...pollIds])));
  return new Map(rows.map(({ id, closesAt }) => [id, pollingDayOf(closesAt ?? now())]));
}
