import { and, asc, eq, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { pollCountRuns, pollCounts, pollDownloads, pollLots } from "#db/schema/voting/results.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { winnersOf, type CountSheet, type SideCount } from "#domain/voting/results/count-sheet.ts";
import { joinLots } from "#domain/voting/results/lot-order.ts";
import type { OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import type { PollInView } from "#features/voting/polls/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";
import type { MadeDownload } from "./make-downloads.ts";

/** Writes how far the count is; answers whether it was asked to stop. */
export async function keepRun(scope: SystemScope, pollId: string, change: Partial<typeof pollCountRuns.$inferInsert>): Promise<boolean> {
  const changedAt = now();
  const [run] = await database()
    .insert(pollCountRuns)
    .values({ state: "reading", startedAt: changedAt, ...change, pollId, councilId: scope.council.id, changedAt })
    .onConflictDoUpdate({ target: pollCountRuns.pollId, set: { ...change, changedAt } })
    .returning({ stopAsked: pollCountRuns.stopAsked });
  return run?.stopAsked === true;
}

/** Lots as they stand: each draw joined to those before it. */
export async function listLots(scope: SystemScope, pollId: string): Promise<readonly number[]> {
  const draws = await database()
    .select({ lotOrder: pollLots.lotOrder })
    .from(pollLots)
    .where(and(eq(pollLots.councilId, scope.council.id), eq(pollLots.pollId, pollId)))
    .orderBy(asc(pollLots.drawnAt));
  return draws.reduce<readonly number[]>((order, { lotOrder }) => joinLots(order, lotOrder), []);
}

export function awaitLots(scope: SystemScope, pollId: string, tied: readonly string[]): Promise<Result<never, "lots-required">> {
  return inTransaction(async (tx) => {
    const changedAt = now();
    await tx.update(pollCountRuns).set({ state: "lots-required", tied: tied.map(Number), changedAt }).where(eq(pollCountRuns.pollId, pollId));
    await record(tx, scope, { act: "poll.lots-required", thing: { kind: "poll", id: pollId }, detail: { tied: tied.length } });
    await emit(tx, { event: "poll.lots-required", councilId: scope.council.id, payload: { pollId } });
    await renewPages(tx, scope.council.slug);
    return err("lots-required");
  });
}

export interface FinishedCount {
  readonly sheet: CountSheet | OfficeSheet;
  readonly beside: readonly SideCount[];
  readonly digest: Buffer;
  readonly ballotsDigest: string;
  readonly downloads: readonly MadeDownload[];
}

/** Keeps the official count and, in the place of older ones, the rules beside it and what will be published. */
export function keepCounts(scope: SystemScope, poll: PollInView, { sheet, beside, digest, ballotsDigest, downloads }: FinishedCount): Promise<void> {
  const countedAt = now();
  const row = (counted: CountSheet | OfficeSheet | SideCount, official: boolean) => ({
    councilId: scope.council.id,
    pollId: poll.id,
    rule: counted.outcome.rule,
    ballotsCounted: counted.ballots,
    ...(counted.outcome.status === "decided"
      ? { ruleParameters: { ...counted.outcome.params }, winners: [...winnersOf({ outcome: counted.outcome })], spentPence: "totalCost" in counted.outcome ? counted.outcome.totalCost : 0 }
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
export function digestOf(fingerprint: string | null, ballots: string, sheet: CountSheet | OfficeSheet | SideCount): Buffer {
  return sha256(canonicalJson({ format: "folkmoot/count/v1", rules: fingerprint, ballots, sheet }));
}
