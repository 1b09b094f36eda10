import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { tableOfBallots, type BudgetBallot, type BudgetDecided } from "#domain/voting/counting/count.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { FileFault } from "#domain/voting/files/file-fault.ts";
import { readPabulib, type PabulibFile } from "#domain/voting/files/pabulib.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { simulatedBallots } from "#domain/voting/what-if/simulated-ballots.ts";
import { findDownload } from "../results/queries.ts";
import { runEngine } from "../results/run-engine.ts";
import { listEarlierPolls } from "./queries.ts";

/** A vote that has not begun: its projects by place on the list, and the ballots it will have. */
export interface VoteToTry {
  readonly costs: readonly number[];
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
}

export interface WhatIfInput {
  readonly budgetPence: number;
  readonly rules: readonly BudgetRuleId[];
  readonly source: "simulated" | "earlier" | "file";
  readonly seed: number;
  readonly voters: number;
  readonly maxChoices: number | null;
  /** The earlier poll, where its ballots are tried. */
  readonly earlier: string;
}

export interface WhatIfAnswer {
  readonly voters: number;
  /** One for each rule, in the order asked. */
  readonly outcomes: readonly BudgetDecided[];
}

export type WhatIfRefusal = "no-projects" | "no-file" | "file-has-faults" | "other-number-of-projects" | "no-earlier-vote" | "took-too-long";

export interface WhatIfRefused {
  readonly code: WhatIfRefusal;
  readonly faults?: readonly FileFault[];
}

/** Longer than this the page does not wait; milliseconds. */
const MOST_TIME = 20_000;

/**
 * Counts made-up or earlier ballots by each rule, in a thread of its own. Nothing is kept. Ties are settled by place on the list.
 * Ballots of a file or an earlier vote are taken as they are: the first project of theirs stands for the first of these, and so on.
 */
export async function tryRules(scope: ActorScope, vote: VoteToTry, input: WhatIfInput, file: AsyncIterable<Uint8Array> | null, mostTime = MOST_TIME): Promise<Result<WhatIfAnswer, WhatIfRefused>> {
  if (vote.costs.length === 0) return err({ code: "no-projects" });
  const ballots = await ballotsToTry(scope, vote, input, file);
  if (!ballots.ok) return ballots;
  const projects = vote.costs.map((cost, at) => ({ id: String(at + 1), cost }));
  const table = tableOfBallots(projects, ballots.value);
  const lotOrder = projects.map(({ id }) => id);
  try {
    const outcomes = await runEngine(
      { projects, table, budgetPence: input.budgetPence, tasks: input.rules.map((rule) => ({ rule, params: {}, lotOrder, beside: true })) },
      { signal: AbortSignal.timeout(mostTime), onStep: () => {} },
    );
    return ok({ voters: table.voters, outcomes: outcomes.flatMap((outcome) => (outcome.status === "decided" ? [outcome] : [])) });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "TimeoutError") return err({ code: "took-too-long" });
    throw fault;
  }
}

async function ballotsToTry(scope: ActorScope, vote: VoteToTry, input: WhatIfInput, file: AsyncIterable<Uint8Array> | null): Promise<Result<Iterable<BudgetBallot>, WhatIfRefused>> {
  switch (input.source) {
    case "simulated":
      return ok(simulatedBallots({ ...vote, seed: input.seed, voters: input.voters, maxChoices: input.maxChoices ?? vote.maxChoices, budgetPence: input.budgetPence }));
    case "file":
      return file === null ? err({ code: "no-file" }) : ballotsOf(file, vote.costs.length);
    case "earlier": {
      const known = (await listEarlierPolls(scope, vote.costs.length)).find(({ id }) => id === input.earlier);
      const published = known && (await findDownload(scope, known.id, "votes.pb"));
      return published ? ballotsOf(once(await published.read()), vote.costs.length) : err({ code: "no-earlier-vote" });
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function ballotsOf(bytes: AsyncIterable<Uint8Array>, projects: number): Promise<Result<Iterable<BudgetBallot>, WhatIfRefused>> {
  const read = await readPabulib(bytes);
  if (!read.ok) return err({ code: "file-has-faults", faults: read.error });
  return read.value.projects.length === projects ? ok(byPlace(read.value)) : err({ code: "other-number-of-projects" });
}

/** The ballots with each project named by its place on the file's list. */
function byPlace({ projects, ballots }: PabulibFile): BudgetBallot[] {
  const place = new Map(projects.map(({ id }, at) => [id, String(at + 1)]));
  return ballots.map(({ choices }) => ({ choices: choices.map(({ projectId, points }) => ({ projectId: place.get(projectId) ?? "", points })) }));
}
