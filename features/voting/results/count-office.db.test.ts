import { describe, expect, test } from "vitest";
import type { Actor } from "#domain/councils/actor.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { readManifest } from "#domain/voting/ballot-box/manifest.ts";
import { countVotes } from "#domain/voting/ballot-box/results-file.ts";
import { parseBlt } from "#domain/voting/files/blt.ts";
import { pollManifests } from "#db/schema/voting/public-log.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { fillBox, shut, type BallotsAlike } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { eq } from "drizzle-orm";
import { countPoll } from "./count-poll.ts";
import { declareResult } from "./declare-result.ts";
import { findDownload, getCountDesk, getOfficeResult } from "./queries.ts";
import { recordLots } from "./record-lots.ts";
import { startCount } from "./start-count.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();
const actor: Actor = { personId: randomId(), email: "ro@example.com", name: "Ros Officer", roles: ["returning-officer"], operator: false, secondFactor: true };
const officer = { ...scope, kind: "actor", actor } as unknown as ActorScope;

type Parts = Parameters<typeof makeReadyPoll>[1];

async function closedElection(parts: Parts, kinds: readonly BallotsAlike[], candidates = 4): Promise<string> {
  const pollId = await makeReadyPoll(scope, { budgetPence: null, costs: Array.from({ length: candidates }, () => 0), minChoices: 1, ...parts });
  await fillBox(scope, pollId, kinds);
  await shut(pollId);
  return pollId;
}

async function declared(pollId: string) {
  expect(await countPoll(scope, pollId)).toMatchObject({ ok: true });
  expect(await declareResult(officer, { pollId, name: "Ros Officer" })).toMatchObject({ ok: true });
  const { declared: result } = await getOfficeResult(scope, pollId);
  if (!result) throw new Error("not declared");
  return result;
}

const RANKED = { places: 3, rankedPlaces: true, order: "lot" };

describe("an election is counted by its own rule", () => {
  test("supplementary vote: second choices decide, and the order fills the offices", async () => {
    const pollId = await closedElection({ ballotKind: "first-and-second", rule: "supplementary_vote", ruleParameters: RANKED }, [
      { times: 40, choices: [1] },
      { times: 35, choices: [2] },
      { times: 15, choices: [3, 2] },
      { times: 10, choices: [4, 3] },
    ]);
    const { sheet, downloads } = await declared(pollId);
    expect(sheet.outcome.winners).toEqual(["2", "1", "3"]);
    expect(sheet.ballots).toBe(100);
    expect(downloads.map(({ name }) => name)).toContain("votes.blt");
    const file = await findDownload(scope, pollId, "votes.blt");
    const blt = parseBlt((await file?.read())?.toString("utf8") ?? "");
    expect(blt).toMatchObject({ ok: true, value: { places: 3 } });
  });

  test("a tie waits for lots, keeps nothing meanwhile, and the lots are honoured", async () => {
    const pollId = await closedElection({ ballotKind: "single-choice", rule: "fptp", ruleParameters: RANKED }, [
      { times: 30, choices: [1] },
      { times: 20, choices: [2] },
      { times: 20, choices: [3] },
      { times: 5, choices: [4] },
    ]);
    expect(await startCount(officer, { pollId })).toMatchObject({ ok: true });
    expect(await countPoll(scope, pollId)).toEqual({ ok: false, error: "lots-required" });
    const desk = await getCountDesk(officer, pollId);
    expect(desk.offices).toEqual([]);
    expect(desk.run).toMatchObject({ state: "lots-required", tied: [2, 3] });
    expect(await recordLots(officer, { pollId, once: randomId(), lotOrder: [3, 2], witness: "Wyn Witness" })).toMatchObject({ ok: true });
    const { sheet, lots } = await declared(pollId);
    expect(sheet.outcome.winners).toEqual(["1", "3", "2"]);
    expect(lots).toHaveLength(1);
  });

  test.each([
    ["irv", "ranked", ["2"]],
    ["scottish_stv", "ranked", ["1", "2"]],
  ] as const)("%s reads whole rankings", async (rule, ballotKind, winners) => {
    const pollId = await closedElection({ ballotKind, rule, ruleParameters: { places: winners.length } }, [
      { times: 40, choices: [1, 3] },
      { times: 35, choices: [2, 4] },
      { times: 25, choices: [3, 2] },
    ]);
    const { sheet } = await declared(pollId);
    expect(sheet.outcome.winners).toEqual(winners);
  });

  test("approval counts every mark, and no ballots are published of a few", async () => {
    const pollId = await closedElection({ ballotKind: "approval", rule: "approval", ruleParameters: { places: 1 } }, [
      { times: 6, choices: [1, 2] },
      { times: 5, choices: [2, 3] },
    ]);
    const { sheet, downloads } = await declared(pollId);
    expect(sheet.outcome.winners).toEqual(["2"]);
    expect(downloads.map(({ name }) => name).sort()).toEqual(["candidates.csv", "count.json", "results.json"]);
  });

  test("counted twice it is the same count, and as the verifier counts it", async () => {
    const kinds = [
      { times: 30, choices: [1, 2, 3] },
      { times: 25, choices: [4, 2] },
      { times: 20, choices: [3] },
    ];
    const pollId = await closedElection({ ballotKind: "ranked", rule: "irv", ruleParameters: RANKED }, kinds);
    const [once, again] = [await countPoll(scope, pollId), await countPoll(scope, pollId)];
    expect(once.ok && again.ok && once.value.digest === again.value.digest).toBe(true);
    const [leaf] = await db.select().from(pollManifests).where(eq(pollManifests.pollId, pollId));
    const manifest = readManifest(leaf?.leaf.toString("utf8") ?? "");
    const votes = kinds.flatMap(({ times, choices }) => Array.from({ length: times }, () => ({ choices })));
    const recount = manifest && countVotes(manifest, votes, []);
    const [kept] = (await getCountDesk(officer, pollId)).offices;
    expect(recount).toMatchObject({ kind: "election", outcome: kept?.sheet.outcome });
  });
});
