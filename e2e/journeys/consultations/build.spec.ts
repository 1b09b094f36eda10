import { signInAs } from "../../support/demo-session.ts";
import { expectFaultless } from "../../support/faultless.ts";
import { expect, test } from "../../support/journey.ts";

test("an officer builds a survey, the check says what is missing, and the preview asks it", async ({ page, to, site, words }) => {
  const t = words.surveys;
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/consultations"));
  await expectFaultless(page, site);
  await page.getByRole("link", { name: t.list.start }).click();
  await page.locator("[name=titleEn]").fill("Library hours");
  await page.locator("[name=template]").selectOption("change-to-a-service");
  await page.getByRole("button", { name: t.create.button, exact: true }).click();
  await page.getByRole("link", { name: t.nav.survey, exact: true }).first().click();
  await expectFaultless(page, site);
  // The start page says nothing yet.
  await expect(page.locator("#findings").locator("..")).toContainText(t.findings.what.why);

  await page.locator("[name=type-proposal]").selectOption("multiple-choice");
  await page.locator("button[value='add:proposal']").click();
  await expectFaultless(page, site);
  await page.locator("[name=textEn]").fill("What would you use?");
  await page.locator("[name=options-0-En]").fill("Story time");
  await page.locator("[name=options-1-En]").fill("A warm room");
  await page.locator("[name=test-0]").selectOption("use|is|weekly");
  await page.locator("button[value=save]").click();
  await expect(page.locator("#question-multiple-choice").getByRole("link")).toHaveText("What would you use?");

  await page.locator("button[value='up:multiple-choice']").click();
  await page.locator("button[value='copy:multiple-choice']").click();
  await expect(page.locator("#question-multiple-choice-2")).toBeVisible();
  await page.locator("button[value='remove:multiple-choice-2']").click();
  await expect(page.locator("#question-multiple-choice-2")).toHaveCount(0);

  await page.getByRole("link", { name: t.builder.preview }).first().click();
  await expect(page.getByText(t.preview.notice)).toBeVisible();
  await expectFaultless(page, site);
});
