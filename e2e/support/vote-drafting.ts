import { expect, type Page } from "@playwright/test";
import type { messages } from "#i18n/messages.ts";

type Words = ReturnType<typeof messages>;

const DAY_MS = 86_400_000;

/** Fills a text in both languages where the form asks for both, with the same words, so that a test finds them in either. */
export async function fillText(page: Page, name: string, text: string): Promise<void> {
  await page.locator(`#${name}En`).fill(text);
  const welsh = page.locator(`#${name}Cy`);
  if ((await welsh.count()) > 0) await welsh.fill(text);
}

/** Fills the three boxes of a date. */
export async function fillDate(page: Page, name: string, date: Date): Promise<void> {
  const [day, month, year] = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London" }).format(date).split("/");
  for (const [part, typed] of Object.entries({ day, month, year })) await page.locator(`input[name="${name}-${part}"]`).fill(typed ?? "");
}

/** Begins a budget vote with one pot for the whole council; ends on the vote's own page in the workspace. */
export async function beginVote(page: Page, words: Words, newVote: string, title: string, pounds: string): Promise<void> {
  await page.goto(newVote);
  await fillText(page, "title", title);
  await page.getByLabel(words.drafting.create.topic).selectOption({ index: 0 });
  await page.getByLabel(words.drafting.create.amount).fill(pounds);
  await page.getByRole("button", { name: words.drafting.create.button }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** Opened yesterday, closes in eight weeks, results a week later: nothing to warn about. */
export async function fillTimes(page: Page, now: Date): Promise<void> {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);
  await fillDate(page, "opensOn", inDays(-1));
  await page.locator("#opensTime").fill("9am");
  await fillDate(page, "closesOn", inDays(56));
  await page.locator("#closesTime").fill("8:30pm");
  await fillDate(page, "resultsOn", inDays(63));
  await page.locator("#resultsTime").fill("12:00");
}
