import type { Page, Request } from "@playwright/test";
import type { messages } from "#i18n/messages.ts";
import { expect, test } from "../../support/journey.ts";
import { castBallot, checkChoices, codeShown, confirmAddress, giveAnswers, looksRight, someone, tick } from "../../support/voter.ts";

type Words = ReturnType<typeof messages>;

const VOTE = "/alaw-vale/votes/vale-fund-2026";

test.describe.configure({ mode: "parallel", timeout: 240_000 });
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "the vote is sealed by a script");

const sealed = (page: Page, words: Words) => page.getByText(words.assisted.handling.sealedTitle, { exact: true });
const heading = (page: Page) => page.locator("h1:visible");

/** Everything the page sends to the web server from now on. What goes to the issuer and the ballot box is looked at apart. */
function listen(page: Page): { readonly web: Request[]; readonly box: Request[] } {
  const heard = { web: [] as Request[], box: [] as Request[] };
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/box/")) heard.box.push(request);
    else if (pathname !== "/issue") heard.web.push(request);
  });
  return heard;
}

async function reachBallot(page: Page, to: (path: string) => string, words: Words, email = someone()): Promise<void> {
  await page.goto(to(`${VOTE}/start`));
  await confirmAddress(page, words, email);
  await giveAnswers(page, words, "ZZ7 1AA", "50");
  await expect(sealed(page, words)).toBeVisible();
}

test("a vote is sealed on the device: no choice reaches the web server, the box is told nobody, and the receipt is found again", async ({ page, to, words }) => {
  const t = words.voting;
  await reachBallot(page, to, words);
  await looksRight(page);
  const heard = listen(page);
  await checkChoices(page, words);
  await expect(page.getByRole("alert")).toContainText(t.faults["too-few-marked"]({ min: 1 }));
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix.trim()}`));
  await looksRight(page);

  await tick(page, 2, 5);
  await checkChoices(page, words);
  await expect(heading(page)).toHaveText(t.check.title);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${t.check.title}`));
  await expect(page.locator(".ckrow")).toHaveCount(2);
  await looksRight(page);
  await page.goBack();
  await expect(heading(page)).toHaveText(t.ballot.approvalTitle);
  await expect(page.locator("input[name=choice]:checked")).toHaveCount(2);
  await page.goForward();
  await page.getByRole("button", { name: new RegExp(`^${t.check.remove} `) }).first().click();
  await expect(page.locator(".ckrow")).toHaveCount(1);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(t.receipt.title);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveURL(/\/receipt$/);
  await looksRight(page);
  const code = await codeShown(page);
  expect(code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/);

  for (const request of heard.web) {
    expect(request.method(), request.url()).toBe("GET");
    expect(request.url()).not.toMatch(/choice|rank-|points-/);
  }
  const casts = heard.box.filter((request) => request.url().endsWith("/box/cast"));
  expect(casts).toHaveLength(1);
  const [cast] = casts;
  const headers = (await cast?.allHeaders()) ?? {};
  expect(headers["cookie"]).toBeUndefined();
  expect(headers["referer"]).toBeUndefined();
  expect(cast?.postData()).not.toContain("choices");

  await page.reload();
  await expect(page.locator(".receipt__code")).toHaveText(code);
  await page.getByText(words.assisted.receipt.qrTitle).click();
  await expect(page.locator("[data-receipt-qr=code] svg")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByText(words.assisted.receipt.file, { exact: true }).click();
  const file = await (await download).path();
  await page.getByRole("link", { name: t.receipt.logLink }).click();
  await expect(page.getByLabel(t.log.find)).toHaveValue(code);
  await page.getByLabel(words.ballotBox.log.file).setInputFiles(file);
  await page.getByRole("button", { name: t.log.submit }).click();
  await expect(page.getByRole("status")).toContainText(words.ballotBox.log.waiting);
  await looksRight(page);
});

test("the ballot is changed in the same browser, and with the voting key in another, and the key reaches no web server", async ({ page, browser, to, words, baseURL }) => {
  const t = words.voting;
  await reachBallot(page, to, words);
  await tick(page, 1);
  await checkChoices(page, words);
  await castBallot(page, words);
  const first = await codeShown(page);
  await page.getByRole("link", { name: t.receipt.changeMine }).click();
  await expect(sealed(page, words)).toBeVisible();
  await expect(page.getByText(t.ballot.changing, { exact: true })).toBeVisible();
  await expect(page.locator("input[name=choice]:checked")).toHaveCount(0);
  await tick(page, 3);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(t.receipt.changedTitle);
  const second = await codeShown(page);
  expect(second).not.toBe(first);
  await page.getByText(t.receipt.keyTitle).click();
  const key = (await page.locator("details .mono").innerText()).trim();

  const library = await browser.newContext({ ...(baseURL && { baseURL }) });
  try {
    const other = await library.newPage();
    await other.goto(`${to(`${VOTE}/alaw-vale-council/key`)}#${key}`);
    await expect(other.getByLabel(t.receipt.keyLabel)).toHaveValue(key);
    expect(other.url()).not.toContain("#");
    const heard = listen(other);
    await looksRight(other);
    await other.getByLabel(t.receipt.keyLabel).fill("2222-3333");
    await other.getByRole("button", { name: t.receipt.keySubmit }).click();
    await expect(other.getByRole("alert")).toContainText(t.faults["key-mistyped"]);
    await other.getByLabel(t.receipt.keyLabel).fill(key.toLowerCase());
    await other.getByRole("button", { name: t.receipt.keySubmit }).click();
    await expect(other.locator(".receipt__code")).toHaveText(second);
    for (const request of [...heard.web, ...heard.box]) expect(`${request.url()} ${request.postData() ?? ""}`).not.toContain(key.slice(0, 9));
    await other.getByRole("link", { name: t.receipt.changeMine }).click();
    await expect(sealed(other, words)).toBeVisible();
    await tick(other, 4);
    await checkChoices(other, words);
    await castBallot(other, words);
    await expect(heading(other)).toHaveText(t.receipt.changedTitle);
    await expect(other.locator(".receipt__words")).toContainText("3");
    await other.getByText(words.assisted.receipt.forgetTitle).click();
    await other.getByRole("button", { name: words.assisted.receipt.forget }).click();
    await expect(other.getByText(words.assisted.receipt.forgotten)).toBeVisible();
    await other.reload();
    await expect(heading(other)).toHaveText(t.receipt.keyPageTitle);
  } finally {
    await library.close();
  }
  // The first browser does not know of version 3: what it casts now is version 4.
  await page.getByRole("link", { name: t.receipt.changeMine }).click();
  await expect(sealed(page, words)).toBeVisible();
  await tick(page, 6);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(page.locator(".receipt__words")).toContainText("4");
});

test("two tabs hold one ballot, and what is cast last counts", async ({ page, context, to, words }) => {
  await reachBallot(page, to, words);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sealed(other, words)).toBeVisible();
  await tick(page, 1);
  await checkChoices(page, words);
  await tick(other, 2);
  await checkChoices(other, words);
  await Promise.all([castBallot(page, words), castBallot(other, words)]);
  await expect(page.locator(".receipt__code")).toBeVisible();
  await expect(other.locator(".receipt__code")).toBeVisible();
  expect(await codeShown(page)).not.toBe(await codeShown(other));
  const titles = [await heading(page).innerText(), await heading(other).innerText()];
  expect(titles.sort()).toEqual([words.voting.receipt.changedTitle, words.voting.receipt.title].sort());
});

test("whatever breaks on the way is told as not counted, and the same ballot sent again counts once", async ({ page, context, to, words }) => {
  const t = words.assisted.moments;
  await reachBallot(page, to, words);
  await tick(page, 2);
  await checkChoices(page, words);
  await context.setOffline(true);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(t.offlineTitle);
  await looksRight(page);
  await page.route("**/box/cast", (route) => route.fulfill({ status: 503, contentType: "application/json", body: '{"error":"unavailable"}' }));
  await context.setOffline(false);
  await expect(heading(page)).toHaveText(t.unansweredTitle, { timeout: 30_000 });
  await looksRight(page);

  // The box takes it, and its answer is lost on the way.
  await page.unroute("**/box/cast");
  const bodies: (string | null)[] = [];
  await page.route("**/box/cast", async (route) => {
    bodies.push(route.request().postData());
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: t.again }).click();
  await expect.poll(() => bodies.length, { timeout: 60_000 }).toBeGreaterThan(3);
  await expect(page.getByText(words.assisted.handling.sending)).toBeHidden({ timeout: 30_000 });
  expect(new Set(bodies).size).toBe(1);
  await page.unroute("**/box/cast");
  await page.reload();
  await expect(heading(page)).toHaveText(words.voting.receipt.title, { timeout: 30_000 });
});

test("an answer that proves nothing is not taken for a receipt", async ({ page, to, words }) => {
  await reachBallot(page, to, words);
  await tick(page, 2);
  await checkChoices(page, words);
  await page.route("**/box/cast", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { promise: string };
    await route.fulfill({ response, json: { ...answer, promise: `${answer.promise.startsWith("A") ? "B" : "A"}${answer.promise.slice(1)}` } });
  });
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(words.assisted.moments.unprovedTitle);
  await looksRight(page);
  await page.unroute("**/box/cast");
  await page.getByRole("button", { name: words.assisted.moments.again }).click();
  await expect(heading(page)).toHaveText(words.voting.receipt.title);
});

test("where the script cannot do its work the page says who can read the vote, and the form still casts it", async ({ page, to, words }) => {
  await page.route("**/assets/vote.*.js", (route) => route.abort());
  await page.goto(to(`${VOTE}/start`));
  await confirmAddress(page, words, someone());
  await giveAnswers(page, words, "ZZ7 1AA", "50");
  await expect(page.getByText(words.assisted.handling.readableTitle, { exact: true })).toBeVisible();
  await looksRight(page);
  await tick(page, 2);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(words.voting.receipt.title);
});

test("where the script goes missing half-way, the form says that the ballot was opened by script and how it goes on", async ({ page, to, words }) => {
  const t = words.assisted.opened;
  await reachBallot(page, to, words);
  await page.route("**/assets/vote.*.js", (route) => route.abort());
  await page.reload();
  await tick(page, 2);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(t.title);
  await looksRight(page);
  await page.unroute("**/assets/vote.*.js");
  await page.getByRole("link", { name: t.again }).click();
  await expect(sealed(page, words)).toBeVisible();
});

test("a browser that keeps nothing is told so, and casts by the form", async ({ page, to, words }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });
  await page.goto(to(`${VOTE}/start`));
  await confirmAddress(page, words, someone());
  await giveAnswers(page, words, "ZZ7 1AA", "50");
  await expect(page.getByText(words.assisted.handling.cannotTitle, { exact: true })).toBeVisible();
  await looksRight(page);
  await tick(page, 2);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(words.voting.receipt.title);
});

test("choices not yet cast are still there after a reload, and the next voter in the browser gets a ballot of their own", async ({ page, context, to, words }) => {
  await reachBallot(page, to, words);
  await tick(page, 2, 5);
  await page.waitForTimeout(500);
  await page.reload();
  await expect(sealed(page, words)).toBeVisible();
  await expect(page.locator("input[name=choice]:checked")).toHaveCount(2);
  await checkChoices(page, words);
  await castBallot(page, words);
  const code = await codeShown(page);

  const cookies = await context.cookies();
  await context.clearCookies();
  await context.addCookies(cookies.filter(({ name }) => name.startsWith("held-")));
  await reachBallot(page, to, words);
  await expect(page.getByText(words.voting.ballot.changing, { exact: true })).toBeHidden();
  await expect(page.locator("input[name=choice]:checked")).toHaveCount(0);
  await tick(page, 1);
  await checkChoices(page, words);
  await castBallot(page, words);
  await expect(heading(page)).toHaveText(words.voting.receipt.title);
  expect(await codeShown(page)).not.toBe(code);
});
