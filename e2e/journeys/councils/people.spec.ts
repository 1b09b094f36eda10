import type { Page } from "@playwright/test";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { linkIn, newestMailTo } from "../../support/mail.ts";

const PEOPLE = "/brackenshire/manage/people";

async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

test("an administrator invites somebody, changes their roles and removes them", async ({ page, to, words }) => {
  const t = words.people;
  const email = `new-${crypto.randomUUID()}@example.com`;
  await signInAs(page, "council-admin");
  await page.goto(to(PEOPLE));
  await looksRight(page);
  await page.getByRole("button", { name: t.invite.send }).click();
  await expect(page.getByRole("link", { name: t.faults["choose-role"] })).toHaveAttribute("href", "#roles");
  await looksRight(page);

  await page.getByLabel(t.invite.email).fill(email);
  await page.getByRole("checkbox", { name: t.roles.approver.name }).check();
  await page.getByRole("button", { name: t.invite.send }).click();
  await expect(page.getByText(t.done.invited)).toBeVisible();
  expect(linkIn(await newestMailTo(page.request, email))).toContain("/brackenshire/manage");

  const row = page.getByRole("row").filter({ hasText: email });
  await row.getByRole("link").click();
  await looksRight(page);
  await page.getByRole("checkbox", { name: t.roles.auditor.name }).check();
  await page.getByRole("button", { name: t.save }).click();
  await expect(page.getByText(t.done.changed)).toBeVisible();
  await expect(row).toContainText(t.roles.auditor.name);

  await row.getByRole("link").click();
  await page.getByRole("link", { name: t.remove.link }).click();
  await looksRight(page);
  await page.getByRole("button", { name: t.remove.yes }).click();
  await expect(page.getByText(t.done.removed)).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("the only administrator cannot take that away from themselves", async ({ page, to, words }) => {
  const t = words.people;
  await signInAs(page, "council-admin");
  await page.goto(to(PEOPLE));
  await page.getByRole("row").filter({ hasText: "admin@brackenshire.example" }).getByRole("link").click();
  await page.getByRole("link", { name: t.remove.link }).click();
  await page.getByRole("button", { name: t.remove.yes }).click();
  await expect(page.getByText(t.faults["last-admin"])).toBeVisible();
  await looksRight(page);
});

test("an officer who is no administrator may not look, and a resident is asked for nothing they do not have", async ({ page, to, words }) => {
  await signInAs(page, "engagement-officer");
  expect((await page.goto(to(PEOPLE)))?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.site.forbidden.title);
  await page.context().clearCookies();
  await signInAs(page, "resident");
  expect((await page.goto(to(PEOPLE)))?.status()).toBe(403);
});

test("an operator sees how the installation is and creates a council", async ({ page, to, words }) => {
  const t = words.operator;
  await signInAs(page, "operator");
  await page.goto(to("/operator"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.title);
  await looksRight(page);
  await page.getByRole("link", { name: t.councils.create }).click();
  await page.getByRole("button", { name: t.create.button }).click();
  await expect(page.getByRole("link", { name: t.faults["slug.required"] })).toHaveAttribute("href", "#slug");
  await looksRight(page);

  const slug = `fellside-${crypto.randomUUID()}`;
  await page.getByLabel(t.create.nameEn).fill("Fellside Council");
  await page.getByLabel(t.create.nameCy).fill("Cyngor Fellside");
  await page.getByLabel(t.create.slug, { exact: true }).fill(slug);
  await page.getByLabel(t.create.contactEmail).fill("hello@fellside.example");
  await page.getByLabel(t.create.adminEmail).fill(`${slug}@fellside.example`);
  await page.getByRole("button", { name: t.create.button }).click();
  await expect(page.getByRole("link", { name: slug })).toBeVisible();
  expect(linkIn(await newestMailTo(page.request, `${slug}@fellside.example`))).toContain(`/${slug}/manage`);
});

test("for anybody else the operator's pages are not there", async ({ page, to }) => {
  await signInAs(page, "council-admin");
  expect((await page.goto(to("/operator")))?.status()).toBe(404);
  expect((await page.goto(to("/operator/create")))?.status()).toBe(404);
});
