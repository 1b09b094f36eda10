import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { renewAtTheirTimes } from "./renew-at-their-times.ts";

const { sql } = await testDatabase();
const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.UTC(2026, 5, 1) + hours * HOUR);
const heard: string[] = [];

beforeAll(async () => {
  await sql.listen("folkmoot_renewal", (address) => heard.push(address));
});

it("renews the councils where a poll opened or closed meanwhile, and no others", async () => {
  const [opening, closing, drafting] = [await makeCouncil("opening"), await makeCouncil("closing"), await makeCouncil("drafting")];
  await makeReadyPoll(opening, { opensAt: at(10), closesAt: at(20) });
  await makeReadyPoll(closing, { opensAt: at(1), closesAt: at(11) });
  await sql`insert into electorates (council_id) values (${drafting.council.id})`;
  await sql`insert into polls (council_id, ballot_kind, rule, electorate_id, opens_at, closes_at, max_choices)
    select council_id, 'approval', 'greedy', id, ${at(10)}, ${at(11)}, 3 from electorates where council_id = ${drafting.council.id}`;
  heard.length = 0;
  expect(await renewAtTheirTimes(at(9), at(11))).toEqual(["closing", "opening"]);
  await expect.poll(() => [...heard].sort()).toEqual(["closing", "opening"]);
  // A minute that began after one change and ended before the next.
  expect(await renewAtTheirTimes(at(11), at(19))).toEqual([]);
  expect(await renewAtTheirTimes(at(9.5), at(10))).toEqual(["opening"]);
});

it("renews a council whose answer to a consultation becomes late", async () => {
  const late = await makeCouncil("late");
  const closesAt = at(12);
  await makeConsultation(late, { opensAt: at(-800), closesAt });
  // Twelve weeks after 1 June: from midnight in London of 25 August.
  const midnight = new Date("2026-08-24T23:00:00Z");
  expect(await renewAtTheirTimes(new Date(midnight.getTime() - HOUR), new Date(midnight.getTime() - 1))).toEqual([]);
  expect(await renewAtTheirTimes(new Date(midnight.getTime() - HOUR), midnight)).toEqual(["late"]);
});
