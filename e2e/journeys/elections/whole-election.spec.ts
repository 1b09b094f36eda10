import type { Browser, Page } from "@playwright/test";
import type { Locale } from "#domain/basics/bilingual.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { messages } from "#i18n/messages.ts";
import type { DemoPerson } from "#seed/demo-people.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { codeIn, linkIn, newestMailTo } from "../../support/mail.ts";
import { castBallot, checkChoices, codeShown, confirmAddress, giveAnswers, looksRight, someone } from "../../support/voter.ts";

type Words = ReturnType<typeof messages>;

const COUNCIL = "/brackenshire";

test.describe.configure({ mode: "parallel", timeout: 300_000 });
// Time does not pass for a browser test: what lies between nominations and the declaration is in features/involvement/electing/electing.db.test.ts.
test.beforeEach(() => test.skip(!["desktop", "no-js"].includes(test.info().project.name), "one way with a script and one without"));

/** Somebody with a browser of their own. */
async function anotherPerson(browser: Browser, role?: DemoPerson["role"]): Promise<Page> {
  const { baseURL, javaScriptEnabled, viewport } = test.info().project.use;
  const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: javaScriptEnabled ?? true, viewport: viewport ?? null })).newPage();
  if (role !== undefined) await signInAs(page, role);
  return page;
}

/** An officer makes an election in which one nominator is enough, and an approver gives notice of it. Gives its address in the workspace. */
async function openElection(browser: Browser, site: Locale, words: Words, title: string): Promise<string> {
  const t = words.elections.desk;
  const officer = await anotherPerson(browser, "engagement-officer");
  await officer.goto(`/${site}${COUNCIL}/manage/elections/new`);
  await officer.locator("[name=titleEn]").fill(title);
  await officer.locator("[name=titleCy]").fill(title);
  const [year = "", month = "", day = ""] = addDays(londonDay(new Date()), 40).split("-");
  await officer.locator("[name=pollingDay-day]").fill(day);
  await officer.locator("[name=pollingDay-month]").fill(month);
  await officer.locator("[name=pollingDay-year]").fill(year);
  await officer.getByRole("button", { name: t.create }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(title);
  const { pathname } = new URL(officer.url());
  await officer.goto(`${pathname}/set-up`);
  await officer.locator("[name=nominators]").fill("1");
  await officer.getByRole("button", { name: t.save }).click();
  await expect(officer.getByRole("status")).toContainText(t.saved);
  const approver = await anotherPerson(browser, "approver");
  await approver.goto(pathname);
  await approver.getByRole("button", { name: t.notice }).click();
  await expect(approver.getByRole("link", { name: t.see })).toBeVisible();
  return pathname;
}

test("somebody stands: writes, is nominated by a code, is accepted, and everybody reads of them", async ({ page, browser, site, to, words }) => {
  const { own, form, desk } = words.nominations;
  // Without figures: other journeys find an election by its year.
  const title = `Election ${crypto.randomUUID().replace(/[^a-f]/g, "")}`;
  const workspace = await openElection(browser, site, words, title);

  await page.goto(to(`${COUNCIL}/elections`));
  await page.getByRole("link", { name: title }).click();
  await looksRight(page);
  const address = new URL(page.url()).pathname;
  const candidate = someone();
  await page.getByRole("link", { name: words.elections.public.stand }).first().click();
  await page.getByLabel(words.accounts.signIn.email).fill(candidate);
  await page.getByRole("button", { name: words.accounts.signIn.send }).click();
  await page.getByLabel(words.accounts.code.label).fill(codeIn(await newestMailTo(page.request, candidate)));
  await page.getByRole("button", { name: words.accounts.code.signIn }).click();
  await page.getByRole("link", { name: own.begin }).click();
  await page.locator("[name=givenName]").fill("Nia");
  await page.locator("[name=school]").fill("Millbrook High");
  await page.locator("[name=born-day]").fill("1");
  await page.locator("[name=born-month]").fill("3");
  await page.locator("[name=born-year]").fill(String(new Date().getFullYear() - 15));
  await page.locator("[name=statement]").fill("A bus that comes when school ends.");
  await page.locator("[name=promises]").fill("A bus at four");
  await looksRight(page);
  await page.getByRole("button", { name: form.save }).click();
  await expect(page.getByRole("status")).toBeVisible();

  // Sent too soon it is refused, and says what is missing.
  await page.getByRole("button", { name: own.send, exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  const friend = someone();
  await page.locator("[name=name]").fill("Ffion Rees");
  await page.locator("[name=email]").fill(friend);
  await page.getByRole("button", { name: own.ask, exact: true }).click();
  await expect(page.getByRole("status")).toContainText(own.askedDone);

  const nominator = await anotherPerson(browser);
  await nominator.goto(linkIn(await newestMailTo(page.request, friend)));
  await nominator.locator("[name=school]").fill("Millbrook High");
  await looksRight(nominator);
  await nominator.locator("button[name=answer][value=yes]").click();
  await expect(nominator.getByRole("status")).toBeVisible();

  await page.goto(`${address}/stand`);
  await expect(page.getByText(own.standingOf.confirmed, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: own.send, exact: true }).click();
  await expect(page.getByText(own.sentBody)).toBeVisible();

  const returning = await anotherPerson(browser, "returning-officer");
  await returning.goto(workspace);
  await returning.getByRole("link", { name: "Nia" }).click();
  await returning.locator("[name=decision][value=accept]").check({ force: true });
  await returning.getByRole("button", { name: desk.save }).click();
  await page.goto(address);
  await page.getByRole("link", { name: words.elections.public.read({ name: "Nia" }) }).click();
  await expect(page.getByText("A bus that comes when school ends.")).toBeVisible();
  await expect(page.getByText("A bus at four")).toBeVisible();
  await looksRight(page);
});

test("a young person votes with a first and a second choice, and has a receipt", async ({ page, to, words }) => {
  const t = words.voting;
  await page.goto(to(`${COUNCIL}/elections/young-mayor-2026`));
  await page.getByRole("link", { name: words.elections.public.vote }).click();
  await confirmAddress(page, words, someone());
  await giveAnswers(page, words, "ZZ5 1AA", "15");
  await expect(page.locator("#rank-1-1")).toBeAttached();
  await looksRight(page);
  for (const [number, place] of [[1, 1], [2, 2]] as const) await page.locator(`#rank-${String(number)}-${String(place)}`).check({ force: true });
  await checkChoices(page, words);
  await expect(page.locator(".ckrow")).toHaveCount(2);
  await castBallot(page, words);
  await expect(page.locator("h1:visible")).toHaveText(t.receipt.title);
  expect(await codeShown(page)).toMatch(/^[2-9B-Z]{4}(-[2-9B-Z]{4}){2}$/);
  await looksRight(page);
});
