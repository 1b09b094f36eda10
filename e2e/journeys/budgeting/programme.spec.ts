import { fillText } from "../../support/vote-drafting.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expectFaultless } from "../../support/faultless.ts";
import { expect, test } from "../../support/journey.ts";

const MANAGE = "/brackenshire/manage";

/** The draft whose proposals the demonstration is checking. */
const CHECKED = "Young Patch 2027";
const COMING = "Your Patch 2027";
const inWelsh = (title: string) => title.replace("Young Patch", "Ardal Ifanc").replace("Your Patch", "Eich Ardal");

test("a parish goes from nothing to a vote sent to the second person, in one sitting", async ({ page, to, site, words }, { project }) => {
  const t = words.starting;
  const name = `Village fund ${project.name} ${Date.now()}`;
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${MANAGE}/votes/start`));
  await expectFaultless(page, site);
  await page.getByRole("link", { name: t.ways.quick[0] }).click();
  await expectFaultless(page, site);
  await fillText(page, "title", name);
  await page.getByRole("button", { name: t.next }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.money.title);
  await fillText(page, "giver", "Parish council");
  await page.locator("#maxProjectPence").fill("3000");
  await page.getByRole("button", { name: t.next }).click();

  // What does not fit says so, and what was typed stays.
  await fillText(page, "title-1", "A bench");
  await fillText(page, "summary-1", "A bench by the river.");
  await page.locator("#cost-1").fill("3500");
  await page.getByRole("button", { name: t.next }).click();
  await expect(page.locator("#cost-1")).toHaveValue("3500");
  await expectFaultless(page, site);
  await page.locator("#cost-1").fill("2500");
  await fillText(page, "title-2", "Street trees");
  await fillText(page, "summary-2", "Ten trees by the school.");
  await page.locator("#cost-2").fill("3000");
  await page.getByRole("button", { name: t.next }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.dates.title);
  await page.getByRole("button", { name: t.next }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.check.title);
  await expectFaultless(page, site);
  await page.locator("main form").getByRole("button").click();
  await expect(page.getByText(t.open.waiting)).toBeVisible();
  await expectFaultless(page, site);
});

test("services check a proposal, and a reason is asked for before a no", async ({ page, to, site, words }) => {
  const t = words.feasibility;
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${MANAGE}/votes`));
  await page.getByRole("link", { name: site === "cy" ? inWelsh(CHECKED) : CHECKED, exact: true }).click();
  await page.getByRole("link", { name: t.link }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.title);
  await expectFaultless(page, site);
  await page.locator("input[name=q]").fill("6");
  await page.getByRole("button", { name: t.show }).click();
  await page.locator("main tbody a").first().click();
  await expectFaultless(page, site);
  await page.getByRole("radio", { name: t.one.verdicts["not-feasible"] }).check();
  await page.getByRole("button", { name: t.one.decideButton }).click();
  await expect(page.getByRole("alert").or(page.locator(".errsum"))).toContainText(t.faults["reason-missing"]);
  await expectFaultless(page, site);
});

test("a programme that is announced says what happens now, and what comes next", async ({ page, to, site, words }) => {
  await page.goto(to("/brackenshire/programmes"));
  await page.getByRole("link", { name: site === "cy" ? inWelsh(COMING) : COMING, exact: true }).click();
  await expect(page.getByText(words.programme.page.inPhase["collecting-ideas"])).toBeVisible();
  await expect(page.getByRole("heading", { name: words.programme.money.title })).toBeVisible();
  await expectFaultless(page, site);
});

test("a steering group reads a draft at a secret address until it is withdrawn", async ({ page, browser, to, site, words }) => {
  const t = words.programme;
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${MANAGE}/votes`));
  await page.getByRole("link", { name: site === "cy" ? inWelsh(CHECKED) : CHECKED, exact: true }).click();
  await page.getByRole("link", { name: t.share.title }).click();
  const group = `Steering group ${Date.now()}`;
  await page.locator("#madeFor").fill(group);
  await page.getByRole("button", { name: t.share.button }).click();
  await expectFaultless(page, site);
  const address = (await page.locator("main code").textContent()) ?? "";
  const stranger = await browser.newPage();
  expect((await stranger.goto(address))?.status()).toBe(200);
  await expect(stranger.getByText(t.preview.banner({ forWhom: group }))).toBeVisible();
  await page.getByRole("button", { name: t.share.withdrawOf({ forWhom: group }) }).click();
  expect((await stranger.goto(address))?.status()).toBe(404);
  await stranger.close();
});
