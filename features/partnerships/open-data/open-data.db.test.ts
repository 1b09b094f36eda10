import { expect, test } from "vitest";
import { putPartner } from "#features/partnerships/partners/put-partner.ts";
import { allocate, enterContribution } from "#features/partnerships/pooled-budgets/change-money.ts";
import { saveCase, signCase } from "#features/partnerships/pooled-budgets/save-case.ts";
import { addRingFence, savePool } from "#features/partnerships/pooled-budgets/save-pool.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { allocationRows, caseRows, contributionRows, pooledBudgetsJson } from "./queries.ts";

const { url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const both = (en: string) => ({ en, cy: `${en} (cy)` });

const all = async <T>(rows: AsyncIterable<T>): Promise<readonly T[]> => {
  const read: T[] = [];
  for await (const row of rows) read.push(row);
  return read;
};

test("open data says to the penny what was put in and given out, and which version each body has signed", async () => {
  const [one, other] = [randomId(), randomId()];
  for (const [id, name] of [[one, "Health board"], [other, "Police"]] as const) await putPartner(officer, { once: id, name: both(name), kind: "health", underDuty: true, contactEmail: "", leftOn: null });
  const opened = await savePool(officer, { once: randomId(), name: both("Families first"), purpose: both("Earlier."), boardId: null, fromYear: 2026, years: 2 });
  const slug = opened.ok ? opened.value.slug : "";
  await addRingFence(officer, slug, { name: both("Young people") });
  const purse = { year: 2026, kind: "revenue", ringFence: "young-people" } as const;
  await enterContribution(officer, slug, { once: randomId(), partnerId: one, ...purse, amountPence: 100_001, condition: both("For rooms") });
  await allocate(officer, slug, { once: randomId(), ...purse, amountPence: 30_050, what: both("Workers"), potId: null });
  const caseId = randomId();
  const write = (gainPence: number) =>
    saveCase(officer, slug, {
      once: caseId,
      title: both("Earlier help"),
      summary: both("Two workers."),
      shares: [
        { partnerId: one, basisPoints: 3_333 },
        { partnerId: other, basisPoints: 6_667 },
      ],
      lines: [{ partnerId: one, year: 2026, investPence: 5_000, gainPence }],
    });
  await write(90_000);
  await signCase(approver, slug, { caseId, partnerId: one, version: 1, signedAs: "A. Person" });
  await write(100);
  await signCase(approver, slug, { caseId, partnerId: other, version: 2, signedAs: "B. Person" });

  expect((await all(contributionRows(officer)))[1]).toEqual([slug, "Families first", "Health board", "Health board (cy)", 2026, "revenue", "young-people", "1000.01", "For rooms", "For rooms (cy)"]);
  expect((await all(allocationRows(officer)))[1]).toEqual([slug, "Families first", "Workers", "Workers (cy)", 2026, "revenue", "young-people", "300.50", ""]);
  const [, first, second] = await all(caseRows(officer));
  expect(first).toMatchObject([slug, "Earlier help", "Earlier help (cy)", 2, expect.stringMatching(/^[0-9a-f]{64}$/), "Health board", 2026, "50.00", "1.00", "33.33", "0.33", ""]);
  expect(second?.slice(5, 11)).toEqual(["Police", 2026, "0.00", "0.00", "66.67", "0.67"]);
  expect(second?.[11]).not.toBe("");
  const json = JSON.parse((await all(pooledBudgetsJson(officer))).join("")) as { readonly pooledBudgets: readonly { readonly cases: readonly Record<string, unknown>[]; readonly purses: unknown }[] };
  expect(json.pooledBudgets[0]?.purses).toEqual([{ ...purse, contributedPence: 100_001, allocatedPence: 30_050, leftPence: 69_951 }]);
  expect(json.pooledBudgets[0]?.cases[0]).toMatchObject({ version: 2, signatures: [{ body: { slug: "police" }, version: 2 }], voidSignatures: [{ body: { slug: "health-board" }, version: 1 }] });
});
