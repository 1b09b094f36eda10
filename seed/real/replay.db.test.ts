import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { runWaitingJobs } from "#platform/jobs/run-waiting.ts";
import { testDatabase } from "#testing/database.ts";
import { referenceData } from "#testing/reference-data.ts";
import { registry } from "#worker/registry.ts";
import { carryThrough } from "./carry-through.ts";
import { CAST_FILE_BALLOTS, castFileBallots, type CastProgress } from "./cast-file-ballots.ts";
import { countsMade, differs, expectedWinners } from "./compare.ts";
import { realCouncil } from "./real-council.ts";
import { BadFile, checkFile, idOfWork, takeFile } from "./take-file.ts";

process.env["FOLKMOOT_SECRET"] ??= "x".repeat(32);
const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-real-"));

function write(name: string, voters: number): string {
  const votes = Array.from({ length: voters }, (_, at) => `${at};${at % 3 === 0 ? "p1" : at % 3 === 1 ? "p1,p2" : "p3"}`);
  const meta = { description: "d", country: "c", unit: "Town", instance: "2026", num_projects: "3", num_votes: String(voters), budget: "100", vote_type: "approval", rule: "greedy", date_begin: "1", date_end: "2" };
  const text = ["META", "key;value", ...Object.entries(meta).map(([key, value]) => `${key};${value}`), "PROJECTS", "project_id;cost;name", "p1;60;One", "p2;30;Two", "p3;50;Three", "VOTES", "voter_id;vote", ...votes];
  const file = path.join(folder, name);
  writeFileSync(file, text.join("\n"));
  return file;
}

async function replay(slug: string, file: string, progress: CastProgress = () => undefined) {
  const officers = await realCouncil(slug, slug);
  const importId = await idOfWork(file, "");
  const engagementId = await takeFile(officers.author, { id: importId, file, rule: null });
  const handlers = { ...registry, [CAST_FILE_BALLOTS]: castFileBallots(progress) };
  const work = { officers, engagementId, importId, runJobs: () => runWaitingJobs(url, handlers), say: () => undefined };
  return { officers, engagementId, carry: () => carryThrough(work) };
}

test("a run that breaks off in the middle of the ballots goes on and casts each once", async () => {
  const file = write("resume.pb", 900);
  const seen: number[] = [];
  const broken = await replay("real-resume", file, (cast) => {
    seen.push(cast);
    if (cast === 400) throw new Error("the power went");
  });
  await expect(broken.carry()).rejects.toThrow("Only 400 of 900 ballots were cast: the power went");
  const again = await replay("real-resume", file, (cast) => seen.push(cast));
  expect(again.engagementId).toBe(broken.engagementId);
  const pollId = await again.carry();
  const [marks] = await db.select({ rows: count() }).from(rollMarks).where(eq(rollMarks.pollId, pollId));
  const [opened] = await sql<{ rows: number }[]>`select count(*)::integer as rows from log.openings where poll_id = ${pollId} and invalid is null`;
  expect([opened?.rows, marks?.rows]).toEqual([900, 900]);
  expect(seen).toEqual([400, 800, 900]);
  const [official] = await countsMade(again.officers.author, pollId);
  expect(official).toMatchObject({ rule: "greedy", ballots: 900, spentPence: 9_000 });
  expect(official?.winners.map(({ reference }) => reference)).toEqual(["p1", "p2"]);
  expect((await getVoteForOfficers(again.officers.author, again.engagementId)).state).toBe("decided");
  expect(await again.carry()).toBe(pollId);
});

test("a file with faults makes nothing", async () => {
  const file = path.join(folder, "bad.pb");
  writeFileSync(file, "PROJECTS\n");
  await expect(checkFile(file)).rejects.toBeInstanceOf(BadFile);
});

describe.skipIf(!referenceData.present)(`a published vote${referenceData.reason}`, () => {
  test("has the published winners", async () => {
    const file = referenceData.path("pabulib/Netherlands_Assen_2024.pb");
    const { officers, carry } = await replay("real-assen", file);
    const expected = expectedWinners(file);
    const counts = await countsMade(officers.author, await carry());
    expect(counts.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["mes_cost_add1_noexh", "greedy"]));
    for (const { rule, winners } of counts)
      expect([rule, differs(winners.map(({ reference }) => reference), expected.get(rule) ?? [])]).toEqual([rule, { missing: [], extra: [] }]);
  });
});
