import type { Browser, Page } from "@playwright/test";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { messages } from "#i18n/messages.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expectFaultless } from "../../support/faultless.ts";
import { expect, test } from "../../support/journey.ts";
import { newestMailTo } from "../../support/mail.ts";
import { confirmAddress, giveAnswers } from "../../support/voter.ts";

type Words = ReturnType<typeof messages>;

const COUNCIL = "/brackenshire";
const VOTE = `${COUNCIL}/votes/your-patch-2026`;

test.describe.configure({ timeout: 240_000 });

/** Somebody whose mailbox is of the kind that is held. */
const heldSomeone = (): string => `held-${crypto.randomUUID()}@mailinator.com`;

/** Asks to vote and is held; gives the reference from the page. */
async function askAndBeHeld(page: Page, words: Words, start: string, email: string): Promise<string> {
  await page.goto(start);
  await confirmAddress(page, words, email);
  await giveAnswers(page, words, "ZZ5 1AA", "34");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.claims.held.title);
  return /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec(page.url())?.[0] ?? "";
}

/** An officer with a browser of their own, at the vote's requests. */
async function officerAt(browser: Browser, role: "returning-officer" | "council-admin", site: Locale, path: string): Promise<Page> {
  const { baseURL, javaScriptEnabled, viewport } = test.info().project.use;
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: javaScriptEnabled ?? true, viewport: viewport ?? null });
  const page = await context.newPage();
  await signInAs(page, role);
  await page.goto(`/${site}${COUNCIL}/manage${path}`);
  return page;
}

async function openRequest(page: Page, words: Words, site: Locale, reference: string): Promise<void> {
  await page.goto(`/${site}${COUNCIL}/manage/votes`);
  await page.getByRole("link", { name: /2026/ }).first().click();
  await page.getByRole("link", { name: words.workspace.vote.requests, exact: true }).click();
  await expectFaultless(page, site);
  await page.getByLabel(words.claims.desk.filter.search).fill(reference);
  await page.locator("#show").selectOption("all");
  await page.getByRole("button", { name: words.claims.desk.filter.submit }).click();
  await page.getByRole("link", { name: reference, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.claims.desk.one.title({ reference }));
}

test("somebody whose request is held is told why, answers, is passed by a person and votes", async ({ page, browser, to, site, words }) => {
  const t = words.claims;
  const email = heldSomeone();
  const reference = await askAndBeHeld(page, words, to(`${VOTE}/start`), email);
  await expect(page.getByText(t.because["disposable-mail"])).toBeVisible();
  await expectFaultless(page, site);
  expect((await newestMailTo(page.request, email, 1)).subject).toContain(reference);

  await page.getByLabel(t.answer.call).check();
  await page.getByRole("button", { name: t.answer.send }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["phone.required"]);
  await expectFaultless(page, site);
  await page.getByLabel(t.answer.phone).fill("01632 960 001");
  await page.getByRole("button", { name: t.answer.send }).click();
  await expect(page.getByRole("status")).toContainText(t.answer.sentTitle);
  await expectFaultless(page, site);

  const officer = await officerAt(browser, "returning-officer", site, "");
  await openRequest(officer, words, site, reference);
  await expect(officer.getByText("01632 960 001")).toBeVisible();
  await expectFaultless(officer, site);
  await officer.getByRole("button", { name: t.desk.pass }).click();
  await expect(officer.getByRole("status")).toContainText(t.desk.done.passed);
  await officer.goto(`/${site}${COUNCIL}/manage/request-limits`);
  await expectFaultless(officer, site);
  await officer.getByLabel(t.limits.places).fill("Library");
  await officer.getByRole("button", { name: t.limits.save }).click();
  await expect(officer.getByRole("alert")).toContainText(t.faults.network);
  await officer.context().close();

  expect((await newestMailTo(page.request, email, 2)).body).toContain(reference);
  await page.goto(to(`${COUNCIL}/requests`));
  await expectFaultless(page, site);
  await page.getByLabel(t.find.reference).fill(reference.toLowerCase());
  await page.getByRole("button", { name: t.find.submit }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.passed.title);
  await page.getByRole("link", { name: t.passed.vote }).click();
  await giveAnswers(page, words, "ZZ5 1AA", "34");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.voting.ballot.knapsackTitle);
});

test("two people refuse, the person is told the reason and asks for another look", async ({ page, browser, to, site, words }) => {
  const t = words.claims;
  const email = heldSomeone();
  const reference = await askAndBeHeld(page, words, to(`${VOTE}/start`), email);

  const first = await officerAt(browser, "returning-officer", site, "/votes");
  await openRequest(first, words, site, reference);
  await first.getByRole("button", { name: t.desk.refuse }).click();
  await expect(first.getByRole("alert")).toContainText(t.faults["reason.required"]);
  await expectFaultless(first, site);
  await first.getByLabel(t.desk.reason).fill("No such home");
  await first.getByRole("button", { name: t.desk.refuse }).click();
  await expect(first.getByText(t.desk.secondYours)).toBeVisible();
  await expect(first.getByRole("button", { name: t.desk.confirm })).toHaveCount(0);
  await expectFaultless(first, site);
  await first.context().close();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.held.title);

  const second = await officerAt(browser, "council-admin", site, "/votes");
  await openRequest(second, words, site, reference);
  await second.getByRole("button", { name: t.desk.confirm }).click();
  await expect(second.getByRole("status")).toContainText(t.desk.done.confirmed);
  await second.context().close();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.refused.title);
  await expect(page.getByText("No such home")).toBeVisible();
  await expectFaultless(page, site);
  await page.getByRole("button", { name: t.appeal.send }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["appeal.required"]);
  await page.getByLabel(t.appeal.text).fill("I moved in last week");
  await page.getByRole("button", { name: t.appeal.send }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.appeal.sentTitle);
  await expectFaultless(page, site);
});

test("a reference shows nobody else's request", async ({ page, to, site, words }) => {
  await page.goto(to(`${COUNCIL}/requests/7QKM-X4DR`));
  await expect(page).toHaveURL(/sign-in/);
  await page.goto(to(`${COUNCIL}/requests/nonsense`));
  await expect(page.getByRole("alert")).toContainText(words.claims.faults["no-such-claim"]);
  await expectFaultless(page, site);
});
