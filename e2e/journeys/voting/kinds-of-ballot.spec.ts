import { expect, test } from "../../support/journey.ts";
import { castBallot, checkChoices, confirmAddress, giveAnswers, looksRight, someone } from "../../support/voter.ts";

test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("projects are put in order: two alike are told, places are moved, gaps are closed, and the order is cast", async ({ page, to, words, javaScriptEnabled }) => {
  const t = words.voting;
  await page.goto(to("/alaw-vale/votes/vale-order-2026/start"));
  await confirmAddress(page, words, someone());
  await giveAnswers(page, words, "ZZ7 1AA", "50");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.ballot.rankedTitle);
  await looksRight(page);

  const place = async (number: number, at: number) => page.locator(`#rank-${number}-${at}`).check({ force: true });
  await place(1, 1);
  await place(2, 3);
  await place(3, 3);
  if (javaScriptEnabled !== false) await expect(page.locator(".same-rank--3")).toBeVisible();
  await checkChoices(page, words);
  await expect(page.getByRole("alert")).toContainText(t.faults["preference-repeated"]({ preference: 3 }));
  await expect(page.locator("#rank-1-1")).toBeChecked();
  await looksRight(page);

  await place(3, 5);
  await page.getByRole("button", { name: t.ballot.updateList }).click();
  const slip = page.locator(".slip li");
  await expect(slip).toHaveCount(5);
  await slip.nth(2).getByRole("button").first().click();
  await expect(page.locator("#rank-3-2")).toBeChecked();
  await expect(page.locator("#rank-2-3")).toBeChecked();
  await place(2, 6);
  await checkChoices(page, words);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.check.title);
  await expect(page.getByText(t.check.closedUp)).toBeVisible();
  await expect(page.locator(".ckrow .num")).toHaveText([1, 2, 3].map((n) => t.ballot.place({ place: n })));
  await looksRight(page);
  await page.getByRole("button", { name: new RegExp(`^${t.check.remove} `) }).first().click();
  await expect(page.locator(".ckrow")).toHaveCount(2);
  await castBallot(page, words);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.receipt.title);
});

test("points are shared out: too many and what is no number are told, and nothing typed is lost", async ({ page, to, words }) => {
  const t = words.voting;
  await page.goto(to("/alaw-vale/votes/vale-points-2026/start"));
  await confirmAddress(page, words, someone());
  await giveAnswers(page, words, "ZZ7 1AA", "50");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.ballot.pointsTitle);
  await page.locator("#points-1").fill("7");
  await page.locator("#points-2").fill("5");
  await page.locator("#points-3").fill("a few");
  await checkChoices(page, words);
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(1);
  await expect(page.locator("#points-3")).toHaveValue("a few");
  await looksRight(page);
  await page.locator("#points-3").fill("0");
  await page.getByRole("button", { name: t.ballot.update }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["too-many-points"]({ total: 10, given: 12 }));
  await expect(page.locator(".meter")).toContainText(t.ballot.pointsTooMany.replace("{amount}", "2"));
  await page.locator("#points-2").fill("3");
  await checkChoices(page, words);
  await expect(page.locator(".ckrow")).toHaveCount(2);
  await looksRight(page);
  await castBallot(page, words);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.receipt.title);
});

test("an order with places that are not on the paper casts nothing", async ({ page, to, baseURL }) => {
  const address = to("/alaw-vale/votes/vale-order-2026/alaw-vale-council/ballot");
  const own = { headers: { origin: new URL(baseURL ?? "").origin } };
  for (const [field, value] of [["rank-99", "1"], ["rank-1", "-1"], ["rank-1", "<script>alert(1)</script>"], ["rank-1", "1e3"], ["rank-1", "🗳"], ["rank-1", ""]] as const) {
    const odd = await page.request.post(address, { form: { intent: "cast", [field]: value }, ...own });
    expect(odd.status(), `${field}=${value}`).toBe(422);
    expect(await odd.text()).not.toContain("<script>alert");
  }
});
