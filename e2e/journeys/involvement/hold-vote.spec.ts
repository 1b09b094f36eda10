import type { Page } from "@playwright/test";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import type { messages } from "#i18n/messages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

type Words = ReturnType<typeof messages>;

const MANAGE = "/brackenshire/manage";
/** Far enough ahead that the demo's own votes stay the only ones open. */
const YEAR = String(new Date().getFullYear() + 2);

async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const save = (page: Page, words: Words) => page.getByRole("button", { name: words.drafting.save, exact: true }).click();

async function both(page: Page, words: Words, label: string, text: string): Promise<void> {
  await page.getByLabel(words.drafting.english({ label }), { exact: true }).fill(text);
  await page.getByLabel(words.drafting.welsh({ label }), { exact: true }).fill(`${text} (cy)`);
}

async function fillDate(page: Page, words: Words, legend: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  const group = page.getByRole("group", { name: legend });
  await group.getByLabel(words.drafting.day).fill(day);
  await group.getByLabel(words.drafting.month).fill(month);
  await group.getByLabel(words.drafting.year).fill(year);
}

/** Starts a vote of a name of its own and answers its address. */
async function start(page: Page, to: (path: string) => string, words: Words, name: string): Promise<string> {
  const t = words.drafting.create;
  await page.goto(to(`${MANAGE}/votes/new`));
  await both(page, words, t.name, name);
  await page.getByLabel(t.amount).fill("£25,000");
  await page.getByRole("button", { name: t.button }).click();
  await expect(heading(page)).toContainText(name);
  return page.url();
}

test("a vote is written, sent back, approved by another and published", async ({ page, to, words }) => {
  // Many pages, each looked at by axe.
  test.slow();
  const { drafting, workspace } = words;
  const name = `Journey ${crypto.randomUUID().slice(0, 8)}`;
  await signInAs(page, "engagement-officer");

  await page.goto(to(`${MANAGE}/votes/new`));
  await looksRight(page);
  await page.getByLabel(drafting.create.amount).fill("lots");
  await page.getByRole("button", { name: drafting.create.button }).click();
  await expect(page.getByRole("alert")).toContainText(words.faults.pounds);
  await expect(page.getByLabel(drafting.create.amount)).toHaveValue("lots");
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix}`));
  await looksRight(page);
  const vote = await start(page, to, words, name);
  await looksRight(page);

  await page.getByRole("link", { name: workspace.parts.details[0], exact: true }).click();
  for (const label of [drafting.details.summary, drafting.details.decision, drafting.details.decidedBy, drafting.details.affected]) await both(page, words, label, "Plain words.");
  await save(page, words);
  await expect(page.getByRole("status")).toContainText(workspace.vote.saved);

  await page.getByRole("link", { name: workspace.parts.times[0], exact: true }).click();
  await fillDate(page, words, drafting.times.opensOn, ["1", "3", YEAR]);
  await fillDate(page, words, drafting.times.closesOn, ["31", "2", YEAR]);
  await fillDate(page, words, drafting.times.resultsOn, ["1", "6", YEAR]);
  await save(page, words);
  await expect(page.getByRole("alert")).toContainText(words.faults.date);
  await looksRight(page);
  await fillDate(page, words, drafting.times.closesOn, ["30", "4", YEAR]);
  await save(page, words);

  await page.goto(`${vote}/projects`);
  await looksRight(page);
  for (const title of ["A bench", "Street trees"]) {
    await page.getByRole("link", { name: drafting.projects.add }).first().click();
    await both(page, words, drafting.projects.titleLabel, title);
    await both(page, words, drafting.projects.summary, `${title} by the river.`);
    await page.getByLabel(drafting.projects.costLabel, { exact: true }).fill("12,000");
    await page.getByRole("button", { name: drafting.projects.addButton }).click();
  }
  await page.getByRole("button", { name: `${drafting.projects.down} ${drafting.projects.move({ title: "A bench" })}` }).or(page.getByRole("button", { name: drafting.projects.down })).first().click();
  await expect(page.getByRole("row").nth(1)).toContainText("Street trees");

  await page.goto(vote);
  await page.getByRole("button", { name: workspace.vote.send }).click();
  await expect(page.getByRole("alert")).toContainText(workspace.missing["items-unsigned"]({ count: COMMON_ITEMS.length }));
  for (const item of COMMON_ITEMS) {
    await page.goto(`${vote}/readiness/${item}`);
    await page.getByRole("textbox").fill("Cabinet minute 14");
    await page.getByRole("main").getByRole("button").click();
  }
  await looksRight(page);
  await page.goto(`${vote}/preview`);
  await looksRight(page);
  await page.locator('section[aria-labelledby="projects"]').getByRole("link").first().click();
  await looksRight(page);
  await page.getByRole("navigation", { name: workspace.preview.shown }).getByRole("link").nth(1).click();
  await looksRight(page);
  await page.goto(vote);
  await page.getByRole("button", { name: workspace.vote.send }).click();
  await expect(page).toHaveURL(/\/approval$/);
  await expect(page.getByRole("button", { name: workspace.approval.approve })).toHaveCount(0);

  await signInAs(page, "approver");
  await page.goto(`${vote}/approval`);
  await looksRight(page);
  await page.getByRole("button", { name: workspace.approval.sendBack }).click();
  await expect(page.getByRole("alert")).toContainText(words.faults.required);
  await page.getByLabel(workspace.approval.reason).fill("Name the bench");
  await page.getByRole("button", { name: workspace.approval.sendBack }).click();
  await expect(page.getByText("Name the bench")).toBeVisible();

  await signInAs(page, "engagement-officer");
  await page.goto(vote);
  await expect(page.getByText("Name the bench")).toBeVisible();
  await page.getByRole("button", { name: workspace.vote.send }).click();
  await signInAs(page, "approver");
  await page.goto(`${vote}/approval`);
  await expect(page.getByText(workspace.approval.changedNone)).toBeVisible();
  await page.getByRole("button", { name: workspace.approval.approve }).click();
  await expect(page.getByText(workspace.vote.approvedLead)).toBeVisible();

  await signInAs(page, "engagement-officer");
  await page.goto(`${vote}/publish`);
  await looksRight(page);
  await page.getByRole("button", { name: workspace.publish.button }).click();
  await expect(page.getByRole("navigation", { name: workspace.vote.nav }).getByRole("link", { name: workspace.vote.turnout })).toBeVisible();
  await looksRight(page);
  await page.getByRole("link", { name: workspace.vote.asResident }).click();
  await expect(heading(page)).toContainText(name);
  // What is public cannot be edited, and leads back to the vote.
  await page.goto(`${vote}/details`);
  expect(page.url()).toBe(vote);
});

test("two officers on one part: the second keeps what they wrote and sees what stands", async ({ page, context, to, words }) => {
  const { drafting } = words;
  await signInAs(page, "engagement-officer");
  const vote = await start(page, to, words, `Two tabs ${crypto.randomUUID().slice(0, 8)}`);
  const other = await context.newPage();
  await page.goto(`${vote}/details`);
  await other.goto(`${vote}/details`);
  const basis = (tab: Page) => tab.getByLabel(drafting.details.statutoryBasis);
  await basis(page).fill("Localism Act 2011");
  await save(page, words);
  await basis(other).fill("Care Act 2014");
  await save(other, words);
  await expect(other.getByText(drafting.meanwhileTitle)).toBeVisible();
  await expect(basis(other)).toHaveValue("Care Act 2014");
  await expect(other.getByText("Localism Act 2011")).toBeVisible();
  await looksRight(other);
  await save(other, words);
  await page.goto(`${vote}/details`);
  await expect(basis(page)).toHaveValue("Care Act 2014");
});

test("a file of votes is read, its faults listed, and a good one becomes a draft", async ({ page, to, words }) => {
  const t = words.importing;
  await signInAs(page, "engagement-officer");
  const handOver = async (name: string, text: string) => {
    await page.goto(to(`${MANAGE}/votes/import`));
    await page.getByLabel(t.file).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: t.read }).click();
  };
  await page.goto(to(`${MANAGE}/votes/import`));
  await page.getByRole("button", { name: t.read }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["file-missing"]);
  await looksRight(page);

  const unit = `Town ${crypto.randomUUID().slice(0, 8)}`;
  const good = `META\nkey;value\ndescription;d\ncountry;c\nunit;${unit}\ninstance;2026\nnum_projects;2\nnum_votes;1\nbudget;100\nvote_type;approval\nrule;greedy\ndate_begin;1\ndate_end;2\nPROJECTS\nproject_id;cost;name\np1;50;Bench\np2;60;Trees\nVOTES\nvoter_id;vote\n1;p1,p2\n`;
  await handOver("bad.pb", good.replace("p1;50", "p1;none").replace("1;p1,p2", "1;p9"));
  await expect(heading(page)).toHaveText(t.refusedTitle({ file: "bad.pb" }));
  await expect(page.getByRole("row")).toHaveCount(3);
  await looksRight(page);
  await handOver("good.pb", good);
  await expect(heading(page)).toHaveText(t.checkTitle({ file: "good.pb" }));
  await looksRight(page);
  await page.getByRole("button", { name: t.bringIn }).click();
  await expect(heading(page)).toContainText(unit);
});
