import type { Page } from "@playwright/test";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

const VOTES = "/brackenshire/manage/votes";

/** Its name as a vote is its unit and its instance. */
const voteFile = (unit: string): string =>
  `META
key;value
description;A small vote
country;United Kingdom
unit;${unit}
instance;2026
num_projects;3
num_votes;2
budget;1000
vote_type;approval
rule;greedy
PROJECTS
project_id;cost;name
1;600;"Benches; by the river"
2;500;<script>alert(1)</script>
3;400;Bylbiau 🌷
VOTES
voter_id;vote
1;1,3
2;3
`;

/** A wrong kind of vote, an amount with a comma, a repeated project, a field too many and a choice of nothing. */
const MALFORMED = `META
key;value
description;Broken
unit;Broken
instance;2026
num_projects;3
num_votes;1
budget;1000
vote_type;applause
PROJECTS
project_id;cost
1;12,000
1;5
2;60;extra
VOTES
voter_id;vote
1;1,9
`;

async function looksRight(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

const handOver = (page: Page, label: string, name: string, content: string | Buffer) =>
  page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

test.beforeEach(({ page }) => signInAs(page, "engagement-officer"));

test("a file of a vote is looked at before it becomes a draft", async ({ page, to, words }) => {
  const t = words.importing;
  const unit = `Tref ${crypto.randomUUID().slice(0, 8)}`;
  const name = `${unit} 2026`;
  await page.goto(to(VOTES));
  await page.getByRole("link", { name: words.workspace.list.import }).click();
  await looksRight(page);
  await handOver(page, t.file, "small.pb", voteFile(unit));
  await page.getByRole("button", { name: t.read }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.checkTitle({ file: "small.pb" }));
  for (const text of [name, "£1,000", "£1,500"]) await expect(page.getByText(text).first()).toBeVisible();
  await looksRight(page);
  // Nothing is made yet.
  expect(await (await page.request.get(to(VOTES))).text()).not.toContain(unit);
  await page.getByRole("button", { name: t.bringIn }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText(words.workspace.states.draft, { exact: true })).toBeVisible();
  const home = page.url().replace(/\?.*/, "");
  await page.goto(`${home}/projects`);
  for (const [project, cost] of [
    ["Benches; by the river", "£600"],
    ["<script>alert(1)</script>", "£500"],
    ["Bylbiau 🌷", "£400"],
  ] as const)
    await expect(page.getByRole("row").filter({ hasText: project })).toContainText(cost);
  await looksRight(page);
});

test("a malformed file has every fault listed with its place, and makes nothing", async ({ page, to, words }) => {
  const t = words.importing;
  await page.goto(to(`${VOTES}/import`));
  await handOver(page, t.file, "broken.pb", MALFORMED);
  await page.getByRole("button", { name: t.read }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.refusedTitle({ file: "broken.pb" }));
  const f = t.fileFaults;
  for (const [line, fault] of [
    [9, f["vote-type-unknown"]({ text: "applause" })],
    [12, f["number-unreadable"]({ column: "cost", text: "12,000" })],
    [13, f["project-repeated"]({ project: "1", firstLine: 12 })],
    [14, f["row-too-long"]({ fields: 3, columns: 2 })],
    [17, f["project-unknown"]({ project: "9" })],
  ] as const) {
    const row = page.getByRole("row").filter({ hasText: fault });
    await expect(row.getByRole("cell").or(row.getByRole("rowheader")).first()).toContainText(String(line));
  }
  await expect(page.getByRole("button", { name: t.bringIn })).toHaveCount(0);
  await looksRight(page);
  expect(await (await page.request.get(to(VOTES))).text()).not.toContain("Broken 2026");
});

test("no file, an empty one and what is no such file at all are named for what they are", async ({ page, to, words }) => {
  const t = words.importing;
  await page.goto(to(`${VOTES}/import`));
  await page.getByRole("button", { name: t.read }).click();
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix.trim()}`));
  await expect(page.getByRole("link", { name: t.faults["file-missing"] })).toHaveAttribute("href", "#file");
  await looksRight(page);
  for (const [name, content] of [
    ["empty.pb", ""],
    ["picture.pb", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0xfe])],
    ["cut.pb.gz", Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
  ] as const) {
    await page.goto(to(`${VOTES}/import`));
    await handOver(page, t.file, name, content);
    await page.getByRole("button", { name: t.read }).click();
    const said = page.getByRole("alert").or(page.getByRole("heading", { level: 1, name: t.refusedTitle({ file: name }) }));
    await expect(said.first(), name).toBeVisible();
    await expect(page.getByRole("button", { name: t.bringIn })).toHaveCount(0);
  }
});
