import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { whatIfRuns } from "#db/schema/voting/what-if.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { now } from "#platform/clock.ts";
import type { EngagementToTry } from "./start-what-if.ts";

/** Asks a run to stop; it does within a second and keeps nothing. Does nothing where it is over or of another vote. */
export async function stopWhatIf(scope: ActorScope, engagement: EngagementToTry, runId: string): Promise<void> {
  authorise(scope, "engagement.try-rules", engagement);
  await database()
    .update(whatIfRuns)
    .set({ stopAsked: true, changedAt: now(), state: sql`case when state = 'waiting' then 'stopped'::count_run_state else state end` })
    .where(and(eq(whatIfRuns.councilId, scope.council.id), eq(whatIfRuns.engagementId, engagement.id), eq(whatIfRuns.id, runId), sql`state in ('waiting', 'reading', 'counting')`));
}
