import type { Page } from "@playwright/test";
import type { messages } from "#i18n/messages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "./support/accessibility.ts";
import { signInAs } from "./support/demo-session.ts";
import { expect, test } from "./support/journey.ts";
import { codeIn, newestMailTo } from "./support/mail.ts";
import { beginVote } from "./support/vote-drafting.ts";

type Words = ReturnType<typeof messages>;

const MANAGE = "/brackenshire/manage";
/** Typed as people might, or as somebody might who means harm; all of it may be kept, none of it may act. */
const ODD = [`<script>alert("x")</script>`, "עברית ثم ‮back‬ again", "🗳️👩🏽‍🌾 Zażółć", `"'><img src=x onerror=alert(1)>&amp;`] as const;
const NUL = "be\u0000fore";
const TOO_LONG = "Long ".repeat(4_000);

/** A script that ran would ask for attention. */
function watchForScripts(page: Page): { readonly expectNone: () => void } {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  return { expectNone: () => expect(seen).toEqual([]) };
}

/** Sent back as it should be: the title says so, and every line of the summary leads to a field that is there and is marked. */
async function expectSentBack(page: Page, words: Words, ...fields: string[]): Promise<void> {
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix.trim()}`));
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("heading", { name: words.site.errorSummary })).toBeVisible();
  for (const field of fields) {
    await expect(summary.locator(`a[href="#${field}"]`), field).toHaveCount(1);
    await expect(page.locator(`#${field}`), field).toHaveAttribute("aria-invalid", "true");
  }
  for (const link of await summary.getByRole("link").all()) await expect(page.locator((await link.getAttribute("href")) ?? "")).toHaveCount(1);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

/** HTML cannot carry a NUL, so it comes back as the mark of a character that could not be shown. */
const withoutNul = /^be.?fore$/u;

test("sign-in says what is wrong with an address and keeps it", async ({ page, to, words }) => {
  const scripts = watchForScripts(page);
  const t = words.accounts;
  await page.goto(to("/sign-in"));
  const send = () => page.getByRole("button", { name: t.signIn.send }).click();
  await send();
  await expectSentBack(page, words, "email");
  await expect(page.getByRole("alert")).toContainText(t.faults["email.required"]);
  for (const odd of [...ODD, TOO_LONG.trim()]) {
    await page.getByLabel(t.signIn.email).fill(odd);
    await send();
    await expect(page.getByRole("alert")).toContainText(t.faults.email);
    await expect(page.getByLabel(t.signIn.email)).toHaveValue(odd);
  }
  await expectSentBack(page, words, "email");
  await page.getByLabel(t.signIn.email).fill(NUL);
  await send();
  await expect(page.getByLabel(t.signIn.email)).toHaveValue(withoutNul);
  scripts.expectNone();
});

test("the way to a ballot says what is wrong with a postcode and an age", async ({ page, to, words }) => {
  const scripts = watchForScripts(page);
  const t = words.eligibility;
  const email = `voter-${crypto.randomUUID()}@example.com`;
  await page.goto(to("/brackenshire/votes/your-patch-2026/start"));
  await page.getByRole("link", { name: t.start.goOn }).click();
  await page.getByLabel(words.accounts.signIn.email).fill(email);
  await page.getByRole("button", { name: words.accounts.signIn.send }).click();
  await page.getByLabel(words.accounts.code.label).fill(codeIn(await newestMailTo(page.request, email)));
  await page.getByRole("button", { name: words.accounts.code.goOn }).click();
  const send = () => page.getByRole("button", { name: t.form.submit }).click();
  await send();
  await expectSentBack(page, words, "postcode", "age");
  for (const odd of [...ODD, "9".repeat(400)]) {
    await page.getByLabel(t.form.postcode).fill(odd);
    await page.getByLabel(t.form.age).fill(odd);
    await send();
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
    await expect(page.getByLabel(t.form.postcode)).toHaveValue(odd);
    await expect(page.getByLabel(t.form.age)).toHaveValue(odd);
  }
  await page.getByLabel(t.form.postcode).fill("ZZ5 1A\u0000A");
  await page.getByLabel(t.form.age).fill("-1");
  await send();
  await expectSentBack(page, words, "postcode", "age");
  scripts.expectNone();
});

test("a new vote and its projects say what is wrong, and keep odd names as they are", async ({ page, to, words }) => {
  test.slow();
  const scripts = watchForScripts(page);
  const { create, projects: t } = words.drafting;
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${MANAGE}/votes/new`));
  const start = () => page.getByRole("button", { name: create.button }).click();
  await start();
  await expectSentBack(page, words, "titleEn", "amount");
  await page.locator("#titleEn").fill(TOO_LONG);
  await page.getByLabel(create.amount).fill("lots");
  await start();
  await expectSentBack(page, words, "titleEn", "amount");
  await expect(page.locator("#titleEn")).toHaveValue(TOO_LONG);
  await expect(page.getByLabel(create.amount)).toHaveValue("lots");
  await page.locator("#titleEn").fill(NUL);
  await start();
  await expect(page.getByRole("alert")).toContainText(words.faults.unprintable);
  await expect(page.locator("#titleEn")).toHaveValue(withoutNul);

  for (const odd of ODD) {
    const title = `${odd} ${crypto.randomUUID().slice(0, 8)}`;
    await beginVote(page, words, to(`${MANAGE}/votes/new`), title, "1000");
    if (odd === ODD[0]) {
      await expectNoAxeViolations(page);
      await page.goto(to(`${MANAGE}/votes`));
      await expect(page.getByRole("link", { name: title })).toBeVisible();
      await page.getByRole("link", { name: title }).click();
    }
  }
  await expectNoSidewaysScroll(page);

  const home = page.url().replace(/\?.*/, "");
  await page.goto(`${home}/projects/new`);
  const add = () => page.getByRole("button", { name: t.addButton }).click();
  await add();
  await expectSentBack(page, words, "titleEn", "costPence");
  await page.locator("#titleEn").fill(ODD[1]);
  await page.locator("#summaryEn").fill(TOO_LONG);
  await page.getByLabel(t.costLabel).fill("2,000");
  await add();
  await expectSentBack(page, words, "summaryEn");
  await expect(page.locator("#summaryEn")).toHaveValue(TOO_LONG);
  await page.locator("#summaryEn").fill(`${ODD[0]}\n${ODD[2]}`);
  await add();
  // More than the whole pot.
  await expectSentBack(page, words, "costPence");
  await expect(page.locator("#summaryEn")).toHaveValue(`${ODD[0]}\n${ODD[2]}`);
  await page.getByLabel(t.costLabel).fill("£ 200.50");
  await add();
  await page.getByRole("link", { name: ODD[1] }).click();
  await expect(page.locator("#titleEn")).toHaveValue(ODD[1]);
  await expect(page.locator("#summaryEn")).toHaveValue(`${ODD[0]}\n${ODD[2]}`);
  scripts.expectNone();
});

test("a target says what is wrong, and shows odd words safely to everybody", async ({ page, to, words }) => {
  test.slow();
  const scripts = watchForScripts(page);
  const t = words.priorities.manage;
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${MANAGE}/priorities`));
  const save = () => page.getByRole("button", { name: t.save }).click();
  await save();
  await expectSentBack(page, words, "titleEn", "slug", "indicatorEn");
  await page.locator("#slug").fill("Not A Slug!");
  await page.locator("#titleEn").fill(TOO_LONG);
  await page.locator("#baseline").fill("half");
  await page.locator("#narrativeEn").fill(`a\u0000b`);
  await save();
  await expectSentBack(page, words, "titleEn", "slug", "baseline", "narrativeEn");
  await expect(page.locator("#titleEn")).toHaveValue(TOO_LONG);
  await expect(page.locator("#baseline")).toHaveValue("half");

  const run = crypto.randomUUID();
  const [script, rightToLeft, emoji, tag] = ODD;
  await page.locator("#slug").fill(`odd-${run}`);
  await page.locator("#titleEn").fill(`${tag} ${run}`);
  await page.locator("#titleCy").fill(`${tag} ${run}`);
  await page.locator("#indicatorEn").fill(rightToLeft);
  await page.locator("#indicatorCy").fill(rightToLeft);
  await page.locator("#baseline").fill("64");
  await page.locator("#narrativeEn").fill(`${script}\n\n${emoji}`);
  await page.locator("#narrativeCy").fill(`${script}\n\n${emoji}`);
  await save();
  await expect(page.getByText(t.saved)).toBeVisible();
  await page.goto(to(`/brackenshire/priorities/odd-${run}`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${tag} ${run}`);
  for (const text of [script, rightToLeft, emoji]) await expect(page.getByText(text).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  scripts.expectNone();

  // The same address again is taken.
  await page.goto(to(`${MANAGE}/priorities`));
  await page.locator("#slug").fill(`odd-${run}`);
  await page.locator("#titleEn").fill("Another");
  await page.locator("#indicatorEn").fill("Another");
  await save();
  await expectSentBack(page, words, "slug");
});

test("settings say what is wrong and keep what was typed", async ({ page, to, words }) => {
  const scripts = watchForScripts(page);
  const t = words.councils.settings;
  await signInAs(page, "council-admin");
  await page.goto(to(`${MANAGE}/settings`));
  await page.getByLabel(t.nameEn).fill(TOO_LONG);
  await page.getByLabel(t.contactEmail).fill(ODD[0]);
  await page.getByLabel(t.contactPhone).fill(ODD[1]);
  await page.locator("#privacyEn").fill(`${ODD[2]}\u0000`);
  await page.getByRole("button", { name: t.saveDetails }).click();
  await expectSentBack(page, words, "nameEn", "contactEmail", "contactPhone", "privacyEn");
  await expect(page.getByLabel(t.nameEn)).toHaveValue(TOO_LONG);
  await expect(page.getByLabel(t.contactEmail)).toHaveValue(ODD[0]);
  await expect(page.getByLabel(t.contactPhone)).toHaveValue(ODD[1]);
  scripts.expectNone();
});
