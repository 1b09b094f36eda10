import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { defined } from "#domain/basics/assert.ts";
import { ballotFromFile } from "#domain/budgeting/vote-from-file.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import type { PabulibBallot } from "#domain/voting/files/pabulib-format.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { readVoteFile } from "#features/involvement/importing/read-vote-file.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { getPoll, listPollOptions, type PollInView } from "#features/voting/polls/queries.ts";
import { fileChunks } from "#platform/files/read-file.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { castInBulk, type BulkVoter } from "#seed/cast-in-bulk.ts";

export const CAST_FILE_BALLOTS = "cast-file-ballots";

/** Ballots between two marks of progress; as many are cast again, to no effect, after a crash. */
const BATCH = 400;
const AT_ONCE = 8;

const payloadOf = z.object({ councilId: z.uuid(), importId: z.uuid(), pollId: z.uuid() });

/** Hears how many ballots of how many are cast. */
export type CastProgress = (cast: number, all: number) => void;

/**
 * Casts every ballot of a kept file by the real commands: each voter is found eligible, gets a pass and casts with a key of
 * their own, many in one statement. Marks its progress, so that it goes on after a crash; whoever had voted already is passed over.
 */
export const castFileBallots =
  (progress: CastProgress): JobHandler =>
  async (payload, { signal }) => {
    const { councilId, importId, pollId } = payloadOf.parse(payload);
    const scope = await systemScope(councilId, CAST_FILE_BALLOTS);
    const here = and(eq(fileImports.councilId, councilId), eq(fileImports.id, importId));
    const [row] = await database().select({ fileId: fileImports.fileId, cast: fileImports.rowsKept }).from(fileImports).where(here);
    const { fileId, cast } = defined(row, "import");
    const read = await readVoteFile(fileChunks(defined(fileId, "file")));
    if (!read.ok) throw new Error("The kept file can no longer be read");
    const { ballots } = read.value;
    const poll = await getPoll(scope, pollId);
    const numbers = new Map((await listPollOptions(scope, pollId)).map(({ reference, number }) => [reference, number]));
    for (let from = cast; from < ballots.length; from += BATCH) {
      signal.throwIfAborted();
      const batch = ballots.slice(from, from + BATCH).map((ballot, at) => ({ ballot, voter: from + at }));
      const voters: BulkVoter[] = [];
      await eachAtOnce(batch, async ({ ballot, voter }) => {
        voters.push(await findEligible(scope, poll, `voter-${voter}@${importId}.example`, ballot, numbers));
      });
      await castInBulk(pollId, voters);
      const upTo = Math.min(from + BATCH, ballots.length);
      await database().update(fileImports).set({ rowsKept: upTo }).where(here);
      progress(upTo, ballots.length);
    }
    await database().update(fileImports).set({ state: "done" }).where(here);
  };

async function findEligible(scope: SystemScope, poll: PollInView, email: string, ballot: PabulibBallot, numbers: ReadonlyMap<string, number>): Promise<BulkVoter> {
  const { token } = await issueByEmail(scope, { polls: [{ pollId: poll.id, electorateId: poll.electorateId }], email, age: null, postcode: null });
  const { choices, points } = ballotFromFile(poll, ballot, numbers);
  return { name: email, token: defined(token, "pass"), vote: { choices, ...(points ? { points } : {}) } };
}

/** Does the work for each, a few at a time. */
async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
