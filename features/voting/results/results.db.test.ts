import { existsSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditTrail, outbox } from "#db/schema/platform.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollCountRuns, pollCounts } from "#db/schema/voting/results.ts";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { countBudgetVote, type BudgetCountInput } from "#domain/voting/counting/count.ts";
import { BUDGET_RULE_IDS } from "#domain/voting/counting/rules.ts";
import { readPublishedCount, recountPublished } from "#domain/voting/recount/recount-published.ts";
import { parsePabulib } from "#domain/voting/files/pabulib.ts";
import { sha256 } from "#platform/keys.ts";
import { listAreaShares } from "#features/voting/comparison/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { fillBox, shut, type BallotsAlike } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeReadyPoll, makeWard } from "#testing/factories/polls.ts";
import { referenceData } from "#testing/reference-data.ts";
import { countPoll } from "./count-poll.ts";
import { countPollJob } from "./jobs.ts";
import { declareResult } from "./declare-result.ts";
import { findDownload, getCountDesk, getPublishedTurnout, getResult } from "./queries.ts";
import { recordLots } from "./record-lots.ts";
import { startCount } from "./start-count.ts";
import { stopCount } from "./stop-count.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();

const as = (role: Role, at: SystemScope = scope): ActorScope => {
  const actor: Actor = { personId: randomId(), email: `${role}@example.com`, name: "Ros Officer", roles: [role], operator: false, secondFactor: true };
  return { ...at, kind: "actor", actor } as unknown as ActorScope;
};
const officer = as("returning-officer");

/** £90; the library (1) and hall (2) share their 60 supporters, the swings (3) have 30 of their own, 10 are blank. */
const COSTS = [4_000, 5_000, 3_000, 20_000];
const KINDS: readonly BallotsAlike[] = [
  { times: 60, choices: [1, 2] },
  { times: 30, choices: [3, 4] },
  { times: 10, choices: [] },
];

async function closedPoll(parts: Parameters<typeof makeReadyPoll>[1] = {}, kinds = KINDS): Promise<string> {
  const pollId = await makeReadyPoll(scope, { ballotKind: "approval", budgetPence: 9_000, costs: COSTS, rule: "greedy", ...parts });
  await fillBox(scope, pollId, kinds);
  await shut(pollId);
  return pollId;
}

const digestOf = async (pollId: string) => {
  const counted = await countPoll(scope, pollId);
  if (!counted.ok) throw new Error(counted.error);
  return counted.value.digest;
};

describe("a count", () => {
  test("gives the winners of the rule agreed, and shows the others beside it", async () => {
    const pollId = await closedPoll();
    await digestOf(pollId);
    const desk = await getCountDesk(scope, pollId);
    expect(desk.poll.state).toBe("counted");
    expect([desk.ballots, desk.marks, desk.counts.length]).toEqual([100, 100, 1]);
    expect(desk.counts[0]?.sheet.outcome.winners).toEqual(["1", "2"]);
    expect(desk.counts[0]?.sheet.outcome.metrics.votersByWinners).toEqual([40, 0, 60]);
    const beside = desk.beside.flatMap(({ outcome }) => (outcome.status === "decided" ? [[outcome.rule, outcome.winners.toSorted()] as const] : []));
    expect(beside.map(([rule]) => rule).toSorted()).toEqual(BUDGET_RULE_IDS.filter((id) => id !== "greedy" && id !== "greedy_threshold").toSorted());
    expect(Object.fromEntries(beside)).toMatchObject({ greedy_ratio: ["1", "2"], mes_cost_add1_util: ["1", "3"], maxwelfare_score: ["1", "2"], phragmen: ["1", "3"] });
    expect(desk.run?.state).toBe("done");
    const events = await db.select().from(outbox);
    expect(events.filter(({ event, payload }) => event === "poll.counted" && payload["pollId"] === pollId)).toHaveLength(1);
  });

  test("made twice gives the same digest and the same bytes", async () => {
    const pollId = await closedPoll({ rule: "equal-shares" });
    expect(await digestOf(pollId)).toBe(await digestOf(pollId));
    const { counts } = await getCountDesk(scope, pollId);
    expect(counts).toHaveLength(2);
    expect(JSON.stringify(counts[0]?.sheet)).toBe(JSON.stringify(counts[1]?.sheet));
    expect(counts[0]?.sheet.plainShare).toEqual({ winners: 1, spentPence: 4_000 });
  });

  test("takes every kind of ballot", async () => {
    const points = await closedPoll({ ballotKind: "cumulative" }, [{ times: 60, choices: [1, 3], points: [1, 9] }]);
    const ranked = await closedPoll({ ballotKind: "ranked", maxChoices: 3 }, [{ times: 60, choices: [3, 1] }]);
    const single = await closedPoll({ ballotKind: "single-choice", maxChoices: 1 }, [{ times: 60, choices: [3] }, { choices: [1] }]);
    for (const pollId of [points, ranked, single]) {
      await digestOf(pollId);
      expect((await getCountDesk(scope, pollId)).counts[0]?.sheet.outcome.winners).toEqual(["3", "1"]);
    }
    expect((await getCountDesk(scope, ranked)).counts[0]?.sheet.outcome.projects.map(({ score }) => score)).toEqual([120, 0, 180, 0]);
  });

  test("is not made of an open poll, of another council's, or by anybody but its returning officer", async () => {
    const open = await makeReadyPoll(scope, { ballotKind: "approval", rule: "greedy" });
    expect(await countPoll(scope, open)).toEqual({ ok: false, error: "not-closed" });
    await expect(startCount(officer, { pollId: open })).rejects.toMatchObject({ reason: "forbidden" });
    const closed = await closedPoll();
    await expect(startCount(as("engagement-officer"), { pollId: closed })).rejects.toMatchObject({ reason: "forbidden" });
    const stranger = as("returning-officer", await makeCouncil());
    await expect(startCount(stranger, { pollId: closed })).rejects.toMatchObject({ reason: "not-found" });
    await expect(getResult(stranger, closed)).rejects.toMatchObject({ reason: "not-found" });
    expect((await getCountDesk(scope, open)).counts).toEqual([]);
  });

  test("is seen by its returning officer alone until it is declared, then by every officer", async () => {
    const pollId = await closedPoll();
    await digestOf(pollId);
    for (const role of ["engagement-officer", "council-admin", "approver", "auditor"] as const)
      expect(await getCountDesk(as(role), pollId)).toMatchObject({ seesCount: false, run: null, counts: [], beside: [], lots: [], downloads: [], ballots: 100, marks: 100 });
    expect(await getCountDesk(officer, pollId)).toMatchObject({ seesCount: true, counts: [{ sheet: { ballots: 100 } }] });
    const told = await db.select({ detail: auditTrail.detail }).from(auditTrail).where(eq(auditTrail.thingId, pollId));
    expect(JSON.stringify(told)).not.toMatch(/winners|spent/);
    await declareResult(officer, { pollId, name: "Ros Officer" });
    expect(await getCountDesk(as("engagement-officer"), pollId)).toMatchObject({ seesCount: true, counts: [{ sheet: { ballots: 100 } }] });
  });

  test("refuses a rule that it does not know", async () => {
    const pollId = await closedPoll({ rule: "by-the-mayor" });
    expect(await startCount(officer, { pollId })).toEqual({ ok: false, error: "unknown-rule" });
    expect(await countPoll(scope, pollId)).toEqual({ ok: false, error: "unknown-rule" });
  });

  test("asked for twice is made once, and stops when told", async () => {
    const pollId = await closedPoll();
    expect(await startCount(officer, { pollId })).toEqual({ ok: true, value: undefined });
    expect(await startCount(officer, { pollId })).toEqual({ ok: true, value: undefined });
    await stopCount(officer, { pollId });
    await countPollJob({ councilId: scope.council.id, pollId }, { signal: new AbortController().signal, lastTry: false });
    expect((await getCountDesk(scope, pollId)).poll.state).toBe("closed");

    await startCount(officer, { pollId });
    await db.update(pollCountRuns).set({ state: "reading" }).where(eq(pollCountRuns.pollId, pollId));
    await stopCount(officer, { pollId });
    expect(await countPoll(scope, pollId)).toEqual({ ok: false, error: "stopped" });
    expect((await getCountDesk(scope, pollId)).run?.state).toBe("stopped");

    await startCount(officer, { pollId });
    await countPollJob({ councilId: scope.council.id, pollId }, { signal: new AbortController().signal, lastTry: false });
    expect((await getCountDesk(scope, pollId)).poll.state).toBe("counted");
  });
});

describe("spend and coverage by area", () => {
  test("tells the declared polls of one area each, and nothing of others", async () => {
    const [mill, quay] = [await makeWard(scope, "Mill"), await makeWard(scope, "Quay")];
    const [first, second, open] = [await closedPoll(), await closedPoll({}, [{ times: 300, choices: [1] }]), await closedPoll()];
    const polls = [{ pollId: first, areaId: mill }, { pollId: second, areaId: quay }, { pollId: open, areaId: quay }];
    for (const { pollId } of polls) await digestOf(pollId);
    expect(await listAreaShares(scope, polls)).toEqual([]);
    for (const pollId of [first, second]) await declareResult(officer, { pollId, name: "Ros" });
    expect(await listAreaShares(scope, polls)).toMatchObject([
      { areaId: quay, name: { en: "Quay" }, voters: 300, shareOfVoters: 0.75, spentPence: 4_000, withAWinner: 300 },
      { areaId: mill, voters: 100, spentPence: 9_000, withAWinner: 60 },
    ]);
    expect(await listAreaShares(await makeCouncil(), polls)).toEqual([]);
    expect(await listAreaShares(scope, [{ pollId: first, areaId: null }])).toEqual([]);
  });
});

describe("a tie", () => {
  const tiedPoll = () => closedPoll({ costs: [5_000, 5_000, 5_000] }, [{ times: 30, choices: [1, 2] }, { times: 30, choices: [3] }]);

  test("waits for lots, is decided by them, and says so", async () => {
    const pollId = await tiedPoll();
    expect(await countPoll(scope, pollId)).toEqual({ ok: false, error: "lots-required" });
    expect(await getResult(scope, pollId)).toMatchObject({ state: "closed", lotsAwaited: true, declared: null });
    const { run } = await getCountDesk(scope, pollId);
    expect(run).toMatchObject({ state: "lots-required", tied: [1, 2, 3] });
    expect(await db.select().from(pollCounts).where(eq(pollCounts.pollId, pollId))).toEqual([]);

    const once = randomId();
    expect(await recordLots(officer, { pollId, once, lotOrder: [3, 1], witness: "A. Witness" })).toEqual({ ok: false, error: "not-each-once" });
    expect(await recordLots(officer, { pollId, once, lotOrder: [3, 1, 2], witness: "A. Witness" })).toEqual({ ok: true, value: undefined });
    expect(await recordLots(officer, { pollId, once, lotOrder: [3, 1, 2], witness: "A. Witness" })).toEqual({ ok: true, value: undefined });
    expect(await recordLots(officer, { pollId, once: randomId(), lotOrder: [3, 1, 2], witness: "Again" })).toEqual({ ok: false, error: "no-tie" });
    await expect(recordLots(as("approver"), { pollId, once, lotOrder: [3, 1, 2], witness: "" })).rejects.toMatchObject({ reason: "forbidden" });

    await digestOf(pollId);
    const desk = await getCountDesk(scope, pollId);
    expect(desk.lots).toHaveLength(1);
    expect(desk.counts[0]?.sheet).toMatchObject({ lots: [3, 1, 2], outcome: { winners: ["3"] } });
    expect(desk.counts[0]?.sheet.outcome.ties[0]).toMatchObject({ chosen: "3", decidedBy: "lot" });
  });
});

describe("a declaration", () => {
  test("publishes the result for everybody, once", async () => {
    const pollId = await closedPoll();
    await expect(declareResult(officer, { pollId, name: "Ros Officer" })).rejects.toMatchObject({ reason: "forbidden" });
    await digestOf(pollId);
    expect((await getResult(scope, pollId)).declared).toBeNull();
    expect(await findDownload(scope, pollId, "votes.pb")).toBeNull();
    await expect(declareResult(as("engagement-officer"), { pollId, name: "x" })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await declareResult(officer, { pollId, name: "Ros Officer" })).toEqual({ ok: true, value: undefined });
    expect(await declareResult(officer, { pollId, name: "Ros Officer" })).toEqual({ ok: true, value: undefined });
    await expect(declareResult(as("engagement-officer"), { pollId, name: "x" })).rejects.toMatchObject({ reason: "forbidden" });
    const { declared } = await getResult(scope, pollId);
    expect(declared).toMatchObject({ declaredBy: "Ros Officer", sheet: { outcome: { winners: ["1", "2"] } } });
    expect(declared?.downloads.map(({ name }) => name)).toEqual(["votes.pb", "results.json", "projects.csv", "count.json"]);
    const events = (await db.select().from(outbox)).filter(({ event, payload }) => event === "result.declared" && payload["pollId"] === pollId);
    expect(events).toHaveLength(1);
    expect(await countPoll(scope, pollId)).toEqual({ ok: false, error: "not-closed" });
  });

  test("is refused while ballots and marks differ, and while two counts do", async () => {
    const pollId = await closedPoll();
    await fillBox(scope, pollId, [{ choices: [1], unmarked: true }]);
    await digestOf(pollId);
    expect(await declareResult(officer, { pollId, name: "Ros" })).toEqual({ ok: false, error: "ballots-differ-from-marks" });

    const other = await closedPoll();
    await digestOf(other);
    await db.update(pollCounts).set({ digest: Buffer.alloc(32) }).where(and(eq(pollCounts.pollId, other), eq(pollCounts.official, true)));
    await digestOf(other);
    expect(await declareResult(officer, { pollId: other, name: "Ros" })).toEqual({ ok: false, error: "counts-differ" });
  });
});

const downloaded = async (pollId: string, name: string): Promise<string> => (await (await findDownload(scope, pollId, name))!.read()).toString("utf8");

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The rule run on a published file by somebody who has nothing else. */
function replay(text: string): { readonly winners: readonly string[]; readonly meta: Readonly<Record<string, string>>; readonly file: string } {
  const parsed = parsePabulib(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { meta, projects, ballots: cast, budget, moneyScale, pointsScale } = parsed.value;
  const outcome = countBudgetVote({
    projects,
    ballots: cast,
    budget,
    moneyScale,
    pointsScale,
    rule: meta["counting_rule"] as BudgetCountInput["rule"],
    params: { increment: Number(meta["counting_increment"]) * moneyScale },
    lotOrder: meta["lot_order"]?.split(",") ?? [],
  });
  if (outcome.status !== "decided") throw new Error("tied");
  return { winners: outcome.winners, meta, file: text };
}

describe("downloads", () => {
  test("hold every ballot with a fresh number, and the rule run on them gives the same winners", async () => {
    for (const parts of [{ rule: "equal-shares" }, { rule: "greedy" }, { ballotKind: "ranked" as const, maxChoices: 3 }]) {
      const pollId = await closedPoll(parts);
      await digestOf(pollId);
      await declareResult(officer, { pollId, name: "Ros" });
      const { sheet } = (await getResult(scope, pollId)).declared!;
      const { winners, meta } = replay(await downloaded(pollId, "votes.pb"));
      expect(winners).toEqual(sheet.outcome.winners.map((number) => `P${number}`));
      expect(meta["num_votes"]).toBe("100");
    }
  });

  test("stay as they were declared, and differ in voter numbers from a count before", async () => {
    const pollId = await closedPoll();
    await digestOf(pollId);
    const first = (await getCountDesk(scope, pollId)).downloads;
    await digestOf(pollId);
    await declareResult(officer, { pollId, name: "Ros" });
    const { downloads } = (await getResult(scope, pollId)).declared!;
    const named = (list: typeof downloads, name: string) => list.find((each) => each.name === name)?.sha256;
    expect(named(downloads, "votes.pb")).not.toBe(named(first, "votes.pb"));
    expect(named(downloads, "projects.csv")).toBe(named(first, "projects.csv"));
    expect((await findDownload(scope, pollId, "votes.pb"))?.sha256).toBe(named(downloads, "votes.pb"));
    expect(await findDownload(await makeCouncil(), pollId, "votes.pb")).toBeNull();
  });

  test("are enough to work out the digest", async () => {
    const pollId = await closedPoll({ rule: "equal-shares" });
    await digestOf(pollId);
    await declareResult(officer, { pollId, name: "Ros" });
    const parsed = parsePabulib(await downloaded(pollId, "votes.pb"));
    const published = JSON.parse(await downloaded(pollId, "count.json")) as { rules: string; ballots: string; digest: string; sheet: unknown };
    if (!parsed.ok) throw new Error("unreadable");
    const kinds = new Map<string, number>();
    for (const { choices } of parsed.value.ballots) {
      const kind = choices.map(({ projectId, points }) => `${projectId.slice(1)}:${points}`).join(" ");
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const lines = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, times]) => `${kind} x${times}\n`);
    expect(sha256(...lines).toString("hex")).toBe(published.ballots);
    const { rules, ballots: cast, sheet } = published;
    expect(sha256(canonicalJson({ format: "folkmoot/count/v1", rules, ballots: cast, sheet })).toString("hex")).toBe(published.digest);
    expect((await getResult(scope, pollId)).declared?.digest).toBe(published.digest);
  });

  test("can be counted again by anybody, to the same winners and the same two digests", async () => {
    const votes = [
      { parts: { rule: "equal-shares" }, kinds: KINDS },
      { parts: { rule: "greedy" }, kinds: KINDS },
      { parts: { ballotKind: "ranked" as const, maxChoices: 3 }, kinds: [{ times: 60, choices: [3, 1] }, { times: 5, choices: [2] }] },
      { parts: { ballotKind: "cumulative" as const }, kinds: [{ times: 60, choices: [1, 3], points: [1, 9] }] },
    ];
    for (const { parts, kinds } of votes) {
      const pollId = await closedPoll(parts, kinds);
      await digestOf(pollId);
      await declareResult(officer, { pollId, name: "Ros" });
      const published = readPublishedCount(await downloaded(pollId, "count.json"))!;
      const again = (text: string) => recountPublished({ votes: inPieces(text), published, sha256: async (given) => sha256(given).toString("hex") });
      const text = await downloaded(pollId, "votes.pb");
      expect(await again(text)).toMatchObject({ kind: "counted", digest: published.digest, same: { winners: true, ballots: true, digest: true } });
      // Rows stand in no order: one that chose something is emptied, so that the ballots are never the same.
      const lines = text.split("\n");
      const at = lines.findLastIndex((line) => /^\d+;P\d/.test(line));
      const stuffed = lines.with(at, lines[at]?.replace(/;.*/, ";") ?? "").join("\n");
      const unlike = await again(parts.rule === undefined ? text.replace(/^P1;[^;]*/m, "P1;1") : stuffed);
      expect(unlike.kind === "counted" ? unlike.same.digest : false).toBe(false);
    }
  });

  test("are totals only where too few voted", async () => {
    const pollId = await closedPoll({}, [{ times: 49, choices: [1] }]);
    await digestOf(pollId);
    await declareResult(officer, { pollId, name: "Ros" });
    expect(await findDownload(scope, pollId, "votes.pb")).toBeNull();
    const sheet = JSON.parse(await downloaded(pollId, "count.json")) as Record<string, unknown>;
    expect(sheet["sheet"]).toBeUndefined();
    expect(sheet["totals"]).toMatchObject({ ballots: 49, winners: ["1"] });
  });
});

test("turnout is told by area against its people, small numbers hidden", async () => {
  const [oak, ash] = await Promise.all([makeWard(scope, "Oak"), makeWard(scope, "Ash")]);
  const pollId = await closedPoll({}, [{ times: 30, choices: [1], areaId: oak }, { times: 12, choices: [1], areaId: ash }]);
  const turnout = await getPublishedTurnout(scope, pollId, [{ pollId, areaId: null }]);
  expect(turnout.total.voted).toBe(42);
  expect(turnout.areas.filter(({ voted }) => voted !== 0).map(({ areaId, voted }) => [areaId, voted])).toEqual([[oak, 30], [ash, 12]]);
  const own = await getPublishedTurnout(scope, pollId, [{ pollId, areaId: oak }]);
  expect(own.areas).toMatchObject([{ areaId: oak, voted: 42 }]);
});

describe.runIf(referenceData.present)("real votes", () => {
  test.each([
    ["Netherlands_Assen_2024", "mes_cost_add1", "approval"],
    ["Poland_Wieliczka_2023_Green_Budget", "mes_cost_add1_noexh", "approval"],
    ["Poland_Krakow_2023_Debniki", "greedy", "ranked"],
    ["Switzerland_Zurich_D10", "greedy", "cumulative"],
  ] as const)("%s by %s", async (name, rule, ballotKind) => {
    const path = [`pabulib/${name}.pb`, `pabulib/${name}.pb.gz`].find((each) => existsSync(referenceData.path(each)))!;
    const parsed = parsePabulib(referenceData.text(path));
    if (!parsed.ok) throw new Error("unreadable");
    const { projects, ballots: cast, budget, moneyScale, meta } = parsed.value;
    const number = new Map(projects.map(({ id }, at) => [id, at + 1]));
    const pence = 100 / moneyScale;
    const pollId = await makeReadyPoll(scope, { ballotKind, rule, budgetPence: budget * pence, costs: projects.map(({ cost }) => cost * pence), maxChoices: Number(meta["max_length"] ?? projects.length) });
    await fillBox(scope, pollId, cast.map(({ choices }) => ({ choices: choices.map(({ projectId }) => number.get(projectId)!), points: choices.map(({ points }) => points) })));
    await shut(pollId);
    let counted = await countPoll(scope, pollId);
    while (!counted.ok && counted.error === "lots-required") {
      const { run } = await getCountDesk(scope, pollId);
      await recordLots(officer, { pollId, once: randomId(), lotOrder: [...run!.tied].sort((a, b) => a - b), witness: "The order of the list" });
      counted = await countPoll(scope, pollId);
    }
    const expected = referenceData.json<{ results: { rule: string; winners: string[]; total_cost: number }[] }>(`pabulib-expected/${name}.json`).results.find((each) => each.rule === rule)!;
    const { sheet } = (await getCountDesk(scope, pollId)).counts[0]!;
    expect(sheet.outcome.winners.map((winner) => projects[Number(winner) - 1]!.id).toSorted()).toEqual(expected.winners.toSorted());
    await declareResult(officer, { pollId, name: "Ros" });
    expect(replay(await downloaded(pollId, "votes.pb")).winners).toEqual(sheet.outcome.winners.map((winner) => `P${winner}`));
  });
});

test("nothing of a poll's counts is left readable while it is open", async () => {
  const pollId = await makeReadyPoll(scope, { ballotKind: "approval", rule: "greedy" });
  const [poll] = await db.select().from(polls).where(eq(polls.id, pollId));
  expect(poll?.state).toBe("ready");
  expect(await getResult(scope, pollId)).toMatchObject({ state: "ready", declared: null, lotsAwaited: false });
});
