import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { people } from "#db/schema/accounts/people.ts";
import { pots, programmes } from "#db/schema/budgeting/programmes.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { pollOptions } from "#db/schema/voting/polls.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { fillBox, shut } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { carryEvent } from "#worker/carry-event.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();
const council = { councilId: scope.council.id };

async function makePot(programmeId: string, slug: string): Promise<string> {
  const pollId = await makeReadyPoll(scope, { ballotKind: "approval", budgetPence: 9_000, costs: [5_000, 5_000], rule: "greedy" });
  const [pot] = await db.insert(pots).values({ ...council, programmeId, slug, amountPence: 9_000, pollId, position: 0 }).returning();
  for (const option of await db.select().from(pollOptions).where(eq(pollOptions.pollId, pollId)))
    await db.insert(projects).values({ ...council, id: option.subjectId, potId: pot!.id, number: option.number, slug: `p-${option.number}`, reference: option.reference, costPence: 5_000, state: "on-ballot" });
  await fillBox(scope, pollId, [{ times: 3, choices: [1] }, { times: 2, choices: [2] }]);
  await shut(pollId);
  return pollId;
}

async function declare(pollId: string): Promise<void> {
  await countPoll(scope, pollId);
  await declareResult(scope, { pollId, name: "Ros" });
  for (const { id } of await sql`select id from outbox where carried_at is null order by id`) await carryEvent(Number(id));
}

test("a declaration funds the winners, and the last one of a programme decides its engagement", async () => {
  const [programme] = await db.insert(programmes).values(council).returning();
  const [author, approver] = await db.insert(people).values([{ email: "a@example.com" }, { email: "b@example.com" }]).returning();
  const [engagement] = await db
    .insert(engagements)
    .values({ ...council, slug: `vote-${randomId()}`, topic: "budget-and-spending", state: "closed", programmeId: programme!.id, authorId: author!.id, approverId: approver!.id })
    .returning();
  const stateOf = async () => (await db.select({ state: engagements.state }).from(engagements).where(eq(engagements.id, engagement!.id)))[0]?.state;
  const [north, south] = [await makePot(programme!.id, "north"), await makePot(programme!.id, "south")];

  await declare(north);
  const funded = await db.select({ number: projects.number, state: projects.state }).from(projects).innerJoin(pots, eq(pots.id, projects.potId)).where(eq(pots.pollId, north)).orderBy(projects.number);
  expect(funded).toEqual([{ number: 1, state: "funded" }, { number: 2, state: "not-this-time" }]);
  expect(await stateOf()).toBe("closed");

  await declare(south);
  expect(await stateOf()).toBe("decided");
});
