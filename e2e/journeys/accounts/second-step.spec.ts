import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import type { messages } from "#i18n/messages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { expect, test } from "../../support/journey.ts";
import { codeIn, newestMailTo } from "../../support/mail.ts";

type Words = ReturnType<typeof messages>;

test.describe.configure({ mode: "parallel" });

async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

async function signIn(page: Page, words: Words, signInPage: string, email: string): Promise<void> {
  const t = words.accounts;
  await page.goto(signInPage);
  await page.getByLabel(t.signIn.email).fill(email);
  const before = (await (await page.request.get("/local/mail.json", { params: { to: email } })).json()) as { mail: unknown[] };
  await page.getByRole("button", { name: t.signIn.send }).click();
  await page.getByLabel(t.code.label).fill(codeIn(await newestMailTo(page.request, email, before.mail.length)));
  await page.getByRole("button", { name: t.code.signIn }).click();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("an app is set up, asked for, and replaced by a recovery code when it is lost", async ({ page, to, words }) => {
  // Many pages, each looked at by axe.
  test.slow();
  const t = words.accounts;
  const email = `officer-${crypto.randomUUID()}@example.com`;
  const signInPage = to(`/sign-in?next=${to("/second-step")}`);
  await signIn(page, words, signInPage, email);
  await expect(heading(page)).toHaveText(t.setUp.title);
  await looksRight(page);
  await page.getByRole("link", { name: t.setUp.app.button }).click();
  await expect(page.getByRole("img", { name: t.setUp.app.qr })).toBeVisible();
  await looksRight(page);

  await page.getByLabel(t.setUp.app.code).fill("12 34");
  await page.getByRole("button", { name: t.setUp.app.confirm }).click();
  await expect(page.getByRole("link", { name: t.faults["app-code"] })).toHaveAttribute("href", "#code");
  await looksRight(page);
  const key = (await page.locator("main .mono").innerText()).replaceAll(/\s/g, "");
  const code = new TOTP({ secret: Secret.fromBase32(key) }).generate();
  await page.getByLabel(t.setUp.app.code).fill(code);
  await page.getByRole("button", { name: t.setUp.app.confirm }).click();
  await expect(heading(page)).toHaveText(t.recoveryCodes.title);
  await looksRight(page);
  const codes = await page.getByRole("list", { name: t.recoveryCodes.label }).getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole("link", { name: t.recoveryCodes.done }).click();
  await expect(heading(page)).toHaveText(t.account.title);

  await page.getByRole("button", { name: t.account.signOut }).click();
  await signIn(page, words, to(`/sign-in?next=${to("/account/security")}`), email);
  await expect(heading(page)).toHaveText(t.secondStep.title);
  await looksRight(page);
  await page.getByLabel(t.secondStep.code).fill(code);
  await page.getByRole("button", { name: t.secondStep.check }).click();
  await expect(page.getByRole("link", { name: new RegExp(`${t.faults["app-code-seen"]}|${t.faults["app-code-wrong"]}`) })).toBeVisible();
  await page.getByText(t.secondStep.lost).click();
  await page.getByLabel(t.secondStep.recovery).fill(codes[0]?.toLowerCase() ?? "");
  await page.getByRole("button", { name: t.secondStep.useRecovery }).click();
  await expect(heading(page)).toHaveText(t.security.title);
  await expect(page.getByText(t.security.left({ count: 9 }))).toBeVisible();
  await looksRight(page);

  await page.getByRole("link", { name: t.security.remove }).click();
  await expect(heading(page)).toHaveText(t.security.askApp);
  await looksRight(page);
  await page.getByRole("button", { name: t.security.yes }).click();
  await expect(page.getByText(t.security.removed)).toBeVisible();
  await expect(page.getByRole("link", { name: t.security.addApp })).toBeVisible();
});

test("a passkey is set up and shown; without scripts the page says what to do instead", async ({ page, to, words, javaScriptEnabled }) => {
  const t = words.accounts;
  const email = `officer-${crypto.randomUUID()}@example.com`;
  await signIn(page, words, to(`/sign-in?next=${to("/second-step")}`), email);
  if (javaScriptEnabled === false) {
    await expect(page.getByText(t.setUp.passkey.noScript)).toBeVisible();
    await expect(page.getByRole("button", { name: t.setUp.passkey.button })).toBeHidden();
    return;
  }
  const authenticator = await page.context().newCDPSession(page);
  await authenticator.send("WebAuthn.enable");
  await authenticator.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.getByLabel(t.setUp.passkey.name).fill("Work laptop");
  await page.getByRole("button", { name: t.setUp.passkey.button }).click();
  await expect(heading(page)).toHaveText(t.recoveryCodes.title);

  await page.goto(to("/account"));
  await page.getByRole("button", { name: t.account.signOut }).click();
  await signIn(page, words, to(`/sign-in?next=${to("/account/security")}`), email);
  await looksRight(page);
  await page.getByRole("button", { name: t.secondStep.passkey.button }).click();
  await expect(heading(page)).toHaveText(t.security.title);
  await expect(page.getByText("Work laptop").first()).toBeVisible();
  await looksRight(page);
});

test("the passkey's beginning answers only pages of this site and people who are signed in", async ({ request, to, baseURL }) => {
  const begin = (headers: Record<string, string>) => request.post(to("/second-step/passkey"), { data: { ceremony: "show" }, headers });
  expect((await begin({ Origin: "https://elsewhere.example" })).status()).toBe(403);
  expect((await begin({})).status()).toBe(403);
  expect((await begin({ Origin: baseURL ?? "" })).status()).toBe(401);
});
