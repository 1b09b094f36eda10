import { and, count, eq, inArray } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { whatIfRuns } from "#db/schema/voting/what-if.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { EngagementToJudge } from "#domain/policy/involvement.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import type { VoteToTry, WhatIfAsked, WhatIfInput } from "./what-if-run.ts";

/** Runs of one council that may wait at once: each takes its turn. */
const MOST_WAITING = 5;

/** No list of projects that people could vote on is longer. */
const MOST_PROJECTS = 1_000;

export interface EngagementToTry extends EngagementToJudge {
  readonly id: string;
}

/**
 * Sets rules trying going, away from the request, on ballots that are nobody's: made up, published, or from a file (its bytes).
 * Asked twice with one number it is one run. Gives the run's id. AccessError from the moment the vote is public: nobody may try how
 * a running vote would come out.
 */
export async function startWhatIf(
  scope: ActorScope,
  engagement: EngagementToTry,
  vote: VoteToTry,
  { once, ...input }: WhatIfInput & { readonly once: string },
  file: Buffer | null,
): Promise<Result<{ readonly runId: string }, "no-projects" | "too-many-projects" | "no-file" | "too-many-waiting">> {
  authorise(scope, "engagement.try-rules", engagement);
  if (input.source === "simulated" && vote.projects.length === 0) return err("no-projects");
  if (vote.projects.length > MOST_PROJECTS) return err("too-many-projects");
  if (input.source === "file" && file === null) return err("no-file");
  const asked: WhatIfAsked = { input, vote };
  return inTransaction(async (tx) => {
    const sent = and(eq(whatIfRuns.councilId, scope.council.id), eq(whatIfRuns.once, once));
    const [known] = await tx.select({ id: whatIfRuns.id }).from(whatIfRuns).where(sent);
    if (known) return ok({ runId: known.id });
    const [waiting] = await tx
      .select({ runs: count() })
      .from(whatIfRuns)
      .where(and(eq(whatIfRuns.councilId, scope.council.id), inArray(whatIfRuns.state, ["waiting", "reading", "counting"])));
    if ((waiting?.runs ?? 0) >= MOST_WAITING) return err("too-many-waiting");
    const at = now();
    const [run] = await tx
      .insert(whatIfRuns)
      .values({ councilId: scope.council.id, engagementId: engagement.id, once, asked, file: input.source === "file" ? file : null, startedAt: at, changedAt: at })
      .onConflictDoUpdate({ target: [whatIfRuns.councilId, whatIfRuns.once], set: { once } })
      .returning({ id: whatIfRuns.id });
    if (!run) throw new Error("No run was kept");
    await record(tx, scope, { act: "engagement.rules-tried", thing: { kind: "engagement", id: engagement.id }, detail: { rules: input.rules, source: input.source } });
    await enqueue(tx, "what-if", { councilId: scope.council.id, runId: run.id }, { key: `what-if:${run.id}`, queue: `what-if:${scope.council.id}`, mostTries: 3 });
    return ok({ runId: run.id });
  });
}
