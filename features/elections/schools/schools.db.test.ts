import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { codePacks, missingSlips, packAccounts, packCounts, schools, schoolYears } from "#db/schema/elections/schools.ts";
import { accessCodes } from "#db/schema/voting/access-codes.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import type { AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { closeElection } from "#features/involvement/electing/close-election.ts";
import { makeCodes } from "#features/voting/access-codes/make-codes.ts";
import { openSlips } from "#features/voting/access-codes/open-slips.ts";
import { revokeBatch } from "#features/voting/access-codes/revoke-batch.ts";
import { useCode } from "#features/voting/access-codes/use-code.ts";
import { handOutForCode } from "#features/voting/paper/actions.ts";
import { listBatches } from "#features/voting/paper/queries.ts";
import { printBatch } from "#features/voting/paper/print-batch.ts";
import { savePlace } from "#features/voting/polling-places/save-place.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId, randomToken } from "#platform/random.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeOpenElection, moveCalendar, type ElectionMade } from "#testing/factories/open-elections.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { accountForPack } from "./account-for-pack.ts";
import { askForPacks } from "./ask-for-packs.ts";
import { changeYears, leaveElection, setPlace } from "./change-school.ts";
import { countPack } from "./count-pack.ts";
import { joinSchool } from "./join-school.ts";
import { countShortPacks, getPack, getSchool, listPublishedTurnout, listSchools } from "./queries.ts";
import { replaceMissing } from "./replace-missing.ts";

const { db, url } = await testDatabase({ connections: 8 });
beforeAll(() => prepareJobs(url));
const council = await makeCouncil();
const anybody = { ...council, kind: "public" } as unknown as PublicScope;
const run = { signal: new AbortController().signal, lastTry: false };
let election: ElectionMade;
beforeAll(async () => void (election = await makeOpenElection(council)));

const both = (name: string) => ({ en: name, cy: "" });
async function join(made: ElectionMade = election, years = [{ yearGroup: 9, pupils: 60 }, { yearGroup: 10, pupils: 50 }], name = `School ${randomId().slice(0, 6)}`): Promise<{ readonly electionId: string; readonly schoolId: string }> {
  const joined = await joinSchool(made.author, { once: randomId(), electionId: made.electionId, name: both(name), years });
  if (!joined.ok) throw new Error(joined.error);
  return { electionId: made.electionId, schoolId: joined.value.id };
}

/** A pack that is made, with its codes by their numbers. */
async function pack(at: { readonly electionId: string; readonly schoolId: string }, slips: number, name = "9A", yearGroup = 9, made: ElectionMade = election): Promise<{ readonly batchId: string; readonly codes: readonly AccessCode[] }> {
  const once = randomId();
  expect(await askForPacks(made.returning, { ...at, once, voteId: made.engagementId, contestId: made.contestId, classes: [{ yearGroup, name, slips }] })).toEqual({ ok: true, value: undefined });
  await makeCodes(council, once, run);
  return { batchId: once, codes: await slipsOf(once, made) };
}
async function slipsOf(batchId: string, made: ElectionMade = election): Promise<readonly AccessCode[]> {
  const opened = await openSlips(made.returning, { batchId, part: 1, form: "pdf" });
  return opened.ok ? opened.value.slips.map(({ code }) => code) : [];
}
const use = (code: AccessCode, made: ElectionMade = election) => useCode(council, { voteId: made.engagementId, code, once: randomToken(), tokens: new Map(), network: null, asking: null });
async function vote(code: AccessCode, choices: readonly number[] = [1], made: ElectionMade = election): Promise<void> {
  const used = await use(code, made);
  if (!used.ok || used.value.token === null) throw new Error("The code opened nothing");
  await castInBulk(made.pollId, [{ name: code, token: used.value.token, vote: { choices } }]);
}
const count = (by: ActorScope, batchId: string, counted: number, missing: readonly number[] = [], more: object = {}) =>
  countPack(by, { once: randomId(), electionId: election.electionId, batchId, counted, missing, reason: missing.length > 0 ? "lost" : null, note: "", reportedBy: "Mrs Price", ...more });

describe("a school", () => {
  test("joins an election once, until voting is over, and is known again in the next one", async () => {
    const once = randomId();
    const input = { once, electionId: election.electionId, name: both("Oak  High"), years: [{ yearGroup: 7, pupils: 180 }] };
    expect(await joinSchool(election.author, input)).toEqual({ ok: true, value: { id: once } });
    expect(await joinSchool(election.author, input)).toEqual({ ok: true, value: { id: once } });
    expect(await joinSchool(election.author, { ...input, once: randomId(), name: both("oak high") })).toEqual({ ok: false, error: "school-joined" });
    // As it is pasted from a letter, with a space that is none to the database.
    expect(await joinSchool(election.author, { ...input, once: randomId(), name: both("YSGOL T\u0176\u00A0GWYN") })).toMatchObject({ ok: true });
    await expect(joinSchool(await makeOfficer(council, "moderator"), input)).rejects.toMatchObject({ reason: "forbidden" });
    const next = await makeOpenElection(council, ["Ana", "Ben"]);
    expect(await joinSchool(next.author, { ...input, once: randomId(), electionId: next.electionId, name: { en: "OAK HIGH", cy: "Ysgol y Dderwen" } })).toMatchObject({ ok: true });
    expect(await db.select().from(schools).where(eq(schools.nameCy, "Ysgol y Dderwen"))).toHaveLength(1);
    // On polling day there is still time.
    await moveCalendar(next.engagementId, londonDay(new Date()));
    const onTheDay = await join(next);
    expect((await getSchool(next.author, next.electionId, next.engagementId, onTheDay.schoolId)).pupils).toBe(110);
    expect(await closeElection(next.returning, { engagementId: next.engagementId, earlyBecause: "Test" })).toMatchObject({ ok: true });
    expect(await joinSchool(next.author, { ...input, once: randomId(), electionId: next.electionId, name: both("Late School") })).toEqual({ ok: false, error: "voting-over" });
  });

  test("of another council is not found, and leaves only while nothing was made for it", async () => {
    const at = await join();
    const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
    await expect(changeYears(stranger, { ...at, years: [{ yearGroup: 9, pupils: 1 }] })).rejects.toMatchObject({ reason: "not-found" });
    expect(await leaveElection(election.author, at)).toEqual({ ok: true, value: undefined });
    const other = await join();
    await pack(other, 2);
    expect(await leaveElection(election.author, other)).toEqual({ ok: false, error: "school-has-packs" });
  });

  test("has packs for as many slips as pupils and no more, whatever asks for them", async () => {
    const at = await join(election, [{ yearGroup: 9, pupils: 10 }]);
    const ask = (classes: readonly { yearGroup: number; name: string; slips: number }[], once = randomId()) => askForPacks(election.returning, { ...at, once, voteId: election.engagementId, contestId: election.contestId, classes });
    await expect(askForPacks(election.author, { ...at, once: randomId(), voteId: election.engagementId, contestId: election.contestId, classes: [{ yearGroup: 9, name: "9A", slips: 1 }] })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await ask([{ yearGroup: 8, name: "8A", slips: 1 }])).toMatchObject({ error: [{ code: "no-such-year", params: { year: 8 } }] });
    expect(await ask([{ yearGroup: 9, name: "9A", slips: 6 }, { yearGroup: 9, name: "9B", slips: 5 }])).toMatchObject({ error: [{ code: "too-many-slips", params: { pupils: 10, before: 0, asked: 11 } }] });
    const once = randomId();
    expect(await ask([{ yearGroup: 9, name: "9A", slips: 6 }], once)).toMatchObject({ ok: true });
    expect(await ask([{ yearGroup: 9, name: "9A", slips: 6 }], once)).toMatchObject({ ok: true });
    expect(await ask([{ yearGroup: 9, name: " 9a", slips: 1 }])).toMatchObject({ error: [{ code: "class-has-pack" }] });
    expect(await changeYears(election.author, { ...at, years: [{ yearGroup: 9, pupils: 5 }] })).toMatchObject({ error: [{ code: "fewer-pupils", params: { slips: 6 } }] });
    expect(await changeYears(election.author, { ...at, years: [{ yearGroup: 8, pupils: 5 }] })).toMatchObject({ error: [{ code: "year-has-packs" }] });
    // The database counts too.
    expect(await refusalOf(db.update(schoolYears).set({ pupils: 5 }).where(eq(schoolYears.electionSchoolId, at.schoolId)))).toContain("code_packs_pupils_check");
    expect(await refusalOf(db.update(codePacks).set({ slips: 11 }).where(eq(codePacks.batchId, once)))).toContain("code_packs_pupils_check");
    // Two who ask at once: one of them is refused.
    const two = await Promise.all([ask([{ yearGroup: 9, name: "9C", slips: 3 }]), ask([{ yearGroup: 9, name: "9D", slips: 3 }])]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    // A void pack gives its slips back.
    await revokeBatch(election.returning, { batchId: once, reason: "Wrong class" });
    expect(await ask([{ yearGroup: 9, name: "9A", slips: 6 }])).toMatchObject({ ok: true });
  });
});

describe("a pack short by three", () => {
  test("names the slips and the reason; they are made void, others take their place, and all of it stays on record", async () => {
    const at = await join();
    const { batchId, codes } = await pack(at, 8);
    expect(await count(election.author, batchId, 5, [2, 4])).toMatchObject({ error: [{ code: "missing-differs", params: { short: 3, named: 2 } }] });
    expect(await count(election.author, batchId, 5, [2, 4, 6], { reason: null })).toMatchObject({ error: [{ field: "reason" }] });
    expect(await count(election.author, batchId, 9)).toMatchObject({ error: [{ code: "more-than-sent" }] });
    const once = randomId();
    for (let twice = 0; twice < 2; twice += 1) expect(await count(election.author, batchId, 5, [2, 4, 6], { once })).toEqual({ ok: true, value: undefined });
    const seen = async () => (await getPack(election.author, election.electionId, election.engagementId, batchId)).pack;
    expect(await seen()).toMatchObject({ standing: "short", open: [2, 4, 6], counts: [{ number: 1, counted: 5, sent: 8, reason: "lost", reportedBy: "Mrs Price" }] });
    expect((await countShortPacks(election.returning)).get(election.electionId)).toBe(1);
    // Somebody who found slip 2 has voted with it already.
    await vote(codes[1]!);
    await expect(replaceMissing(election.author, { electionId: election.electionId, voteId: election.engagementId, batchId })).rejects.toMatchObject({ reason: "forbidden" });
    const replace = () => replaceMissing(election.returning, { electionId: election.electionId, voteId: election.engagementId, batchId });
    expect(await replace()).toEqual({ ok: true, value: { replaced: 2, voted: 1 } });
    expect(await replace()).toEqual({ ok: true, value: { replaced: 0, voted: 0 } });
    expect((await countShortPacks(election.returning)).get(election.electionId)).toBeUndefined();
    expect(await seen()).toMatchObject({ open: [], good: [1, 2, 3, 5, 7, 8, 9, 10], toPrint: 8, voted: 1, missing: [{ number: 2, outcome: "voted" }, { number: 4, outcome: "replaced", replacedAs: 9 }, { number: 6, outcome: "replaced", replacedAs: 10 }] });
    // Whoever finds a void slip cannot vote with it.
    expect(await use(codes[3]!)).toEqual({ ok: false, error: { code: "revoked" } });
    await vote((await slipsOf(batchId))[6]!);
    // Nothing of it can be changed afterwards.
    expect(await refusalOf(db.delete(packCounts).where(eq(packCounts.batchId, batchId)))).toBe("pack_counts is append-only");
    expect(await refusalOf(db.delete(missingSlips).where(eq(missingSlips.batchId, batchId)))).toBe("missing_slips is append-only");
    expect(await refusalOf(db.insert(packCounts).values({ councilId: council.council.id, batchId, number: 9, sent: 8, counted: 5, missing: [1], reportedBy: "X", recordedBy: randomId(), recordedAt: new Date(), reason: "lost" }))).toContain("pack_counts_check");
  });

  test("goes on where it broke off, and counted again is another line", async () => {
    const at = await join();
    const { batchId } = await pack(at, 4);
    await count(election.author, batchId, 2, [1, 3]);
    const replace = () => replaceMissing(election.returning, { electionId: election.electionId, voteId: election.engagementId, batchId });
    expect(await replace()).toMatchObject({ value: { replaced: 2 } });
    // As if the process had died after the second code was replaced and before that was written down.
    await db.execute("alter table missing_slips disable trigger missing_slips_append_only");
    await db.delete(missingSlips).where(and(eq(missingSlips.batchId, batchId), eq(missingSlips.number, 3)));
    await db.execute("alter table missing_slips enable trigger missing_slips_append_only");
    expect(await replace()).toEqual({ ok: true, value: { replaced: 1, voted: 0 } });
    expect(await db.select({ number: accessCodes.number }).from(accessCodes).where(eq(accessCodes.batchId, batchId))).toHaveLength(6);
    expect(await count(election.author, batchId, 4)).toMatchObject({ ok: true });
    expect((await getPack(election.author, election.electionId, election.engagementId, batchId)).pack).toMatchObject({ open: [], counts: [{ number: 2, counted: 4 }, { number: 1, counted: 2 }] });
  });

  test("is accounted for by its school's presiding officer; what does not meet needs a reason, in the database too", async () => {
    const at = await join();
    const { batchId, codes } = await pack(at, 4);
    const presiding = await makeOfficer(council, "presiding-officer");
    const place = await savePlace(election.returning, { id: randomId(), isNew: true, name: both(`Hall ${randomId().slice(0, 4)}`), address: "", access: both(""), hours: both(""), letters: "", officers: [presiding.actor.personId], closed: false });
    const account = (by: ActorScope, handedOut: number, unused: number, reason = "") => accountForPack(by, { once: randomId(), electionId: election.electionId, batchId, handedOut, unused, spoilt: 0, reason, reportedBy: "Mr Lee" });
    await expect(account(presiding, 4, 0)).rejects.toMatchObject({ reason: "forbidden" });
    expect(await setPlace(election.author, { ...at, placeId: place.ok ? place.value.id : null })).toEqual({ ok: true, value: undefined });
    await vote(codes[0]!);
    await vote(codes[1]!);
    expect(await account(presiding, 2, 1)).toMatchObject({ error: [{ field: "accountReason", code: "account-reason", params: { slips: 4, told: 3 } }] });
    expect(await account(presiding, 1, 3)).toMatchObject({ error: [{ params: { used: 2, handedOut: 1 } }] });
    expect(await account(presiding, 2, 1, "One was torn up")).toEqual({ ok: true, value: undefined });
    expect(await account(presiding, 3, 1)).toEqual({ ok: true, value: undefined });
    expect((await getPack(presiding, election.electionId, election.engagementId, batchId)).pack).toMatchObject({ standing: "accounted", accounts: [{ number: 2, reason: "" }, { number: 1, reason: "One was torn up" }] });
    expect(await refusalOf(db.insert(packAccounts).values({ councilId: council.council.id, batchId, number: 9, slips: 4, used: 2, handedOut: 2, unused: 1, spoilt: 0, reportedBy: "X", recordedBy: randomId(), recordedAt: new Date() }))).toContain("pack_accounts_meet_check");
    expect(await setPlace(election.author, { ...at, placeId: randomId() })).toEqual({ ok: false, error: "no-such-place" });
  });
});

describe("turnout by school and year group", () => {
  test("counts each pupil once, on a device or on paper, and a slip twice on one device not at all", async () => {
    const made = await makeOpenElection(council, ["Ana", "Ben", "Cai"]);
    const at = await join(made);
    const presiding = await makeOfficer(council, "presiding-officer");
    const place = await savePlace(made.returning, { id: randomId(), isNew: true, name: both(`Gym ${randomId().slice(0, 4)}`), address: "", access: both(""), hours: both(""), letters: "", officers: [presiding.actor.personId], closed: false });
    const placeId = place.ok ? place.value.id : "";
    const nine = await pack(at, 4, "9A", 9, made);
    const ten = await pack(at, 3, "10A", 10, made);
    const turnout = async () => (await getSchool(made.author, made.electionId, made.engagementId, at.schoolId)).years.map(({ yearGroup, pupils, voted }) => [yearGroup, pupils, voted]);
    await vote(nine.codes[0]!, [1, 2], made);
    // A code is typed and no ballot cast: nobody has voted. The same slip on the same device, wiped between the two, opens nothing.
    expect(await use(nine.codes[1]!, made)).toMatchObject({ ok: true });
    expect(await use(nine.codes[0]!, made)).toMatchObject({ ok: false, error: { code: "used" } });
    expect(await turnout()).toEqual([[9, 60, 1], [10, 50, 0]]);
    // On paper: the presiding officer takes the code and hands out a paper.
    expect(await printBatch(made.returning, { pollId: made.pollId, placeId, once: randomId(), size: 5, batches: 1 })).toMatchObject({ ok: true });
    const [pad] = await listBatches(made.returning, made.pollId);
    const give = (code: AccessCode) => handOutForCode({ scope: presiding, batchId: pad!.id, voteId: made.engagementId, network: null }, { code: [code], once: [randomToken()] });
    expect(await give(ten.codes[0]!)).toMatchObject({ ok: true });
    expect(await give(ten.codes[0]!)).toMatchObject({ ok: false });
    expect(await turnout()).toEqual([[9, 60, 1], [10, 50, 1]]);
    await expect(listSchools(await makeOfficer(council), made.electionId, made.engagementId)).rejects.toMatchObject({ reason: "forbidden" });
    expect((await listPublishedTurnout(anybody, [{ electionId: made.electionId, voteId: made.engagementId, pollIds: [made.pollId] }])).get(made.electionId)).toMatchObject({ voted: 2, schools: [{ pupils: 110, voted: null }] });
  });

  test("is known for ballots of one choice and of a ranking as well", async () => {
    for (const [rule, choices] of [["fptp", [2]], ["irv", [3, 1, 2]]] as const) {
      const made = await makeOpenElection(council, ["Ana", "Ben", "Cai"], rule);
      const at = await join(made);
      const { codes } = await pack(at, 2, "9A", 9, made);
      await vote(codes[0]!, choices, made);
      expect(await getSchool(made.author, made.electionId, made.engagementId, at.schoolId)).toMatchObject({ voted: 1, slips: 2 });
    }
  });
});
