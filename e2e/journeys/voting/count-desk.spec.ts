import type { Page } from "@playwright/test";
import type { messages } from "#i18n/messages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

async function openDesk(page: Page, to: (path: string) => string, words: ReturnType<typeof messages>): Promise<void> {
  await page.goto(to("/brackenshire/manage/votes"));
  await page.getByRole("link", { name: /2025/ }).first().click();
  await page.getByRole("link", { name: words.workspace.vote.results }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2025");
}

test("the returning officer finds a declared count, its checks and the sheet to sign", async ({ page, to, words }) => {
  const t = words.results;
  await signInAs(page, "returning-officer");
  await openDesk(page, to, words);
  await expect(page.getByText(t.desk.states.declared, { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: t.desk.counts })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);

  const desk = page.url();
  await page.getByRole("link", { name: t.desk.sheet }).click();
  await expect(page.getByRole("heading", { level: 1, name: t.sheet.title })).toBeVisible();
  await expectNoAxeViolations(page);
  // A declared result takes neither lots nor another declaration.
  for (const part of ["lots", "declare"]) {
    await page.goto(`${desk}/${part}`);
    expect(page.url()).toBe(desk);
  }
});

test("another officer sees the count but may not make one", async ({ page, request, to, words }) => {
  await signInAs(page, "engagement-officer");
  await openDesk(page, to, words);
  await expect(page.getByText(words.results.desk.onlyReturningOfficer)).toBeVisible();
  const refused = await page.request.post(page.url(), { form: { act: "count" }, headers: { Origin: new URL(page.url()).origin } });
  expect(refused.status()).toBe(403);
  const stranger = await request.get(page.url());
  expect(stranger.url()).toContain("/sign-in");
});
