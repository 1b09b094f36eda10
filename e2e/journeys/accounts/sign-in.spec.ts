import type { Page } from "@playwright/test";
import type { messages } from "#i18n/messages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { expect, test } from "../../support/journey.ts";
import { codeIn, linkIn, mailTo, newestMailTo } from "../../support/mail.ts";

type Words = ReturnType<typeof messages>;

test.describe.configure({ mode: "parallel" });

const someone = (): string => `person-${crypto.randomUUID()}@example.com`;

async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

async function askForCode(page: Page, words: Words, address: string, email: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel(words.accounts.signIn.email).fill(email);
  await page.getByRole("button", { name: words.accounts.signIn.send }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.accounts.code.title);
}

const sendCode = (page: Page, words: Words) => page.getByRole("button", { name: words.accounts.code.signIn }).click();

test("somebody signs in by a code, changes their details and signs out", async ({ page, to, words }) => {
  const t = words.accounts;
  const email = someone();
  await page.goto(to("/account"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.signIn.title);
  await looksRight(page);
  await askForCode(page, words, to("/sign-in"), email);
  await looksRight(page);

  await page.getByLabel(t.code.label).fill("2222 2222");
  await sendCode(page, words);
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix.trim()}`));
  await expect(page.getByRole("link", { name: t.faults["code-wrong"] })).toHaveAttribute("href", "#code");
  await expect(page.getByLabel(t.code.label)).toHaveValue("2222 2222");
  await looksRight(page);

  // As people type it: small letters, a space in the middle.
  await page.getByLabel(t.code.label).fill(codeIn(await newestMailTo(page.request, email)).toLowerCase().replace("-", " "));
  await sendCode(page, words);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.account.title);
  await expect(page.getByText(t.account.lead({ email }))).toBeVisible();
  await looksRight(page);

  await page.getByLabel(t.account.name).fill("Rhian ‮ab‬ 🦊");
  await page.getByRole("button", { name: t.account.save }).click();
  await expect(page.getByText(t.account.saved)).toBeVisible();
  await expect(page.getByLabel(t.account.name)).toHaveValue("Rhian ‮ab‬ 🦊");

  await page.getByRole("button", { name: t.account.signOut }).click();
  await page.goto(to("/account"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.signIn.title);
});

test("a mail scanner that opens the link does not use it up", async ({ page, to, words, browser }) => {
  const t = words.accounts;
  const email = someone();
  await askForCode(page, words, to(`/sign-in?next=${to("/account/security")}`), email);
  const link = linkIn(await newestMailTo(page.request, email));
  const scanner = await browser.newContext();
  expect((await scanner.request.get(link)).status()).toBe(200);
  expect((await scanner.request.get(link)).status()).toBe(200);
  expect((await scanner.cookies()).length).toBe(0);
  await scanner.close();

  await page.goto(link);
  await expect(page.getByText(t.link.lead({ email }))).toBeVisible();
  await looksRight(page);
  await sendCode(page, words);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.security.title);

  await page.goto(link);
  await sendCode(page, words);
  await expect(page.getByRole("link", { name: t.faults["code-void"] })).toBeVisible();
});

test("a guest reads words of their own and comes back to where they were going", async ({ page, to, words }) => {
  const t = words.accounts;
  const email = someone();
  await page.goto(to(`/sign-in?next=${to("/account?from=vote")}&as=guest`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.signIn.guestTitle);
  await page.getByLabel(t.signIn.email).fill(email);
  await page.getByRole("button", { name: t.signIn.send }).click();
  await page.getByLabel(t.code.label).fill(codeIn(await newestMailTo(page.request, email)));
  await page.getByRole("button", { name: t.code.goOn }).click();
  await expect(page).toHaveURL(new RegExp(`${to("/account")}\\?from=vote$`));
});

test("an address of another site is not gone to", async ({ page, to, words }) => {
  const email = someone();
  await askForCode(page, words, to(`/sign-in?next=${encodeURIComponent("//example.com/")}`), email);
  await page.getByLabel(words.accounts.code.label).fill(codeIn(await newestMailTo(page.request, email)));
  await sendCode(page, words);
  await expect(page).toHaveURL(new RegExp(`${to("/account")}$`));
});

test("five wrong codes void the one that was sent", async ({ page, to, words }) => {
  const t = words.accounts;
  const email = someone();
  await askForCode(page, words, to("/sign-in"), email);
  for (let tries = 0; tries < 5; tries++) {
    await page.getByLabel(t.code.label).fill(`2222222${"34678"[tries] ?? "9"}`);
    await sendCode(page, words);
  }
  await page.getByLabel(t.code.label).fill(codeIn(await newestMailTo(page.request, email)));
  await sendCode(page, words);
  await expect(page.getByRole("link", { name: t.faults["code-void"] })).toBeVisible();
});

test("the sixth code asked for in a quarter of an hour is refused with a page that says so", async ({ page, to, words }) => {
  const t = words.accounts;
  const email = someone();
  for (let asked = 0; asked < 5; asked++) await askForCode(page, words, to("/sign-in"), email);
  await page.goto(to("/sign-in"));
  await page.getByLabel(t.signIn.email).fill(email);
  await page.getByRole("button", { name: t.signIn.send }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.wait.codes.title);
  await looksRight(page);
  expect(await mailTo(page.request, email)).toHaveLength(5);
});

test("addresses that are none are asked for again, with what was typed", async ({ page, to, words }) => {
  const t = words.accounts;
  for (const typed of ["", "rhian", "rhian@localhost", "a@b@c.example", "<script>alert(1)</script>@example.com", "🦊@example.com", "аdmin@example.com", "‮moc.elpmaxe@a", `${"a".repeat(300)}@example.com`]) {
    await page.goto(to("/sign-in"));
    await page.getByLabel(t.signIn.email).fill(typed);
    await page.getByRole("button", { name: t.signIn.send }).click();
    await expect(page.getByRole("link", { name: typed === "" ? t.faults["email.required"] : t.faults.email })).toHaveAttribute("href", "#email");
    await expect(page.getByLabel(t.signIn.email)).toHaveValue(typed);
  }
  await looksRight(page);
});

test("forms that no page of ours sent do nothing", async ({ request, to, baseURL }) => {
  const email = someone();
  const origin = { Origin: baseURL ?? "" };
  expect((await request.post(to("/sign-in"), { form: { email }, headers: { Origin: "https://elsewhere.example" } })).status()).toBe(403);
  expect((await request.post(to("/sign-in"), { form: { email } })).status()).toBe(403);
  expect((await request.post(to("/sign-in"), { data: "email=%FF%FE@example.com", headers: { ...origin, "Content-Type": "application/x-www-form-urlencoded" } })).status()).toBe(400);
  expect((await request.post(to("/sign-in"), { data: { email }, headers: origin })).status()).toBe(400);
  expect((await request.post(to("/sign-in"), { form: { email: "a\u0000b@example.com" }, headers: origin })).status()).toBe(422);
  expect((await request.post(to("/sign-in"), { form: { email: "x".repeat(600_000) }, headers: origin })).status()).toBe(413);
  expect(await mailTo(request, email)).toHaveLength(0);
});
