import { deflateSync, crc32 } from "node:zlib";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { looksRight } from "../../support/voter.ts";

const IDEAS = "/brackenshire/votes/your-patch-2027/ideas";

/** A PNG of one colour, 200 by 150. */
function photo(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(200, 0);
  head.writeUInt32BE(150, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.alloc(150 * 601))), chunk("IEND", Buffer.alloc(0))]);
}

test("a resident sends an idea, sees ideas like it first, changes it in two tabs, and it is reported, taken down and shown again", async ({ page, to, words }) => {
  test.slow();
  const t = words.ideas;
  await signInAs(page, "resident");
  await page.goto(to(IDEAS));
  await looksRight(page);
  await page.getByRole("link", { name: t.send }).first().click();
  await looksRight(page);

  // A photo that is none is refused; what was typed stays.
  const title = `Lights along the canal path ${Date.now().toString(36)}`;
  await page.locator("#title").fill(title);
  await page.locator("#photo").setInputFiles({ name: "path.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") });
  await page.getByRole("button", { name: t.form.next }).click();
  await expect(page.locator('a[href="#photo"]')).toBeVisible();
  await expect(page.locator('a[href="#text"]')).toBeVisible();
  await expect(page.locator("#title")).toHaveValue(title);
  await looksRight(page);

  // A good one stays with the form, and pressing the map marks a place without a script.
  await page.locator("#photo").setInputFiles({ name: "path.png", mimeType: "image/png", buffer: photo() });
  await page.locator("#text").fill("It is dark along the canal and people walk home from football there.");
  await page.locator("#category").selectOption({ index: 1 });
  await page.locator("input[type=image]:visible").click({ position: { x: 140, y: 110 } });
  await expect(page.getByText(t.form.marked)).toBeVisible();
  await expect(page.locator("#text")).toHaveValue(/football/);
  await expect(page.locator('input[name="photoId"]')).toHaveValue(/-/);
  await page.getByRole("button", { name: t.form.next }).click();
  await expect(page.locator('a[href^="#photoAlt"]')).toBeVisible();
  await page.locator('[name^="photoAlt"]').first().fill("A dark path");
  await page.getByRole("button", { name: t.form.next }).click();

  await expect(page.getByRole("heading", { name: t.check.similarTitle })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Lights on the canal path" })).toBeVisible();
  await looksRight(page);
  await page.getByRole("button", { name: t.check.change }).click();
  await expect(page.locator("#title")).toHaveValue(title);
  await page.getByRole("button", { name: t.form.next }).click();
  await page.getByRole("button", { name: t.check.send }).click();
  await expect(page.getByText(t.sent.title)).toBeVisible();
  await expect(page.getByRole("img", { name: "A dark path" })).toBeVisible();
  await looksRight(page);
  const address = new URL(page.url()).pathname;
  const number = address.split("/").at(-1) ?? "";

  // Two tabs: the second is shown what the first wrote.
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(`${address}/edit`);
  await page.locator("#text").fill("The first tab.");
  await page.getByRole("button", { name: t.form.save }).click();
  await expect(page.getByText(t.changed.title)).toBeVisible();
  await other.locator("#text").fill("The second tab.");
  await other.getByRole("button", { name: t.form.save }).click();
  await expect(other.getByText("The first tab.")).toBeVisible();
  await expect(other.locator("#text")).toHaveValue("The second tab.");
  await looksRight(other);
  await other.getByRole("button", { name: t.form.save }).click();
  await expect(other.getByText("The second tab.")).toBeVisible();
  await other.close();

  // Anybody reports it; the moderator takes it down; its author appeals; another person answers.
  await page.goto(`${address}/report`);
  await page.getByRole("button", { name: t.report.button }).click();
  await expect(page.locator('a[href="#reason"]')).toBeVisible();
  await page.locator('input[name="reason"]').first().check();
  await looksRight(page);
  await page.getByRole("button", { name: t.report.button }).click();
  await expect(page.getByText(t.reported.title)).toBeVisible();

  await signInAs(page, "moderator");
  await page.goto(to("/brackenshire/manage/votes"));
  await page.getByRole("link", { name: /^(Your Patch|Eich Ardal) 2027/ }).first().click();
  await page.getByRole("link", { name: t.desk.title, exact: true }).click();
  const desk = new URL(page.url()).pathname;
  await page.goto(`${desk}?waiting=yes`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await looksRight(page);
  await page.goto(`${desk}/${number}`);
  await page.getByText(t.atDesk.moderate, { exact: true }).click();
  await page.locator('input[name="act"][value="remove"]').check();
  await page.getByRole("button", { name: t.atDesk.moderateButton }).click();
  await expect(page.locator('a[href="#moderate-reason"]')).toBeVisible();
  await looksRight(page);
  await page.locator("#moderate-reason").selectOption("offensive");
  await page.getByRole("button", { name: t.atDesk.moderateButton }).click();
  await expect(page.getByText(t.desk.saved, { exact: true })).toBeVisible();

  await signInAs(page, "resident");
  await page.goto(address);
  await expect(page.getByText(t.page.removedTitle)).toBeVisible();
  await looksRight(page);
  await page.getByRole("link", { name: t.page.appeal }).click();
  await page.locator("#text").fill("There is nothing offensive in it.");
  await looksRight(page);
  await page.getByRole("button", { name: t.appeal.button }).click();
  await expect(page.getByText(t.page.appealWaiting)).toBeVisible();

  await signInAs(page, "engagement-officer");
  await page.goto(`${desk}/${number}`);
  await page.locator('input[name="decision"][value="uphold"]').check();
  await page.locator("#appeal-answer").fill("You are right.");
  await looksRight(page);
  await page.getByRole("button", { name: t.atDesk.appealButton }).click();
  await expect(page.getByText(t.desk.saved, { exact: true })).toBeVisible();

  // Taken back at the end, so that the next journey may send one.
  await signInAs(page, "resident");
  await page.goto(address);
  await page.getByRole("link", { name: t.page.withdraw }).click();
  await looksRight(page);
  await page.getByRole("button", { name: t.withdraw.button }).click();
  await expect(page.getByText(t.withdrawn.title)).toBeVisible();
});

test("a resident supports an idea and takes it back, and reads what became of others", async ({ page, to, words }) => {
  const t = words.ideas;
  await signInAs(page, "resident");
  await page.goto(to(`${IDEAS}?words=repair`));
  await page.getByRole("link", { name: /repair evening/ }).click();
  // Whoever walked this way before may have left it supported.
  const back = page.getByRole("button", { name: t.page.unsupport });
  if (await back.isVisible()) await back.click();
  await page.getByRole("button", { name: t.page.support }).click();
  await expect(page.getByText(t.supported.title)).toBeVisible();
  await looksRight(page);
  await back.click();
  await expect(page.getByText(t.unsupported.title)).toBeVisible();

  await page.goto(to(`${IDEAS}/2`));
  await expect(page.getByText(t.page.mergedTitle)).toBeVisible();
  await page.getByRole("link", { name: /1: Lights on the canal path/ }).click();
  await expect(page.getByText(t.related["merged-from"])).toBeVisible();
  expect((await page.goto(to(`${IDEAS}/12`)))?.status()).toBe(410);
  await looksRight(page);
});

test("an officer makes the form, with a question of the council's own", async ({ page, to, words }) => {
  const t = words.ideas;
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/votes"));
  await page.getByRole("link", { name: /^(Young Patch|Ardal Ifanc) 2027/ }).first().click();
  await page.getByRole("link", { name: t.desk.title, exact: true }).click();
  await looksRight(page);
  await page.locator('a[href$="/ideas/form"]').click();
  await looksRight(page);
  await page.locator('[name="field-category"]').selectOption("required");
  await page.locator('[name="categories"]').fill("");
  await page.locator("#most").fill("none");
  await page.getByRole("button", { name: t.call.save }).click();
  await expect(page.locator('a[href="#most"]')).toBeVisible();
  await expect(page.locator('[name="field-category"]')).toHaveValue("required");
  await looksRight(page);
  await page.locator("#most").fill("2");
  await page.locator('[name="categories"]').fill("Sport | Chwaraeon\nMusic | Cerddoriaeth");
  await page.getByRole("button", { name: t.call.save }).click();
  await expect(page.getByText(t.desk.saved, { exact: true })).toBeVisible();
});
