import { rawClient } from "#db/client.ts";
import { BallotTableBuilder, type BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { pointsOfPlace } from "#domain/voting/results/ballot-points.ts";
import { BallotText } from "./ballot-text.ts";

/** How many ballots are read between two looks at whether to go on. */
const TELL_EVERY = 20_000;

/** Ballots that may count: one for each voter's key in the log, and papers of sealed batches. */
export async function countBallots(pollId: string): Promise<number> {
  const [row] = await rawClient()<{ ballots: string }[]>`
    select (select count(*) from log.leaves where poll_id = ${pollId} and version = 1) + (select count(*) from paper_ballots where poll_id = ${pollId}) as ballots`;
  return Number(row?.ballots ?? 0);
}

/** Ballots that come from the database in one row: one by one each would cost more to send and to receive than to read. */
const BALLOTS_IN_A_ROW = 2_000;

/** Rows that are on their way at once. */
const ROWS_AT_ONCE = 8;

/**
 * What was opened after the close, and every accepted paper, as {@link BallotText} reads it: `{"choices":[3,9]};`, or `[3,9] [4,1];` with
 * points. A ballot that was opened and counts is canonical JSON, so its bytes are sent as they are.
 *
 * By a cursor and not by COPY: postgres.js stops reading from a connection whose last piece of a copy fills its buffer, and never begins again.
 */
const rowsOf = (pollId: string) => rawClient()<{ ballots: string | null }[]>`
  select convert_from((
    select string_agg(ballot, ';') || ';' from log.openings
    where poll_id = ${pollId} and invalid is null and index between first and first + ${BALLOTS_IN_A_ROW - 1}), 'UTF8') as ballots
  from generate_series(0, (select max(index) from log.openings where poll_id = ${pollId}), ${BALLOTS_IN_A_ROW}) first
  union all
  select string_agg(translate(concat_ws(' ', choices::text, points::text), '{}', '[]') || ';', '')
  from (select choices, points, (row_number() over ()) / ${BALLOTS_IN_A_ROW} as row from paper_ballots where poll_id = ${pollId}) papers
  group by row`.cursor(ROWS_AT_ONCE);

/**
 * Reads what was opened after the close, and every accepted paper, as a stream and merges identical ones, so that memory grows with the kinds of ballot only.
 * Columns of the table are the options in the order given. `onBatch` hears how many were read, and may throw to stop.
 */
export async function readBallots(
  poll: { readonly id: string; readonly ballotKind: BallotKind; readonly maxChoices: number | null },
  options: readonly number[],
  onBatch: (read: number) => Promise<void>,
): Promise<BallotTable> {
  const column = new Map(options.map((option, at) => [option, at]));
  const builder = new BallotTableBuilder(options.length);
  const marked: number[] = [];
  const given: number[] = [];
  await streamBallots(
    poll.id,
    (choices, points) => {
      marked.length = given.length = choices.length;
      for (const [place, option] of choices.entries()) {
        const at = column.get(option);
        if (at === undefined) throw new Error(`A ballot marks option ${option}, which did not stand on the paper`);
        marked[place] = at;
        given[place] = pointsOfPlace(poll.ballotKind, poll.maxChoices, place, choices.length, points);
      }
      builder.add(marked, given);
    },
    onBatch,
  );
  // Shared, so that the thread that counts needs no copy.
  return builder.build((bytes) => new SharedArrayBuffer(bytes));
}

/** Hands on every ballot that may count, in no order that means anything; `take` is given the same two lists each time. */
async function streamBallots(pollId: string, take: (choices: readonly number[], points: readonly number[] | null) => void, onBatch: (read: number) => Promise<void>): Promise<void> {
  let read = 0;
  const text = new BallotText((choices, points) => {
    take(choices, points);
    read += 1;
  });
  let told = 0;
  for await (const rows of rowsOf(pollId)) {
    for (const { ballots } of rows) if (ballots !== null) text.read(Buffer.from(ballots, "latin1"));
    if (read - told < TELL_EVERY) continue;
    told = read;
    await onBatch(read);
  }
  text.end();
  await onBatch(read);
}

/** The same ballots one by one, as an election counts them. Throws where one marks what did not stand on the paper. */
export async function readVotes(pollId: string, options: readonly number[], onBatch: (read: number) => Promise<void>): Promise<readonly Vote[]> {
  const known = new Set(options);
  const votes: Vote[] = [];
  await streamBallots(
    pollId,
    (choices, points) => {
      const strange = choices.find((option) => !known.has(option));
      if (strange !== undefined) throw new Error(`A ballot marks option ${strange}, which did not stand on the paper`);
      votes.push({ choices: [...choices], ...(points === null ? {} : { points: [...points] }) });
    },
    onBatch,
  );
  return votes;
}
