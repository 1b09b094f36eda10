import { expect, test } from "../../support/journey.ts";
import { expectFaultless, watch } from "../../support/faultless.ts";

const RESULT = "/brackenshire/votes/your-patch-2025/results/millbrook";
const FILE = "META\nkey;value\nbudget;110\nvote_type;approval\nPROJECTS\nproject_id;cost;name\na;60;Hall\nb;50;Park\nc;50;Pond\nVOTES\nvoter_id;vote\n1;a\n2;a,b\n3;c,b\n4;c\n5;a\n";
const file = (text: string) => ({ name: "votes.pb", mimeType: "text/plain", buffer: Buffer.from(text) });

test("a published result is counted again on the visitor's own device", async ({ page, to, site, words, javaScriptEnabled }) => {
  const watched = watch(page);
  await page.goto(to(`${RESULT}/recount`));
  if (javaScriptEnabled === false) {
    await expect(page.getByRole("button", { name: words.recount.start })).toBeHidden();
    await expect(page.getByText("npm run count")).toBeVisible();
    return;
  }
  await page.getByRole("button", { name: words.recount.start }).click();
  await expect(page.getByText(words.recount.sameTitle, { exact: true })).toBeVisible();
  await expect(page.getByRole("cell", { name: words.recount.same, exact: true })).toHaveCount(3);
  await expectFaultless(page, site);
  watched.expectQuiet();
});

test("a file with a tie asks for lots, and one with faults names each", async ({ page, to, site, words, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without script the page says how to count at the command line");
  await page.goto(to("/recount"));
  await page.getByLabel(words.recount.rule).selectOption("greedy");
  await page.getByLabel(words.recount.file).setInputFiles(file(FILE));
  await page.getByRole("button", { name: words.recount.start }).click();
  await expect(page.getByText(words.recount.lotsTitle)).toBeVisible();
  await page.getByLabel(words.recount.called({ place: "1" })).selectOption("c");
  await page.getByLabel(words.recount.called({ place: "2" })).selectOption("b");
  await page.getByRole("button", { name: words.recount.lotsCount }).click();
  await expect(page.getByRole("rowheader", { name: "2. Pond" })).toBeVisible();
  await page.getByLabel(words.recount.file).setInputFiles(file(FILE.replace("5;a", "5;z")));
  await page.getByRole("button", { name: words.recount.start }).click();
  await expect(page.getByText(words.recount.faultsTitle({ count: 1, shown: "1" }))).toBeVisible();
  await expectFaultless(page, site);
});

const ELECTION = "3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\nAnn\nBryn\nCeri\nWard\n";

test("an election's file shows every step, every pair, and why each person won or did not", async ({ page, to, site, words, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without script the page says how to count at the command line");
  const t = words.countSheets;
  await page.goto(to("/recount"));
  await page.getByLabel(words.recount.file).setInputFiles({ name: "ward.blt", mimeType: "text/plain", buffer: Buffer.from(ELECTION) });
  await page.getByLabel(words.recount.rule).selectOption("irv");
  await page.getByRole("button", { name: words.recount.start }).click();
  await expect(page.getByRole("heading", { name: t.step({ number: "2", what: t.round }) })).toBeVisible();
  await expect(page.getByText(t.why.majority({ name: "Bryn", votes: "5", all: "9" }))).toBeVisible();
  await expectFaultless(page, site);
  await page.getByLabel(words.recount.rule).selectOption("schulze_winning_votes");
  await page.getByRole("button", { name: words.recount.start }).click();
  await expect(page.getByRole("table", { name: t.preferred })).toBeVisible();
  await expect(page.getByText(t.why.beatsAll({ name: "Bryn" }))).toBeVisible();
  await expectFaultless(page, site);
});
