import type { Page } from "@playwright/test";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { looksRight } from "../../support/voter.ts";
import { beginVote, fillTimes } from "../../support/vote-drafting.ts";

const MANAGE = "/brackenshire/manage";
test.describe.configure({ timeout: 600_000 });

/** As a school's office writes it: semicolons, Windows letters, a quotation mark, a person without a number and one twice. */
const PUPILS = Buffer.from(
  [
    "Pupil no;First name;Surname;Date of birth;Address;Post code;School;Year",
    'P1;Si\xe2n;ap Rhys;29/2/2012;"1 ""The"" Street";ZZ5 1AA;Ysgol Alaw;9',
    "P2;Se\xe1n;O'Brien;3/4/2011;2 The Street;ZZ5 1AB;Ysgol Alaw;10",
    ";Nobody;Smith;3/4/2011;;;;",
    "P3;Ma\xefr;Bad date;31/2/2011;;;;",
  ].join("\r\n"),
  "latin1",
);

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The page asks again by itself; a person may also reload it. */
async function until(page: Page, shown: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        // The page looks again by itself meanwhile, and may do so at this moment.
        await page.reload().catch(() => null);
        return shown();
      },
      { timeout: 120_000, intervals: [1_000] },
    )
    .toBe(true);
}

test("a roll is brought in from a file after a trial, searched, put right, and named by a vote", async ({ page, to, words }) => {
  const t = words.rolls;
  const name = `Young electors ${crypto.randomUUID().slice(0, 8)}`;
  await signInAs(page, "council-admin");
  await page.goto(to(`${MANAGE}/rolls`));
  await looksRight(page);
  await page.getByLabel(t.list.newName).fill(name);
  await page.getByRole("button", { name: t.list.create }).click();
  await expect(heading(page)).toHaveText(name);
  await looksRight(page);

  await page.getByRole("button", { name: t.roll.read }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel(t.roll.file).setInputFiles({ name: "pupils.csv", mimeType: "text/csv", buffer: PUPILS });
  await page.getByRole("button", { name: t.roll.read }).click();

  await expect(heading(page)).toHaveText(t.columns.title);
  await expect(page.locator("select[name=column-6]")).toHaveValue("school");
  await looksRight(page);
  await page.locator("select[name=column-0]").selectOption("");
  await page.getByRole("button", { name: t.columns.next }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["reference-column"]);
  await looksRight(page);
  await page.locator("select[name=column-0]").selectOption("reference");
  await page.getByRole("button", { name: t.columns.next }).click();

  const yes = page.getByRole("button", { name: t.offered.yes });
  await until(page, () => yes.isVisible());
  await expect(page.getByText("31/2/2011")).toBeVisible();
  await looksRight(page);
  const faults = await page.request.get(`${page.url().replace(/[?#].*/, "")}/faults`);
  expect(await faults.text()).toContain("31/2/2011");
  await yes.click();
  await until(page, () => page.getByText(words.councils.imports.doneTitle).isVisible());
  await looksRight(page);

  await page.getByRole("link", { name: words.councils.imports.all }).click();
  await expect(heading(page)).toHaveText(name);
  await page.getByLabel(t.roll.find).fill("obrien SEAN");
  await page.getByRole("button", { name: t.roll.search }).click();
  await expect(page.getByRole("status")).toHaveText(t.roll.found({ count: 1, shown: "1" }));
  await looksRight(page);
  await page.getByRole("link", { name: "P2", exact: true }).click();
  await looksRight(page);
  await page.getByLabel(t.fields.postcode).fill("nonsense");
  await page.getByRole("button", { name: t.entry.save, exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["postcode-shape"]);
  await page.getByLabel(t.fields.postcode).fill("zz5 1aa");
  await page.getByRole("button", { name: t.entry.save, exact: true }).click();
  await expect(page.getByText(t.entry.saved)).toBeVisible();
  await expect(page.getByLabel(t.fields.postcode)).toHaveValue("ZZ5 1AA");
  await page.getByLabel(t.entry.reason).fill("Left the school");
  await page.getByRole("button", { name: t.entry.remove, exact: true }).click();
  await page.getByRole("button", { name: t.entry.restore }).click();
  await expect(page.getByRole("button", { name: t.entry.remove, exact: true })).toBeVisible();
  await page.goto(to(`${MANAGE}/rolls/enquiries`));
  await looksRight(page);

  // A vote for whoever lives, works or studies in the area, is 11 to 17, and is on the roll.
  const o = words.electorate.officer;
  const title = `Young pot ${crypto.randomUUID().slice(0, 8)}`;
  await beginVote(page, words, to(`${MANAGE}/votes/new`), title, "1,000");
  const home = page.url().replace(/\?.*/, "");
  await page.goto(`${home}/times`);
  await fillTimes(page, new Date());
  await page.getByRole("button", { name: words.drafting.save, exact: true }).click();
  await page.goto(`${home}/electorate`);
  await expect(heading(page)).toHaveText(o.title);
  await looksRight(page);
  for (const tie of [o.tieNames.work, o.tieNames.study]) await page.getByLabel(tie).check();
  await page.getByLabel(o.minAge).fill("17");
  await page.getByLabel(o.maxAge).fill("11");
  await page.getByRole("button", { name: o.save, exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(o.faults["oldest-under-youngest"]);
  await looksRight(page);
  await page.getByLabel(o.minAge).fill("11");
  await page.getByLabel(o.maxAge).fill("17");
  await page.getByLabel(o.roll, { exact: true }).selectOption({ label: name });
  await page.getByRole("radio", { name: o.levels[3][0] }).check();
  await page.getByRole("button", { name: o.preview }).click();
  await expect(page.getByRole("status")).toContainText("11");
  await expect(page.getByRole("status")).toContainText(name);
  await looksRight(page);
  await page.getByRole("button", { name: o.save, exact: true }).click();
  await page.goto(`${home}/electorate`);
  await expect(page.getByLabel(o.tieNames.study)).toBeChecked();
  await expect(page.getByLabel(o.roll, { exact: true })).toHaveValue(/.{36}/);
});
