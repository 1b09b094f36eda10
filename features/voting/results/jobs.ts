import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client.ts";
import { pollCountRuns } from "#db/schema/voting/results.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { now } from "#platform/clock.ts";
import { countPoll } from "./count-poll.ts";

const aPoll = z.object({ councilId: z.uuid(), pollId: z.uuid() });

/** Counts a poll for which a count was asked; one that was stopped before it began is left alone. */
export const countPollJob: JobHandler = async (payload, { signal, lastTry }) => {
  const { councilId, pollId } = aPoll.parse(payload);
  const scope = await systemScope(councilId, "count-poll");
  const here = and(eq(pollCountRuns.councilId, councilId), eq(pollCountRuns.pollId, pollId));
  const [run] = await database().select({ state: pollCountRuns.state }).from(pollCountRuns).where(here);
  if (run?.state === "stopped") return;
  const leave = (state: "waiting" | "failed") => database().update(pollCountRuns).set({ state, changedAt: now() }).where(here);
  try {
    const counted = await countPoll(scope, pollId, signal);
    if (!counted.ok && (counted.error === "unknown-rule" || counted.error === "no-budget" || counted.error === "not-closed")) await leave("failed");
  } catch (fault) {
    await leave(lastTry ? "failed" : "waiting");
    throw fault;
  }
};
