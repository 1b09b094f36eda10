import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

test.use({ javaScriptEnabled: false });
test.skip(({ isMobile }) => isMobile, "the same documents, walked once in each language");

const COUNCIL = "/brackenshire";

test("an officer signs a duty record, ties what was said to a decision and takes it back; everybody reads both", async ({ page, to, words }) => {
  const run = crypto.randomUUID().slice(0, 8);
  const t = words.duty.desk;
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${COUNCIL}/manage/duty`));
  await page.getByRole("link", { name: t.add }).click();
  const fill = async (name: string, text: string) => {
    await page.locator(`[name="${name}En"]`).fill(text);
    await page.locator(`[name="${name}Cy"]`).fill(`${text} (Cymraeg)`);
  };
  await fill("title", `Charges for the market ${run}`);
  await fill("service", "Markets");
  await fill("affected", "Traders and those who shop there.");
  await fill("decidedBy", "Cabinet");
  await page.locator('[name="signedPost"]').fill("Engagement officer");
  await page.getByRole("button", { name: t.form.sign }).click();
  // Without a group and a reason it is not signed, and nothing typed is lost.
  await expect(page.getByText(words.duty.faults["choose-some"]).first()).toBeVisible();
  await expect(page.locator('[name="titleEn"]')).toHaveValue(`Charges for the market ${run}`);
  await page.getByLabel(words.duty.groups["small-businesses"], { exact: true }).check();
  await fill("reason", "The charges are not set yet.");
  await page.getByRole("button", { name: t.form.sign }).click();
  await expect(page.getByText(t.saved)).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`Charges for the market ${run}`) }).first().click();
  await expect(page.getByText(words.duty.groups["small-businesses"])).toBeVisible();

  const g = words.goldenThread;
  await page.goto(to(`${COUNCIL}/manage/thread/noted/new`));
  await fill("title", `Charges stay as they are ${run}`);
  await fill("words", "Cabinet leaves the charges as they are.");
  await fill("by", "Cabinet");
  await page.locator('[name="slug"]').fill(`charges-${run}`);
  for (const [part, value] of [["day", "2"], ["month", "11"], ["year", "2026"]] as const) await page.locator(`[name="onDay-${part}"]`).fill(value);
  await page.getByRole("button", { name: g.manage.stops.save }).click();
  await expect(page.getByText(g.manage.noted)).toBeVisible();
  const choose = async (name: string, label: RegExp) => {
    const value = await page.locator(`select[name="${name}"] option`, { hasText: label }).first().getAttribute("value");
    await page.locator(`select[name="${name}"]`).selectOption(value ?? "");
  };
  await choose("from", new RegExp(`^${g.kinds.opinion}: `));
  await choose("to", new RegExp(run));
  await page.locator('[name="howEn"]').fill(`It was heard ${run}`);
  await page.locator('[name="howCy"]').fill(`Fe’i clywyd ${run}`);
  await page.getByRole("button", { name: g.manage.tie, exact: true }).click();
  await expect(page.getByText(g.manage.tied)).toBeVisible();

  const said = new RegExp(`(It was heard|Fe’i clywyd) ${run}`);
  const noted = to(`${COUNCIL}/thread/noted/charges-${run}`);
  await page.goto(noted);
  await expect(page.getByText(said).first()).toBeVisible();
  await page.goto(to(`${COUNCIL}/thread`));
  await expect(page.getByText(said).first()).toBeVisible();

  await page.goto(to(`${COUNCIL}/manage/thread`));
  await page.getByRole("row", { name: new RegExp(run) }).getByRole("link", { name: g.manage.untie }).first().click();
  await page.getByRole("button", { name: g.manage.untie, exact: true }).click();
  await page.getByLabel(g.manage.untieBecause).fill(`It was another opinion ${run}.`);
  await page.getByRole("button", { name: g.manage.untie, exact: true }).click();
  await expect(page.getByText(g.manage.untied)).toBeVisible();
  await expect(page.getByText(`It was another opinion ${run}.`)).toBeVisible();
  await page.goto(noted);
  await expect(page.getByText(said)).toHaveCount(0);
});
