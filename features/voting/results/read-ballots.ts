import { rawClient } from "#db/client.ts";
import { BallotTableBuilder, type BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { pointsOfBallot } from "#domain/voting/results/ballot-points.ts";
import { BallotLines } from "./ballot-lines.ts";

/** How many ballots are read between two looks at whether to go on. */
const TELL_EVERY = 20_000;

/** Ballots that may count: one for each voter's key in the log, and papers of sealed batches. */
export async function countBallots(pollId: string): Promise<number> {
  const [row] = await rawClient()<{ ballots: string }[]>`
    select (select count(*) from log.leaves where poll_id = ${pollId} and version = 1) + (select count(*) from paper_ballots where poll_id = ${pollId}) as ballots`;
  return Number(row?.ballots ?? 0);
}

/** What was opened after the close, and every accepted paper, as a line of lists: `[3,9]`, or `[3,9] [4,1]` with points. */
const linesOf = (pollId: string): string => `
  select concat_ws(' ', vote->>'choices', vote->>'points')
  from (select convert_from(ballot, 'UTF8')::json as vote from log.openings where poll_id = '${pollId}' and invalid is null) as opened
  union all
  select translate(concat_ws(' ', choices::text, points::text), '{}', '[]') from paper_ballots where poll_id = '${pollId}'`;

/**
 * Reads what was opened after the close, and every accepted paper, as a stream and merges identical ones, so that memory grows with the kinds of ballot only.
 * Columns of the table are the options in the order given. `onBatch` hears how many were read, and may throw to stop.
 */
export async function readBallots(
  poll: { readonly id: string; readonly ballotKind: BallotKind; readonly maxChoices: number | null },
  options: readonly number[],
  onBatch: (read: number) => Promise<void>,
): Promise<BallotTable> {
  if (!/^[0-9a-f-]{36}$/i.test(poll.id)) throw new RangeError("A poll's id is a UUID");
  const column = new Map(options.map((option, at) => [option, at]));
  const builder = new BallotTableBuilder(options.length);
  let read = 0;
  const lines = new BallotLines((choices, points) => {
    const cells: [number, number][] = [];
    for (const given of pointsOfBallot(poll.ballotKind, poll.maxChoices, choices, points)) {
      const at = column.get(given.option);
      if (at === undefined) throw new Error(`A ballot marks option ${given.option}, which did not stand on the paper`);
      if (given.points > 0 && !cells.some(([known]) => known === at)) cells.push([at, given.points]);
    }
    builder.add(cells);
    read += 1;
  });
  const copying = rawClient().unsafe(`copy (${linesOf(poll.id)}) to stdout`);
  const stream = await copying.readable();
  let told = 0;
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) {
      lines.read(piece as Buffer);
      if (read - told < TELL_EVERY) continue;
      told = read;
      await onBatch(read);
    }
  } catch (fault) {
    // What is on its way must be taken from the connection, or nobody could use it again.
    copying.cancel();
    stream.on("error", () => undefined).resume();
    throw fault;
  }
  await onBatch(read);
  return builder.build();
}
