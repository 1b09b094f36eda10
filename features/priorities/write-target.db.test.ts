import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { priorityTargets } from "#db/schema/priorities/targets.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { writeTarget } from "./write-target.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const target = (slug: string) => ({ once: randomId(), slug, theme: "", titleEn: "Safer", titleCy: "", narrativeEn: "", narrativeCy: "", indicatorEn: "%", indicatorCy: "", baseline: 1, latest: 2, target: 3, lead: "", status: "on-track" as const });

test("one form sent many times at once writes one target, and every answer is yes", async () => {
  for (const round of [1, 2, 3, 4, 5]) {
    const sent = target(`safer-${round}`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => writeTarget(officer, sent)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db.select().from(priorityTargets).where(eq(priorityTargets.slug, sent.slug))).toHaveLength(1);
  }
});

test("another target may not take the address of one", async () => {
  await writeTarget(officer, target("warmer"));
  const both = await Promise.all([writeTarget(officer, target("warmer")), writeTarget(officer, target("drier")), writeTarget(officer, target("drier"))]);
  expect(both.map((answer) => answer.ok).sort()).toEqual([false, false, true]);
});
