import type { pollCountRuns } from "#db/schema/voting/results.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { isElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { ballotLines, sideOutcome, type CountSheet, type SideCount } from "#domain/voting/results/count-sheet.ts";
import { joinLots } from "#domain/voting/results/lot-order.ts";
import { rulesThatFit } from "#domain/voting/results/every-rule.ts";
import { plainShares, readPollRule } from "#domain/voting/results/poll-rule.ts";
import { getPoll, listPollOptions, type PollInView } from "#features/voting/polls/queries.ts";
import { sha256 } from "#platform/keys.ts";
import { makeDownloads } from "./make-downloads.ts";
import { awaitOpenings } from "./await-openings.ts";
import { countOffice } from "./count-office.ts";
import { awaitLots, digestOf, keepCounts, keepRun, listLots } from "./keep-count.ts";
import { countBallots, readBallots } from "./read-ballots.ts";
import type { EngineTask } from "./run-engine.ts";
import { runWatched, StopAsked } from "./run-watched.ts";

export type CountRefusal = "not-closed" | "unknown-rule" | "no-budget" | "needs-shares" | "lots-required" | "stopped";

/**
 * Counts a closed poll by its own rule, with the lots drawn so far or none, and by every other rule that fits its ballots.
 * Nothing of a count is kept until all of it is done. Counting again adds a count that can be compared with the first.
 * Where only lots can decide it keeps nothing but which options tied. 404 for another council's poll.
 */
export async function countPoll(scope: SystemScope, pollId: string, signal: AbortSignal = new AbortController().signal): Promise<Result<{ readonly digest: string }, CountRefusal>> {
  const poll = await getPoll(scope, pollId);
  if (poll.state !== "closed" && poll.state !== "counted") return err("not-closed");
  if (isElectionRuleId(poll.rule)) return unlessStopped(scope, pollId, () => countOffice(scope, poll, signal));
  const rule = readPollRule(poll.rule, poll.ruleParameters);
  if (rule === null) return err("unknown-rule");
  if (poll.budgetPence === null) return err("no-budget");
  const work = { poll, rule, budgetPence: poll.budgetPence };
  return unlessStopped(scope, pollId, () => countInFull(scope, work, signal));
}

/** A count that somebody stops keeps nothing but that it was stopped. */
async function unlessStopped<T>(scope: SystemScope, pollId: string, count: () => Promise<Result<T, CountRefusal>>): Promise<Result<T, CountRefusal>> {
  try {
    return await count();
  } catch (fault) {
    if (!(fault instanceof StopAsked)) throw fault;
    await keepRun(scope, pollId, { state: "stopped" });
    return err("stopped");
  }
}

interface Work {
  readonly poll: PollInView;
  readonly rule: NonNullable<ReturnType<typeof readPollRule>>;
  readonly budgetPence: number;
}

async function countInFull(scope: SystemScope, { poll, rule, budgetPence }: Work, signal: AbortSignal): Promise<Result<{ readonly digest: string }, CountRefusal>> {
  const options = await listPollOptions(scope, poll.id);
  const numbers = options.map(({ number }) => number);
  const progress = async (change: Partial<typeof pollCountRuns.$inferInsert>): Promise<void> => {
    signal.throwIfAborted();
    if (await keepRun(scope, poll.id, change)) throw new StopAsked();
  };
  await progress({ state: "opening", ballotsExpected: 0, ballotsRead: 0, steps: 0, rule: rule.rule });
  const open = await awaitOpenings(poll.id, async (ballotsRead) => progress({ ballotsRead, ballotsExpected: await countBallots(poll.id) }));
  if (!open.ok) {
    if (open.error === "needs-shares") await keepRun(scope, poll.id, { state: "needs-shares" });
    return open;
  }
  await progress({ state: "reading", ballotsExpected: await countBallots(poll.id), ballotsRead: 0 });
  const table = await readBallots(poll, numbers, (ballotsRead) => progress({ ballotsRead }));

  const lots = await listLots(scope, poll.id);
  // A tie in a rule that is only shown beside is settled by number on the list: nobody draws lots for it.
  const named = { official: lots.map(String), beside: joinLots(lots, numbers.filter((number) => !lots.includes(number))).map(String) };
  const plain = plainShares(rule.rule);
  const tasks: EngineTask[] = [
    { ...rule, lotOrder: named.official, beside: false },
    ...rulesThatFit(rule).map((other) => ({ ...other, lotOrder: named.beside, beside: true })),
    ...(plain === null ? [] : [{ rule: plain, params: rule.params, lotOrder: named.beside, beside: true }]),
  ];
  const projects = options.map(({ number, costPence }) => ({ id: String(number), cost: costPence ?? 0 }));
  await progress({ state: "counting" });
  const outcomes = await runWatched({ projects, table, budgetPence, tasks }, ({ rule: counting, steps }) => progress({ rule: counting, steps }), signal);

  const [official, ...others] = outcomes;
  if (official?.status !== "decided") return awaitLots(scope, poll.id, official?.status === "lots-required" ? official.tied : []);
  const plainOutcome = plain === null ? undefined : others.pop();
  const base = { version: 1 as const, budgetPence, ballots: table.voters, lots };
  const sheet: CountSheet = {
    ...base,
    plainShare: plainOutcome?.status === "decided" ? { winners: plainOutcome.winners.length, spentPence: plainOutcome.totalCost } : null,
    outcome: official,
  };
  const beside = others.flatMap((outcome): SideCount[] => {
    if (outcome.status === "lots-required") return [];
    return [{ ...base, plainShare: null, outcome: outcome.status === "decided" ? sideOutcome(outcome) : { status: "not-counted", rule: outcome.rule, reason: outcome.status } }];
  });
  const ballotsDigest = sha256(...ballotLines(table, numbers)).toString("hex");
  const digest = digestOf(poll.fingerprint, ballotsDigest, sheet);
  const downloads = makeDownloads(scope, { poll, options, table, sheet, beside, digest: digest.toString("hex"), ballotsDigest });
  await keepCounts(scope, poll, { sheet, beside, digest, downloads, ballotsDigest });
  return ok({ digest: digest.toString("hex") });
}
