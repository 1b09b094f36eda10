import { expect, test } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { forgetUses, withinLimit } from "./rate-limit.ts";

const { sql } = await testDatabase();

const uses = async (times: number): Promise<boolean[]> => {
  const answers: boolean[] = [];
  for (let asked = 0; asked < times; asked += 1) answers.push(await withinLimit("thing", 5, 900));
  return answers;
};

/** As if so much time had passed. */
const pass = async (seconds: number): Promise<unknown> =>
  sql`update rate_limits set uses = array(select at - make_interval(secs => ${seconds}) from unnest(uses) at)`;

test("no quarter of an hour, wherever it begins, holds more than the limit", async () => {
  expect(await uses(3)).toEqual([true, true, true]);
  await pass(600);
  expect(await uses(3)).toEqual([true, true, false]);
  await pass(301);
  // The first three are over, the two after them are not.
  expect(await uses(4)).toEqual([true, true, true, false]);
});

test("what was refused is not counted, and what was shown to be harmless is forgotten", async () => {
  await forgetUses("thing");
  await uses(9);
  await pass(901);
  expect(await uses(6)).toEqual([true, true, true, true, true, false]);
  await forgetUses("thing");
  expect(await uses(1)).toEqual([true]);
});

test("of fifty at once no more than the limit are let through", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => withinLimit("rush", 5, 900)));
  expect(answers.filter(Boolean)).toHaveLength(5);
});
