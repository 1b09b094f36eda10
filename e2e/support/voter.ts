import type { Page } from "@playwright/test";
import type { messages } from "#i18n/messages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "./accessibility.ts";
import { codeIn, newestMailTo } from "./mail.ts";

type Words = ReturnType<typeof messages>;

/** An address that nobody else in the run uses. */
export const someone = (): string => `voter-${crypto.randomUUID()}@example.com`;

export async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

/** Confirms an address by the code that was sent to it, as a guest. `after`: how many mails it had before. */
export async function confirmAddress(page: Page, words: Words, email: string, after = 0): Promise<void> {
  await page.getByRole("link", { name: words.eligibility.start.goOn }).click();
  await page.getByLabel(words.accounts.signIn.email).fill(email);
  await page.getByRole("button", { name: words.accounts.signIn.send }).click();
  await page.getByLabel(words.accounts.code.label).fill(codeIn(await newestMailTo(page.request, email, after)));
  await page.getByRole("button", { name: words.accounts.code.goOn }).click();
}

export async function giveAnswers(page: Page, words: Words, postcode: string, age: string): Promise<void> {
  await page.getByLabel(words.eligibility.form.postcode).fill(postcode);
  await page.getByLabel(words.eligibility.form.age).fill(age);
  await page.getByRole("button", { name: words.eligibility.form.submit }).click();
}

/** Ticks projects by their numbers, as a finger would. */
export async function tick(page: Page, ...numbers: number[]): Promise<void> {
  for (const number of numbers) await page.locator(`label[for="p${number}"]`).click();
}

export const checkChoices = (page: Page, words: Words) => page.getByRole("button", { name: words.voting.ballot.check }).click();
export const castBallot = (page: Page, words: Words) => page.getByRole("button", { name: words.voting.check.cast }).click();
export const codeShown = async (page: Page): Promise<string> => (await page.locator(".receipt__code").innerText()).trim();
