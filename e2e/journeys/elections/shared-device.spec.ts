import type { Browser, Page } from "@playwright/test";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { DemoPerson } from "#seed/demo-people.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { castBallot, checkChoices, codeShown, looksRight } from "../../support/voter.ts";

const COUNCIL = "/brackenshire";
const SCHOOL = { en: "Millbrook High", cy: "Ysgol Uwchradd Melinddwr" };
const ELECTION = { en: "Young mayor election 2026", cy: "Etholiad y maer ifanc 2026" };

test.describe.configure({ timeout: 240_000 });
test.beforeEach(() => test.skip(!["desktop", "no-js"].includes(test.info().project.name), "one way with a script and one without"));

async function officerAt(browser: Browser, site: Locale, role: DemoPerson["role"], path: string): Promise<Page> {
  const { baseURL, javaScriptEnabled, viewport } = test.info().project.use;
  const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: javaScriptEnabled ?? true, viewport: viewport ?? null })).newPage();
  await signInAs(page, role);
  await page.goto(`/${site}${COUNCIL}/manage${path}`);
  return page;
}

test("pupils rank candidates one after the other on a school's device, which forgets each of them", async ({ page, browser, site, words }) => {
  const codes = words.accessCodes;
  const device = words.pollingPlaces.device;
  const station = words.pollingPlaces.station;
  const t = words.voting;

  const returning = await officerAt(browser, site, "returning-officer", "/elections");
  await returning.getByRole("link", { name: ELECTION[site] }).first().click();
  const { pathname } = new URL(returning.url());
  await returning.goto(`${pathname.replace("/elections/", "/votes/")}/codes/new?kind=class`);
  await returning.getByLabel(codes.make.label).fill(`Class ${crypto.randomUUID().slice(0, 8)}`);
  await returning.locator("[name=count]").fill("2");
  await returning.locator("[name=place]").fill(SCHOOL[site]);
  await returning.getByRole("button", { name: codes.make.submit }).click();
  const printed = returning.getByRole("button", { name: codes.batch.html });
  await expect
    .poll(async () => {
      await returning.reload().catch(() => null);
      return printed.count();
    }, { timeout: 90_000, intervals: [1_000] })
    .toBeGreaterThan(0);
  await printed.first().click();
  const slips = await returning.locator(".mono").allInnerTexts();
  const [first = "", second = ""] = slips.filter((text) => /^[0-9A-Z]{4}( [0-9A-Z]{4}){2,}$/.test(text));
  expect([first, second], slips.join()).not.toContain("");

  // The presiding officer makes the browser at hand a shared device; from then on it is nobody's.
  await signInAs(page, "presiding-officer");
  await page.goto(`/${site}${COUNCIL}/manage/places`);
  await page.getByRole("row").filter({ hasText: SCHOOL[site] }).getByRole("link", { name: device.link }).click();
  await page.locator("[name=vote]").selectOption({ label: ELECTION[site] });
  await looksRight(page);
  await page.getByRole("button", { name: device.start }).click();
  await expect(page).toHaveURL(/\/station$/);
  await looksRight(page);
  expect(await page.goto(`/${site}${COUNCIL}/manage/places`).then((answer) => answer?.url())).toContain("sign-in");

  const receipts: string[] = [];
  for (const code of [first, second]) {
    await page.goto(`/${site}${COUNCIL}/station`);
    await page.getByRole("link", { name: station.begin }).click();
    await page.locator("input[name=code]").fill(code);
    await page.getByRole("button", { name: codes.enter.start }).click();
    await expect(page.locator("#rank-1-1")).toBeAttached();
    for (const of of ["#rank-2-1", "#rank-1-2"]) await expect(page.locator(of)).not.toBeChecked();
    await looksRight(page);
    for (const [number, place] of [[2, 1], [1, 2]] as const) await page.locator(`#rank-${String(number)}-${String(place)}`).check({ force: true });
    await checkChoices(page, words);
    await expect(page.locator(".ckrow")).toHaveCount(2);
    await castBallot(page, words);
    await expect(page.locator("h1:visible")).toHaveText(t.receipt.title);
    receipts.push(await codeShown(page));
    await looksRight(page);
    await page.getByRole("button", { name: station.finish }).click();
    await expect(page.getByText(station.wiped)).toBeVisible();
    await looksRight(page);
    expect((await page.context().cookies()).map(({ name }) => name)).toHaveLength(1);
    await page.goBack();
    await expect(page.locator(".receipt__code")).toHaveCount(0);
  }
  expect(new Set(receipts).size).toBe(2);

  // A slip votes once, on a shared device too.
  await page.goto(`/${site}${COUNCIL}/station`);
  await page.getByRole("link", { name: station.begin }).click();
  await page.locator("input[name=code]").fill(first);
  await page.getByRole("button", { name: codes.enter.start }).click();
  await expect(page.locator("h1:visible")).toHaveText(codes.used.title);
  await looksRight(page);
});
