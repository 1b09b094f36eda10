import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { whatIfRuns } from "#db/schema/voting/what-if.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { runWatched, StopAsked } from "../results/run-watched.ts";
import { now } from "#platform/clock.ts";
import { ballotsToTry, type WhatIfRefused } from "./ballots-to-try.ts";
import type { WhatIfAnswer, WhatIfAsked } from "./what-if-run.ts";

/** Longer than this no attempt is carried on; milliseconds. */
const MOST_TIME = 10 * 60_000;

/**
 * Counts the ballots of a run by each rule asked for and keeps the answer, or why there is none. Says how far it is, and stops when
 * asked. Ties are settled by place on the list. Does nothing for a run that is over; begun again after a fault it starts afresh.
 */
export async function tryRules(scope: SystemScope, runId: string, signal: AbortSignal, mostTime = MOST_TIME): Promise<void> {
  const here = and(eq(whatIfRuns.councilId, scope.council.id), eq(whatIfRuns.id, runId));
  const keep = async (change: Partial<typeof whatIfRuns.$inferInsert>): Promise<void> => {
    signal.throwIfAborted();
    const [run] = await database()
      .update(whatIfRuns)
      .set({ ...change, changedAt: now() })
      .where(and(here, sql`state in ('waiting', 'reading', 'counting')`))
      .returning({ stopAsked: whatIfRuns.stopAsked });
    if (run?.stopAsked !== false) throw new StopAsked();
  };
  const refuse = ({ code, faults = [] }: WhatIfRefused) => database().update(whatIfRuns).set({ state: "failed", refusal: code, faults, file: null, changedAt: now() }).where(here);
  const [run] = await database().select({ state: whatIfRuns.state, asked: whatIfRuns.asked, file: whatIfRuns.file }).from(whatIfRuns).where(here);
  if (!run) return;
  // Only startWhatIf writes what was asked.
  const asked = run.asked as WhatIfAsked;
  try {
    await keep({ state: "reading", rulesDone: 0, rule: "", steps: 0 });
    const ballots = await ballotsToTry(scope, asked, run.file);
    if (!ballots.ok) return void (await refuse(ballots.error));
    await keep({ state: "counting" });
    const answer = await count(asked, ballots.value, ({ task, rule, steps }) => keep({ rulesDone: task, rule, steps }), AbortSignal.any([signal, AbortSignal.timeout(mostTime)]));
    await keep({ state: "done", answer, file: null, rulesDone: asked.input.rules.length });
  } catch (fault) {
    if (fault instanceof StopAsked) await database().update(whatIfRuns).set({ state: "stopped", file: null, changedAt: now() }).where(and(here, sql`state in ('waiting', 'reading', 'counting')`));
    else if (fault instanceof DOMException && fault.name === "TimeoutError") await refuse({ code: "took-too-long" });
    else throw fault;
  }
}

type Progress = Parameters<typeof runWatched>[1];

async function count({ input }: WhatIfAsked, { projects, table }: { readonly projects: WhatIfAsked["vote"]["projects"]; readonly table: Parameters<typeof runWatched>[0]["table"] }, progress: Progress, signal: AbortSignal): Promise<WhatIfAnswer> {
  const costs = projects.map(({ costPence }, at) => ({ id: String(at + 1), cost: costPence }));
  const lotOrder = costs.map(({ id }) => id);
  const params = input.threshold === null ? {} : { threshold: input.threshold };
  const tasks = input.rules.map((rule) => ({ rule, params, lotOrder, beside: true }));
  const outcomes = await runWatched({ projects: costs, table, budgetPence: input.budgetPence, tasks }, progress, signal);
  const decided = outcomes.flatMap((outcome) => (outcome.status === "decided" ? [outcome] : []));
  return {
    voters: table.voters,
    projects: projects.map((project, at) => ({ ...project, votes: decided[0]?.projects[at]?.votes ?? 0 })),
    counts: decided.map(({ rule, winners, totalCost, metrics }) => ({ rule, winners: winners.map(Number), totalCost, metrics })),
    notCounted: outcomes.flatMap((outcome) => (outcome.status === "too-many-sets" ? [outcome.rule] : [])),
  };
}
