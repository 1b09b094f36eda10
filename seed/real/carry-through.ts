import { setTimeout as wait } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { pollCountRuns } from "#db/schema/voting/results.ts";
import { defined } from "#domain/basics/assert.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";
import { changeDetails } from "#features/involvement/drafting/change-details.ts";
import { changeTimes } from "#features/involvement/drafting/change-times.ts";
import { detailsOf, getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { closeVoting } from "#features/involvement/following/close-voting.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { recordLots } from "#features/voting/results/record-lots.ts";
import { startCount } from "#features/voting/results/start-count.ts";
import { now } from "#platform/clock.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { CAST_FILE_BALLOTS } from "./cast-file-ballots.ts";
import type { RealOfficers } from "./real-council.ts";

const HOUR_MS = 3_600_000;
const EVIDENCE = "A published vote, replayed to show that the count here gives the same winners. Nobody is asked anything.";

export interface RealWork {
  readonly officers: RealOfficers;
  readonly engagementId: string;
  readonly importId: string;
  /** Carries out the jobs that wait. */
  readonly runJobs: () => Promise<void>;
  readonly say: (words: string) => void;
}

/** Takes a vote from wherever it stands to its declared result, by the commands of the officers; answers its poll. */
export async function carryThrough({ officers, engagementId, importId, runJobs, say }: RealWork): Promise<string> {
  const { author, approver, returning } = officers;
  const read = () => getVoteForOfficers(author, engagementId);
  const pollId = defined((await read()).programme.pots[0], "pot").pollId;

  if ((await read()).state === "draft") {
    await finishDraft(officers, engagementId);
    await done(sendForApproval(author, engagementId));
  }
  if ((await read()).state === "in-review") await done(approveEngagement(approver, engagementId));
  if ((await read()).state === "approved") {
    await done(publishEngagement(author, engagementId));
    say("published");
  }
  if ((await read()).state === "published" && (await getPoll(author, pollId)).state === "ready") {
    await inTransaction((tx) => enqueue(tx, CAST_FILE_BALLOTS, { councilId: author.council.id, importId, pollId }, { key: keyOfCasting(importId), mostTries: 3 }));
    await runJobs();
    await allCast(importId);
    await done(closeVoting(returning, { engagementId, earlyBecause: EVIDENCE }));
    say("closed");
  }
  while ((await getPoll(author, pollId)).state === "closed") await countOnce(officers, pollId, runJobs, say);
  await done(declareResult(returning, { pollId, name: returning.actor.name }));
  await runJobs();
  say("declared");
  return pollId;
}

/** Voting is closed only when every ballot of the file is in the box. Throws with what stopped the job; a later run goes on from there. */
async function allCast(importId: string): Promise<void> {
  const [row] = await database().select({ state: fileImports.state, cast: fileImports.rowsKept, all: fileImports.rowsDone }).from(fileImports).where(eq(fileImports.id, importId));
  if (row?.state === "done") return;
  const [job] = await database().execute<{ last_error: string | null }>(sql`select last_error from graphile_worker.jobs where key = ${keyOfCasting(importId)}`);
  throw new Error(`Only ${row?.cast ?? 0} of ${row?.all ?? 0} ballots were cast: ${job?.last_error ?? "the job did not run"}`);
}

const keyOfCasting = (importId: string): string => `${CAST_FILE_BALLOTS}:${importId}`;

async function finishDraft({ author }: RealOfficers, engagementId: string): Promise<void> {
  const vote = await getVoteForOfficers(author, engagementId);
  const draft = { engagementId, seen: "" };
  const english = (en: string) => ({ en, cy: "" });
  await done(
    changeDetails(author, draft, {
      ...detailsOf(vote),
      texts: {
        title: vote.texts.title,
        summary: english("A real vote, cast again here ballot by ballot."),
        decision: english("Nothing: it was decided where it was held."),
        decidedBy: english("The people who voted then."),
        affected: english("Nobody now."),
      },
    }),
  );
  const from = now().getTime();
  await done(changeTimes(author, draft, { opensAt: new Date(from - HOUR_MS), closesAt: new Date(from + 48 * HOUR_MS), resultsAt: new Date(from + 72 * HOUR_MS) }));
  for (const item of COMMON_ITEMS) await done(signReadiness(author, { engagementId, item, evidence: EVIDENCE }));
}

/** Counts once, wherever the job is carried out. A tie that only lots decide is settled in the order of the file, as in the published results. */
async function countOnce({ returning }: RealOfficers, pollId: string, runJobs: () => Promise<void>, say: (words: string) => void): Promise<void> {
  say("counting");
  await done(startCount(returning, { pollId }));
  for (;;) {
    await runJobs();
    const [run] = await database().select({ state: pollCountRuns.state, tied: pollCountRuns.tied }).from(pollCountRuns).where(eq(pollCountRuns.pollId, pollId));
    if (run?.state === "done") return;
    if (run?.state === "lots-required") {
      say(`lots for ${run.tied.length} tied projects, in the order of the file`);
      await done(recordLots(returning, { pollId, once: randomId(), lotOrder: [...run.tied].sort((a, b) => a - b), witness: "Order of the file" }));
      return;
    }
    if (run?.state === "failed" || run?.state === "stopped") throw new Error(`The count ${run.state}`);
    await wait(500);
  }
}
