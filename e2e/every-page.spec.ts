import type { Page } from "@playwright/test";
import { signInAs } from "./support/demo-session.ts";
import { expectFaultless, watch } from "./support/faultless.ts";
import { expect, test } from "./support/journey.ts";

// Pages are whole documents: without script they are the same, and the journeys walk them so. English is read on a
// wide screen and Welsh on a phone, and none may scroll sideways at any width: the phone's project need not open them again.
test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || isMobile, "the same documents are read in the other projects");

test.beforeEach(async ({ page, site }) => {
  if (site === "cy") await page.setViewportSize({ width: 390, height: 844 });
});

const COUNCIL = "/brackenshire";
const OPEN = `${COUNCIL}/votes/your-patch-2026`;
const DECLARED = `${COUNCIL}/votes/your-patch-2025`;

const FOR_EVERYBODY = [
  "",
  COUNCIL,
  "/alaw-vale",
  `${COUNCIL}/map`,
  `${COUNCIL}/search?q=patch`,
  `${COUNCIL}/search?q=nothing+has+this+name`,
  `${COUNCIL}/search?q=ZZ5+1AA`,
  `${COUNCIL}/search?kind=consultation&level=consult&show=open`,
  `${COUNCIL}/consultations/library-opening-hours/results`,
  `${COUNCIL}/consultations/library-opening-hours/responses`,
  `${COUNCIL}/consultations/library-opening-hours/responses?q=llyfrgell`,
  `${COUNCIL}/consultations/library-opening-hours/responses?q=nothing+has+this+name`,
  `${COUNCIL}/consultations/library-opening-hours/responses/1`,
  `${COUNCIL}/consultations/evening-and-sunday-buses/responses`,
  `${COUNCIL}/consultations/evening-and-sunday-buses/updates`,
  `${COUNCIL}/consultations/evening-and-sunday-buses/updates?sent`,
  `${COUNCIL}/consultations/evening-and-sunday-buses/updates/confirm?k=cut`,
  `${COUNCIL}/consultations/evening-and-sunday-buses/updates/confirm?done`,
  `${COUNCIL}/consultations/library-opening-hours/results/report`,
  `${COUNCIL}/feeds`,
  `${COUNCIL}/feeds?q=patch&show=open`,
  `${COUNCIL}/follow`,
  `${COUNCIL}/follow/find`,
  `${COUNCIL}/results`,
  `${COUNCIL}/elections`,
  `${COUNCIL}/elections/young-mayor-2026`,
  `${COUNCIL}/elections/young-mayor-2026/candidates/young-mayor/1`,
  `${COUNCIL}/elections/young-mayor-2026/hustings`,
  `${COUNCIL}/elections/young-mayor-2026/results`,
  `${COUNCIL}/elections/young-mayor-2025`,
  `${COUNCIL}/elections/young-mayor-2025/results`,
  `${COUNCIL}/elections/young-mayor-2025/promises`,
  `${COUNCIL}/elections/young-mayor-2025/turnout`,
  `${COUNCIL}/elections/young-mayor-2025/evaluation`,
  `${COUNCIL}/elections/young-mayor-2025/results/young-mayor/sheet`,
  `${COUNCIL}/elections/young-mayor-2025/results/young-mayor/evening`,
  `${COUNCIL}/elections/young-mayor-2025/results/young-mayor/lesson`,
  "/alaw-vale/elections/youth-council-2026",
  "/alaw-vale/elections/youth-council-2026/results",
  "/alaw-vale/elections/youth-council-2026/results/upper-vale/sheet",
  "/alaw-vale/elections/youth-council-2026/candidates/upper-vale/1",
  "/alaw-vale/votes/youth-council-2026/start",
  OPEN,
  `${OPEN}/start`,
  `${OPEN}/eligibility`,
  `${OPEN}/code`,
  `${OPEN}/log`,
  `${OPEN}/secrecy`,
  `${OPEN}/millbrook/log`,
  `${OPEN}/millbrook/key`,
  `${OPEN}/millbrook/lost-key`,
  `${DECLARED}/millbrook/log`,
  `${OPEN}/results`,
  `${OPEN}/projects/millbrook/repair-cafe-and-tool-library`,
  DECLARED,
  `${DECLARED}/results`,
  `${DECLARED}/results/millbrook`,
  `${DECLARED}/results/millbrook/recount`,
  `${DECLARED}/results/millbrook/sheet`,
  `${DECLARED}/results/millbrook/market-square-winter-lights`,
  `${DECLARED}/projects/millbrook/lights-and-a-mural-for-the-canal-underpass`,
  `${DECLARED}/press-sheet`,
  `${DECLARED}/evaluation`,
  `${DECLARED}/eligibility`,
  `${DECLARED}/updates`,
  `${DECLARED}/updates?sent`,
  `${DECLARED}/updates/confirm?k=cut`,
  `${DECLARED}/updates/confirm?done`,
  `${DECLARED}/equality`,
  `${DECLARED}/equality?thanks`,
  `${COUNCIL}/leave-list?k=cut`,
  `${COUNCIL}/leave-list?done`,
  `${COUNCIL}/embed/results/your-patch-2025/millbrook`,
  `${COUNCIL}/thread/your-patch-2025`,
  `${COUNCIL}/thread`,
  `${COUNCIL}/thread?year=1999`,
  `${COUNCIL}/thread/noted/let-bus-grants-pay-for-evenings`,
  `${COUNCIL}/involving-you`,
  `${COUNCIL}/involving-you?year=1999&level=none`,
  `${COUNCIL}/involving-you/records/2`,
  `${COUNCIL}/involving-you/statutes`,
  `${COUNCIL}/involving-you/report`,
  `${COUNCIL}/programmes`,
  `${COUNCIL}/programmes/your-patch-2027`,
  `${COUNCIL}/programmes/your-patch-2027/costs`,
  `${COUNCIL}/programmes/your-patch-2027/shortlist`,
  `${COUNCIL}/programmes/your-patch-2026`,
  `${COUNCIL}/programmes/your-patch-2026/costs`,
  `${COUNCIL}/programmes/your-patch-2026/shortlist`,
  `${COUNCIL}/priorities`,
  `${COUNCIL}/priorities/safer-greener-places`,
  `${COUNCIL}/priorities/themes/brackenshire-together-3`,
  `${COUNCIL}/plans`,
  `${COUNCIL}/plans/buses-from-coast-to-vale`,
  `${COUNCIL}/plans/compact-with-millbrook`,
  `${COUNCIL}/plans/buses-from-coast-to-vale/versions`,
  `${COUNCIL}/priorities/strategies/brackenshire-together/versions`,
  `${COUNCIL}/plans/local-area-agreement-2008-to-2011`,
  `${COUNCIL}/plans/local-area-agreement-2008-to-2011/memoranda/2`,
  `${COUNCIL}/partnership`,
  `${COUNCIL}/assessments`,
  "/alaw-vale/plans",
  "/alaw-vale/assessments",
  `${COUNCIL}/projects`,
  `${COUNCIL}/projects?standing=late&year=1999`,
  `${COUNCIL}/votes/your-patch-2027/ideas`,
  `${COUNCIL}/votes/your-patch-2027/ideas?words=nothing+has+this+name`,
  `${COUNCIL}/votes/your-patch-2027/ideas?view=map&sort=supports`,
  `${COUNCIL}/votes/your-patch-2027/ideas/1`,
  `${COUNCIL}/votes/your-patch-2027/ideas/3`,
  `${COUNCIL}/votes/your-patch-2027/ideas/7`,
  `${COUNCIL}/votes/your-patch-2027/ideas/1/report`,
  "/alaw-vale/votes/vale-fund-2027/ideas",
  `${COUNCIL}/asset-transfers`,
  `${COUNCIL}/asset-transfers/st-annes-hall`,
  `${COUNCIL}/asset-transfers/fellside-reading-room`,
  `${COUNCIL}/asset-transfers/weavers-arms`,
  `${COUNCIL}/asset-transfers/old-chapel`,
  `${COUNCIL}/asset-transfers/loom-street-yard`,
  `${COUNCIL}/asset-transfers/community-value`,
  `${COUNCIL}/asset-transfers/kershope-schoolhouse`,
  `${COUNCIL}/asset-transfers/park-kiosk`,
  `${COUNCIL}/asset-transfers/register`,
  `${COUNCIL}/pooled-budgets`,
  `${COUNCIL}/pooled-budgets/families-first`,
  "/alaw-vale/pooled-budgets/warm-homes",
  `${COUNCIL}/asset-transfers/register/st-annes-hall`,
  `${COUNCIL}/asset-transfers/register/northmoor-depot`,
  `${COUNCIL}/requests`,
  `${COUNCIL}/consultations/evening-and-sunday-buses`,
  `${COUNCIL}/consultations/evening-and-sunday-buses/start`,
  `${COUNCIL}/consultations/evening-and-sunday-buses/return`,
  "/alaw-vale/consultations/a-park-for-everybody",
  `${COUNCIL}/accessibility`,
  `${COUNCIL}/privacy`,
  `${COUNCIL}/data`,
  "/accessibility",
  "/privacy",
  "/recount",
  "/verify",
  "/sign-in",
] as const;

test("without script a result evening shows no button that only a script can press", async ({ browser, baseURL, to }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto(to(`${COUNCIL}/elections/young-mayor-2025/results/young-mayor/evening`));
  await expect(page.locator("[data-evening-bar]")).toHaveCount(1);
  await expect(page.locator("[hidden]").filter({ visible: true })).toHaveCount(0);
  await context.close();
});

test("a browser that is no shared device says so", async ({ page, to, site }) => {
  expect((await page.goto(to(`${COUNCIL}/station`)))?.status()).toBe(404);
  await expectFaultless(page, site);
});

for (const path of FOR_EVERYBODY)
  test(`anybody can read ${path || "the list of councils"}`, async ({ page, to, site }) => {
    const watched = watch(page);
    const response = await page.goto(to(path));
    expect(response?.status()).toBe(200);
    expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
    await expectFaultless(page, site);
    watched.expectQuiet();
  });

const NOT_THERE = [`${COUNCIL}/programmes/young-patch-2027`, `${COUNCIL}/preview/no-such-secret`, `${COUNCIL}/votes/none`, `${COUNCIL}/votes/young-patch-2027`, "/nowhere", `${COUNCIL}/no/such/page`, `${COUNCIL}/priorities/none`, `${COUNCIL}/priorities/themes/none-1`, `${COUNCIL}/plans/none`, `${COUNCIL}/plans/local-area-agreement-2008-to-2011/memoranda/9`, `${COUNCIL}/involving-you/records/999`, `${COUNCIL}/thread/noted/none`, `${COUNCIL}/votes/young-patch-2027/ideas`, `${COUNCIL}/votes/your-patch-2027/ideas/999`, `${COUNCIL}/consultations/library-opening-hours/responses/999`, `${OPEN}/press-sheet`, `${OPEN}/evaluation`, `${COUNCIL}/embed/results/your-patch-2026/millbrook`] as const;

for (const path of NOT_THERE)
  test(`${path} is not there, and says so in the reader's language`, async ({ page, to, site, words }) => {
    expect((await page.goto(to(path)))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.site.notFound.title);
    await expectFaultless(page, site);
  });

test.describe("officers", () => {
  test.beforeEach(({ page }) => signInAs(page, "council-admin"));

  const WORKSPACE = ["", "/elections", "/elections/new", "/elections/earlier", "/votes", "/votes/start", "/votes/start/template", "/votes/start/copy", "/quick", "/votes/new", "/votes/import", "/consultations", "/consultations/new", "/paper", "/places", "/places/new", "/delivery", "/priorities", "/plans", "/plans/above/begin", "/plans/frameworks", "/plans/frameworks/new?from=local-area-agreement-2008", "/plans/local-area-agreement-2008-to-2011", "/partnership", "/partnership/meeting", "/assessments", "/assessments/flag", "/asset-transfers", "/asset-transfers/st-annes-hall", "/asset-transfers/st-annes-hall/question", "/asset-transfers/st-annes-hall/part", "/asset-transfers/st-annes-hall/longer-time", "/asset-transfers/kershope-schoolhouse", "/asset-transfers/kershope-schoolhouse/appeal-outcome", "/asset-transfers/old-chapel", "/asset-transfers/old-chapel/hearing", "/asset-transfers/park-kiosk/look", "/asset-transfers/st-annes-hall/comment-look", "/asset-transfers/assets/new", "/asset-transfers/assets/st-annes-hall", "/asset-transfers/assets/st-annes-hall/paper", "/pooled-budgets", "/pooled-budgets/new", "/pooled-budgets/families-first", "/pooled-budgets/families-first/contribution", "/pooled-budgets/families-first/allocation", "/pooled-budgets/families-first/case", "/thread?words=lights", "/thread/noted/new", "/duty", "/duty/new", "/duty/2", "/duty/statutes", "/duty/statutes/traffic-order", "/rolls", "/rolls/enquiries", "/areas", "/postcodes", "/people", "/settings", "/audit"] as const;
  for (const path of WORKSPACE)
    test(`an officer can use manage${path}`, async ({ page, to, site }) => {
      const watched = watch(page);
      expect((await page.goto(to(`${COUNCIL}/manage${path}`)))?.status()).toBe(200);
      await expectFaultless(page, site);
      watched.expectQuiet();
    });

  test("a form that names nothing it could be about is not there", async ({ page, to }) => {
    for (const form of ["partnership/answer", "partnership/remove-officer?id=none", "plans/brackenshire-together-2025-to-2028/return", "plans/brackenshire-together-2025-to-2028/decide?change=none"])
      expect((await page.request.get(to(`${COUNCIL}/manage/${form}`))).status(), form).toBe(404);
  });

  test("on a narrow screen the menu is folded, and the browser opens it without a script", async ({ page, browser, baseURL, to, words }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, storageState: await page.context().storageState(), ...(baseURL === undefined ? {} : { baseURL }) });
    const phone = await context.newPage();
    await phone.goto(to(`${COUNCIL}/manage/plans`));
    const menu = phone.getByRole("navigation", { name: words.site.workspace.menu });
    await expect(menu.getByRole("link")).toHaveCount(0);
    await menu.getByText(words.site.workspace.openMenu).click();
    await menu.getByRole("link", { name: words.site.workspace.elections }).click();
    await expect(phone).toHaveURL(/manage\/elections$/);
    await context.close();
    await page.goto(to(`${COUNCIL}/manage/plans`));
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.getByRole("navigation", { name: words.site.workspace.menu }).getByRole("link", { name: words.site.workspace.elections })).toBeVisible();
  });

  test("another council's workspace is not theirs", async ({ page, to }) => {
    expect((await page.goto(to("/alaw-vale/manage")))?.status()).toBe(403);
  });
});

test.describe("the returning officer", () => {
  test.beforeEach(({ page }) => signInAs(page, "returning-officer"));

  for (const part of ["count-key", "amendments", "lost-keys", "check-in", "codes", "codes/new", "codes/new?kind=person", "requests", "turnout"])
    test(`can use a vote's ${part}`, async ({ page, to, site, words }) => {
      await page.goto(to(`${COUNCIL}/manage/votes`));
      await page.locator("main").getByRole("link", { name: site === "cy" ? "Eich Ardal 2026" : "Your Patch 2026" }).first().click();
      await expect(page.getByRole("link", { name: words.workspace.vote.asResident })).toBeVisible();
      expect((await page.goto(`${page.url().replace(/\?.*/, "")}/${part}`))?.status()).toBe(200);
      await expectFaultless(page, site);
    });
});

test("the returning officer can use the hustings and the schools of an election, and a pack that came short", async ({ page, to, site }) => {
  await signInAs(page, "returning-officer");
  await page.goto(to(`${COUNCIL}/manage/elections`));
  await page.locator("main").getByRole("link", { name: /2026/ }).first().click();
  const election = page.url();
  for (const part of ["hustings", "questions", "schools"]) {
    expect((await page.goto(`${election}/${part}`))?.status()).toBe(200);
    await expectFaultless(page, site);
  }
  await page.locator("main").getByRole("link", { name: site === "cy" ? "Ysgol Uwchradd Melinddwr" : "Millbrook High" }).click();
  await expectFaultless(page, site);
  await page.locator("main").getByRole("link", { name: "10B" }).first().click();
  await expectFaultless(page, site);
});

test("an officer can use the promises and the evaluation of an election that is declared", async ({ page, to, site }) => {
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${COUNCIL}/manage/elections`));
  await page.locator("main").getByRole("link", { name: /2025/ }).first().click();
  await page.waitForURL(/elections\/[0-9a-f-]{36}$/);
  const home = page.url();
  for (const part of ["promises", "evaluation"]) {
    expect((await page.goto(`${home}/${part}`))?.status()).toBe(200);
    await expectFaultless(page, site);
  }
});

test("the officer asked to listings can use every form of their desks, and an approver those of a claim", async ({ page, browser, to, site }) => {
  const visit = async (who: Page, from: string): Promise<string[]> => {
    expect((await who.goto(from))?.status(), from).toBe(200);
    await expectFaultless(who, site);
    const links = await who.locator("main a").evaluateAll((all, within) => all.map((each) => new URL((each as HTMLAnchorElement).href).pathname).filter((path) => path.startsWith(within) && !/documents|evidence/.test(path)), `${from}/`);
    return [...new Set(links)];
  };
  await signInAs(page, "engagement-officer");
  const claims: string[] = [];
  for (const listing of ["old-chapel", "weavers-arms"])
    for (const form of await visit(page, to(`${COUNCIL}/manage/asset-transfers/${listing}`))) {
      const further = await visit(page, form);
      if (!form.includes("/claims/")) continue;
      claims.push(form);
      for (const one of further) await visit(page, one);
    }
  expect(claims).not.toEqual([]);
  const { baseURL, javaScriptEnabled, viewport } = test.info().project.use;
  const approver = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: javaScriptEnabled ?? true, viewport: viewport ?? null })).newPage();
  await signInAs(approver, "approver");
  for (const claim of claims) for (const one of await visit(approver, claim)) await visit(approver, one);
});

test("an officer can use the pages of a consultation that is under way", async ({ page, to, site }) => {
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${COUNCIL}/manage/consultations`));
  await page.locator("main").getByRole("link", { name: site === "cy" ? "Bysiau gyda’r nos ac ar ddydd Sul" : "Evening and Sunday buses" }).first().click();
  const home = page.url().replace(/\?.*/, "");
  for (const part of ["approval", "changes", "changes/times", "response", "feedback", "answers", "answers?rows=q%3Aring-and-ride&columns=e%3Aage", "answers/report", "answers/files", "register", "register/new", "register/batches", "register/spreadsheet", "register/signs", "register/letters?for=results"]) {
    expect((await page.goto(`${home}/${part}`))?.status()).toBe(200);
    await expectFaultless(page, site);
  }
});

test("an officer can use the register of responses, with what waits in it", async ({ page, to, site, words }) => {
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${COUNCIL}/manage/consultations`));
  await page.locator("main").getByRole("link", { name: site === "cy" ? "Oriau agor y llyfrgell" : "Library opening hours" }).first().click();
  const home = `${page.url().replace(/\?.*/, "")}/register`;
  for (const part of ["", "?channel=letter", "?show=letters", "/signs", "/letters"]) {
    expect((await page.goto(`${home}${part}`))?.status()).toBe(200);
    await expectFaultless(page, site);
  }
  // A response with a letter's words, what was corrected of it, what was taken out of them, and its history.
  await page.goto(`${home}?channel=letter`);
  await page.locator("main table a").last().click();
  await expectFaultless(page, site);
  await page.getByRole("link", { name: words.corrections.correct }).click();
  await expectFaultless(page, site);
  await page.goto(`${home}/batches`);
  await page.locator("main table a").first().click();
  await expectFaultless(page, site);
  await page.getByRole("link", { name: words.paperEntry.batch.settle({ paper: 2 }) }).click();
  await expectFaultless(page, site);
});

test("an organisation can use the pages of its own application", async ({ page, to, site }) => {
  await signInAs(page, "resident");
  for (const path of ["mine", "fellside-reading-room/ours", "fellside-reading-room/ours/document", "fellside-reading-room/ours/return", "register/quarry-green/apply", "old-chapel/owner", "old-chapel/owner/answer-time", "old-chapel/owner/claim", "weavers-arms/owner"]) {
    expect((await page.goto(to(`${COUNCIL}/asset-transfers/${path}`)))?.status()).toBe(200);
    await expectFaultless(page, site);
  }
});

test("somebody who speaks for a partner can use the page of what waits for it", async ({ page, to, site }) => {
  await signInAs(page, "partner-officer");
  expect((await page.goto(to(`${COUNCIL}/partner`)))?.status()).toBe(200);
  await expectFaultless(page, site);
});

test("the workspace asks who it is, and comes back to where one wanted to go", async ({ page, to }) => {
  await page.goto(to(`${COUNCIL}/manage/votes`));
  await expect(page).toHaveURL(/sign-in\?next=/);
});
