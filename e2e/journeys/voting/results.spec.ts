import { parsePabulib } from "#domain/voting/files/pabulib.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { expect, test } from "../../support/journey.ts";

const RESULT = "/brackenshire/votes/your-patch-2025/results/millbrook";

test("a resident reads what won, why one project did not, and takes the ballots home", async ({ page, request, to, words }) => {
  const t = words.results;
  await page.goto(to("/brackenshire/votes/your-patch-2025/results"));
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: t.index.see }).first().click();

  await expect(page).toHaveURL(new RegExp(`${to(RESULT)}$`));
  for (const title of [t.happen.title, t.why.title, t.who.title, t.check.title]) await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: t.other.title })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);

  const lost = page.getByRole("row").filter({ hasText: t.support.lost }).first();
  await lost.getByRole("link").click();
  await expect(page.getByRole("heading", { name: t.project.steps })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);

  const file = await request.get(`${to(RESULT)}/votes.pb`);
  const parsed = parsePabulib(await file.text());
  expect(parsed.ok && parsed.value.ballots.length).toBeGreaterThan(0);
  const again = await request.get(`${to(RESULT)}/votes.pb`, { headers: { "If-None-Match": file.headers()["etag"] ?? "" } });
  expect(again.status()).toBe(304);
});

test("a vote that is open has no result and no downloads", async ({ page, request, to, words }) => {
  await page.goto(to("/brackenshire/votes/your-patch-2026/results/millbrook"));
  await expect(page.getByRole("heading", { level: 1, name: words.results.waiting.before.title })).toBeVisible();
  await expectNoAxeViolations(page);
  for (const name of ["votes.pb", "projects.csv", "count.json"]) {
    const answer = await request.get(to(`/brackenshire/votes/your-patch-2026/results/millbrook/${name}`));
    expect(answer.status(), name).toBe(404);
  }
});
