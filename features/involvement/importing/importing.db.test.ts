import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { fileImports } from "#db/schema/councils/imports.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { storeFile } from "#platform/files/store-file.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { referenceData } from "#testing/reference-data.ts";
import { checkVoteFile } from "./check-vote-file.ts";
import { importVote } from "./import-vote.ts";
import { getVoteFile } from "./queries.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");

async function handOver(bytes: Buffer, name = "vote.pb", id = randomId()): Promise<string> {
  const chunks = async function* () {
    yield await Promise.resolve(bytes);
  };
  const file = await storeFile({ field: "file", name, contentType: "", chunks: chunks(), cut: () => false }, { councilId: council.council.id });
  if (!file.ok) throw new Error(file.error);
  await checkVoteFile(officer, id, file.value);
  return id;
}

const SMALL = "META\nkey;value\ndescription;d\ncountry;c\nunit;Town\ninstance;2026\nnum_projects;2\nnum_votes;2\nbudget;100\nvote_type;cumulative\nrule;greedy\ndate_begin;1\ndate_end;2\nPROJECTS\nproject_id;cost;name;category\np1;50;Bench;parks\np2;60.50;Trees;\nVOTES\nvoter_id;vote;points\n1;p1,p2;3,1\n2;p2;4\n";

test("a file is read, shown and brought in once, as a draft with every project", async () => {
  const id = await handOver(Buffer.from(SMALL));
  const shown = await getVoteFile(officer, id);
  expect(shown.offered?.vote).toMatchObject({ title: "Town 2026", potPence: 10_000, projects: 2, costPence: 11_050, ballots: 2, ballotKind: "cumulative", rule: "greedy" });

  const [one, two] = await Promise.all([importVote(officer, { importId: id }), importVote(officer, { importId: id })]);
  expect(one).toEqual(two);
  const vote = await getVoteForOfficers(officer, one.value.engagementId);
  expect(vote).toMatchObject({ state: "draft", texts: { title: { en: "Town 2026" } }, authorId: officer.actor.personId });
  // Its ballots share out points: as many as the fullest one of the file.
  expect(vote.programme.ballot).toMatchObject({ ballotKind: "cumulative", pointsTotal: 4, pointsMost: 4, rule: "greedy", electorate: { minAge: 11, identityLevel: 2 } });
  expect(vote.programme.pots[0]?.projects.map(({ number, reference, title, summary, costPence }) => [number, reference, title.en, summary.en, costPence])).toEqual([
    [1, "p1", "Bench", "parks", 5_000],
    [2, "p2", "Trees", "Trees", 6_050],
  ]);
  // The file's ballots are not kept.
  const [row] = await db.select().from(fileImports).where(eq(fileImports.id, id));
  expect(row).toMatchObject({ state: "done", fileId: null, detail: { engagementId: one.value.engagementId } });
});

test("a file with faults is kept as the list of them, with line and column", async () => {
  const id = await handOver(Buffer.from(SMALL.replace("p1;50", "p1;none").replace("2;p2;4", "2;p9;4")));
  expect(await getVoteFile(officer, id)).toMatchObject({
    state: "refused",
    offered: null,
    faultsInAll: 2,
    faults: [
      { line: 16, column: "4", code: "number-unreadable" },
      { line: 21, column: "3", code: "project-unknown", params: { project: "p9", voter: "2" } },
    ],
  });
  await expect(importVote(officer, { importId: id })).rejects.toThrow("not-found: file");
});

test("only those who may bring in votes may, and only at their own council", async () => {
  const id = await handOver(Buffer.from(SMALL));
  const approver = await makeOfficer(council, "approver");
  await expect(importVote(approver, { importId: id })).rejects.toMatchObject({ reason: "forbidden" });
  const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
  await expect(importVote(stranger, { importId: id })).rejects.toMatchObject({ reason: "not-found" });
  await expect(getVoteFile(stranger, id)).rejects.toMatchObject({ reason: "not-found" });
});

describe.skipIf(!referenceData.present)(`published files${referenceData.reason}`, () => {
  test.each(["Netherlands_Assen_2024.pb", "France_Toulouse_2022.pb", "Poland_Krakow_2023_Debniki.pb.gz"])("%s becomes a draft", async (name) => {
    const id = await handOver(await readFile(referenceData.path(`pabulib/${name}`)), name);
    const { value } = await importVote(officer, { importId: id });
    const shown = await getVoteFile(officer, id);
    const vote = await getVoteForOfficers(officer, value.engagementId);
    expect(vote.programme.pots[0]?.projects).toHaveLength(shown.offered?.vote.projects ?? -1);
  });
});
