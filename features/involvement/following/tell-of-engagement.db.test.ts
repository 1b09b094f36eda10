import { expect, test } from "vitest";
import { carryEvent } from "#worker/carry-event.ts";
import { inTransaction } from "#db/client.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { listChange } from "./list-change.ts";
import { tellOfEngagement } from "./tell-of-engagement.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");

test("publishing and each change are told once, to its own followers and the whole council's", async () => {
  const id = await makePublishedVote(officer, approver);
  await listChange(officer, { engagementId: id, once: randomId(), what: { en: "The closing day", cy: "Y diwrnod cau" }, reason: { en: "A flood", cy: "Llifogydd" } });
  for (const { id: event } of await sql<{ id: string }[]>`select id from outbox order by id`) await carryEvent(Number(event));
  await inTransaction((tx) => tellOfEngagement(tx, council, id, "published"));
  const told = await sql<{ event: string; audience: { kind: string }[]; title_en: string; body_cy: string; address: string }[]>`select event, audience, title_en, body_cy, address from follow_messages order by created_at, event`;
  expect(told.map(({ event }) => event.split(":")[0])).toEqual(["engagement.published", "engagement.changed"]);
  expect(told[0]?.audience.map(({ kind }) => kind)).toEqual(["engagement", "council"]);
  expect(told[0]).toMatchObject({ title_en: "New: Your Patch 2026", address: expect.stringMatching(/^votes\//) as string });
  expect(told[1]?.body_cy).toContain("Llifogydd");
});

test("of a change that is not listed, or an engagement elsewhere, nobody is told", async () => {
  const before = await sql`select 1 from follow_messages`;
  await inTransaction(async (tx) => {
    await tellOfEngagement(tx, council, randomId(), "closing");
    await tellOfEngagement(tx, council, randomId(), { changeId: randomId() });
  });
  expect(await sql`select 1 from follow_messages`).toHaveLength(before.length);
});
