import { signInAs } from "../../support/demo-session.ts";
import { expectFaultless } from "../../support/faultless.ts";
import { expect, test } from "../../support/journey.ts";

const LIBRARY = "/brackenshire/consultations/library-opening-hours";

test("an officer writes in a letter, publishes it without its names and takes it back", async ({ page, to, site, words }) => {
  test.skip(site === "cy", "the pages are read in Welsh in the sweep");
  const t = words.register;
  // Words of this run alone, since others write into the same register meanwhile.
  const [name, word] = [`Zenobia${String(Date.now()).slice(-6)}`, `q${String(Date.now()).slice(-8)}`];
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/consultations"));
  await page.locator("main").getByRole("link", { name: "Library opening hours" }).first().click();
  await page.goto(`${page.url().replace(/\?.*/, "")}/register/new`);
  await page.getByRole("button", { name: t.add.save }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["_channel.choose-one"]);
  await page.locator("[name=_channel][value=letter]").check();
  for (const [part, value] of [["day", "1"], ["month", "March"], ["year", "2026"]] as const) await page.locator(`[name=_received-${part}]`).fill(value);
  await page.locator("[name=_publish][value=yes]").check();
  await page.locator("[name=_letter]").fill(`Mrs ${name} lives at 7 Mill Lane and would read more ${word} in the evening.`);
  await page.getByRole("button", { name: t.add.save }).click();
  await expect(page.getByRole("status")).toContainText(/[A-Z0-9]{4}-[A-Z0-9]{4}/);

  await page.locator("[name='verdict._letter'][value=publish]").check();
  await expect(page.locator("[name='cut._letter']:checked")).toHaveCount(2);
  await page.getByRole("button", { name: words.publishing.desk.save }).click();
  await expect(page.getByText(words.publishing.desk.saved)).toBeVisible();
  await expectFaultless(page, site);
  const desk = page.url().replace(/[?#].*/, "");

  await page.goto(to(`${LIBRARY}/responses?q=${word}`));
  await expect(page.getByText(`would read more ${word} in the evening`)).toBeVisible();
  await expect(page.locator("main")).not.toContainText(name);
  await expect(page.locator("main")).not.toContainText("Mill Lane");

  await page.goto(desk);
  await page.locator("summary").filter({ hasText: words.publishing.desk.history }).first().click();
  await page.getByRole("button", { name: words.publishing.desk.undo }).first().click();
  await page.goto(to(`${LIBRARY}/responses?q=${word}`));
  await expect(page.getByRole("heading", { name: words.publishing.public.none })).toBeVisible();
});
