import type { Page } from "@playwright/test";
import { expect, test } from "../../support/journey.ts";
import { castBallot, checkChoices, codeShown, confirmAddress, giveAnswers, looksRight, someone, tick } from "../../support/voter.ts";

const VOTE = "/brackenshire/votes/your-patch-2026";
const MILLBROOK = "ZZ5 1AA";

// Eleven pages of one journey are looked at with axe, on a machine that may be busy.
test.describe.configure({ mode: "parallel", timeout: 180_000 });
// The journey of forms alone; secret-vote.spec.ts walks the one that a script seals.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, "a script seals the vote");

const box = (page: Page, number: number) => page.locator(`#p${number}`);

test("a resident votes as a guest, changes the ballot, and finds it in the public log", async ({ page, to, words }) => {
  const t = words.voting;
  await page.goto(to(`${VOTE}/start`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.eligibility.start.title);
  await looksRight(page);
  await confirmAddress(page, words, someone());

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.eligibility.form.title);
  await looksRight(page);
  await giveAnswers(page, words, "SW1A 1AA", "eleven");
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix.trim()}`));
  await expect(page.getByLabel(words.eligibility.form.postcode)).toHaveValue("SW1A 1AA");
  await looksRight(page);
  await giveAnswers(page, words, "SW1A 1AA", "34");
  await expect(page.getByRole("alert")).toContainText(words.electorate.faults["unknown-postcode"]);
  await giveAnswers(page, words, ` ${MILLBROOK.toLowerCase()} `, "34");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.ballot.knapsackTitle);
  await looksRight(page);
  const order = await page.locator("input[name=choice]").evaluateAll((boxes) => boxes.map((each) => (each as HTMLInputElement).value).join());
  await page.reload();
  expect(await page.locator("input[name=choice]").evaluateAll((boxes) => boxes.map((each) => (each as HTMLInputElement).value).join())).toBe(order);

  // Project 1 costs £38,000, 2 £32,000, 5 £29,500, 7 £46,000: £25,500 over a pot of £120,000.
  await tick(page, 1, 2, 5, 7);
  await checkChoices(page, words);
  await expect(page.getByRole("alert")).toContainText("£25,500");
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
  await looksRight(page);
  await tick(page, 7);
  await page.getByRole("button", { name: t.ballot.update }).click();
  await expect(page.locator(".meter")).toContainText("£20,500");
  await expect(box(page, 1)).toBeChecked();
  await checkChoices(page, words);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.check.title);
  expect(new URL(page.url()).search).toBe("");
  await looksRight(page);
  await page.getByRole("button", { name: new RegExp(`^${t.check.remove} `) }).first().click();
  await expect(page.locator(".ckrow")).toHaveCount(2);
  await page.getByRole("button", { name: t.check.change }).click();
  await expect(page.locator("input[name=choice]:checked")).toHaveCount(2);
  await checkChoices(page, words);
  await castBallot(page, words);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.receipt.title);
  await looksRight(page);
  const first = await codeShown(page);
  expect(first).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/);
  await page.reload();
  expect(await codeShown(page)).toBe(first);

  await page.getByRole("link", { name: t.receipt.changeMine }).click();
  await expect(page.getByText(t.ballot.changing, { exact: true })).toBeVisible();
  await expect(page.locator("input[name=choice]:checked")).toHaveCount(0);
  await tick(page, 12);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.receipt.changedTitle);
  const second = await codeShown(page);
  expect(second).not.toBe(first);

  await page.getByRole("link", { name: t.receipt.logLink }).click();
  await looksRight(page);
  await page.getByLabel(t.log.find).fill(second.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: t.log.submit }).click();
  await expect(page.getByRole("status")).toContainText(words.ballotBox.log.waiting);
  await looksRight(page);
  await page.getByLabel(t.log.find).fill(first);
  await page.getByRole("button", { name: t.log.submit }).click();
  await expect(page.getByRole("status")).toContainText(t.log.replaced);
  await page.getByLabel(t.log.find).fill("hello");
  await page.getByRole("button", { name: t.log.submit }).click();
  await expect(page.getByRole("alert")).toContainText(t.faults["code-mistyped"]);
  await looksRight(page);
});

test("the same address in another browser has voted already; the voting key opens its ballot there", async ({ page, browser, to, words, baseURL }) => {
  const t = words.voting;
  const email = someone();
  await page.goto(to(`${VOTE}/start?pot=millbrook`));
  await confirmAddress(page, words, email);
  await giveAnswers(page, words, MILLBROOK, "70");
  await tick(page, 3);
  await checkChoices(page, words);
  await castBallot(page, words);
  const code = await codeShown(page);
  await page.getByText(t.receipt.keyTitle).click();
  const key = await page.locator("details .mono").innerText();

  const library = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  try {
    const other = await library.newPage();
    await other.goto(to(`${VOTE}/millbrook/receipt`));
    await other.getByLabel(t.receipt.keyLabel).fill("2222-3333");
    await other.getByRole("button", { name: t.receipt.keySubmit }).click();
    await expect(other.locator(".errsum")).toContainText(t.faults["key-mistyped"]);
    await other.getByLabel(t.receipt.keyLabel).fill(key.toLowerCase());
    await other.getByRole("button", { name: t.receipt.keySubmit }).click();
    await expect(other.locator(".receipt__code")).toHaveText(code);
    await library.clearCookies();

    await other.goto(to(`${VOTE}/millbrook/ballot`));
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(words.eligibility.start.title);
    await confirmAddress(other, words, email, 1);
    await giveAnswers(other, words, MILLBROOK, "70");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(t.moments.votedTitle);
  } finally {
    await library.close();
  }
});

test("somebody too young, or of another ward, is told why and what they may do", async ({ page, to, words }) => {
  await page.goto(to(`${VOTE}/start?pot=fellside`));
  await confirmAddress(page, words, someone());
  await giveAnswers(page, words, MILLBROOK, "9");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("11");
  await looksRight(page);
  await page.goto(to(`${VOTE}/start?pot=fellside`));
  await giveAnswers(page, words, MILLBROOK, "34");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fellside");
  await looksRight(page);
  await page.getByRole("link", { name: words.eligibility.refused.voteIn({ ballot: "Millbrook" }), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.voting.ballot.knapsackTitle);
});

test("a form from another site, without cookies, or with what is not on the paper casts nothing", async ({ page, to, words, baseURL }) => {
  const address = to(`${VOTE}/millbrook/ballot`);
  const foreign = await page.request.post(address, { form: { intent: "cast", choice: "1" }, headers: { origin: "https://evil.example" } });
  expect(foreign.status()).toBe(403);
  const own = { headers: { origin: new URL(baseURL ?? "").origin } };
  const passless = await page.request.post(address, { form: { intent: "cast", choice: "1" }, ...own });
  expect(passless.status()).toBe(403);
  expect(await passless.text()).toContain(words.voting.moments.noPassTitle);
  for (const choice of ["99", "-1", "<script>alert(1)</script>", "‮1", "1e3", "\u0000", "🗳"]) {
    const odd = await page.request.post(address, { form: { intent: "cast", choice }, ...own });
    expect(odd.status(), choice).toBe(422);
    expect(await odd.text()).not.toContain("<script>alert");
  }
  expect((await page.request.get(to("/alaw-vale/votes/your-patch-2026/millbrook/ballot"))).status()).toBe(404);
  expect((await page.request.get(to(`${VOTE}/nowhere/ballot`))).status()).toBe(404);
});

test("a closed vote says so, and its log stays", async ({ page, to, words }) => {
  await page.goto(to("/brackenshire/votes/your-patch-2025/start"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.voting.moments.closedTitle);
  await looksRight(page);
  await page.goto(to("/brackenshire/votes/your-patch-2025/log?page=2"));
  await expect(page.locator("tbody tr")).toHaveCount(50);
  await looksRight(page);
});

test("a ballot without a limit counts what is supported, and asks for one project at least", async ({ page, to, words }) => {
  const t = words.voting;
  await page.goto(to("/alaw-vale/votes/vale-fund-2026/start"));
  await confirmAddress(page, words, someone());
  await giveAnswers(page, words, "ZZ7 1AA", "50");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.ballot.approvalTitle);
  await tick(page, 1, 2);
  await looksRight(page);
  await checkChoices(page, words);
  await expect(page.locator(".ckrow")).toHaveCount(2);
  await looksRight(page);
  await page.getByRole("button", { name: t.check.change }).click();
  await tick(page, 1, 2);
  await checkChoices(page, words);
  await expect(page.getByRole("alert")).toContainText(t.faults["too-few-marked"]({ min: 1 }));
  await looksRight(page);
  await tick(page, 2);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.receipt.title);
});
