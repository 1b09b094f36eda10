import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { paperBallots, paperBatches, paperDecisions, paperReadings, papers, entryPasses } from "#db/schema/voting/paper.ts";
import { logOrders } from "#db/schema/voting/public-log.ts";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { balances, readLeaf } from "#domain/voting/ballot-box/leaves.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { getCountDesk } from "#features/voting/results/queries.ts";
import { startCount } from "#features/voting/results/start-count.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId, randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { shut } from "#testing/factories/ballot-box.ts";
import { keyAll, makeBatch, makePlace, paperNumber } from "#testing/factories/paper.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { beginPass, finishPass } from "./begin-pass.ts";
import { cancelPaper } from "./cancel-paper.ts";
import { decidePaper } from "./decide-paper.ts";
import { issuePaper } from "./issue-paper.ts";
import { keyPaper } from "./key-paper.ts";
import { printBatch } from "./print-batch.ts";
import { findOwnPass, getBatch, getDoubtfulPaper, getPaperOfPoll, listBatches, listPaperNumbers } from "./queries.ts";
import { countersignBatch, signBatch } from "./sign-batch.ts";
import { writeAccount } from "./write-account.ts";

const { db, sql, url } = await testDatabase({ connections: 12 });
await prepareJobs(url);

let council: SystemScope;
let returning: ActorScope;
let presiding: ActorScope;
let [first, second, third] = [null, null, null] as unknown as [ActorScope, ActorScope, ActorScope];
let pollId = "";
let placeId = "";
let batchId = "";

beforeEach(async () => {
  council = await makeCouncil();
  returning = await makeOfficer(council, "returning-officer");
  presiding = await makeOfficer(council, "presiding-officer");
  [first, second, third] = [await makeOfficer(council, "count-officer"), await makeOfficer(council, "count-officer"), await makeOfficer(council, "count-officer")];
  pollId = await makeReadyPoll(council);
  placeId = await makePlace(council, "MB", presiding);
  batchId = await makeBatch(returning, pollId, placeId, 10);
});

const handOut = (voterHash = randomKey(), officer = presiding) => issuePaper(officer, { batchId, voterHash, areaId: null, ageBand: "25-34" });
const account = (parts: Partial<Parameters<typeof writeAccount>[1]> = {}) => writeAccount(presiding, { batchId, issued: 3, unused: 7, damaged: 0, returned: 3, spoilt: 0, notReturned: 0, ...parts });
const cross = (...boxes: number[]) => boxes.map((box) => ({ optionId: String(box), value: 1 }));
const key = (officer: ActorScope, at: number, boxes: readonly number[], more: Partial<Parameters<typeof keyPaper>[1]> = {}) =>
  keyPaper(officer, { batchId, paper: paperNumber("MB", at), finding: boxes.length === 0 ? "blank" : "nothing", marks: cross(...boxes), setAside: false, instead: null, ...more });
const acts = async () => (await sql<{ act: string }[]>`select act from audit_trail where council_id = ${council.council.id} order by position`).map(({ act }) => act);

/** Three papers handed out and back, keyed alike by two. */
async function keyedBatch(papersOfFirst: readonly (readonly number[])[] = [[1], [2, 3], [4]], papersOfSecond = papersOfFirst): Promise<void> {
  for (let at = 0; at < 3; at += 1) await handOut();
  await account();
  await keyAll(first, batchId, "MB", papersOfFirst);
  await keyAll(second, batchId, "MB", papersOfSecond);
}

describe("printing", () => {
  test("gives every paper of a poll a number of its own, over places and batches and printings at once", async () => {
    const other = await makePlace(council, "QH");
    await Promise.all([placeId, other, placeId, other].map((place) => printBatch(returning, { pollId, placeId: place, once: randomId(), size: 50, batches: 3 })));
    const all = await db.select().from(papers).where(eq(papers.pollId, pollId));
    expect(all).toHaveLength(10 + 12 * 50);
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
    expect((await listBatches(returning, pollId)).map(({ code }) => code).sort()).toEqual(["MB-001", "MB-002", "MB-003", "MB-004", "MB-005", "MB-006", "MB-007", "QH-001", "QH-002", "QH-003", "QH-004", "QH-005", "QH-006"]);
  });

  test("sent twice prints once", async () => {
    const input = { pollId, placeId, once: randomId(), size: 5, batches: 2 };
    expect((await Promise.all([printBatch(returning, input), printBatch(returning, input)])).every(({ ok }) => ok)).toBe(true);
    expect(await listBatches(returning, pollId)).toHaveLength(3);
  });

  test("is over with the vote, and is the returning officer's", async () => {
    expect(() => printBatch(presiding, { pollId, placeId, once: randomId(), size: 5, batches: 1 })).toThrow(expect.objectContaining({ reason: "forbidden" }));
    await shut(pollId);
    expect(await printBatch(returning, { pollId, placeId, once: randomId(), size: 5, batches: 1 })).toEqual({ ok: false, error: "not-ready" });
    const late = { id: randomId(), councilId: council.council.id, pollId, placeId, number: 9, printed: 1, seed: "x", printedBy: returning.actor.personId, printedAt: new Date() };
    await expect(db.insert(paperBatches).values(late)).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("another council's poll, place and batch are not there", async () => {
    const elsewhere = await makeOfficer(await makeCouncil(), "returning-officer");
    await expect(printBatch(elsewhere, { pollId, placeId, once: randomId(), size: 5, batches: 1 })).rejects.toMatchObject({ reason: "not-found" });
    await expect(getBatch(elsewhere, batchId)).rejects.toMatchObject({ reason: "not-found" });
    await expect(signBatch(elsewhere, { batchId, reason: "" })).rejects.toMatchObject({ reason: "not-found" });
  });
});

describe("handing out", () => {
  test("marks the roll and counts the paper together, and one voter gets one however often they come at once", async () => {
    const voter = randomKey();
    const answers = await Promise.all(Array.from({ length: 40 }, () => handOut(voter)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok).every((answer) => !answer.ok && answer.error === "already-voted")).toBe(true);
    const marks = await db.select().from(rollMarks).where(eq(rollMarks.pollId, pollId));
    expect(marks).toMatchObject([{ channel: "paper", ageBand: "25-34", voterHash: voter }]);
    expect((await getBatch(returning, batchId)).marked).toBe(1);
  });

  test("who has voted another way gets no paper", async () => {
    const voter = randomKey();
    await db.insert(rollMarks).values({ councilId: council.council.id, pollId, voterHash: voter, channel: "online", markedOn: "2026-10-18" });
    expect(await handOut(voter)).toEqual({ ok: false, error: "already-voted" });
    expect((await getBatch(returning, batchId)).marked).toBe(0);
  });

  test("ends with the last paper, even for many at once", async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => handOut()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(answers.filter((answer) => !answer.ok).every((answer) => !answer.ok && answer.error === "none-left")).toBe(true);
    expect(await db.$count(rollMarks, eq(rollMarks.pollId, pollId))).toBe(10);
  });

  test("ends with the account and with the poll, and is for who presides at the place", async () => {
    await expect(handOut(randomKey(), await makeOfficer(council, "presiding-officer"))).rejects.toMatchObject({ reason: "forbidden" });
    await account({ issued: 0, unused: 10, returned: 0 });
    expect(await handOut()).toEqual({ ok: false, error: "account-written" });
    batchId = await makeBatch(returning, pollId, placeId, 5);
    await shut(pollId);
    expect(await handOut()).toEqual({ ok: false, error: "closed" });
  });

  test("a spoilt paper is cancelled once and can no longer be keyed", async () => {
    expect(await cancelPaper(presiding, { batchId, paper: paperNumber("MB", 0) })).toEqual({ ok: true, value: undefined });
    expect(await cancelPaper(presiding, { batchId, paper: paperNumber("MB", 0) })).toEqual({ ok: false, error: "already-cancelled" });
    expect(await cancelPaper(presiding, { batchId, paper: paperNumber("MB", 77) })).toEqual({ ok: false, error: "other-batch" });
    expect(await cancelPaper(presiding, { batchId, paper: "MB-10001-0" })).toMatchObject({ ok: false });
    await account();
    await beginPass(first, { batchId });
    expect(await key(first, 0, [1])).toEqual({ ok: false, error: { field: "paper", code: "cancelled" } });
    const reading = { batchId, pass: "first" as const, number: 10_001, officerId: first.actor.personId, finding: "blank" as const, options: [], values: [] };
    await expect(db.insert(paperReadings).values(reading)).rejects.toMatchObject({ cause: { code: "23001" } });
  });
});

describe("keying", () => {
  test("the two passes are two people's, even when both ask at once", async () => {
    await account();
    const begun = await Promise.all([beginPass(first, { batchId }), beginPass(second, { batchId }), beginPass(third, { batchId })]);
    expect(begun.map((each) => (each.ok ? each.value : each.error)).sort()).toEqual(["both-taken", "first", "second"]);
    expect(await beginPass(first, { batchId })).toEqual(begun[0]);
    const both = { batchId, pass: "second" as const, officerId: first.actor.personId, begunAt: new Date() };
    batchId = await makeBatch(returning, pollId, placeId);
    await db.insert(entryPasses).values({ ...both, batchId, pass: "first" });
    await expect(db.insert(entryPasses).values({ ...both, batchId })).rejects.toMatchObject({ cause: { constraint_name: "entry_passes_one_each_key" } });
  });

  test("nobody keys into another's pass, whatever the code does", async () => {
    await account();
    await beginPass(first, { batchId });
    const reading = { batchId, pass: "first" as const, number: 10_001, officerId: second.actor.personId, finding: "blank" as const, options: [], values: [] };
    await expect(db.insert(paperReadings).values(reading)).rejects.toMatchObject({ cause: { code: "23503" } });
    expect(await key(second, 0, [1])).toEqual({ ok: false, error: { field: "", code: "not-yours" } });
  });

  test("what cannot be is refused with its reason", async () => {
    const other = await makePlace(council, "QH");
    await makeBatch(returning, pollId, other, 5);
    await account();
    await beginPass(first, { batchId });
    const refused = async (parts: Partial<Parameters<typeof keyPaper>[1]>, boxes: readonly number[] = [1]) => {
      const answer = await key(first, 0, boxes, parts);
      return answer.ok ? null : answer.error.code;
    };
    expect(await refused({ paper: "MB-10001-9" })).toBe("mistyped");
    expect(await refused({ paper: "" })).toBe("not-a-number");
    expect(await refused({ paper: paperNumber("QH", 10) })).toBe("other-batch");
    expect(await refused({ paper: paperNumber("QH", 0) })).toBe("never-printed");
    expect(await refused({ paper: paperNumber("MB", 500) })).toBe("never-printed");
    expect(await refused({}, [1, 2, 3])).toBe("too-dear-keyed");
    expect(await refused({ finding: "blank" })).toBe("marks-on-blank");
    expect(await refused({ finding: "nothing" }, [])).toBe("nothing-marked");
    expect(await refused({ finding: "costs-too-much" }, [1, 2, 3])).toBeNull();
    // The same again, as a form sent twice, is one reading; another reading of the same paper is refused.
    expect(await refused({ finding: "costs-too-much" }, [1, 2, 3])).toBeNull();
    expect(await refused({}, [1])).toBe("keyed-already");
    expect((await findOwnPass(first, batchId))?.keyed).toHaveLength(1);
  });

  test("a reading can be put right until the pass is done", async () => {
    await account();
    await beginPass(first, { batchId });
    await key(first, 0, [1]);
    expect(await key(first, 0, [2], { instead: 10_001 })).toEqual({ ok: true, value: { number: 10_001 } });
    expect(await key(first, 1, [3], { instead: 10_001 })).toEqual({ ok: true, value: { number: 10_002 } });
    expect((await findOwnPass(first, batchId))?.keyed).toMatchObject([{ number: 10_002, marks: [{ optionId: "3", value: 1 }] }]);
    expect(await finishPass(first, { batchId, sure: false })).toEqual({ ok: false, error: "other-number" });
    expect((await finishPass(first, { batchId, sure: true })).ok).toBe(true);
    expect(await key(first, 2, [1])).toEqual({ ok: false, error: { field: "", code: "pass-done" } });
    await expect(db.delete(paperReadings).where(eq(paperReadings.batchId, batchId))).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("one does not see what the other keyed", async () => {
    await account();
    await beginPass(first, { batchId });
    await key(first, 0, [1]);
    await beginPass(second, { batchId });
    expect(await findOwnPass(second, batchId)).toEqual({ pass: "second", done: false, keyed: [] });
    await key(second, 0, [2]);
    await expect(getDoubtfulPaper(second, batchId, 10_001)).rejects.toMatchObject({ reason: "forbidden" });
    expect((await getDoubtfulPaper(third, batchId, 10_001)).differences).toEqual(["marks"]);
  });
});

describe("a mismatch", () => {
  const decide = (officer: ActorScope, number = 10_002, parts: Partial<Parameters<typeof decidePaper>[1]> = {}) =>
    decidePaper(officer, { batchId, number, leftOut: false, finding: "nothing", marks: cross(3), reason: "The 2 is crossed out", ...parts });

  test("is decided by a third person and by nobody of the two", async () => {
    await keyedBatch([[1], [2, 3], [4]], [[1], [2], [4]]);
    await shut(pollId);
    expect((await getBatch(returning, batchId)).undecided).toEqual([10_002]);
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: false, error: "undecided" });
    expect(await decide(first)).toEqual({ ok: false, error: { field: "", code: "keyed-it" } });
    const own = { batchId, number: 10_002, decidedBy: second.actor.personId, finding: "blank" as const, options: [], values: [], reason: "mine", decidedAt: new Date() };
    await expect(db.insert(paperDecisions).values(own)).rejects.toMatchObject({ cause: { constraint_name: "paper_decisions_third_person" } });
    expect(await decide(third, 10_001)).toEqual({ ok: false, error: { field: "", code: "nothing-to-decide" } });
    expect((await decide(third)).ok).toBe(true);
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: true, value: "sealed" });
    const ballots = await db.select({ choices: paperBallots.choices }).from(paperBallots).where(eq(paperBallots.batchId, batchId));
    expect(ballots.map(({ choices }) => choices).sort()).toEqual([[1], [3], [4]]);
  });

  test("who has decided keys nothing of the batch afterwards", async () => {
    await account();
    await beginPass(first, { batchId });
    await key(first, 0, [1], { setAside: true });
    await beginPass(second, { batchId });
    await key(second, 0, [1]);
    await decide(third, 10_001);
    expect(await refusalOf(db.insert(entryPasses).values({ batchId, pass: "first", officerId: third.actor.personId, begunAt: new Date() }))).toContain("entry_passes_third_person");
    expect(await beginPass(third, { batchId })).toEqual({ ok: false, error: "has-decided" });
  });

  test("a paper that only one saw is kept or left out", async () => {
    await keyedBatch([[1], [2], [4]], [[1], [2]]);
    await shut(pollId);
    expect((await getBatch(returning, batchId)).undecided).toEqual([10_003]);
    expect((await decide(third, 10_003, { leftOut: true, marks: [], finding: "blank", reason: "Keyed twice" })).ok).toBe(true);
    // Three came back and two are keyed: it does not balance.
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: false, error: "reason-needed" });
  });
});

describe("signing off", () => {
  test("seals a batch that balances with one name, and its ballots are in the count's table without their numbers", async () => {
    await keyedBatch([[1], [], [4]]);
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: false, error: "poll-open" });
    await shut(pollId);
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: true, value: "sealed" });
    expect(await getBatch(returning, batchId)).toMatchObject({ stage: "sealed", accepted: 3, rejected: 0, blank: 1, countersignedBy: "" });
    expect(await getPaperOfPoll(pollId)).toEqual({ batches: 1, open: 0, accepted: 3, marked: 3 });
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: false, error: "sealed" });
    expect(await acts()).toContain("paper.batch-sealed");
    const leaves = (await db.select().from(logOrders).where(eq(logOrders.pollId, pollId)).orderBy(logOrders.position)).map(({ kind, body }) => readLeaf(canonicalJson({ ...body, type: kind, poll: pollId })));
    expect(leaves.map((leaf) => ("leaf" in leaf ? leaf.leaf.type : leaf.fault))).toEqual(["paper-batch", "paper-ballot", "paper-ballot", "paper-ballot"]);
    const [batchLeaf] = leaves;
    expect(batchLeaf && "leaf" in batchLeaf && batchLeaf.leaf.type === "paper-batch" && balances(batchLeaf.leaf)).toBe(true);
    const trail = JSON.stringify(await sql`select act, detail from audit_trail where council_id = ${council.council.id}`);
    expect(trail).not.toContain("choices");
  });

  test("one that does not balance needs a reason and two names, in the database too", async () => {
    await keyedBatch();
    await account({ unused: 6 });
    await shut(pollId);
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: false, error: "reason-needed" });
    expect(await signBatch(returning, { batchId, reason: "One sheet was kept as a sample" })).toEqual({ ok: true, value: "awaits-second" });
    expect(await countersignBatch(returning, { batchId })).toEqual({ ok: false, error: "same-name-twice" });
    await db.insert(paperBallots).values([1, 2, 3].map((choice) => ({ pollId, batchId, choices: [choice] })));
    const sealAlone = { accepted: 3, rejected: 0, sealedAt: new Date() };
    await expect(db.update(paperBatches).set(sealAlone).where(eq(paperBatches.id, batchId))).rejects.toMatchObject({ cause: { constraint_name: "paper_batches_sealed_check" } });
    await expect(db.update(paperBatches).set({ ...sealAlone, countersignedBy: returning.actor.personId }).where(eq(paperBatches.id, batchId))).rejects.toMatchObject({ cause: { constraint_name: "paper_batches_names_check" } });
    await expect(db.update(paperBatches).set({ ...sealAlone, accepted: 2, rejected: 1, countersignedBy: third.actor.personId }).where(eq(paperBatches.id, batchId))).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("the second name seals it", async () => {
    await keyedBatch();
    await account({ unused: 6 });
    await shut(pollId);
    await signBatch(returning, { batchId, reason: "One sheet was kept as a sample" });
    expect((await countersignBatch(third, { batchId })).ok).toBe(true);
    expect(await getBatch(returning, batchId)).toMatchObject({ stage: "sealed", reason: "One sheet was kept as a sample", signedBy: returning.actor.name, countersignedBy: third.actor.name });
  });

  test("two sign-offs at once seal once", async () => {
    await keyedBatch();
    await shut(pollId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => signBatch(returning, { batchId, reason: "" })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.$count(paperBallots, eq(paperBallots.batchId, batchId))).toBe(3);
  });

  test("a batch of which nothing was handed out needs no keying", async () => {
    await account({ issued: 0, unused: 10, returned: 0 });
    await shut(pollId);
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: true, value: "sealed" });
  });

  test("what is sealed does not change, and nothing is added", async () => {
    await keyedBatch();
    await shut(pollId);
    await signBatch(returning, { batchId, reason: "" });
    const refusals = [
      db.update(paperBatches).set({ unused: 8 }).where(eq(paperBatches.id, batchId)),
      db.delete(paperBatches).where(eq(paperBatches.id, batchId)),
      db.insert(paperBallots).values({ pollId, batchId, choices: [1] }),
      db.update(paperBallots).set({ choices: [2] }).where(eq(paperBallots.batchId, batchId)),
      db.delete(paperBallots).where(eq(paperBallots.batchId, batchId)),
      db.update(papers).set({ number: 20_000 }).where(eq(papers.batchId, batchId)),
    ];
    for (const each of await Promise.allSettled(refusals)) expect(each).toMatchObject({ status: "rejected", reason: { cause: { code: "23001" } } });
    expect(await account()).toEqual({ ok: false, error: "sealed" });
  });
});

test("papers are printed in an order that is not that of their numbers", async () => {
  const big = await makeBatch(returning, pollId, placeId, 50);
  const { numbers, seed } = await listPaperNumbers(returning, big);
  expect(numbers).toHaveLength(50);
  expect(seed.length).toBeGreaterThan(10);
});

describe("the count", () => {
  test("waits for every batch, and then counts accepted papers with the rest", async () => {
    await handOut();
    await keyedBatch([[1], [1], [4]]);
    await account({ issued: 4, unused: 6, notReturned: 1 });
    await shut(pollId);
    expect(await startCount(returning, { pollId })).toEqual({ ok: false, error: "paper-open" });
    await expect(countPoll(council, pollId)).rejects.toMatchObject({ cause: { code: "23001" } });
    expect(await signBatch(returning, { batchId, reason: "" })).toEqual({ ok: true, value: "sealed" });
    expect((await countPoll(council, pollId)).ok).toBe(true);
    const desk = await getCountDesk(returning, pollId);
    expect(desk.counts[0]?.sheet).toMatchObject({ ballots: 3, outcome: { winners: expect.arrayContaining(["1"]) } });
    expect([desk.ballots, desk.marks, desk.paper]).toEqual([3, 4, { batches: 1, open: 0, accepted: 3, marked: 4 }]);
    // One paper never came back: a mark without a ballot, which the account explains.
    expect((await declareResult(returning, { pollId, name: "R. Officer" })).ok).toBe(true);
  });
});
