import { beforeAll, describe, expect, test } from "vitest";
import { CODES_IN_PART } from "#domain/voting/access-codes/code-batch.ts";
import { ACCESS_CODE_BYTES, makeAccessCode, type AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { codeIdentity } from "#domain/eligibility/voter-identity.ts";
import { voterHash } from "#features/voting/credentials/issue-passes.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId, randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { askForCodes, type CodeWanted } from "./ask-for-codes.ts";
import { closeAlarm } from "./close-alarm.ts";
import { confirmPrinted } from "./confirm-printed.ts";
import { makeCodes } from "./make-codes.ts";
import { openSlips } from "./open-slips.ts";
import { findCode, getBatch, listCodes, watchCodes } from "./queries.ts";
import { askForPeople } from "./actions.ts";
import { readAddresses } from "./read-addresses.ts";
import { reissueCode } from "./reissue-code.ts";
import { revokeBatch } from "./revoke-batch.ts";
import { revokeCode } from "./revoke-code.ts";
import { useCode } from "./use-code.ts";

const { sql, url } = await testDatabase({ connections: 12 });
beforeAll(() => prepareJobs(url));
const council = await makeCouncil();
const officer = await makeOfficer(council, "returning-officer");
const pollId = await makeReadyPoll(council);
const run = { signal: new AbortController().signal, lastTry: false };

const wanted = (more: Partial<CodeWanted> = {}): CodeWanted => ({ pollIds: [pollId], areaId: null, ageBand: "under-16", electorId: null, recipient: null, ...more });
const ask = async (codes: readonly CodeWanted[], voteId = randomId()) => {
  const once = randomId();
  const asked = await askForCodes(officer, { once, voteId, kind: "class", label: "8B", place: "Oak School", wanted: codes });
  if (!asked.ok) throw new Error(asked.error);
  return { voteId, batchId: once };
};
const made = async (count: number, voteId?: string) => {
  const batch = await ask(Array.from({ length: count }, () => wanted()), voteId);
  await makeCodes(council, batch.batchId, run);
  const opened = await openSlips(officer, { batchId: batch.batchId, part: 1, form: "pdf" });
  if (!opened.ok) throw new Error(opened.error);
  return { ...batch, codes: opened.value.slips.map(({ code }) => code) };
};
const use = (voteId: string, code: AccessCode, more: Partial<Parameters<typeof useCode>[1]> = {}) => useCode(council, { voteId, code, once: randomId(), tokens: new Map(), network: null, asking: null, ...more });
const acts = async (thing: string) => (await sql<{ act: string }[]>`select act from audit_trail where thing_id = ${thing} order by position`).map(({ act }) => act);
const codeOf = async (voteId: string, code: AccessCode) => {
  const found = await findCode(officer, voteId, code.slice(0, 4));
  if (!found) throw new Error("There is no such code");
  return found;
};

describe("a batch", () => {
  test("is asked for once, made, and nothing in the clear is kept outside the seal", async () => {
    const once = randomId();
    const input = { once, voteId: randomId(), kind: "post" as const, label: "First posting", place: "", wanted: [wanted({ recipient: { name: "Mari Ŵyn", address: ["2 Mill Lane", "SN9 4QT"] } }), wanted()] };
    expect(await askForCodes(officer, input)).toEqual({ ok: true, value: { batchId: once } });
    expect(await askForCodes(officer, input)).toEqual({ ok: true, value: { batchId: once } });
    await makeCodes(council, once, run);
    const opened = await openSlips(officer, { batchId: once, part: 1, form: "csv" });
    expect(opened).toMatchObject({ ok: true, value: { label: "First posting", slips: [{ number: 1, recipient: { name: "Mari Ŵyn" } }, { number: 2, recipient: null }] } });
    const dump = JSON.stringify(await sql`select b.*, c.*, encode(s.sealed, 'escape') from code_batches b join access_codes c on c.batch_id = b.id join code_slips s on s.code_id = c.id where b.id = ${once}`);
    expect(dump).not.toMatch(/Mari|Mill Lane/);
    for (const { code } of opened.ok ? opened.value.slips : []) expect(dump).not.toContain(code.slice(4, 15));
    expect(await getBatch(officer, input.voteId, once)).toMatchObject({ state: "made", toPrint: 2, counts: { wanted: 2, made: 2, printed: 0, used: 0, revoked: 0 } });
  });

  test("is printed once: then the clear codes and the addresses are gone, and the code still opens", async () => {
    const { voteId, batchId, codes } = await made(3);
    expect(await confirmPrinted(officer, { batchId })).toEqual({ ok: true, value: { destroyed: 3 } });
    expect(await confirmPrinted(officer, { batchId })).toEqual({ ok: true, value: { destroyed: 0 } });
    expect(await openSlips(officer, { batchId, part: 1, form: "pdf" })).toEqual({ ok: false, error: "nothing-to-print" });
    expect(await sql`select 1 from code_slips where batch_id = ${batchId}`).toHaveLength(0);
    expect((await use(voteId, codes[0] as AccessCode)).ok).toBe(true);
    expect(await acts(batchId)).toEqual(["codes.asked", "codes.made", "codes.opened", "codes.printed"]);
    expect(await getBatch(officer, voteId, batchId)).toMatchObject({ toPrint: 0, counts: { printed: 3, used: 1 } });
  });

  test("goes on where it was left when its process died, and makes no slip's code twice", async () => {
    const { voteId, batchId } = await ask(Array.from({ length: 25 }, () => wanted()));
    const stopped = new AbortController();
    stopped.abort();
    await makeCodes(council, batchId, { signal: stopped.signal, lastTry: false }, 10);
    expect((await getBatch(officer, voteId, batchId)).counts.made).toBe(10);
    await Promise.allSettled([makeCodes(council, batchId, run, 10), makeCodes(council, batchId, run, 10)]);
    await makeCodes(council, batchId, run, 10);
    expect(await getBatch(officer, voteId, batchId)).toMatchObject({ state: "made", counts: { made: 25 }, toPrint: 25 });
    expect((await listCodes(officer, batchId, { after: 0, most: 100 })).map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    expect(CODES_IN_PART).toBeGreaterThan(25);
  });

  test("that is made void opens nothing, printed or not, and neither does what is still to be made of it", async () => {
    const { voteId, batchId, codes } = await made(2);
    const opened = await use(voteId, codes[0] as AccessCode);
    expect(await revokeBatch(officer, { batchId, reason: "Wrong school" })).toEqual({ ok: true, value: { codes: 2 } });
    expect(await use(voteId, codes[1] as AccessCode)).toEqual({ ok: false, error: { code: "revoked" } });
    expect(await revokeBatch(officer, { batchId, reason: "Again" })).toEqual({ ok: false, error: "revoked-before" });
    const token = opened.ok ? (opened.value.token ?? "") : "";
    expect(await sql`select 1 from voter_passes where token_hash = ${passHash(token, pollId)}`).toHaveLength(0);
    const waiting = await ask([wanted()]);
    await revokeBatch(officer, { batchId: waiting.batchId, reason: "Not wanted" });
    await makeCodes(council, waiting.batchId, run);
    expect(await getBatch(officer, waiting.voteId, waiting.batchId)).toMatchObject({ state: "revoked", counts: { made: 0 }, toPrint: 0 });
  });

  test("is not made for a ballot that has closed, nor for another council's", async () => {
    const closed = await makeReadyPoll(council);
    await sql`update polls set state = 'closed' where id = ${closed}`;
    const input = { once: randomId(), voteId: randomId(), kind: "class" as const, label: "8B", place: "", wanted: [wanted({ pollIds: [closed] })] };
    expect(await askForCodes(officer, input)).toEqual({ ok: false, error: "vote-over" });
    const stranger = await makeOfficer(await makeCouncil(), "returning-officer");
    await expect(askForCodes(stranger, { ...input, wanted: [wanted()] })).rejects.toMatchObject({ reason: "not-found" });
    const { batchId } = await ask([wanted()]);
    await expect(confirmPrinted(stranger, { batchId })).rejects.toMatchObject({ reason: "not-found" });
    await expect(revokeBatch(stranger, { batchId, reason: "" })).rejects.toMatchObject({ reason: "not-found" });
    await expect(openSlips(stranger, { batchId, part: 1, form: "pdf" })).rejects.toMatchObject({ reason: "not-found" });
    await expect(openSlips(await makeOfficer(council, "auditor"), { batchId, part: 1, form: "pdf" })).rejects.toMatchObject({ reason: "forbidden" });
  });
});

describe("a code", () => {
  test("typed fifty times at once gives one pass, and one mark whoever holds it", async () => {
    const { voteId, codes } = await made(1);
    const code = codes[0] as AccessCode;
    const answers = await Promise.all(Array.from({ length: 50 }, () => use(voteId, code)));
    const opened = answers.filter(({ ok }) => ok);
    expect(opened).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(["used", "too-many-tries"]).toContain(answer.error.code);
    const { id } = await codeOf(voteId, code);
    expect(await sql`select way, age_band from voter_passes where poll_id = ${pollId} and voter_hash = ${voterHash(pollId, codeIdentity(id))}`).toEqual([{ way: "code", age_band: "under-16" }]);
    const [pass] = opened.map((answer) => passHash(answer.ok ? (answer.value.token ?? "") : "", pollId));
    const issued = await Promise.all(Array.from({ length: 50 }, (_, at) => sql<{ outcome: string }[]>`select issue_ballot(${pass ?? null}, ${pollId}, '1', ${Buffer.alloc(32, at)}, 'online') as outcome`));
    expect(issued.filter(([row]) => row?.outcome === "issued")).toHaveLength(1);
    expect(await sql`select 1 from roll_marks where poll_id = ${pollId} and voter_hash = ${voterHash(pollId, codeIdentity(id))}`).toHaveLength(1);
  });

  test("opens every ballot it is for, and only with its own vote", async () => {
    const other = await makeReadyPoll(council);
    const { voteId, batchId } = await ask([wanted({ pollIds: [pollId, other] })]);
    await makeCodes(council, batchId, run);
    const slips = await openSlips(officer, { batchId, part: 1, form: "html" });
    const code = (slips.ok ? slips.value.slips[0]?.code : undefined) as AccessCode;
    expect(await use(randomId(), code)).toEqual({ ok: false, error: { code: "wrong" } });
    const used = await use(voteId, code);
    expect(used).toMatchObject({ ok: true, value: { pollIds: [pollId, other] } });
    for (const each of [pollId, other]) expect(await sql`select 1 from voter_passes where token_hash = ${passHash(used.ok ? (used.value.token ?? "") : "", each)} and poll_id = ${each}`).toHaveLength(1);
  });

  test("used before says so with the day; the same form sent again and the same browser go on", async () => {
    const { voteId, codes } = await made(1);
    const [code, once] = [codes[0] as AccessCode, randomId()];
    const first = await use(voteId, code, { once });
    const again = await use(voteId, code, { once });
    expect(again).toEqual(first);
    const tokens = new Map([[pollId, first.ok ? (first.value.token ?? "") : ""]]);
    expect(await use(voteId, code, { tokens })).toEqual({ ok: true, value: { pollIds: [pollId], token: null } });
    expect(await use(voteId, code)).toEqual({ ok: false, error: { code: "used", on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string } });
    expect((await codeOf(voteId, code)).standing).toBe("used");
  });

  test("that is wrong and one that there is not are told alike, in words and in time, five times and no more", async () => {
    const { voteId, codes } = await made(1);
    const code = codes[0] as AccessCode;
    const random = makeAccessCode(randomKey(ACCESS_CODE_BYTES));
    const guess = (at: number) => `${code.slice(0, 4)}${String(at).padStart(11, "0")}0` as AccessCode;
    const stranger = (at: number) => `${code.startsWith("ZZZZ") ? "0000" : "ZZZZ"}${random.slice(4, 14)}${String(at)}0` as AccessCode;
    const timed = async (make: (at: number) => AccessCode) => {
      const times: number[] = [];
      for (let at = 0; at < 5; at += 1) {
        const from = performance.now();
        expect(await use(voteId, make(at))).toEqual({ ok: false, error: { code: "wrong" } });
        times.push(performance.now() - from);
      }
      expect(await use(voteId, make(5))).toEqual({ ok: false, error: { code: "too-many-tries" } });
      return times.sort((a, b) => a - b)[2] ?? 0;
    };
    const [known, unknown] = [await timed(guess), await timed(stranger)];
    // Both pay for the slow hash, which is most of the time; without it the unknown one would take a tenth.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
    // The right code too must wait, or the limit would be no limit.
    expect(await use(voteId, code)).toEqual({ ok: false, error: { code: "too-many-tries" } });
  });

  test("a network that sends a hundred wrong codes must wait; right ones do not count", async () => {
    const { voteId, codes } = await made(2);
    const network = randomId();
    await sql`insert into rate_limits (key, uses, allowed, last_asked_at) values (${`code-wrong/${network}`}, array_fill(now(), array[99]), true, now())`;
    expect((await use(voteId, codes[0] as AccessCode, { network })).ok).toBe(true);
    expect(await use(voteId, makeAccessCode(randomKey(ACCESS_CODE_BYTES)), { network })).toEqual({ ok: false, error: { code: "wrong" } });
    expect(await use(voteId, codes[1] as AccessCode, { network })).toEqual({ ok: false, error: { code: "too-many-tries" } });
    expect((await use(voteId, codes[1] as AccessCode, { network: randomId() })).ok).toBe(true);
  });

  test("made void opens nothing, and its pass ends", async () => {
    const { voteId, codes } = await made(1);
    const code = codes[0] as AccessCode;
    const used = await use(voteId, code);
    const { id: codeId } = await codeOf(voteId, code);
    expect(await revokeCode(officer, { codeId, reason: "lost" })).toMatchObject({ ok: true });
    expect(await revokeCode(officer, { codeId, reason: "lost" })).toEqual({ ok: false, error: "revoked-before" });
    expect(await use(voteId, code)).toEqual({ ok: false, error: { code: "revoked" } });
    expect(await sql`select 1 from voter_passes where token_hash = ${passHash(used.ok ? (used.value.token ?? "") : "", pollId)}`).toHaveLength(0);
    expect(await acts(codeId)).toEqual(["code.revoked"]);
  });

  test("reissued is the same voter, and the old one is void", async () => {
    const { voteId, batchId, codes } = await made(1);
    await confirmPrinted(officer, { batchId });
    const old = codes[0] as AccessCode;
    await use(voteId, old);
    const { id: codeId } = await codeOf(voteId, old);
    expect(await reissueCode(officer, { codeId, reason: "lost", recipient: null })).toEqual({ ok: true, value: { batchId, number: 2 } });
    expect(await reissueCode(officer, { codeId, reason: "lost", recipient: null })).toEqual({ ok: false, error: "reissued-before" });
    const opened = await openSlips(officer, { batchId, part: 1, form: "pdf" });
    const fresh = (opened.ok ? opened.value.slips[0]?.code : undefined) as AccessCode;
    expect(await use(voteId, old)).toEqual({ ok: false, error: { code: "revoked" } });
    expect(await use(voteId, fresh)).toMatchObject({ ok: true });
    // Whoever held the first is the voter still: one mark, whichever they vote with.
    expect(await sql`select 1 from voter_passes where poll_id = ${pollId} and voter_hash = ${voterHash(pollId, codeIdentity(codeId))}`).toHaveLength(1);
    expect(await listCodes(officer, batchId, { after: 0, most: 9 })).toMatchObject([{ number: 1, standing: "revoked", reissuedAs: 2 }, { number: 2, standing: "used" }]);
  });

  test("whose holder has voted is not reissued", async () => {
    const { voteId, codes } = await made(1);
    const { id: codeId } = await codeOf(voteId, codes[0] as AccessCode);
    await sql`insert into roll_marks (council_id, poll_id, voter_hash, channel, marked_on) values (${council.council.id}, ${pollId}, ${voterHash(pollId, codeIdentity(codeId))}, 'online', now())`;
    expect(await reissueCode(officer, { codeId, reason: "lost", recipient: null })).toEqual({ ok: false, error: "has-voted" });
    expect((await use(voteId, codes[0] as AccessCode)).ok).toBe(true);
  });

  test("is kept by the database as it was made: used once, void once, never another's", async () => {
    const { voteId, codes } = await made(2);
    const [first, second] = [await codeOf(voteId, codes[0] as AccessCode), await codeOf(voteId, codes[1] as AccessCode)];
    await use(voteId, codes[0] as AccessCode);
    await revokeCode(officer, { codeId: second.id, reason: "lost" });
    await expect(sql`update access_codes set used_on = null where id = ${first.id}`).rejects.toThrow(/used and made void once/);
    await expect(sql`update access_codes set voter_id = gen_random_uuid() where id = ${first.id}`).rejects.toThrow(/does not change/);
    await expect(sql`update access_codes set revoked_at = null where id = ${second.id}`).rejects.toThrow(/does not change/);
    await expect(sql`update access_codes set used_on = now() where id = ${second.id}`).rejects.toThrow(/does not change/);
  });
});

test("wrong codes raise the alarm once, by mail to the returning officer, until it is closed", async () => {
  const { voteId, codes } = await made(1);
  await sql`insert into code_tries (vote_id, since, tries, wrong) values (${voteId}, now() - interval '1 hour', 900, 9)`;
  await use(voteId, codes[0] as AccessCode);
  expect((await watchCodes(officer, voteId)).alarm).toBeNull();
  for (let at = 0; at < 3; at += 1) await use(voteId, makeAccessCode(randomKey(ACCESS_CODE_BYTES)));
  expect(await watchCodes(officer, voteId)).toMatchObject({ tries: 904, wrong: 12, alarm: { tries: 902, wrong: 10 } });
  const mails = await sql<{ body: string }[]>`select body from mail_messages where recipient = ${officer.actor.email} and body like ${`%${voteId}%`}`;
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain(`/manage/votes/${voteId}/codes`);
  await closeAlarm(officer, { voteId, finding: "A class typed last year's slips" });
  expect((await watchCodes(officer, voteId)).alarm).toBeNull();
  await use(voteId, makeAccessCode(randomKey(ACCESS_CODE_BYTES)));
  expect((await watchCodes(officer, voteId)).alarm).toBeNull();
});

test("a list of addresses opens the ballots of each address's area; every bad row is told at once", async () => {
  const [oak, ash] = [await makeWard(council, "Oak", ["AA11AA"]), await makeWard(council, "Ash", ["AA22AA"])];
  const ballots = [{ pollId: "oak", areaId: oak }, { pollId: "ash", areaId: ash }];
  const read = (text: string, more = ballots) => readAddresses(council, text, more);
  expect(await read("name,address 1,postcode\nA,1 Road,AA1 1AA\nB,2 Road,aa22aa\n")).toMatchObject({ ok: true, value: [{ pollIds: ["oak"], areaId: oak }, { pollIds: ["ash"], areaId: ash }] });
  expect(await read("address 1,postcode\n1 Road,AA9 9AA\n,AA1 1AA\n")).toMatchObject({ ok: false, error: [{ line: 2, code: "elsewhere" }, { line: 3, code: "no-address" }] });
  expect(await read("address 1,postcode\n1 Road,AA9 9AA\n", [{ pollId: "all", areaId: null as never }])).toMatchObject({ ok: true, value: [{ pollIds: ["all"], areaId: null }] });
  expect(await read('address 1,postcode\n"1 Road,AA1 1AA\n')).toMatchObject({ ok: false, error: [{ line: 0, code: "columns" }] });
});

test("a browser that guesses is held with the code it has in the end; the same code from another browser is not", async () => {
  const { voteId, codes } = await made(2);
  const asking = (device: string) => ({ exercise: { id: voteId, title: { en: "Vote", cy: "Pleidlais" } }, signs: { device, address: null }, lastDay: "2030-01-31" });
  const [first, second] = codes as [AccessCode, AccessCode];
  const other = (code: AccessCode, at: number) => `${code.slice(0, 4)}${code.slice(4).split("").reverse().join("").slice(0, 11)}${String(at)}` as AccessCode;
  for (let guess = 0; guess < 6; guess += 1) expect(await use(randomId(), other(first, guess), { asking: asking("the-guessing-browser") })).toMatchObject({ ok: false });
  const held = await use(voteId, first, { asking: asking("the-guessing-browser") });
  expect(held).toMatchObject({ ok: false, error: { code: "stopped" } });
  expect(await use(voteId, first, { asking: asking("the-guessing-browser") })).toEqual(held);
  expect(await use(voteId, second, { asking: asking("a-quiet-browser-0001") })).toMatchObject({ ok: true });
});

test("a batch for the people of a roll binds each code to its person, writes to nobody twice and leaves out who was taken off", async () => {
  const voteId = randomId();
  const [area, elsewhere, rollId] = [await makeWard(council, "Penarth", ["ZZ91AA"]), await makeWard(council, "Barri", ["ZZ92AA"]), randomId()];
  await sql`insert into rolls (id, council_id, name) values (${rollId}, ${council.council.id}, ${`Register ${rollId}`})`;
  const person = async (reference: string, postcode: string, removed = false): Promise<string> => {
    const id = randomId();
    await sql`insert into roll_entries (id, council_id, roll_id, reference, given_names, family_name, birth_date, address, postcode, reference_key, given_key, family_key, removed_at, removed_reason)
      values (${id}, ${council.council.id}, ${rollId}, ${reference}, 'Siân', ${reference}, '1990-05-01', '4 Oak Road, Penarth', ${postcode}, ${reference}, 'sian', ${reference}, ${removed ? new Date() : null}, ${removed ? "moved" : ""})`;
    return id;
  };
  const [anna, ben] = [await person("a", "ZZ91AA"), await person("b", "ZZ92AA")];
  await person("gone", "ZZ91AA", true);
  const ofArea = await makeReadyPoll(council);
  const ballots = [{ pollId, areaId: null }, { pollId: ofArea, areaId: area }];
  const values = (more: Record<string, readonly string[]> = {}) => ({ once: [randomId()], label: ["First letters"], roll: [rollId], ballots: [pollId, ofArea], ...more });
  const asked = await askForPeople({ scope: officer, voteId, ballots }, values());
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  const slips = await sql<{ elector: string; polls: string[]; area: string | null; band: string }[]>`
    select elector_id as elector, poll_ids as polls, area_id as area, age_band as band from code_slips where batch_id = ${asked.value.batchId} order by number`;
  expect(slips).toEqual([
    { elector: anna, polls: [pollId, ofArea], area, band: "25-44" },
    { elector: ben, polls: [pollId], area: elsewhere, band: "25-44" },
  ]);
  // While they are being made, and afterwards, nobody gets a second one.
  expect(await askForPeople({ scope: officer, voteId, ballots }, values())).toMatchObject({ ok: false, error: { faults: [{ field: "roll", code: "nobody-left" }] } });
  await makeCodes(council, asked.value.batchId, run);
  expect(await askForPeople({ scope: officer, voteId, ballots }, values())).toMatchObject({ ok: false });
  const opened = await openSlips(officer, { batchId: asked.value.batchId, part: 1, form: "pdf" });
  expect(opened.ok && opened.value.slips.map(({ recipient }) => recipient?.address.at(-1))).toEqual(["ZZ9 1AA", "ZZ9 2AA"]);
  await expect(askForPeople({ scope: officer, voteId, ballots }, values({ roll: [randomId()] }))).rejects.toMatchObject({ reason: "not-found" });
});
