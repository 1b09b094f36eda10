import { expectFaultless } from "../../support/faultless.ts";
import { expect, test } from "../../support/journey.ts";
import { linkIn, newestMailTo } from "../../support/mail.ts";

const BUSES = "/brackenshire/consultations/evening-and-sunday-buses";
const PARK = "/alaw-vale/consultations/a-park-for-everybody";

test("somebody answers one thing at a time, stops, comes back and is given one reference", async ({ page, to, site, words, request }) => {
  const t = words.answering;
  const go = () => page.getByRole("button", { name: t.question.continue }).click();
  await page.goto(to(BUSES));
  await page.getByRole("button", { name: t.start.button }).click();
  await expectFaultless(page, site);
  await page.getByRole("button", { name: t.before.button }).click();

  await page.locator("[name=home]").fill("zz5 1aa");
  await go();
  await go();
  await expect(page.getByRole("alert")).toContainText(t.faults["choose-some"]);
  await expectFaultless(page, site);
  await page.locator("[name=mostly][value=bus]").check();
  await go();
  await page.locator("[name=evening][value=never]").check();
  await go();
  // Whoever never goes by bus is asked what stops them, not which routes they use.
  await expect(page).toHaveURL(/\/q\/stops-you$/);
  await page.goBack();
  await page.locator("[name=evening][value=weekly]").check();
  await go();
  await expect(page).toHaveURL(/\/q\/routes$/);
  await page.locator("[name=routes][value='14']").check();
  await page.getByRole("button", { name: t.question.later }).click();

  await expectFaultless(page, site);
  const address = `bus-${Date.now()}@example.org`;
  await page.locator("[name=email]").fill(address);
  await page.getByRole("button", { name: t.saved.sendEmail }).click();
  await expect(page.getByText(t.saved.sent)).toBeVisible();
  await page.context().clearCookies();
  await page.goto(linkIn(await newestMailTo(request, address)));
  await page.getByRole("button", { name: t.back.button }).click();
  await expect(page).toHaveURL(/\/q\/wishes$/);

  await page.locator("[name='wishes.rank.later']").selectOption("2");
  await page.locator("[name='wishes.rank.trains']").selectOption("2");
  await go();
  await expect(page.getByRole("alert")).toContainText(t.faults["same-place"]);
  await page.locator("[name='wishes.rank.trains']").selectOption("1");
  await go();
  await page.locator("[name=ring-and-ride][value=agree]").check();
  await go();
  await page.locator("[name='spend.amounts.evenings']").fill("1,300,000");
  await go();
  await expect(page.getByRole("alert")).toContainText("£100,000");
  await page.locator("[name='spend.amounts.evenings']").fill("1,000,000");
  await go();
  await go();
  await page.locator("[name=photo]").setInputFiles({ name: "stop.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo at all \u0001") });
  await go();
  await expect(page.getByRole("alert")).toContainText(t.faults["file-kind"]);
  await page.locator("[name=photo]").setInputFiles([]);
  await go();
  await page.locator("[name=anything]").fill("The 14 leaves four minutes before the train.");
  await go();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.check.title);
  await expectFaultless(page, site);
  await page.getByRole("button", { name: t.check.send }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.equality.title);
  await expectFaultless(page, site);
  await page.locator("[name=age][value='35-44']").check();
  await page.getByRole("button", { name: t.equality.send, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.done.title);
  const reference = await page.locator("main code").first().innerText();
  await expectFaultless(page, site);

  // A second tab, or the same page from history, gives the same reference and sends nothing.
  await page.goto(to(`${BUSES}/q/evening`));
  await expect(page.locator("main code").first()).toHaveText(reference);
  await page.locator("#email").fill(address);
  await page.getByRole("button", { name: t.done.copyButton }).click();
  const copy = await newestMailTo(request, address, 1);
  expect(copy.body).toContain(reference);
  expect(copy.body).toContain("The 14 leaves four minutes");
});

test("chapters are answered in any order, and sent when all are done", async ({ page, to, site, words }) => {
  const t = words.answering;
  const go = () => page.getByRole("button", { name: t.question.continue }).click();
  await page.goto(to(PARK));
  await expectFaultless(page, site);
  await page.getByRole("button", { name: t.start.button }).click();
  await page.getByRole("button", { name: t.before.button }).click();
  await expect(page.getByText(t.tasks.checkNot)).toBeVisible();
  await page.locator(".tasks a").nth(1).click();
  await page.locator("[name=things][value=nothing]").check();
  await page.locator("[name=things][value=play]").check();
  await go();
  await expect(page.getByRole("alert")).toContainText(t.faults["none-and-some"]);
  await page.locator("[name=things][value=nothing]").uncheck();
  await page.locator("[name='place.place']").fill("By the river bridge");
  await expectFaultless(page, site);
  await go();
  await page.locator(".tasks a").first().click();
  await page.locator("[name=park]").selectOption("castle");
  await page.locator("[name=visits]").fill("3");
  await go();
  await expectFaultless(page, site);
  await page.getByRole("link", { name: t.tasks.check }).click();
  await expect(page.getByText("By the river bridge")).toBeVisible();
});

test("a code nobody was given opens nothing, and somebody without answers is told where to begin", async ({ page, to, site, words }) => {
  await page.goto(to(`${BUSES}/return`));
  await page.locator("[name=code]").fill("2222-2222-2222");
  await page.getByRole("button", { name: words.answering.back.button }).click();
  await expect(page.getByRole("alert")).toContainText(words.answering.back.wrong);
  await expectFaultless(page, site);
  await page.goto(to(`${BUSES}/check`));
  await expect(page).toHaveURL(new RegExp(`${BUSES}$`));
});
