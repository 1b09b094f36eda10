import type { Browser, Page } from "@playwright/test";
import type { DemoPerson } from "#seed/demo-people.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { castBallot, checkChoices, confirmAddress, giveAnswers, looksRight, someone, tick } from "../../support/voter.ts";
import { fillText } from "../../support/vote-drafting.ts";

const COUNCIL = "/brackenshire";
const VOTE = `${COUNCIL}/votes/your-patch-2026`;

test.describe.configure({ timeout: 240_000 });
// Each page is looked at without script and in Welsh elsewhere: what is walked here is that two people are needed.
test.skip(({ javaScriptEnabled, isMobile, site }) => javaScriptEnabled === false || isMobile || site === "cy", "walked once");

const heading = (page: Page) => page.locator("h1:visible");

/** A browser of their own for somebody; an officer is signed in, and at a part of the vote's workspace. */
async function another(browser: Browser, officer?: { readonly role: DemoPerson["role"]; readonly part: string }): Promise<Page> {
  const { baseURL, viewport } = test.info().project.use;
  const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: viewport ?? null })).newPage();
  if (!officer) return page;
  await signInAs(page, officer.role);
  await page.goto(`/en${COUNCIL}/manage/votes`);
  await page.locator("main").getByRole("link", { name: "Your Patch 2026" }).first().click();
  await expect(page).toHaveURL(/manage\/votes\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().replace(/\?.*/, "")}/${officer.part}`);
  return page;
}

test("a voter who lost a key begins again once two officers agree, and votes", async ({ page, browser, to, words }) => {
  const t = words.reissues;
  const email = someone();
  const arrive = async (voter: Page, mails: number) => {
    await voter.goto(to(`${VOTE}/start`));
    await confirmAddress(voter, words, email, mails);
    await giveAnswers(voter, words, "ZZ5 1AA", "50");
  };
  // The ballot is opened, and its key stays in this browser.
  const lost = await another(browser);
  await arrive(lost, 0);
  await expect(lost.getByText(words.assisted.handling.sealedTitle, { exact: true })).toBeVisible();
  await lost.context().close();

  await arrive(page, 1);
  await page.goto(to(`${VOTE}/millbrook/lost-key`));
  await expect(heading(page)).toHaveText(t.title);
  await page.getByRole("button", { name: t.button }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await looksRight(page);
  const story = `My phone broke ${crypto.randomUUID()}`;
  await page.getByLabel(t.story).fill(story);
  await page.getByLabel(t.sure).check();
  await page.getByRole("button", { name: t.button }).click();
  await expect(heading(page)).toHaveText(t.asked);
  await looksRight(page);

  const request = (officer: Page) => officer.getByRole("article").filter({ hasText: story });
  const first = await another(browser, { role: "returning-officer", part: "lost-keys" });
  await request(first).getByRole("radio", { name: t.desk.answers.reissue }).check();
  await request(first).getByLabel(t.desk.reason).fill("You told us what happened.");
  await request(first).getByRole("button", { name: t.desk.propose }).click();
  await expect(request(first).getByRole("button", { name: t.desk.confirm })).toHaveCount(0);
  await page.reload();
  await expect(heading(page)).toHaveText(t.asked);
  const second = await another(browser, { role: "council-admin", part: "lost-keys" });
  await request(second).getByRole("button", { name: t.desk.confirm, exact: true }).click();
  await expect(request(second)).toContainText(t.desk.states.made);

  await page.reload();
  await expect(heading(page)).toHaveText(t.made);
  await looksRight(page);
  await page.getByRole("link", { name: t.begin }).click();
  await expect(page.getByText(words.assisted.handling.sealedTitle, { exact: true })).toBeVisible();
  await tick(page, 2);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(words.voting.receipt.title);
});

test("a rule of a running vote changes when another person makes the change, and everybody can read it", async ({ page, browser, to, words }) => {
  const t = words.amendments;
  const change = `Ballot papers are taken at the market ${crypto.randomUUID().slice(0, 8)}`;
  const card = (officer: Page) => officer.getByRole("article").filter({ hasText: change });
  const first = await another(browser, { role: "engagement-officer", part: "amendments" });
  await first.getByRole("button", { name: t.button }).click();
  await expect(first.getByRole("alert")).toBeVisible();
  await fillText(first, "words", change);
  await fillText(first, "reason", "The library is shut.");
  await first.getByRole("button", { name: t.button }).click();
  await expect(card(first)).toContainText(t.waits);
  await expect(card(first).getByRole("button", { name: t.make })).toHaveCount(0);
  await page.goto(to(VOTE));
  await expect(page.getByText(change)).toHaveCount(0);

  const second = await another(browser, { role: "approver", part: "amendments" });
  await card(second).getByRole("button", { name: t.make }).click();
  await expect(card(second)).toContainText(t.states.made);
  await looksRight(second);
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByText(change).count();
    })
    .toBe(1);
  await looksRight(page);
});

test("a code bound to one person of a roll opens their ballot once, and another takes the place of a lost one", async ({ page, browser, to, words }) => {
  const t = words.accessCodes;
  const name = `Electors ${crypto.randomUUID().slice(0, 8)}`;
  const office = await another(browser);
  await signInAs(office, "council-admin");
  await office.goto(to(`${COUNCIL}/manage/rolls`));
  await office.getByLabel(words.rolls.list.newName).fill(name);
  await office.getByRole("button", { name: words.rolls.list.create }).click();
  const file = Buffer.from("Reference;First name;Surname;Date of birth;Address;Post code\nE1;Mari;Gwilym;3/4/1980;1 Mill Lane;ZZ5 1AA\n");
  await office.getByLabel(words.rolls.roll.file).setInputFiles({ name: "electors.csv", mimeType: "text/csv", buffer: file });
  await office.getByRole("button", { name: words.rolls.roll.read }).click();
  await office.getByRole("button", { name: words.rolls.columns.next }).click();
  await untilThere(office, words.rolls.offered.yes);
  await office.getByRole("button", { name: words.rolls.offered.yes }).click();
  await expect.poll(async () => { await office.reload(); return office.getByText(words.councils.imports.doneTitle).count(); }, { timeout: 60_000 }).toBe(1);

  const officer = await another(browser, { role: "returning-officer", part: "codes/new?kind=person" });
  await officer.getByLabel(t.make.label).fill(name);
  await officer.getByLabel(t.make.roll).selectOption({ label: name });
  for (const ballot of await officer.locator("input[name=ballots]").all()) await ballot.check();
  await looksRight(officer);
  await officer.locator("main form button").last().click();
  await expect(officer).toHaveURL(/codes\/[0-9a-f-]{36}/);
  await untilThere(officer, t.batch.html);
  const batch = officer.url();
  const lost = await codesPrinted(officer, t.batch.html);

  // The letter is lost in the post: another code takes its place, and the first opens nothing.
  await officer.goto(batch);
  await officer.getByRole("link", { name: new RegExp(`^${t.batch.act}`) }).first().click();
  await expect(officer.getByText(t.code.bound)).toBeVisible();
  await officer.getByRole("radio").first().check();
  await officer.getByRole("button", { name: t.code.replace }).click();
  await officer.goto(batch);
  const [code] = (await codesPrinted(officer, t.batch.html)).filter((each) => !lost.includes(each));

  const open = async (voter: Page, typed: string) => {
    await voter.goto(to(`${VOTE}/code`));
    await voter.locator("input[name=code]").fill(typed);
    await voter.locator("main form button").first().click();
  };
  await open(page, lost[0] ?? "");
  await expect(heading(page)).toHaveText(t.revoked.title);
  await open(page, (code ?? "").toLowerCase());
  await expect(page.getByText(words.assisted.handling.sealedTitle, { exact: true })).toBeVisible();
  const elsewhere = await another(browser);
  await open(elsewhere, code ?? "");
  await expect(heading(elsewhere)).toHaveText(t.used.title);
  await looksRight(elsewhere);
});

/** The codes on the letters of a batch, as its officer sees them once. */
async function codesPrinted(page: Page, button: string): Promise<readonly string[]> {
  await page.getByRole("button", { name: button }).first().click();
  await expect(page.locator(".letter__code .mono").first()).toBeVisible();
  return page.locator(".letter__code .mono").allInnerTexts();
}

/** A job makes it: the page is asked again until the button is there. */
const untilThere = (page: Page, button: string) =>
  expect
    .poll(
      async () => {
        await page.reload().catch(() => null);
        return page.getByRole("button", { name: button }).count();
      },
      { timeout: 90_000, intervals: [1_000] },
    )
    .toBeGreaterThan(0);
