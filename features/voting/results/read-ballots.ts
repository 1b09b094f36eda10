import { sql } from "drizzle-orm";
import { database, rawClient } from "#db/client.ts";
import { BallotTableBuilder, type BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { pointsOfBallot } from "#domain/voting/results/ballot-points.ts";

const BATCH = 2_000;

/** How many ballots there are to count: the last version of each in the box, and papers of sealed batches. */
export async function countBallots(pollId: string): Promise<number> {
  const [row] = await database().execute<{ ballots: string }>(sql`
    select (select count(distinct key_hash) from ballots where poll_id = ${pollId}) + (select count(*) from paper_ballots where poll_id = ${pollId}) as ballots`);
  return Number(row?.ballots ?? 0);
}

/**
 * Reads the last version of each ballot and every accepted paper as a stream and merges identical ones, so that memory grows with the kinds of ballot only.
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
    (select distinct on (key_hash) choices, points from ballots where poll_id = ${poll.id} order by key_hash, version desc)
    union all select choices, points from paper_ballots where poll_id = ${poll.id}
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
