import type { Page } from "@playwright/test";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import type { messages } from "#i18n/messages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { giveCodes, holdKeyByPeople } from "../../support/key-holders.ts";
import { codeIn, newestMailTo } from "../../support/mail.ts";
import { beginVote, fillDate, fillText, fillTimes } from "../../support/vote-drafting.ts";

type Words = ReturnType<typeof messages>;

const COUNCIL = "/brackenshire";
/** Tells this run's vote and projects from those of other runs. */
const RUN = crypto.randomUUID().slice(0, 8);
const BENCHES = `Benches by the river ${RUN}`;
const PROJECTS = [
  [BENCHES, "600"],
  [`A shed of shared tools ${RUN}`, "500"],
  [`Bulbs on every verge ${RUN}`, "400"],
] as const;

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

async function becomes(page: Page, role: Parameters<typeof signInAs>[1]): Promise<void> {
  await page.context().clearCookies();
  await signInAs(page, role);
}

async function openPart(page: Page, words: Words, home: string, part: keyof Words["workspace"]["parts"]): Promise<void> {
  await page.goto(home);
  await page.locator("main").getByRole("link", { name: words.workspace.parts[part][0], exact: true }).last().click();
}

const save = (page: Page, words: Words) => page.getByRole("button", { name: words.drafting.save, exact: true }).click();

async function writeDraft(page: Page, words: Words, home: string): Promise<void> {
  await openPart(page, words, home, "details");
  await looksRight(page);
  await fillText(page, "summary", "A small pot for small things.");
  await fillText(page, "decision", "It decides which projects are paid for.");
  await fillText(page, "decidedBy", "Residents decide. The council pays.");
  await fillText(page, "affected", "Everybody who lives here.");
  await save(page, words);
  await expect(page.getByText(words.workspace.vote.savedMore)).toBeVisible();

  await openPart(page, words, home, "times");
  await looksRight(page);
  await fillTimes(page, new Date());
  await save(page, words);
  await openPart(page, words, home, "phases");
  await looksRight(page);
  await fillDate(page, "voting-startsOn", new Date(Date.now() - 86_400_000)); // as the opening time
  await save(page, words);
  await openPart(page, words, home, "ballot");
  await looksRight(page);
  await page.getByRole("radio", { name: words.drafting.ballot.kinds.knapsack[0] }).check();
  await save(page, words);
  await openPart(page, words, home, "pots");
  await expect(page.getByRole("row").filter({ hasText: "£1,000" })).toBeVisible();
  await looksRight(page);
}

async function addProjects(page: Page, words: Words, home: string): Promise<void> {
  const t = words.drafting.projects;
  for (const [title, pounds] of PROJECTS) {
    await openPart(page, words, home, "projects");
    await page.getByRole("link", { name: t.add }).click();
    await fillText(page, "title", title);
    await fillText(page, "summary", `${title}, for everybody.`);
    await page.getByLabel(t.costLabel).fill(pounds);
    await page.getByRole("button", { name: t.addButton }).click();
    await expect(page.getByRole("row").filter({ hasText: title })).toBeVisible();
  }
  await looksRight(page);
}

async function signReadiness(page: Page, words: Words, home: string): Promise<void> {
  const t = words.workspace.readiness;
  await page.goto(`${home}/readiness`);
  await looksRight(page);
  for (const item of COMMON_ITEMS) {
    const [title] = t.items[item];
    await page.getByRole("link", { name: `${t.sign} ${t.about} ${title}` }).click();
    await expect(heading(page)).toHaveText(title);
    await page.getByLabel(t.evidence).fill("Minute 12 of the committee, 3 March.");
    await page.getByRole("button", { name: t.signAs({ name: "Daniel Okafor" }) }).click();
    await expect(heading(page)).not.toHaveText(title);
  }
}

async function vote(page: Page, words: Words, address: string): Promise<void> {
  await reachCheck(page, words, address);
  await page.getByRole("button", { name: words.voting.check.cast }).click();
  await expect(heading(page)).toHaveText(words.voting.receipt.title);
}

/** As far as the page that asks whether this is what one wants to cast. */
async function reachCheck(page: Page, words: Words, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: words.pages.vote.start }).first().click();
  const email = `voter-${crypto.randomUUID()}@example.com`;
  await page.getByRole("link", { name: words.eligibility.start.goOn }).click();
  await page.getByLabel(words.accounts.signIn.email).fill(email);
  await page.getByRole("button", { name: words.accounts.signIn.send }).click();
  await page.getByLabel(words.accounts.code.label).fill(codeIn(await newestMailTo(page.request, email)));
  await page.getByRole("button", { name: words.accounts.code.goOn }).click();
  await page.getByLabel(words.eligibility.form.postcode).fill("ZZ5 1AA");
  await page.getByLabel(words.eligibility.form.age).fill("34");
  await page.getByRole("button", { name: words.eligibility.form.submit }).click();
  for (const number of [1, 3]) await page.locator(`label[for="p${String(number)}"]`).click();
  await page.getByRole("button", { name: words.voting.ballot.check }).click();
}

test("a vote goes from its first question to what came of it", async ({ page, browser, to, words, site, baseURL }) => {
  test.skip(!["desktop", "no-js"].includes(test.info().project.name), "A long way; it is walked once with scripts and once without.");
  test.setTimeout(600_000);
  const t = words.workspace;
  const own = { headers: { Origin: new URL(baseURL ?? "").origin } };
  const title = `Small pot ${RUN}`;

  await signInAs(page, "engagement-officer");
  await page.goto(to(`${COUNCIL}/manage/votes`));
  await page.getByRole("link", { name: t.list.start }).click();
  await looksRight(page);
  await page.getByRole("link", { name: words.starting.ways.empty[0] }).click();
  await looksRight(page);
  await beginVote(page, words, page.url(), title, "1,000");
  const home = page.url().replace(/\?.*/, "");
  await looksRight(page);
  // Nothing is finished: it cannot be sent, and the summary says what is missing.
  await page.getByRole("button", { name: t.vote.send }).click();
  await expect(page.getByRole("alert")).toContainText(t.missing["times-not-set"]);
  await looksRight(page);

  await writeDraft(page, words, home);
  await addProjects(page, words, home);
  await signReadiness(page, words, home);
  await page.goto(`${home}/preview`);
  await looksRight(page);
  await page.goto(home);
  await page.getByRole("button", { name: t.vote.send }).click();

  await expect(page.getByText(t.approval.ownWork)).toBeVisible();
  await expect(page.getByRole("button", { name: t.approval.approve })).toHaveCount(0);
  expect((await page.request.post(`${home}/approval`, { form: { answer: "approved" }, ...own })).status()).toBe(403);
  expect((await page.request.post(`${home}/publish`, { form: { go: "on" }, ...own })).status()).toBe(403);

  await becomes(page, "approver");
  await page.goto(`${home}/approval`);
  await looksRight(page);
  await page.getByRole("button", { name: t.approval.approve }).click();
  await expect(heading(page)).toHaveText(title);

  // People hold the count key of this vote; until they can open it, it is not published.
  await becomes(page, "returning-officer");
  const holders = await holdKeyByPeople(page, words, home);

  await becomes(page, "engagement-officer");
  const hub = to(COUNCIL);
  await page.goto(hub);
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  await page.goto(home);
  await page.getByRole("link", { name: t.vote.publish }).click();
  await looksRight(page);
  await page.getByRole("button", { name: t.publish.button }).click();
  await page.getByRole("link", { name: t.vote.asResident }).click();
  const address = page.url();
  await looksRight(page);
  await expect.poll(async () => (await page.request.get(hub)).text(), { message: "the hub shows it" }).toContain(title);

  await page.context().clearCookies();
  await vote(page, words, address);
  const lateVoter = await browser.newContext();
  const late = await lateVoter.newPage();
  await reachCheck(late, words, address);

  await becomes(page, "engagement-officer");
  await page.goto(`${home}/turnout`);
  await expect(page.getByText(t.turnout.lead)).toBeVisible();
  await expect(page.getByRole("table", { name: t.turnout.byArea })).toBeVisible();
  for (const [project] of PROJECTS) await expect(page.getByText(project)).toHaveCount(0);
  await looksRight(page);
  expect((await page.request.post(`${home}/close`, { form: { earlyBecause: "I want to" }, ...own })).status()).toBe(403);

  await becomes(page, "returning-officer");
  await page.goto(home);
  await page.getByRole("link", { name: t.vote.close }).click();
  await page.getByRole("button", { name: t.close.button }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveAttribute("href", "#earlyBecause");
  await looksRight(page);
  await page.getByLabel(t.close.earlyReason).fill("The money must be spent by the end of the month.");
  await page.getByRole("button", { name: t.close.button }).click();
  await page.goto(`${address}/start`);
  await expect(heading(page)).toHaveText(words.voting.moments.closedTitle);
  await late.getByRole("button", { name: words.voting.check.cast }).click();
  await expect(heading(late)).toHaveText(words.voting.moments.closedTitle);
  await looksRight(late);
  await lateVoter.close();

  await page.goto(home);
  await page.getByRole("link", { name: t.vote.results }).click();
  const desk = page.url();
  await expect(page.getByText(words.keyHolders.desk.title)).toBeVisible();
  await expect(page.getByRole("button", { name: words.results.desk.count })).toHaveCount(0);
  await looksRight(page);
  await giveCodes(page, words, holders);
  await page.goto(desk);
  await page.getByRole("button", { name: words.results.desk.count }).click();
  // The page looks again by itself.
  await page.getByRole("link", { name: words.results.desk.declareForward }).click({ timeout: 90_000 });
  await looksRight(page);
  await page.getByRole("button", { name: words.results.declareForm.submit }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveAttribute("href", "#sure");
  await page.getByLabel(words.results.declareForm.sure).check();
  await page.getByRole("button", { name: words.results.declareForm.submit }).click();
  await expect(page.getByText(words.results.desk.states.declared, { exact: true })).toBeVisible();

  await page.context().clearCookies();
  await expect.poll(async () => (await page.request.get(hub)).text(), { message: "the hub leads to the results" }).toMatch(new RegExp(`${title}[\\s\\S]{0,900}${words.pages.standing.results}|${words.pages.standing.results}[\\s\\S]{0,900}${title}`));
  await page.goto(address);
  await page.getByRole("link", { name: words.pages.vote.seeResults }).first().click();
  await expect(page).toHaveURL(/\/results/);
  const see = page.getByRole("link", { name: words.results.index.see });
  if ((await see.count()) > 0) await see.first().click();
  for (const [project] of PROJECTS) await expect(page.getByText(project).first()).toBeVisible();
  await looksRight(page);

  await becomes(page, "engagement-officer");
  // It cannot be put away before people are told what came of it.
  expect((await page.request.post(`${home}/archive`, { form: { go: "on" }, ...own })).status()).toBe(403);
  await page.goto(to(`${COUNCIL}/manage/thread`));
  const g = words.goldenThread.manage;
  await page.getByLabel(g.from).selectOption({ label: `${words.goldenThread.kinds.project}: ${BENCHES}` });
  const target = page.getByLabel(g.to).locator("option", { hasText: new RegExp(`^${words.goldenThread.kinds.target}: `) }).first();
  await page.getByLabel(g.to).selectOption((await target.getAttribute("value")) ?? "");
  await page.getByLabel(g.howEn).fill(`Made the riverside kinder: ${title}`);
  await page.getByLabel(g.howCy).fill(`Glan yr afon garedicach: ${title}`);
  await page.getByRole("button", { name: g.tie, exact: true }).click();
  await expect(page.getByText(g.tied)).toBeVisible();

  await page.goto(`${home}/feedback`);
  await looksRight(page);
  await fillText(page, "asked", `What should we pay for? ${title}`);
  await fillText(page, "said", "Benches and bulbs.");
  await fillText(page, "did", "Both are ordered.");
  await page.getByRole("button", { name: t.feedback.publish }).click();
  await expect(page.getByText(t.vote.savedMore)).toBeVisible();

  await page.context().clearCookies();
  await expect.poll(async () => (await page.request.get(hub)).text(), { message: "the hub tells what was done" }).toContain(`What should we pay for? ${title}`);
  await page.goto(hub);
  await expect(page.getByText(`Made the riverside kinder: ${title}`).first()).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("heading", { name: words.goldenThread.title })).toBeVisible();
  await looksRight(page);
  await page.getByRole("link", { name: BENCHES }).first().click();
  await expect(page.getByText(`Made the riverside kinder: ${title}`)).toBeVisible();
  await looksRight(page);
  await page.locator(`a[href^="/${site}${COUNCIL}/priorities/"]`).last().click();
  await expect(page.getByText(`Made the riverside kinder: ${title}`)).toBeVisible();

  await becomes(page, "engagement-officer");
  await page.goto(home);
  await page.getByRole("link", { name: t.vote.archive }).click();
  await looksRight(page);
  await page.getByRole("button", { name: t.vote.archive }).click();
  await expect(page.getByText(t.states.archived, { exact: true })).toBeVisible();
  await page.context().clearCookies();
  expect((await page.goto(address))?.status()).toBe(200);
});
