import { sql } from "drizzle-orm";
import { byteArrays } from "#db/byte-arrays.ts";
import { database, rawClient } from "#db/client.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { canonicalVote } from "#domain/voting/ballot-box/vote.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { sealBallots } from "#features/voting/ballot-box/seal-ballots.ts";
import { randomKey } from "#platform/random.ts";

export interface BallotsAlike {
  readonly times?: number;
  readonly choices: readonly number[];
  readonly points?: readonly number[];
  readonly areaId?: string;
  /** Nobody was given these ballots: the roll has no marks for them. */
  readonly unmarked?: boolean;
}

/**
 * Puts ballots in the log of a poll, opened already, and as many marks on its roll, whatever the time; gives how many. Their
 * leaves hold nothing that could be checked: for tests of what comes after the box. Real ballots are cast by `castInBulk`.
 */
export async function fillBox(scope: AnyScope, pollId: string, kinds: readonly BallotsAlike[]): Promise<number> {
  const each = kinds.flatMap((kind) => Array.from({ length: kind.times ?? 1 }, () => kind));
  await sealBallots(pollId);
  for (let from = 0; from < each.length; from += 1_000) {
    const part = each.slice(from, from + 1_000);
    const keys = part.map(() => randomKey(32));
    await rawClient()`
      with leaves as (
        select place + (select size from box.logs where poll_id = ${pollId}) - 1 as index, key, vote
        from unnest(${byteArrays(keys)}, ${byteArrays(part.map(({ choices, points }) => Buffer.from(canonicalVote({ choices, ...(points ? { points } : {}) }))))}) with ordinality as v (key, vote, place)
      ), written as (
        insert into log.leaves (poll_id, index, kind, hash, bytes, voter_key, version) select ${pollId}, index, 'ballot', key, key, key, 1 from leaves returning index
      ), opened as (
        insert into log.openings (poll_id, index, salt, ballot) select ${pollId}, leaves.index, key, vote from leaves
      )
      update box.logs set size = size + ${part.length} where poll_id = ${pollId}`;
    const marks = part.filter(({ unmarked }) => !unmarked);
    if (marks.length > 0)
      await database()
        .insert(rollMarks)
        .values(marks.map(({ areaId }) => ({ councilId: scope.council.id, pollId, voterHash: randomKey(), areaId: areaId ?? null, channel: "online" as const, markedOn: "2026-10-18" })));
  }
  return each.length;
}

/** Closes a poll before its time without a command, for tests of what comes after. */
export async function shut(pollId: string): Promise<void> {
  await database()
    .update(polls)
    .set({ state: "closed" })
    .where(sql`${polls.id} = ${pollId}`);
}
