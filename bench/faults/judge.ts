import { setTimeout as sleep } from "node:timers/promises";
import type { Arena } from "./arena.ts";
import type { Voter } from "./voter.ts";

export interface Verdict {
  /** Voters' keys with a ballot in the log. */
  readonly ballots: number;
  readonly receipts: number;
  /** Receipts whose leaf is not in the log after the close. */
  readonly receiptsLost: number;
  /** Marks beyond one for a voter, and keys in the log beyond the marks. */
  readonly doubleMarks: number;
  /** Marks of people who were never able to cast, and ballots that are waiting for ever. */
  readonly halfWrites: number;
}

/** Closes the poll, waits until the box has sealed everything, and compares what was promised with what is there. */
export async function closeAndJudge({ sql, pollId }: Arena, voters: readonly Voter[]): Promise<Verdict> {
  await insist(() => sql`update polls set state = 'closed' where id = ${pollId} and state = 'ready'`);
  for (;;) {
    const [row] = await insist(() => sql<{ closed: boolean }[]>`select closed from box.logs where poll_id = ${pollId}`);
    if (row?.closed) break;
    await sleep(100);
  }
  const leaves = await sql<{ hash: Buffer; version: number }[]>`select hash, version from log.leaves where poll_id = ${pollId} and kind = 'ballot'`;
  const inLog = new Set(leaves.map(({ hash }) => hash.toString("hex")));
  const receipts = voters.flatMap((voter) => voter.receipts);
  const keys = leaves.filter(({ version }) => version === 1).length;
  const [marks] = await sql<{ marks: number; voters: number }[]>`select count(*)::integer as marks, count(distinct voter_hash)::integer as voters from roll_marks where poll_id = ${pollId}`;
  const [waiting] = await sql<{ waiting: number }[]>`select count(*)::integer as waiting from box.waiting where poll_id = ${pollId}`;
  const [made, people] = [marks?.marks ?? 0, marks?.voters ?? 0];
  return {
    ballots: keys,
    receipts: receipts.length,
    receiptsLost: receipts.filter((leaf) => !inLog.has(leaf)).length,
    doubleMarks: made - people + Math.max(0, keys - made),
    halfWrites: voters.filter(({ given, receipts: own }) => given && own.length === 0).length + Math.max(0, people - voters.filter(({ given }) => given).length) + (waiting?.waiting ?? 0),
  };
}

async function insist<T>(work: () => PromiseLike<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch {
      await sleep(100);
    }
  }
}
