import { expect, test } from "vitest";
import { questionsOf } from "#domain/consultations/survey.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { BUS_SURVEY } from "#testing/factories/surveys.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { listRegister } from "#features/consultations/register/queries.ts";
import { keyPaper, openBatch } from "./actions.ts";
import { findDifference, getBatch, listBatches, nextPaper } from "./queries.ts";

const said: string[] = [];
const { sql, url } = await testDatabase({ onStatement: (statement) => said.push(statement) });
await prepareJobs(url);
const council = await makeCouncil();
const [one, other] = [await makeOfficer(council, "engagement-officer"), await makeOfficer(council, "council-admin")];
const { consultationId } = await makeConsultation(council);
const questions = questionsOf(BUS_SURVEY);
const bundle = (name: string, twice: boolean, more: Record<string, string> = {}) => Object.fromEntries(Object.entries({ name, papers: "3", "receivedOn-day": "2", "receivedOn-month": "3", "receivedOn-year": "2026", ...(twice ? { twice: "yes" } : {}), ...more }).map(([field, value]) => [field, [value]]));
const key = async (scope: typeof one, batchId: string, paper: number, typed: Record<string, string>) => {
  const keyed = await keyPaper({ scope, consultationId, batchId, paper, questions }, Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, [value]])));
  return keyed.ok ? keyed.value : (keyed.error.faults[0]?.code ?? "");
};
const registered = () => sql`select r.paper_number, a.value from responses r left join response_answers a on a.response_id = r.id where r.consultation_id = ${consultationId} order by r.paper_number`;

test("a bundle is opened once, with what is needed", async () => {
  for (let time = 0; time < 2; time += 1) expect((await openBatch({ scope: one, consultationId }, bundle("LIB-1", true))).ok).toBe(true);
  const taken = await openBatch({ scope: one, consultationId }, bundle("LIB-1", false));
  expect(taken.ok ? [] : taken.error.faults).toEqual([{ field: "name", code: "name-taken" }]);
  const bad = await openBatch({ scope: one, consultationId }, bundle("", true, { papers: "0", "receivedOn-year": "2999" }));
  expect(bad.ok ? [] : bad.error.faults.map(({ field }) => field)).toEqual(["name", "papers"]);
  expect(await listBatches(one, consultationId)).toHaveLength(1);
});

test("two people write each paper in: what they agree on is registered, what they differ on is settled", async () => {
  const [batch] = await listBatches(one, consultationId);
  const id = batch!.id;
  expect(nextPaper(batch!)).toBe(1);
  expect(await key(one, id, 1, { "how-often": "daily", anything: "More buses" })).toBe("waits");
  expect(await key(one, id, 1, { "how-often": "daily", anything: "More  buses " })).toBe("waits");
  expect(await key(one, id, 1, { "how-often": "never" })).toBe("second-person");
  expect(nextPaper(await getBatch(one, consultationId, id))).toBe(2);
  expect(nextPaper(await getBatch(other, consultationId, id))).toBe(1);
  expect(await registered()).toHaveLength(0);
  expect(await key(other, id, 1, { "how-often": "daily", anything: "More buses" })).toBe("registered");
  expect(await key(other, id, 1, { "how-often": "daily" })).toBe("done");
  expect((await registered()).map(({ paper_number }) => paper_number)).toEqual(["LIB-1-1", "LIB-1-1"]);
  // The register finds it by its number or its bundle's name.
  for (const [q, total] of [["lib-1-1", 1], ["LIB-1", 1], ["IB-1", 0]] as const) expect((await listRegister(council, consultationId, { q, channel: "", show: "" }, 1)).total).toBe(total);

  expect(await key(one, id, 2, { "how-often": "weekly" })).toBe("waits");
  expect(await key(other, id, 2, { "how-often": "never", _language: "cy" })).toBe("differs");
  expect(await findDifference(council, id, 2)).toMatchObject({ first: { answers: { "how-often": { choice: "weekly" } } }, second: { language: "cy" } });
  expect((await getBatch(one, consultationId, id)).states.get(2)).toBe("differs");
  // The first's form sent once more, and one opened before the second wrote: neither saw how the two differ, so neither settles it.
  expect(await key(one, id, 2, { "how-often": "weekly" })).toBe("differs");
  expect(await key(await makeOfficer(council, "engagement-officer"), id, 2, { "how-often": "daily" })).toBe("differs");
  expect((await registered()).filter(({ paper_number }) => paper_number === "LIB-1-2")).toEqual([]);
  expect(await key(one, id, 2, { "how-often": "never", _settles: "yes" })).toBe("registered");
  expect(await findDifference(council, id, 2)).toBeNull();
  expect(await key(one, id, 2, { "how-often": "weekly" })).toBe("done");
  expect(await sql`select 1 from audit_trail where act = 'response-batch.settled'`).toHaveLength(1);
  await expect(key(one, id, 4, {})).rejects.toThrow("not-found: paper");
});

test("twenty people at one paper make one response of two keyings", async () => {
  const [batch] = await listBatches(one, consultationId);
  const all = await Promise.all(Array.from({ length: 20 }, (_, at) => key(at % 2 === 0 ? one : other, batch!.id, 3, { "how-often": "daily" })));
  expect(all.filter((each) => each === "registered")).toHaveLength(1);
  expect((await registered()).filter(({ paper_number }) => paper_number === "LIB-1-3")).toHaveLength(1);
  expect(await refusalOf(sql`insert into paper_keyings (batch_id, paper, turn, keyer_id, keyed_at, document) select batch_id, paper, 1, keyer_id, now(), document from paper_keyings where turn = 2 limit 1`)).toContain("paper_keyings_batch_id_paper_turn_pk");
  expect(await refusalOf(sql`update paper_keyings set turn = 3`)).toBe("paper_keyings is append-only");
});

test("a bundle written in by one goes straight into the register; wrong answers are refused; a blank paper is accounted for", async () => {
  await openBatch({ scope: one, consultationId }, bundle("HALL", false));
  const batch = (await listBatches(one, consultationId)).find(({ name }) => name === "HALL");
  expect(await key(one, batch!.id, 1, { "how-often": "yearly" })).toBe("not-offered");
  expect(await key(one, batch!.id, 1, {})).toBe("registered");
  expect(await key(one, batch!.id, 1, {})).toBe("done");
  expect((await registered()).filter(({ paper_number }) => paper_number === "HALL-1")).toEqual([{ paper_number: "HALL-1", value: null }]);
  await expect(key(await makeOfficer(council, "approver"), batch!.id, 2, {})).rejects.toThrow("forbidden: responses.enter");
  await expect(getBatch(await makeOfficer(await makeCouncil(), "engagement-officer"), consultationId, batch!.id)).rejects.toThrow("not-found: batch");
});

test("the list of bundles takes as many statements for twenty as for two, and says of each how it stands", async () => {
  const statements = async (): Promise<number> => {
    said.length = 0;
    await listBatches(one, consultationId);
    return said.length;
  };
  const before = await statements();
  for (let made = 0; made < 18; made += 1) await openBatch({ scope: one, consultationId }, bundle(`MORE-${String(made)}`, true));
  expect(await statements()).toBe(before);
  const batches = await listBatches(one, consultationId);
  expect(batches.find(({ name }) => name === "LIB-1")?.states).toEqual(new Map([[1, "done"], [2, "done"], [3, "done"]]));
  expect(batches.find(({ name }) => name === "HALL")?.states).toEqual(new Map([[1, "done"], [2, "none"], [3, "none"]]));
  expect(batches.find(({ name }) => name === "MORE-3")?.states.get(1)).toBe("none");
});
