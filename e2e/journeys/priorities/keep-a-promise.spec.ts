import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { looksRight } from "../../support/voter.ts";

test("a resident follows a promise from the priorities to its plan and a memorandum", async ({ page, to, words, site }) => {
  const t = words.priorities;
  await page.goto(to("/brackenshire/priorities"));
  await page.getByRole("link", { name: site === "cy" ? "Mannau cyfarfod mwy diogel a gwyrddach" : "Safer, greener places to meet" }).click();
  await looksRight(page);
  await page.getByRole("link", { name: site === "cy" ? "Coed stryd a blannwyd ers 2024" : "Street trees planted since 2024" }).first().click();
  await expect(page.getByRole("heading", { name: t.rule })).toBeVisible();
  await looksRight(page);
  await page.getByRole("link", { name: site === "cy" ? /^Brackenshire Gyda’n Gilydd/ : /^Brackenshire Together/ }).click();
  await looksRight(page);
  await page.getByRole("link", { name: words.plans.memorandum({ number: "1" }) }).click();
  await expect(page.getByText(words.plans.memorandumLead)).toBeVisible();
  await looksRight(page);
});

test("a partner’s officer is told why a quarter takes no return, keeps what was typed, and answers for nobody else", async ({ page, to, words, site }) => {
  const t = words.plans;
  await signInAs(page, "partner-officer");
  await page.goto(to("/brackenshire/partner"));
  await looksRight(page);
  await page.getByRole("link", { name: words.partnerships.own.give }).first().click();
  await looksRight(page);
  await page.locator("#value").fill("seventy");
  await page.getByRole("button", { name: t.forms.return.button }).click();
  await expect(page.locator('a[href="#value"]')).toBeVisible();
  await expect(page.locator("#value")).toHaveValue("seventy");
  await looksRight(page);
  await page.locator("#value").fill("");
  await page.getByRole("button", { name: t.forms.return.button }).click();
  await expect(page.locator('a[href="#narrativeEn"], a[href="#quarter"]').first()).toBeVisible();
  // The workspace is for the council's own officers.
  expect((await page.goto(to("/brackenshire/manage/plans")))?.status()).toBe(403);
  expect(site).toMatch(/en|cy/);
});

test("an officer begins a local area agreement, is refused a fourth year with the rule’s source, and adds a target", async ({ page, to, words }) => {
  const t = words.plans;
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/plans"));
  await looksRight(page);
  await page.getByRole("link", { name: t.desk.begin }).click();
  await page.locator('input[name="framework"][value="local-area-agreement-2008"]').check();
  const title = `Plan ${Date.now().toString(36)}`;
  for (const field of ["titleEn", "titleCy"]) await page.locator(`#${field}`).fill(title);
  const day = async (name: string, [date, month, year]: readonly [string, string, string]) => {
    await page.locator(`#${name}`).fill(date);
    await page.locator(`#${name}-month`).fill(month);
    await page.locator(`#${name}-year`).fill(year);
  };
  await day("startsOn", ["1", "4", "2030"]);
  await day("endsOn", ["31", "3", "2034"]);
  await page.getByRole("button", { name: t.forms.begin.button }).click();
  await expect(page.locator('a[href="#endsOn"]')).toContainText("2033");
  await expect(page.locator("#titleEn")).toHaveValue(title);
  await looksRight(page);
  await day("endsOn", ["31", "3", "2033"]);
  await page.getByRole("button", { name: t.forms.begin.button }).click();
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: t.desk.addTarget }).click();
  for (const field of ["titleEn", "titleCy", "indicatorEn", "indicatorCy"]) await page.locator(`#${field}`).fill("Benches");
  await page.locator('input[name="kind"][value="designated"]').check();
  await page.getByRole("button", { name: t.forms.target.button }).click();
  await expect(page.locator('a[href="#indicatorNumber"]')).toContainText("35");
  await looksRight(page);
  await page.locator('input[name="kind"][value="local"]').check();
  await page.getByRole("button", { name: t.forms.target.button }).click();
  await expect(page.getByText(t.desk.saved)).toBeVisible();
  await looksRight(page);
});
