import { and, asc, eq, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { pollCountRuns, pollCounts, pollDownloads, pollLots } from "#db/schema/voting/results.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { ballotLines, sideOutcome, winnersOf, type CountSheet, type SideCount } from "#domain/voting/results/count-sheet.ts";
import { joinLots } from "#domain/voting/results/lot-order.ts";
import { rulesThatFit } from "#domain/voting/results/every-rule.ts";
import { plainShares, readPollRule } from "#domain/voting/results/poll-rule.ts";
import { getPoll, listPollOptions, type PollInView } from "#features/voting/polls/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";
import { makeDownloads, type MadeDownload } from "./make-downloads.ts";
import { awaitOpenings } from "./await-openings.ts";
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
  const rule = readPollRule(poll.rule, poll.ruleParameters);
  if (rule === null) return err("unknown-rule");
  if (poll.budgetPence === null) return err("no-budget");
  try {
    const work = { poll, rule, budgetPence: poll.budgetPence };
    return await countInFull(scope, work, signal);
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

/** Writes how far the count is; answers whether it was asked to stop. */
async function keepRun(scope: SystemScope, pollId: string, change: Partial<typeof pollCountRuns.$inferInsert>): Promise<boolean> {
  const changedAt = now();
  const [run] = await database()
    .insert(pollCountRuns)
    .values({ state: "reading", startedAt: changedAt, ...change, pollId, councilId: scope.council.id, changedAt })
    .onConflictDoUpdate({ target: pollCountRuns.pollId, set: { ...change, changedAt } })
    .returning({ stopAsked: pollCountRuns.stopAsked });
  return run?.stopAsked === true;
}

/** Lots as they stand: each draw joined to those before it. */
async function listLots(scope: SystemScope, pollId: string): Promise<readonly number[]> {
  const draws = await database()
    .select({ lotOrder: pollLots.lotOrder })
    .from(pollLots)
    .where(and(eq(pollLots.councilId, scope.council.id), eq(pollLots.pollId, pollId)))
    .orderBy(asc(pollLots.drawnAt));
  return draws.reduce<readonly number[]>((order, { lotOrder }) => joinLots(order, lotOrder), []);
}

function awaitLots(scope: SystemScope, pollId: string, tied: readonly string[]): Promise<Result<never, "lots-required">> {
  return inTransaction(async (tx) => {
    const changedAt = now();
    await tx.update(pollCountRuns).set({ state: "lots-required", tied: tied.map(Number), changedAt }).where(eq(pollCountRuns.pollId, pollId));
    await record(tx, scope, { act: "poll.lots-required", thing: { kind: "poll", id: pollId }, detail: { tied: tied.length } });
    await emit(tx, { event: "poll.lots-required", councilId: scope.council.id, payload: { pollId } });
    await renewPages(tx, scope.council.slug);
    return err("lots-required");
  });
}

interface Finished {
  readonly sheet: CountSheet;
  readonly beside: readonly SideCount[];
  readonly digest: Buffer;
  readonly ballotsDigest: string;
  readonly downloads: readonly MadeDownload[];
}

/** Keeps the official count and, in the place of older ones, the rules beside it and what will be published. */
function keepCounts(scope: SystemScope, poll: PollInView, { sheet, beside, digest, ballotsDigest, downloads }: Finished): Promise<void> {
  const countedAt = now();
  const row = (counted: CountSheet | SideCount, official: boolean) => ({
    councilId: scope.council.id,
    pollId: poll.id,
    rule: counted.outcome.rule,
    ballotsCounted: counted.ballots,
    ...(counted.outcome.status === "decided"
      ? { ruleParameters: { ...counted.outcome.params }, winners: [...winnersOf({ outcome: counted.outcome })], spentPence: counted.outcome.totalCost }
      : { ruleParameters: {}, winners: [], spentPence: 0 }),
    sheet: counted,
    digest: official ? digest : digestOf(poll.fingerprint, ballotsDigest, counted),
    official,
    countedAt,
  });
  const official = row(sheet, true);
  return inTransaction(async (tx) => {
    const here = and(eq(polls.councilId, scope.council.id), eq(polls.id, poll.id));
    const [current] = await tx.select({ state: polls.state }).from(polls).where(here).for("update");
    if (current?.state !== "closed" && current?.state !== "counted") throw new Error("The poll was declared while it was being counted");
    await tx.delete(pollCounts).where(and(eq(pollCounts.pollId, poll.id), eq(pollCounts.official, false)));
    await tx.insert(pollCounts).values([official, ...beside.map((counted) => row(counted, false))]);
    await tx.delete(pollDownloads).where(eq(pollDownloads.pollId, poll.id));
    await tx
      .insert(pollDownloads)
      .values(downloads.map(({ name, contentType, content }) => ({ pollId: poll.id, councilId: scope.council.id, name, contentType, content, sha256: sha256(content), madeAt: countedAt })));
    await tx.update(polls).set({ state: "counted" }).where(and(here, eq(polls.state, "closed")));
    await tx.update(pollCountRuns).set({ state: "done", tied: sql`'{}'`, changedAt: countedAt }).where(eq(pollCountRuns.pollId, poll.id));
    await record(tx, scope, { act: "poll.counted", thing: { kind: "poll", id: poll.id }, detail: { digest: digest.toString("hex"), ballots: sheet.ballots } });
    await emit(tx, { event: "poll.counted", councilId: scope.council.id, payload: { pollId: poll.id } });
    await renewPages(tx, scope.council.slug);
  });
}

/** SHA-256 over the rules as locked, the ballots and the sheet: equal for equal counts, wherever and whenever they are made. */
function digestOf(fingerprint: string | null, ballots: string, sheet: CountSheet | SideCount): Buffer {
  return sha256(canonicalJson({ format: "folkmoot/count/v1", rules: fingerprint, ballots, sheet }));
}
