import { expect, type Page } from "@playwright/test";
import type { messages } from "#i18n/messages.ts";
import { newestMailTo, linkIn } from "./mail.ts";
import { looksRight } from "./voter.ts";

type Words = ReturnType<typeof messages>;

/** One of the three people who hold a count key, as a test knows them. */
export interface Holder {
  readonly email: string;
  readonly link: string;
  readonly code: string;
}

/** The returning officer names three people; each writes their code down and types it back, and two try theirs. Ends on the vote's count-key page. */
export async function holdKeyByPeople(page: Page, words: Words, home: string): Promise<readonly Holder[]> {
  const t = words.keyHolders;
  const run = crypto.randomUUID().slice(0, 8);
  const emails = ["returning", "deputy", "independent"].map((who) => `${who}-${run}@example.com`);
  await page.goto(home);
  await page.getByRole("link", { name: t.title }).click();
  await looksRight(page);
  await page.getByRole("radio", { name: t.people }).check();
  await page.getByRole("button", { name: t.save }).click();
  // Nobody is named: each box says so, and the choice is kept.
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(6);
  await expect(page.getByRole("radio", { name: t.people })).toBeChecked();
  await looksRight(page);
  for (const [at, email] of emails.entries()) {
    await page.locator(`#name${String(at + 1)}`).fill(`Holder ${String(at + 1)}`);
    await page.locator(`#email${String(at + 1)}`).fill(email);
  }
  await page.getByRole("button", { name: t.save }).click();
  await expect(page.getByText(t.notReady, { exact: true })).toBeVisible();
  await looksRight(page);

  const holders: Holder[] = [];
  for (const email of emails) {
    const link = linkIn(await newestMailTo(page.request, email));
    await page.goto(link);
    await looksRight(page);
    await page.getByRole("button", { name: t.holder.show.button }).click();
    const code = (await page.locator(".receipt__code").innerText()).trim();
    await looksRight(page);
    await page.getByLabel(t.holder.shown.field).fill(`${code.slice(0, -1)}?`);
    await page.getByRole("button", { name: t.holder.shown.button }).click();
    await expect(page.getByRole("alert")).toContainText(t.faults.mistyped);
    // It is not shown a second time.
    await expect(page.getByText(code)).toHaveCount(0);
    await page.getByLabel(t.holder.shown.field).fill(code.toLowerCase().replaceAll("-", ""));
    await page.getByRole("button", { name: t.holder.shown.button }).click();
    holders.push({ email, link, code });
  }
  await expect(page.getByText(t.holder.drill.title)).toBeVisible();
  for (const { link, code } of holders.slice(1)) {
    await page.goto(link);
    await page.getByLabel(t.holder.shown.field).fill(code);
    await page.getByRole("button", { name: t.holder.drill.button }).click();
    await looksRight(page);
  }
  await expect(page.getByText(t.holder.keep.title)).toBeVisible();
  await page.goto(`${home}/count-key`);
  await expect(page.getByText(t.ready, { exact: true })).toBeVisible();
  return holders;
}

/** Two holders enter their codes after the close, each by the link that was sent again. */
export async function giveCodes(page: Page, words: Words, holders: readonly Holder[]): Promise<void> {
  const t = words.keyHolders;
  for (const { email, code } of holders.slice(0, 2)) {
    await page.goto(linkIn(await newestMailTo(page.request, email, 1)));
    await looksRight(page);
    await page.getByLabel(t.holder.shown.field).fill(code);
    await page.getByRole("button", { name: t.holder.give.button }).click();
    await expect(page.getByText(t.holder.given.title)).toBeVisible();
  }
}
