import { expect, test } from "vitest";
import { differencesOf } from "#domain/basics/difference.ts";
import { getStrategy, listStrategies } from "#features/priorities/queries.ts";
import { listStrategyVersions } from "#features/priorities/versions/queries.ts";
import { strategyStatements } from "#features/priorities/versions/ui/strategy-versions.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { putOutcome, putStrategy, putTheme } from "./put-strategy.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const officer = await makeOfficer(await makeCouncil(), "engagement-officer");
const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
const both = (en: string) => ({ en, cy: `${en} (cy)` });

test("every change of a strategy is a version with its difference, and none is lost or changed", async () => {
  const id = randomId();
  const put = (story: string) => putStrategy(officer, { once: id, title: both("Together"), story: both(story), fromYear: 2026, toYear: 2029 });
  await put("Six towns between hills and sea.");
  const themeId = randomId();
  await putTheme(officer, { once: themeId, strategyId: id, title: both("Places"), lead: both("Somewhere to meet.") });
  await putOutcome(officer, { once: randomId(), themeId, title: both("People feel safe") });
  await put("Six towns and forty villages between hills and sea.");
  // The same again is no version.
  await put("Six towns and forty villages between hills and sea.");
  const [strategy] = await listStrategies(officer);
  const versions = strategy ? await listStrategyVersions(officer, strategy) : [];
  expect(versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  const [last, before] = versions.map(({ content }) => strategyStatements("en", content));
  expect(differencesOf(before ?? [], last ?? [])).toEqual([
    { key: "story", label: "The story of the place", before: "Six towns between hills and sea.", after: "Six towns and forty villages between hills and sea." },
    { key: "story/cy", label: "The story of the place (Welsh)", before: "Six towns between hills and sea. (cy)", after: "Six towns and forty villages between hills and sea. (cy)", lang: "cy" },
  ]);
  expect(await refusalOf(sql`update kept_versions set number = number + 10 where thing_id = ${id}`)).toBe("kept_versions is append-only");
  expect(await refusalOf(sql`delete from kept_versions where thing_id = ${id}`)).toBe("kept_versions is append-only");
  // Past every command it is kept all the same.
  await sql`update strategies set to_year = 2030 where id = ${id}`;
  expect(strategy ? (await listStrategyVersions(officer, strategy))[0] : null).toMatchObject({ number: 5, content: { toYear: 2030 } });
  await expect(getStrategy(stranger, strategy?.slug ?? "")).rejects.toThrow("not-found");
});
