import { expectFaultless } from "../../support/faultless.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

test("an officer tries rules on made-up ballots before a vote, in the background", async ({ page, to, site, words }) => {
  const t = words.whatIf;
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/votes"));
  await page.getByRole("link", { name: /2027/ }).first().click();
  await page.getByRole("link", { name: t.link }).click();
  await expectFaultless(page, site);

  await page.locator("input[name=rules][value=greedy_threshold]").check();
  await page.getByRole("button", { name: t.submit }).click();
  await expect(page.getByText(t.faults["threshold-missing"]).first()).toBeVisible();
  await expectFaultless(page, site);

  await page.getByLabel(t.threshold).fill("10");
  await page.getByRole("button", { name: t.submit }).click();
  await expect(page).toHaveURL(/what-if\/[0-9a-f-]{36}$/);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("table", { name: t.figures })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expectFaultless(page, site);
});

test("who does not prepare or count votes may not try rules", async ({ page, to }) => {
  await signInAs(page, "approver");
  await page.goto(to("/brackenshire/manage/votes"));
  await page.getByRole("link", { name: /2027/ }).first().click();
  expect((await page.goto(`${page.url()}/what-if`))?.status()).toBe(403);
});
