import { expect, test } from "vitest";
import type { PublicScope } from "#domain/councils/scope.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { closeElection } from "#features/involvement/electing/close-election.ts";
import { publishPapers } from "#features/involvement/electing/publish-papers.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { testDatabase } from "#testing/database.ts";
import { fillBox } from "#testing/factories/ballot-box.ts";
import { makeWardElection } from "#testing/factories/open-elections.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { listContestResults } from "./queries.ts";

const said: string[] = [];
await testDatabase({ onStatement: (statement) => said.push(statement) });

test("the results of three wards are read in as many statements as of one, each ward's with its own paper and ballots", async () => {
  const council = await makeCouncil();
  const anybody = { ...council, kind: "public" } as unknown as PublicScope;
  const { engagementId, electionId, slug, returning, contests } = await makeWardElection(council, { Abbey: ["Amara", "Ann"], Brook: ["Bo", "Cai"], Cwm: ["Dai", "Eli"] });
  for (const contestId of Object.values(contests)) expect(await drawLot(returning, { electionId, contestId, witness: "Wyn" })).toMatchObject({ ok: true });
  expect(await publishPapers(returning, engagementId)).toMatchObject({ ok: true });
  const pollIds = (await getElectionInView(anybody, slug)).election.contests.map(({ pollId }) => pollId);
  for (const [at, pollId] of pollIds.entries()) await fillBox(council, pollId, [{ times: 20 + at, choices: [1] }, { times: 10, choices: [2] }]);
  expect(await closeElection(returning, { engagementId, earlyBecause: "Test" })).toMatchObject({ ok: true });
  for (const pollId of pollIds) {
    expect(await countPoll(council, pollId)).toMatchObject({ ok: true });
    expect(await declareResult(returning, { pollId, name: "Ros" })).toMatchObject({ ok: true });
  }
  const { election } = await getElectionInView(anybody, slug);
  const read = async (most: number) => {
    said.length = 0;
    const results = await listContestResults(anybody, { ...election, contests: election.contests.slice(0, most) });
    return { results, statements: said.length };
  };
  const [one, all] = [await read(1), await read(3)];
  expect(one.results).toEqual(all.results.slice(0, 1));
  expect(all.results.map(({ contest, declared }) => [contest.name.en, declared?.sheet.ballots, declared?.names.size, declared?.offices[0]?.holders.length, declared?.downloads.length])).toEqual([
    ["Abbey", 30, 2, 1, one.results[0]?.declared?.downloads.length],
    ["Brook", 31, 2, 1, one.results[0]?.declared?.downloads.length],
    ["Cwm", 32, 2, 1, one.results[0]?.declared?.downloads.length],
  ]);
  expect(all.statements).toBeLessThanOrEqual(one.statements);
});
