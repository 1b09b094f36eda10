import { expectNoAxeViolations, expectNoSidewaysScroll } from "../../support/accessibility.ts";
import { expect, test } from "../../support/journey.ts";
import { linkIn, mailTo, newestMailTo } from "../../support/mail.ts";

const COUNCIL = "/brackenshire";

test("somebody follows the council by email, changes how often, and is forgotten", async ({ page, request, to, words }) => {
  const t = words.following;
  const email = `follower-${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.goto(to(`${COUNCIL}/follow`));
  await page.getByLabel(t.ask.email).fill("not an address");
  await page.getByRole("button", { name: t.ask.submit }).click();
  await expect(page.getByRole("alert").or(page.getByRole("group", { name: words.site.errorSummary })).first()).toBeVisible();
  await expect(page.getByLabel(t.ask.email)).toHaveValue("not an address");
  await expectNoAxeViolations(page);

  await page.getByLabel(t.ask.email).fill(email);
  await page.getByLabel(t.ask.rhythms.weekly).check();
  await page.getByRole("button", { name: t.ask.submit }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.sent.title);

  const { pathname, search } = new URL(linkIn(await newestMailTo(request, email)));
  await page.goto(pathname + search);
  await page.getByRole("button", { name: t.confirm.submit }).click();
  await expect(page.getByText(t.manage.confirmed)).toBeVisible();
  await expect(page.getByLabel(t.ask.rhythms.weekly)).toBeChecked();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);

  await page.getByLabel(t.ask.rhythms["at-once"]).check();
  await page.getByRole("button", { name: t.manage.save, exact: true }).click();
  await expect(page.getByText(t.manage.saved, { exact: true })).toBeVisible();
  const own = page.url();
  await page.getByRole("button", { name: t.manage.stopAll }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.stop.doneTitle);
  expect((await page.goto(own))?.status()).toBe(410);

  // Whether an address follows is not said; the forgotten one gets no link.
  const before = (await mailTo(request, email)).length;
  await page.goto(to(`${COUNCIL}/follow/find`));
  await page.getByLabel(t.ask.email).fill(email);
  await page.getByRole("button", { name: t.find.submit }).click();
  await expect(page.getByText(t.find.sent({ email }))).toBeVisible();
  expect(await mailTo(request, email)).toHaveLength(before);
});

test("the list goes out as a feed, a calendar and a frame for other sites", async ({ page, request, to, words }) => {
  await page.goto(to(`${COUNCIL}/search?q=patch`));
  await page.getByRole("link", { name: words.finding.takeAlong }).click();
  await expect(page.getByLabel(words.finding.feeds.snippet)).toHaveValue(/<iframe src="[^"]+embed\?q=patch"/);
  const atom = await request.get(to(`${COUNCIL}/feeds/engagements.atom?q=patch`));
  expect(atom.headers()["content-type"]).toContain("application/atom+xml");
  const calendar = await request.get(to(`${COUNCIL}/feeds/engagements.ics`));
  expect(await calendar.text()).toContain("BEGIN:VEVENT");
  const frame = await page.goto(to(`${COUNCIL}/embed`));
  expect(frame?.headers()["content-security-policy"]).toContain("frame-ancestors *");
  await expectNoAxeViolations(page);
  expect((await page.goto(to(COUNCIL)))?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});
