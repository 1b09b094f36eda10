import { signInAs } from "../../support/demo-session.ts";
import { expectNoAxeViolations } from "../../support/accessibility.ts";
import { expect, test } from "../../support/journey.ts";

// The pages hold no script: one walk without any is a walk with it.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, "walked once, without script");

test("an organisation applies for land, and an officer asks it something", async ({ page, browser, to, words }) => {
  const t = words.assetTransfers;
  const f = t.apply.fields;
  await signInAs(page, "resident");
  await page.goto(to("/brackenshire/asset-transfers/register/quarry-green"));
  await page.getByRole("link", { name: t.asset.apply }).click();

  // What is typed is kept, whole or not.
  await page.getByLabel(f.organisation).fill("Quarry Growers");
  await page.getByRole("button", { name: t.apply.save }).click();
  await expect(page.getByText(t.apply.savedTitle)).toBeVisible();
  await expect(page.getByLabel(f.organisation)).toHaveValue("Quarry Growers");

  // A group that is no registered body may not lease; the refusal names the law, and nothing typed is lost.
  await page.getByLabel(f.bodyKind).selectOption("unincorporated");
  await page.getByLabel(f.members).fill("30");
  await page.getByLabel(t.interests.lease).check();
  await page.getByLabel(f.leaseYears).fill("25");
  for (const field of [f.summary, f.gains, f.funding, f.declaration]) await page.getByLabel(field).fill("None");
  await page.getByLabel(t.apply.honest).check();
  await page.getByRole("button", { name: t.apply.send }).click();
  await expect(page.getByRole("link", { name: /Local Government Act 1972 s\.123/ })).toBeVisible();
  await expect(page.getByLabel(f.leaseYears)).toHaveValue("25");
  await expectNoAxeViolations(page);
  await page.getByLabel(f.bodyKind).selectOption("community-benefit-society");
  await page.getByLabel(f.bodyNumber).fill("RS007");
  await page.getByRole("button", { name: t.apply.send }).click();
  await expect(page.getByText(t.ours.done.sent)).toBeVisible();
  const slug = /asset-transfers\/([\w-]+)\/ours/.exec(page.url())?.[1] ?? "";

  await page.getByRole("link", { name: t.ours.sendOne }).click();
  await page.getByLabel(t.ours.document.kind).selectOption("constitution");
  await page.getByLabel(t.ours.document.file, { exact: true }).setInputFiles({ name: "constitution.txt", mimeType: "text/plain", buffer: Buffer.from("Our constitution.") });
  await page.getByRole("button", { name: t.ours.document.button }).click();
  await expect(page.getByText(t.ours.done.document)).toBeVisible();

  const desk = await browser.newPage({ javaScriptEnabled: false, baseURL: new URL(page.url()).origin });
  await signInAs(desk, "engagement-officer");
  await desk.goto(to(`/brackenshire/manage/asset-transfers/${slug}`));
  // Nobody works on it yet: an officer takes it up themselves before they read its papers.
  const parts = words.transferParts;
  await expect(desk.getByText(parts.closed)).toBeVisible();
  await desk.getByRole("link", { name: parts.forms.part.title }).click();
  await desk.getByLabel(parts.fields.personId).selectOption({ label: `Daniel Okafor (${words.people.roles["engagement-officer"].name})` });
  await desk.getByLabel(parts.parts.case, { exact: true }).check();
  await desk.getByRole("button", { name: parts.forms.part.button }).click();
  await desk.getByRole("link", { name: words.firstLook.desk.title }).click();
  await desk.getByLabel(words.firstLook.desk.acts.shown).check();
  await desk.getByRole("button", { name: words.firstLook.desk.button }).click();
  await desk.getByRole("link", { name: t.manage.forms.question.title }).click();
  await desk.getByLabel(t.manage.labels.text).fill("Who will cut the grass?");
  await desk.getByRole("button", { name: t.manage.forms.question.button }).click();
  await expect(desk.getByText(t.manage.savedTitle, { exact: true })).toBeVisible();
  await desk.close();

  await page.goto(to("/brackenshire/asset-transfers/mine"));
  await page.locator(`a[href$="/${slug}/ours"]`).click();
  await page.getByRole("link", { name: t.ours.answerThis }).first().click();
  await page.getByLabel(t.ours.answer.field).fill("Two of our members.");
  await page.getByRole("button", { name: t.ours.answer.button }).click();
  await expect(page.getByText(t.ours.done.answered)).toBeVisible();
  await expect(page.getByText("Two of our members.")).toBeVisible();
  await expectNoAxeViolations(page);
});
