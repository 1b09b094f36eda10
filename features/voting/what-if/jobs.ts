import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client.ts";
import { whatIfRuns } from "#db/schema/voting/what-if.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { now } from "#platform/clock.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { tryRules } from "./try-rules.ts";

const aRun = z.object({ councilId: z.uuid(), runId: z.uuid() });

/** Tries rules as asked; what a fault broke off waits to be tried again, or is given up. */
export const whatIfJob: JobHandler = async (payload, { signal, lastTry }) => {
  const { councilId, runId } = aRun.parse(payload);
  try {
    await tryRules(await systemScope(councilId, "what-if"), runId, signal);
  } catch (fault) {
    const left = lastTry ? ({ state: "failed", refusal: "failed", file: null } as const) : ({ state: "waiting" } as const);
    await database()
      .update(whatIfRuns)
      .set({ ...left, changedAt: now() })
      .where(and(eq(whatIfRuns.councilId, councilId), eq(whatIfRuns.id, runId)));
    throw fault;
  }
};
