import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";
import { linkIn, newestMailTo } from "../../support/mail.ts";
import { looksRight } from "../../support/voter.ts";

const VOTE = "/brackenshire/votes/your-patch-2025";

test("anybody asks to be told, confirms by the link in the mail, and leaves the list", async ({ page, to, words, request, site }) => {
  const t = words.mailingList;
  const email = `${site}-${Date.now().toString(36)}@residents.example`;
  await page.goto(to(`${VOTE}/updates`));
  await looksRight(page);
  await page.locator("#email").fill("no address");
  await page.getByRole("button", { name: t.ask }).click();
  await expect(page.locator('a[href="#email"]')).toBeVisible();
  await expect(page.locator("#email")).toHaveValue("no address");
  await looksRight(page);
  await page.locator("#email").fill(email);
  await page.getByRole("button", { name: t.ask }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.sent);
  await page.goto(linkIn(await newestMailTo(request, email)));
  await looksRight(page);
  await page.getByRole("button", { name: t.confirmButton }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.joined);
  await page.goto(to(`${VOTE}/updates/confirm?k=cut`));
  await page.getByRole("button", { name: t.confirmButton }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.broken);
});

test("an officer sees that the letter has gone, what to copy for other sites, the reserve list and the evaluation", async ({ page, to, words, site }) => {
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/votes"));
  await page.getByRole("link", { name: site === "en" ? "Your Patch 2025" : "Eich Ardal 2025" }).first().click();
  const parts = words.workspace.vote;
  await page.getByRole("link", { name: parts.announcement, exact: true }).click();
  await expect(page.getByText(words.announcing.done)).toBeVisible();
  await expect(page.getByRole("button", { name: words.announcing.send })).toHaveCount(0);
  await expect(page.getByRole("textbox").first()).toHaveValue(/<iframe src="http\S+\/embed\/results\/your-patch-2025\/millbrook" title="[^"]+"/);
  await looksRight(page);
  await page.getByRole("link", { name: parts.reserve, exact: true }).click();
  await looksRight(page);
  await page.getByRole("button", { name: words.reserves.desk.saveAnswer }).first().click();
  await expect(page.locator('a[href="#answer"]')).toBeVisible();
  await looksRight(page);
  await page.getByRole("link", { name: parts.evaluation, exact: true }).click();
  await looksRight(page);
  await page.locator("#figures").fill("hair; red; 4\nsex; female; 10");
  await page.getByRole("button", { name: words.drafting.save }).click();
  await expect(page.locator('a[href="#figures"]')).toBeVisible();
  await expect(page.locator("#figures")).toHaveValue(/hair; red; 4/);
  await looksRight(page);
});

test("a result stands in a frame of another site and nothing else of ours does; its data and press sheet can be taken", async ({ page, to, request }) => {
  const frame = await request.get(to("/brackenshire/embed/results/your-patch-2025/millbrook"));
  expect(frame.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(frame.headers()["content-security-policy"]).toContain("form-action 'none'");
  for (const path of [`${VOTE}/results/millbrook`, `${VOTE}/press-sheet`, "/brackenshire"]) expect((await request.get(to(path))).headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  const data = await request.get(to(`${VOTE}/results/millbrook/result.json`));
  expect(data.headers()["access-control-allow-origin"]).toBe("*");
  expect(await data.json()).toMatchObject({ format: "folkmoot/result/v1", pot: { slug: "millbrook" }, reserve: { policy: { partFunding: 40 } } });
  const word = await request.get(to(`${VOTE}/press-sheet.docx`));
  expect((await word.body()).subarray(0, 2).toString("latin1")).toBe("PK");
  await page.goto(to(`${VOTE}/press-sheet`));
  await looksRight(page);
});

test("what happens to money left over is said before the vote, and a share out of bounds is refused", async ({ page, to, words }) => {
  await signInAs(page, "engagement-officer");
  await page.goto(to("/brackenshire/manage/votes"));
  await page.getByRole("link", { name: /Young Patch 2027|2027/ }).first().click();
  const home = page.url().split("?")[0] ?? "";
  await page.goto(`${home}/after-count`);
  await looksRight(page);
  await page.locator("#partFunding").fill("7");
  await page.getByRole("button", { name: words.drafting.save }).click();
  await expect(page.locator('a[href="#partFunding"]')).toBeVisible();
  await expect(page.locator("#partFunding")).toHaveValue("7");
  await page.locator("#partFunding").fill("60");
  await page.getByRole("button", { name: words.drafting.save }).click();
  await page.goto(`${home}/preview`);
  await page.getByText(words.reserves.statedBefore).click();
  await expect(page.getByText("60%")).toBeVisible();
  await looksRight(page);
});
