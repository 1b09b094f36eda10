import { expect, test } from "vitest";
import { issuePaper } from "#features/voting/paper/issue-paper.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomKey, randomToken } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeBatch, makePlace } from "#testing/factories/paper.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { passHash } from "./pass-hash.ts";

const { sql, url } = await testDatabase({ connections: 16 });
await prepareJobs(url);

const VOTERS = 500;
const TRIES = 10;

test("10,000 attempts at once, the same voters with a pass and on paper: one mark each", async () => {
  const council = await makeCouncil();
  const [returning, presiding] = [await makeOfficer(council, "returning-officer"), await makeOfficer(council, "presiding-officer")];
  const pollId = await makeReadyPoll(council);
  const batchId = await makeBatch(returning, pollId, await makePlace(council, "MB", presiding), VOTERS);
  const voters = Array.from({ length: VOTERS }, () => ({ hash: randomKey(32), token: randomToken() }));
  await sql`insert into voter_passes ${sql(voters.map(({ hash, token }) => ({ token_hash: passHash(token, pollId), poll_id: pollId, council_id: council.council.id, voter_hash: hash, way: "email", expires_at: new Date(Date.now() + 3_600_000) })))}`;

  const attempts = voters.flatMap(({ hash, token }, voter) =>
    Array.from({ length: TRIES }, () => [
      // Each try comes from another browser, with a key of its own.
      async () => ({ voter, given: (await sql<{ outcome: string }[]>`select issue_ballot(${passHash(token, pollId)}, ${pollId}, '1', ${randomKey(32)}, 'online') as outcome`)[0]?.outcome === "issued" }),
      async () => ({ voter, given: (await issuePaper(presiding, { batchId, voterHash: hash, areaId: null, ageBand: "" })).ok }),
    ]).flat(),
  );
  expect(attempts).toHaveLength(10_000);
  const mixed = attempts.map((attempt) => ({ attempt, at: randomKey(4).readUInt32BE() })).sort((a, b) => a.at - b.at);
  const answers = await Promise.all(mixed.map(({ attempt }) => attempt()));

  const given = new Map<number, number>();
  for (const { voter, given: was } of answers) if (was) given.set(voter, (given.get(voter) ?? 0) + 1);
  expect([given.size, new Set(given.values())]).toEqual([VOTERS, new Set([1])]);
  const [marks] = await sql<{ marks: number; voters: number; papers: number; online: number }[]>`
    select count(*)::integer as marks, count(distinct voter_hash)::integer as voters, count(*) filter (where channel = 'paper')::integer as papers, count(*) filter (where channel = 'online')::integer as online
    from roll_marks where poll_id = ${pollId}`;
  expect(marks).toMatchObject({ marks: VOTERS, voters: VOTERS });
  const [batch] = await sql<{ marked: number }[]>`select marked from paper_batches where id = ${batchId}`;
  expect(batch?.marked).toBe(marks?.papers);
}, 300_000);
