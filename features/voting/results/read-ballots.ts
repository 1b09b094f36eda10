import { sql } from "drizzle-orm";
import { database, rawClient } from "#db/client.ts";
import { BallotTableBuilder, type BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { pointsOfBallot } from "#domain/voting/results/ballot-points.ts";

const BATCH = 2_000;

/** How many voters have a ballot in the box; only the last version of each counts. */
export async function countBallots(pollId: string): Promise<number> {
  const [row] = await database().execute<{ ballots: string }>(sql`select count(distinct key_hash) as ballots from ballots where poll_id = ${pollId}`);
  return Number(row?.ballots ?? 0);
}

/**
 * Reads the last version of each ballot as a stream and merges identical ones, so that memory grows with the kinds of ballot only.
 * Columns of the table are the options in the order given. `onBatch` hears how many were read, and may throw to stop.
 */
export async function readBallots(
  poll: { readonly id: string; readonly ballotKind: BallotKind; readonly maxChoices: number | null },
  options: readonly number[],
  onBatch: (read: number) => Promise<void>,
): Promise<BallotTable> {
  const column = new Map(options.map((option, at) => [option, at]));
  const builder = new BallotTableBuilder(options.length);
  let read = 0;
  const ballots = rawClient()<{ choices: number[]; points: number[] | null }[]>`
    select distinct on (key_hash) choices, points from ballots where poll_id = ${poll.id} order by key_hash, version desc
  `.cursor(BATCH);
  for await (const batch of ballots) {
    for (const { choices, points } of batch) {
      const cells = new Map<number, number>();
      for (const given of pointsOfBallot(poll.ballotKind, poll.maxChoices, choices, points)) {
        const at = column.get(given.option);
        if (at === undefined) throw new Error(`A ballot marks option ${given.option}, which did not stand on the paper`);
        if (given.points > 0 && !cells.has(at)) cells.set(at, given.points);
      }
      builder.add([...cells]);
    }
    read += batch.length;
    await onBatch(read);
  }
  return builder.build();
}
