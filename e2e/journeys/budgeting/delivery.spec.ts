import { looksRight } from "../../support/voter.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

const PROJECT = { en: "A bench every 200 metres", cy: "Mainc bob 200 metr" } as const;

test("an officer plans a funded project, enters money and tells residents, who see it", async ({ page, to, words, site }) => {
  const t = words.delivery;
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/delivery"));
  await looksRight(page);
  await page.getByRole("row").filter({ hasText: PROJECT.en }).or(page.getByRole("row").filter({ hasText: PROJECT.cy })).first().getByRole("link").click();
  const title = `${site} ${Date.now().toString(36)}`;

  await page.getByRole("link", { name: t.desk.add.milestone, exact: true }).click();
  await page.getByRole("button", { name: t.forms.milestone.button }).click();
  await expect(page.locator('a[href="#plannedFor"]')).toBeVisible();
  await looksRight(page);
  for (const field of ["titleEn", "titleCy"]) if ((await page.locator(`#${field}`).count()) > 0) await page.locator(`#${field}`).fill(title);
  await page.locator("#plannedFor").fill("1");
  await page.locator("#plannedFor-month").fill("3");
  await page.locator("#plannedFor-year").fill("2099");
  await page.getByRole("button", { name: t.forms.milestone.button }).click();
  await expect(page.getByText(t.desk.saved)).toBeVisible();
  await looksRight(page);

  await page.getByRole("link", { name: t.desk.add.money, exact: true }).click();
  await page.locator('input[name="kind"][value="paid"]').check();
  for (const field of ["whatEn", "whatCy"]) await page.locator(`#${field}`).fill("Oak");
  await page.locator("#paidTo").fill("Bench Makers Ltd");
  await page.locator("#on").fill("1");
  await page.locator("#on-month").fill("11");
  await page.locator("#on-year").fill("2026");
  await page.locator("#amount").fill("900000");
  await page.getByRole("button", { name: t.forms.money.button }).click();
  await expect(page.getByRole("link", { name: new RegExp(t.faults["above-award"].slice(0, 30)) })).toHaveAttribute("href", "#becauseEn");
  await expect(page.locator("#paidTo")).toHaveValue("Bench Makers Ltd");
  await looksRight(page);
  await page.locator("#amount").fill("12.50");
  await page.getByRole("button", { name: t.forms.money.button }).click();
  await expect(page.getByText(t.desk.saved)).toBeVisible();

  await page.getByRole("link", { name: t.desk.asResident }).click();
  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByRole("cell", { name: "£12.50" }).first()).toBeVisible();
  await looksRight(page);
});
