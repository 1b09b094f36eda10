import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Actor } from "#domain/councils/actor.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { sealBallots } from "#features/voting/ballot-box/seal-ballots.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { testDatabase } from "#testing/database.ts";
import { shut } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { runVerifier } from "#verifier/command.ts";
import { findBundle } from "./queries.ts";

const { url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();
const actor: Actor = { personId: randomId(), email: "officer@example.com", name: "Ros Officer", roles: ["returning-officer"], operator: false, secondFactor: true };
const officer = { ...scope, kind: "actor", actor } as unknown as ActorScope;

async function declared(voters: number): Promise<string> {
  const pollId = await makeReadyPoll(scope, { ballotKind: "approval", budgetPence: 9_000, costs: [4_000, 5_000, 3_000, 20_000], rule: "equal-shares" });
  const { electorateId } = await getPoll(scope, pollId);
  const found = [];
  for (let voter = 0; voter < voters; voter += 1) {
    const { token } = await issueByEmail(scope, { polls: [{ pollId, electorateId }], email: `voter-${voter}@example.com`, age: 34, postcode: null });
    found.push({ name: `voter ${voter}`, token: token ?? "", vote: { choices: voter % 3 === 0 ? [3] : [1, 2] } });
  }
  await castInBulk(pollId, found);
  await shut(pollId);
  await sealBallots(pollId);
  expect((await countPoll(scope, pollId)).ok).toBe(true);
  expect((await declareResult(officer, { pollId, name: "Ros Officer" })).ok).toBe(true);
  expect(await findBundle(scope, pollId)).toBeNull();
  await sealBallots(pollId);
  return pollId;
}

async function verified(pollId: string): Promise<{ code: number; output: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), "publication-"));
  try {
    const bundle = await findBundle(scope, pollId);
    const file = path.join(folder, "bundle.tar.gz");
    writeFileSync(file, Buffer.from(await new Response(bundle).arrayBuffer()));
    return await runVerifier([file], () => undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("what is published of a poll is verified by anybody, from the first ballot to the result", async () => {
  const { code, output } = await verified(await declared(53));
  expect(output).toContain("counted             53: 53 online, 0 assisted");
  expect(output).toContain("Verified: everything that can be checked is as it should be.");
  expect(code).toBe(0);
});

test("of a small poll the log is verified, and no ballot is opened in public", async () => {
  const { code, output } = await verified(await declared(4));
  expect(output).toContain("with fewer than 50 ballots only totals are published");
  expect(code).toBe(0);
});

test("nothing is published of another council's poll", async () => {
  const pollId = await declared(1);
  expect(await findBundle(await makeCouncil(), pollId)).toBeNull();
});
