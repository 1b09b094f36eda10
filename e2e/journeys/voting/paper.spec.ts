import type { Page } from "@playwright/test";
import { randomBelow } from "#platform/random.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expectFaultless } from "../../support/faultless.ts";
import { expect, test } from "../../support/journey.ts";

const HOME = "/brackenshire/manage";

/** Two to four capitals that no other run of this journey has. */
const letters = (): string => Array.from({ length: 4 }, () => String.fromCharCode(65 + randomBelow(26))).join("");

test("papers go from the printer to two officers who do not see each other, and a third decides", async ({ page, browser, to, site, words }) => {
  // Four people sign in, one after the other.
  test.slow();
  const t = words.paper;
  const place = `Hall ${letters()}`;
  const mark = letters();
  const as = async (role: "presiding-officer" | "count-officer", email?: string): Promise<Page> => {
    const { javaScriptEnabled = true, baseURL } = test.info().project.use;
    const other = await (await browser.newContext({ javaScriptEnabled, ...(baseURL ? { baseURL } : {}) })).newPage();
    await signInAs(other, role, "brackenshire", email);
    return other;
  };

  await signInAs(page, "returning-officer");
  await page.goto(to(`${HOME}/places/new`));
  await page.locator("[name=nameEn]").fill(place);
  const welsh = page.locator("[name=nameCy]");
  if (await welsh.count()) await welsh.fill(place);
  await page.locator("[name=letters]").fill(mark);
  await page.locator("[name=officers]").first().check();
  await page.getByRole("button", { name: words.pollingPlaces.form.save }).click();
  await expect(page.getByText(place)).toBeVisible();

  await page.goto(to(`${HOME}/paper`));
  await page.getByRole("link", { name: /2026/ }).first().click();
  const poll = page.url();
  await page.locator("[name=place]").selectOption({ label: place });
  await page.locator("[name=size]").fill("5");
  await page.getByRole("button", { name: t.poll.make }).click();
  await expect(page.getByText(t.poll.printed)).toBeVisible();
  await page.getByRole("link", { name: `${mark}-001` }).click();
  const batch = page.url();
  await expectFaultless(page, site);

  const pdf = await page.request.get(`${batch}/papers?edition=large&language=both`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  await page.goto(`${batch}/papers?as=page`);
  const numbers = [...new Set((await page.content()).match(new RegExp(`${mark}-\\d{5}-\\d`, "g")))].sort();
  expect(numbers).toHaveLength(5);

  const presiding = await as("presiding-officer");
  await presiding.goto(`${batch}/account`);
  for (const [field, value] of Object.entries({ issued: 2, unused: 3, damaged: 0, returned: 2, spoilt: 0, notReturned: 0 })) await presiding.locator(`[name=${field}]`).fill(String(value));
  await presiding.getByRole("button", { name: t.accountForm.save }).click();
  await expect(presiding.getByText(t.account.differs)).toBeVisible();

  const key = async (email: string, boxes: readonly string[]): Promise<Page> => {
    const officer = await as("count-officer", email);
    await officer.goto(batch);
    await officer.getByRole("button", { name: t.batch.take }).click();
    for (const [at, marked] of boxes.entries()) {
      await officer.locator("[name=paper]").fill(numbers[at] ?? "");
      await officer.locator("[name=typed]").fill(marked);
      await officer.getByRole("button", { name: t.keying.save }).click();
      await expect(officer.getByText(t.keying.kept({ paper: numbers[at] ?? "" }))).toBeVisible();
    }
    await expectFaultless(officer, site);
    await officer.getByRole("button", { name: t.keying.done }).click();
    return officer;
  };
  await key("count@brackenshire.example", ["1", "2"]);
  const second = await key("second-count@brackenshire.example", ["1", "3"]);
  await expect(second.getByText(t.batch.notYou)).toBeVisible();

  await page.goto(batch);
  await page.getByRole("link", { name: t.batch.decide({ paper: numbers[1] ?? "" }) }).click();
  await expectFaultless(page, site);
  await page.locator("[name=typed]").fill("2");
  await page.locator("[name=reason]").fill("A 2, badly written");
  await page.getByRole("button", { name: t.decide.save }).click();
  await expect(page.getByText(t.batch.waitClose)).toBeVisible();

  await page.goto(`${poll.split("?")[0] ?? ""}/statement`);
  await expect(page.getByRole("table", { name: place })).toBeVisible();
  await expectFaultless(page, site);
});
