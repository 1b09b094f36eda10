import { rawClient } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { ShortMemory } from "#platform/short-memory.ts";
import { ballotKeyHash } from "./cast-vote.ts";

/** A ballot as its own voter may see it again: that it is in, and never what is on it. */
export interface BallotInBox {
  readonly version: number;
  readonly tracking: string;
}

/** The last version of the ballot that this key holds in a poll of the council, or null. */
export async function findBallot(scope: AnyScope, pollId: string, key: BallotKey): Promise<BallotInBox | null> {
  const [row] = await rawClient()<BallotInBox[]>`
    select ballots.version, ballots.tracking
    from ballots join polls on polls.id = ballots.poll_id
    where polls.council_id = ${scope.council.id} and ballots.poll_id = ${pollId} and ballots.key_hash = ${ballotKeyHash(key)}
    order by ballots.version desc limit 1`;
  return row ?? null;
}

/** What the public log says of one tracking code. */
export interface LogEntry {
  readonly pollId: string;
  readonly tracking: string;
  readonly version: number;
  /** The version that counts; higher than `version` where the ballot was changed since. */
  readonly lastVersion: number;
}

/** The ballot with this tracking code in one of these polls of the council, or null. */
export async function findByTrackingCode(scope: AnyScope, pollIds: readonly string[], code: string): Promise<LogEntry | null> {
  const [row] = await rawClient()<LogEntry[]>`
    select b.poll_id as "pollId", b.tracking, b.version,
      (select max(version) from ballots where poll_id = b.poll_id and key_hash = b.key_hash)::integer as "lastVersion"
    from ballots b join polls on polls.id = b.poll_id
    where polls.council_id = ${scope.council.id} and b.poll_id = any (${[...pollIds]}::uuid[]) and b.tracking = ${code}
    limit 1`;
  return row ?? null;
}

/** How many ballots of a poll are in the log. */
export interface LogOfPoll {
  readonly pollId: string;
  /** Ballots that count: one for each key. */
  readonly ballots: number;
  /** Entries that were replaced by a later version. */
  readonly replaced: number;
}

// Counting a large vote takes a while, and many look on the last evening.
const counted = new ShortMemory<readonly LogOfPoll[]>({ seconds: 5 });

/** The numbers of the log for each of these polls of the council, at most five seconds old. */
export function countLog(scope: AnyScope, pollIds: readonly string[]): Promise<readonly LogOfPoll[]> {
  return counted.get(
    `${scope.council.id}/${pollIds.join()}`,
    async () => rawClient()<LogOfPoll[]>`
      select polls.id as "pollId", count(b.version) filter (where b.version = 1)::integer as ballots, count(b.version) filter (where b.version > 1)::integer as replaced
      from polls left join ballots b on b.poll_id = polls.id
      where polls.council_id = ${scope.council.id} and polls.id = any (${[...pollIds]}::uuid[])
      group by polls.id`,
  );
}

/** One page of the log: tracking codes in order of the alphabet, which says nothing of when they came. */
export async function listTrackingCodes(scope: AnyScope, pollIds: readonly string[], page: number, perPage: number): Promise<readonly LogEntry[]> {
  return rawClient()<LogEntry[]>`
    select b.poll_id as "pollId", b.tracking, b.version,
      (select max(version) from ballots where poll_id = b.poll_id and key_hash = b.key_hash)::integer as "lastVersion"
    from ballots b join polls on polls.id = b.poll_id
    where polls.council_id = ${scope.council.id} and b.poll_id = any (${[...pollIds]}::uuid[])
    order by b.tracking limit ${perPage} offset ${(page - 1) * perPage}`;
}
