import { expect, test } from "../../support/journey.ts";
import { looksRight } from "../../support/voter.ts";

const VOTE = "/brackenshire/votes/your-patch-2026";

test("anybody finds out whether they may vote, and if not why and what they may do instead", async ({ page, to, words }) => {
  const t = words.electorate;
  await page.goto(to(VOTE));
  await page.getByRole("link", { name: t.page.link }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.page.title);
  await expect(page.getByText(t.page.allTrue)).toBeVisible();
  await looksRight(page);

  const check = async (postcode: string, age: string) => {
    await page.getByLabel(words.eligibility.form.postcode).fill(postcode);
    await page.getByLabel(words.eligibility.form.age).fill(age);
    await page.getByRole("button", { name: t.page.check }).click();
  };
  await check("nonsense", "");
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await expect(page.getByLabel(words.eligibility.form.postcode)).toHaveValue("nonsense");
  await looksRight(page);

  await check("ZZ5 1AA", "10");
  await expect(page.getByText(t.page.no)).toBeVisible();
  await expect(page.getByText(t.page.insteadTitle)).toBeVisible();
  await looksRight(page);

  await check("SW1A 1AA", "34");
  await expect(page.getByText(t.page.no)).toBeVisible();

  await check("zz51aa", "11");
  await expect(page.getByText(t.page.yes({ ballots: "Millbrook" }))).toBeVisible();
  await expect(page).toHaveURL(to(`${VOTE}/eligibility`));
  await looksRight(page);
  await page.getByRole("link", { name: t.page.start }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.eligibility.start.title);
});
