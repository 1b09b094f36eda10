import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ideaReviews, reviewAssignments } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { NO_CHECKS, REVIEW_STANDINGS, reviewStanding, type Checks, type CheckState } from "#domain/budgeting/feasibility.ts";
import { getImport, listFaults } from "#features/councils/imports/queries.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { storeFile } from "#platform/files/store-file.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { askServiceOfMany } from "./actions.ts";
import { assignReview } from "./assign-review.ts";
import { beginReviewImport } from "./begin-import.ts";
import { decideFeasibility } from "./decide-feasibility.ts";
import { allowBoth, excludeProposals } from "./exclude-proposals.ts";
import { importReviews } from "./import-reviews.ts";
import { noteReview } from "./note-review.ts";
import { getReview, getReviewSheet, listAllReviews, listExclusions, listReviews, nextToReview, NO_FILTER } from "./queries.ts";
import { remindLateReviews } from "./remind-late-reviews.ts";
import { saveReview, type ReviewInput } from "./save-review.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const reviewer = await makeOfficer(council, "service-reviewer");
const other = await makeOfficer(council, "service-reviewer");
const NO_REASON = { en: "", cy: "" };

const all = (state: CheckState): Checks => ({ land: { state, words: "" }, planning: { state, words: "" }, upkeep: { state, words: "" }, equality: { state, words: "" } });
const found = (more: Partial<ReviewInput> = {}): ReviewInput => ({ checks: all("fine"), lowPence: 100_000, highPence: null, runningPence: null, costNote: NO_REASON, versions: [], ...more });

async function programme(count: number): Promise<{ readonly programmeId: string; readonly ids: readonly string[] }> {
  const programmeId = (await getVoteForOfficers(officer, await makeWholeDraft(officer))).programme.id;
  const rows = Array.from({ length: count }, (_, at) => ({
    id: randomId(),
    councilId: council.council.id,
    programmeId,
    number: at + 1,
    writtenIn: "en" as const,
    titleEn: `Proposal ${at + 1}`,
    textEn: "A bench by the river.",
    state: "proposal" as const,
    authorName: at % 2 === 0 ? "Friends of Millpond" : "Youth Council",
    sentAt: new Date(),
    changedAt: new Date(),
  }));
  await db.insert(ideas).values(rows);
  return { programmeId, ids: rows.map(({ id }) => id) };
}

test("one form asks a service about several: those ticked, or all that the list finds on every page; what is decided is left out", async () => {
  const { programmeId, ids } = await programme(30);
  const [first = "", second = "", third = ""] = ids;
  await db.update(ideas).set({ state: "feasible" }).where(eq(ideas.id, third));
  const ask = (values: Record<string, readonly string[]>, filter = NO_FILTER) => askServiceOfMany({ scope: officer, programmeId, filter }, { service: ["Parks"], reviewerId: [reviewer.actor.personId], ...values });
  expect(await ask({})).toMatchObject({ ok: false, error: { faults: [{ field: "proposal", code: "none-chosen" }], values: { service: ["Parks"] } } });
  expect(await ask({ proposal: [third] })).toMatchObject({ ok: false });
  expect(await ask({ proposal: [first], reviewerId: [randomId()] })).toMatchObject({ ok: false, error: { faults: [{ field: "reviewerId" }] } });
  expect(await ask({ proposal: [first, second, third] })).toEqual({ ok: true, value: { assigned: 2 } });
  expect(await ask({ all: ["yes"] }, { ...NO_FILTER, search: "Youth" })).toEqual({ ok: true, value: { assigned: 15 } });
  // Asked again of the same: still one row each.
  expect((await db.select().from(reviewAssignments).where(eq(reviewAssignments.councilId, council.council.id))).filter(({ ideaId }) => ids.includes(ideaId)).length).toBe(16);
});

test("two reviewers at once: the second is told and nothing of either is lost", async () => {
  const { programmeId, ids } = await programme(1);
  const [ideaId = ""] = ids;
  const both = await Promise.all([
    saveReview(reviewer, { ideaId, version: 0, review: found({ costNote: { en: "From the first", cy: "" } }) }),
    saveReview(other, { ideaId, version: 0, review: found({ costNote: { en: "From the second", cy: "" } }) }),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: "changed-meanwhile" });
  const stands = await getReview(officer, programmeId, 1);
  expect(stands.version).toBe(1);
  expect(["From the first", "From the second"]).toContain(stands.costNote.en);
  expect(await saveReview(other, { ideaId, version: 1, review: found({ lowPence: 500, highPence: 900 }) })).toMatchObject({ ok: true });
  expect(await getReview(officer, programmeId, 1)).toMatchObject({ version: 2, lowPence: 500, highPence: 900, standing: "ready" });
});

test("nothing is found feasible without checks and cost, nor refused without a public reason", async () => {
  const { ids } = await programme(2);
  const [first = "", second = ""] = ids;
  const decide = (ideaId: string, verdict: "feasible" | "not-feasible", reason = NO_REASON) => decideFeasibility(officer, { ideaId, verdict, reason });
  expect(await decide(first, "feasible")).toEqual({ ok: false, error: "checks-waiting" });
  await saveReview(reviewer, { ideaId: first, version: 0, review: found({ lowPence: null }) });
  expect(await decide(first, "feasible")).toEqual({ ok: false, error: "cost-missing" });
  await saveReview(reviewer, { ideaId: first, version: 1, review: found({ checks: { ...all("fine"), land: { state: "stopped", words: "Harbour trust" } } }) });
  expect(await decide(first, "feasible")).toEqual({ ok: false, error: "check-stopped" });
  await saveReview(reviewer, { ideaId: first, version: 2, review: found() });
  expect(await decide(first, "feasible")).toEqual({ ok: true, value: undefined });
  expect(await decide(second, "not-feasible")).toEqual({ ok: false, error: "reason-missing" });
  expect(await decide(second, "not-feasible", { en: "The harbour trust owns the quay wall.", cy: "" })).toEqual({ ok: true, value: undefined });
  const states = await db.select({ number: ideas.number, state: ideas.state, reason: ideas.reasonEn }).from(ideas).where(eq(ideas.id, second));
  expect(states).toEqual([{ number: 2, state: "not-feasible", reason: "The harbour trust owns the quay wall." }]);
  await expect(decideFeasibility(reviewer, { ideaId: first, verdict: "reopen", reason: NO_REASON })).rejects.toMatchObject({ reason: "forbidden" });
});

test("the standing that SQL filters by is the one the rule names", async () => {
  const { programmeId, ids } = await programme(8);
  const reviews: readonly (readonly [Checks, number | null])[] = [
    [NO_CHECKS, null],
    [NO_CHECKS, 100],
    [{ ...NO_CHECKS, land: { state: "fine", words: "" } }, null],
    [all("fine"), null],
    [all("attention"), 100],
    [{ ...NO_CHECKS, planning: { state: "stopped", words: "" } }, null],
    [all("stopped"), 100],
  ];
  await db.insert(ideaReviews).values(reviews.map(([checks, low], at) => ({ ideaId: ids[at] ?? "", councilId: council.council.id, checks, lowPence: low, highPence: low, changedAt: new Date() })));
  for (const standing of REVIEW_STANDINGS) {
    const expected = (await listAllReviews(officer, programmeId)).filter((each) => reviewStanding(each.state, each.checks, each) === standing).map(({ number }) => number);
    const { proposals, matching } = await listReviews(officer, programmeId, { ...NO_FILTER, standing }, 1);
    expect([standing, proposals.map(({ number }) => number), matching]).toEqual([standing, expected, expected.length]);
  }
});

test("the list and one proposal take as many statements for a thousand as for one", async () => {
  const statements = async (work: () => Promise<unknown>): Promise<number> => {
    let asked = 0;
    const client = (db as typeof db & { $client: typeof sql }).$client;
    const unsafe = client.unsafe.bind(client);
    client.unsafe = ((...query: Parameters<typeof unsafe>) => {
      asked += 1;
      return unsafe(...query);
    }) as typeof client.unsafe;
    await work();
    client.unsafe = unsafe;
    return asked;
  };
  const { programmeId, ids } = await programme(1_000);
  await db.insert(ideaReviews).values(ids.map((ideaId) => ({ ideaId, councilId: council.council.id, checks: all("fine"), lowPence: 100, highPence: 200, changedAt: new Date() })));
  expect(await statements(() => listReviews(officer, programmeId, { ...NO_FILTER, search: "Youth" }, 2))).toBe(2);
  expect(await statements(() => getReview(officer, programmeId, 500))).toBe(5);
  expect(await statements(() => listAllReviews(officer, programmeId))).toBe(1);
  const second = await listReviews(officer, programmeId, { ...NO_FILTER, search: "Youth" }, 2);
  expect([second.matching, second.proposals.length, second.proposals[0]?.number]).toEqual([500, 25, 52]);
  expect((await listReviews(officer, programmeId, { ...NO_FILTER, search: "100%_\\" }, 1)).matching).toBe(0);
  expect(await nextToReview(officer, programmeId, 1_000)).toBe(1);
});

test("late reviewers get one letter for a programme, and another after a week", async () => {
  const { ids } = await programme(3);
  const today = londonDay(new Date());
  expect(await assignReview(officer, { ideaIds: ids, service: "Highways", reviewerId: reviewer.actor.personId, dueOn: addDays(today, -1) })).toEqual({ ok: true, value: { assigned: 3 } });
  expect(await assignReview(officer, { ideaIds: ids, service: "Parks", reviewerId: randomId(), dueOn: null })).toEqual({ ok: false, error: "choose-one" });
  const morning = (days: number) => londonInstant(addDays(today, days), "09:30");
  expect(await remindLateReviews(londonInstant(today, "03:00"))).toBe(0);
  // While another worker is at it, even one that has come to no row yet.
  await sql.begin(async (other) => {
    await other`select pg_advisory_xact_lock(hashtextextended('remind-late-reviews', 0))`;
    expect(await remindLateReviews(morning(0))).toBe(0);
  });
  const both = await Promise.all([remindLateReviews(morning(0)), remindLateReviews(morning(0))]);
  expect(both.reduce((sum, letters) => sum + letters, 0)).toBe(1);
  expect(await remindLateReviews(morning(3))).toBe(0);
  expect(await remindLateReviews(morning(8))).toBe(1);
  const mails = await db.select({ subject: mailMessages.subject }).from(mailMessages).where(eq(mailMessages.recipient, reviewer.actor.email));
  expect(mails.map(({ subject }) => subject)).toEqual(Array.from({ length: 2 }, () => "3 reviews are late: Your Patch 2026"));
  await db.update(reviewAssignments).set({ doneAt: new Date() }).where(eq(reviewAssignments.service, "Highways"));
  expect(await remindLateReviews(morning(30))).toBe(0);
});

test("a pair of which only one can be done is there once, whichever way it was said", async () => {
  const { programmeId, ids } = await programme(2);
  const [first = "", second = ""] = ids;
  await excludeProposals(reviewer, { programmeId, ideaId: first, otherNumber: 2, reason: { en: "The same field", cy: "" } });
  await excludeProposals(reviewer, { programmeId, ideaId: second, otherNumber: 1, reason: { en: "One field", cy: "" } });
  expect(await listExclusions(officer, programmeId)).toHaveLength(1);
  expect((await getReview(officer, programmeId, 1)).exclusions).toMatchObject([{ number: 2, reason: { en: "One field" } }]);
  expect((await getReview(officer, programmeId, 2)).exclusions).toMatchObject([{ number: 1 }]);
  expect(await excludeProposals(reviewer, { programmeId, ideaId: first, otherNumber: 1, reason: NO_REASON })).toEqual({ ok: false, error: "same-proposal" });
  expect(await excludeProposals(reviewer, { programmeId, ideaId: first, otherNumber: 99, reason: NO_REASON })).toEqual({ ok: false, error: "no-such-proposal" });
  await allowBoth(reviewer, { ideaId: second, otherId: first });
  expect(await listExclusions(officer, programmeId)).toEqual([]);
});

test("a note is private, written once and stays as it was", async () => {
  const { programmeId, ids } = await programme(1);
  const [ideaId = ""] = ids;
  const once = randomId();
  await noteReview(reviewer, { ideaId, once, text: "Ask the harbour trust" });
  await noteReview(reviewer, { ideaId, once, text: "Ask the harbour trust" });
  expect((await getReview(officer, programmeId, 1)).notes).toHaveLength(1);
  expect(await refusalOf(sql`update idea_review_notes set text = 'x' where idea_id = ${ideaId}`)).toBe("idea_review_notes is append-only");
  const resident = await makeOfficer(council);
  await expect(noteReview(resident, { ideaId, once: randomId(), text: "x" })).rejects.toMatchObject({ reason: "forbidden" });
});

const run = { signal: new AbortController().signal, lastTry: false };

/** Hands a sheet over as the form does; the job is not run yet. */
async function handOver(programmeId: string, bytes: Buffer, name = "checks.csv"): Promise<string> {
  const id = randomId();
  async function* chunks() {
    yield bytes;
  }
  const file = await storeFile({ field: "file", name, contentType: "text/csv", chunks: chunks(), cut: () => false }, { councilId: council.council.id });
  if (!file.ok) throw new Error(file.error);
  await beginReviewImport(officer, { id, programmeId, engagementId: randomId(), file: file.value });
  return id;
}

const outcomeOf = async (id: string) => {
  const { state, rowsDone, rowsKept: kept, rowsElsewhere: same, rowsRefused, fileId } = await getImport(officer, id);
  const refused = (await listFaults({ id }, 0, 100)).map(({ line, column, code, found: what }) => ({ line, column, code, found: what }));
  expect(rowsRefused).toBe(refused.length);
  return { state, rowsDone, kept, same, refused, file: fileId };
};

async function bring(programmeId: string, bytes: Buffer) {
  const id = await handOver(programmeId, bytes);
  await importReviews(council, id, run);
  return outcomeOf(id);
}

for (const as of ["csv", "xlsx"] as const)
  test(`a spreadsheet goes out and comes back as ${as}: right rows are kept, wrong ones listed, and a second time nothing changes`, async () => {
    const { programmeId, ids } = await programme(4);
    await db.update(ideas).set({ titleEn: "=HYPERLINK(1)" }).where(eq(ideas.id, ids[0] ?? ""));
    const sheet = async () => Buffer.from(await (await getReviewSheet(officer, programmeId, { name: "x", as })).arrayBuffer());
    expect(await bring(programmeId, await sheet())).toEqual({ state: "done", rowsDone: 4, kept: 0, same: 4, refused: [], file: null });
    if (as === "csv") expect((await sheet()).toString()).toContain("'=HYPERLINK(1)");
    // What a service fills in; the third row was changed here meanwhile.
    await saveReview(reviewer, { ideaId: ids[2] ?? "", version: 0, review: found() });
    const rows = [
      ["Number", "Version", "Land", "Planning", "Upkeep", "Equality", "Cost", "Most it may cost", "Decision", "Reason in English"],
      ["1", "0", "Fine", "Fine", "Take care", "Iawn", "£38,000", "", "Can be done", ""],
      ["2", "0", "Fine", "Fine", "Fine", "Fine", "", "", "Cannot be done", ""],
      ["3", "0", "Take care", "Fine", "Fine", "Fine", "20", "", "", ""],
      ["4", "0", "Perhaps", "Fine", "Fine", "Fine", "lots", "", "", ""],
      ["77", "0", "", "", "", "", "", "", "", ""],
      ["1", "0", "", "", "", "", "", "", "", ""],
    ];
    const bytes = as === "csv" ? Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n")) : await excel(rows);
    expect(await bring(programmeId, bytes)).toMatchObject({
        state: "done",
        kept: 1,
        same: 0,
        refused: [
          { line: 3, column: "reasonEn", code: "reason-missing", found: "" },
          { line: 4, column: "version", code: "changed-meanwhile", found: "0" },
          { line: 5, column: "land", code: "not-a-state", found: "Perhaps" },
          { line: 5, column: "low", code: "pounds", found: "lots" },
          { line: 6, column: "number", code: "no-such-proposal", found: "77" },
          { line: 7, column: "number", code: "number-twice", found: "1" },
        ],
    });
    expect(await getReview(officer, programmeId, 1)).toMatchObject({ state: "feasible", lowPence: 3_800_000, version: 1 });
    // The refused row left nothing of itself behind.
    expect(await getReview(officer, programmeId, 2)).toMatchObject({ state: "proposal", version: 0 });
    expect(await bring(programmeId, bytes)).toMatchObject({ kept: 0, same: 1 });
    expect(await getReview(officer, programmeId, 1)).toMatchObject({ changedBy: officer.actor.name });
  });

test("a sheet whose reading was broken off goes on at its next row, and two who read it at once write no row twice", async () => {
  const { programmeId, ids } = await programme(30);
  const lines = ids.map((_, at) => `${at + 1},0,Fine,Fine,Fine,Fine,${at === 20 ? "lots" : 100 + at}`);
  const id = await handOver(programmeId, Buffer.from(["Number,Version,Land,Planning,Upkeep,Equality,Cost", ...lines, "5,0,Fine,Fine,Fine,Fine,1"].join("\n")));
  // Stopped in the middle: what was read is kept, and the job is in the queue again.
  let looks = 0;
  const stopped = { signal: { get aborted() { return (looks += 1) > 12; } } as AbortSignal, lastTry: false };
  await importReviews(council, id, stopped);
  expect(await outcomeOf(id)).toMatchObject({ state: "running", rowsDone: 12, kept: 12 });
  await Promise.all([importReviews(council, id, run), importReviews(council, id, run)]);
  await importReviews(council, id, run);
  expect(await outcomeOf(id)).toEqual({
    state: "done",
    rowsDone: 31,
    kept: 29,
    same: 0,
    file: null,
    refused: [
      { line: 22, column: "low", code: "pounds", found: "lots" },
      { line: 32, column: "number", code: "number-twice", found: "5" },
    ],
  });
  expect((await listAllReviews(officer, programmeId)).filter(({ version }) => version === 1)).toHaveLength(29);
});

test("what is no spreadsheet is refused with the reason", async () => {
  const { programmeId } = await programme(1);
  const refused = async (bytes: Buffer) => {
    const { state, refused: faults } = await bring(programmeId, bytes);
    return state === "refused" ? faults[0]?.code : state;
  };
  expect(await refused(Buffer.from("\n"))).toBe("file-unreadable");
  expect(await refused(Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe("file-unreadable");
  expect(await refused(Buffer.from("Title,Land\nBench,Fine\n"))).toBe("columns-missing");
  expect(await refused(Buffer.from(`Number,Version\n${"1,0\n".repeat(2_001)}`))).toBe("too-many-rows");
  await expect(beginReviewImport(reviewer, { id: randomId(), programmeId, engagementId: randomId(), file: { id: randomId(), name: "x", byteLength: 1 } })).rejects.toMatchObject({ reason: "forbidden" });
});

async function excel(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const { default: write } = await import("write-excel-file/node");
  return write(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
}
