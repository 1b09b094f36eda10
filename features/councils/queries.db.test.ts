import { expect, test } from "vitest";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { listCouncils } from "./queries.ts";

const { url } = await testDatabase();
await prepareJobs(url);

test("each council of the installation says how many of its engagements are open now", async () => {
  const [busy, quiet] = [await makeCouncil(), await makeCouncil()];
  const officer = await makeOfficer(busy, "engagement-officer");
  await makePublishedVote(officer, await makeOfficer(busy, "approver"));
  await makePublishedVote(officer, await makeOfficer(busy, "approver"), { opensIn: 3 });
  const open = new Map((await listCouncils()).map((each) => [each.slug, each.open]));
  expect([open.get(busy.council.slug), open.get(quiet.council.slug)]).toEqual([1, 0]);
});
