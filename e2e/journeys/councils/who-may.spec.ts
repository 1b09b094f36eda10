import type { APIResponse, Page } from "@playwright/test";
import type { DemoPerson } from "#seed/demo-people.ts";
import { expectNoAxeViolations } from "../../support/accessibility.ts";
import { signInAs } from "../../support/demo-session.ts";
import { expect, test } from "../../support/journey.ts";

type Form = Readonly<Record<string, string>>;
type Role = DemoPerson["role"];

const MANAGE = "/brackenshire/manage";
const ID = /\/manage\/votes\/([0-9a-f-]{36})/;

/** Every form is complete, so that only the role can be what it is refused for. */
const newVote = (title = "Not theirs to start"): Form => ({ once: crypto.randomUUID(), titleEn: title, titleCy: title, topic: "environment-and-parks", amount: "1000", areaId: "" });
const newTarget = (title: string): Form => ({
  once: crypto.randomUUID(),
  slug: `target-${crypto.randomUUID()}`,
  titleEn: title,
  titleCy: title,
  indicatorEn: "Trees planted",
  indicatorCy: "Coed a blannwyd",
  status: "on-track",
});
const SETTINGS: Form = { nameEn: "Taken over", nameCy: "Taken over", contactEmail: "x@y.example", contactPhone: "" };

async function send(page: Page, path: string, form: Form, origin = new URL(test.info().project.use.baseURL ?? "").origin): Promise<APIResponse> {
  return page.request.post(path, { form, headers: { Origin: origin }, maxRedirects: 0 });
}

/** The vote of 2025 in the workspace; read with a role that may. */
async function declaredVote(page: Page, to: (path: string) => string): Promise<string> {
  await page.goto(to(`${MANAGE}/votes`));
  return (await page.getByRole("link", { name: /2025/ }).first().getAttribute("href")) ?? "";
}

const OFFICIAL: readonly (readonly [Role, readonly (readonly [string, Form])[]])[] = [
  ["resident", [["/votes/new", newVote()], ["/settings", SETTINGS], ["/priorities", newTarget("No")]]],
  ["engagement-officer", [["/settings", SETTINGS], ["/settings/colour", { colour: "#112233" }], ["/people", { email: "a@b.example", roles: "approver" }]]],
  ["approver", [["/votes/new", newVote()], ["/settings", SETTINGS], ["/priorities", newTarget("No")]]],
  ["returning-officer", [["/votes/new", newVote()], ["/priorities", newTarget("No")], ["/people", { email: "a@b.example", roles: "approver" }]]],
  ["moderator", [["/votes/new", newVote()], ["/settings", SETTINGS], ["/priorities", newTarget("No")]]],
  ["operator", [["/votes/new", newVote()], ["/settings", SETTINGS]]],
];

for (const [role, acts] of OFFICIAL)
  test(`what is not for a ${role} is refused, whatever is sent`, async ({ page, to, words }) => {
    await signInAs(page, role);
    for (const [path, form] of acts) {
      const refused = await send(page, to(MANAGE + path), form);
      expect(refused.status(), path).toBe(403);
      expect(await refused.text()).toContain(words.site.forbidden.title);
    }
  });

test("an administrator neither approves, closes, counts nor declares", async ({ page, to }) => {
  await signInAs(page, "council-admin");
  const vote = await declaredVote(page, to);
  const poll = /\/manage\/results\/[0-9a-f-]{36}/.exec(await (await page.request.get(vote)).text())?.[0] ?? "";
  expect(poll).not.toBe("");
  const desk = to(`/brackenshire${poll}`);
  for (const [path, form] of [
    [`${vote}/approval`, { answer: "approved" }],
    [`${vote}/approval`, { answer: "sent-back", reason: "No" }],
    [`${vote}/close`, { earlyBecause: "Now" }],
    [desk, { act: "count" }],
    [`${desk}/declare`, { name: "Carys Beddoe", sure: "yes" }],
  ] as const)
    expect((await send(page, path, form)).status(), path).toBe(403);
});

test("pages that lead only to a refusal are refused before anybody types", async ({ page, to }) => {
  for (const role of ["approver", "returning-officer", "moderator"] as const) {
    await page.context().clearCookies();
    await signInAs(page, role);
    for (const path of ["/votes/new", "/people", "/settings", "/areas", "/postcodes"]) expect((await page.request.get(to(MANAGE + path))).status(), `${role} at ${path}`).toBe(403);
  }
});

test("another council's vote is not there, and its workspace is not theirs", async ({ page, to, words }) => {
  await signInAs(page, "engagement-officer");
  const [, id = ""] = ID.exec(await declaredVote(page, to)) ?? [];
  expect((await send(page, to("/alaw-vale/manage/votes/new"), newVote())).status()).toBe(403);
  await page.context().clearCookies();
  await signInAs(page, "engagement-officer", "alaw-vale");
  expect((await page.goto(to("/alaw-vale/manage/votes")))?.status()).toBe(200);
  for (const part of ["", "/details", "/projects", "/approval", "/turnout", "/feedback"]) {
    expect((await page.goto(to(`/alaw-vale/manage/votes/${id}${part}`)))?.status(), part).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.site.notFound.title);
  }
  expect((await send(page, to(`/alaw-vale/manage/votes/${id}/feedback`), { askedEn: "x", saidEn: "y", didEn: "z" })).status()).toBe(404);
  for (const id_ of ["none", "00000000-0000-7000-8000-000000000000", "..%2F.."])
    expect((await page.request.get(to(`/alaw-vale/manage/votes/${id_}/details`))).status(), id_).toBe(404);
  // An address with a NUL names nothing that could be there; it is refused before anything is looked for.
  expect((await page.request.get(to("/alaw-vale/manage/votes/%00/details"))).status()).toBe(400);
});

test("what an officer typed outlives their sign-in, and is sent again after it", async ({ page, to, words }) => {
  const { create } = words.drafting;
  await signInAs(page, "engagement-officer");
  await page.goto(to(`${MANAGE}/votes/new`));
  await page.getByLabel(create.amount).fill("lots");
  await page.context().clearCookies();
  await page.getByRole("button", { name: create.button }).click();
  const t = words.site.signInAgain;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.title);
  await expect(page.getByRole("link", { name: t.first["sign-in"] })).toHaveAttribute("href", `${to("/sign-in")}?next=${encodeURIComponent(to(`${MANAGE}/votes/new`))}`);
  await expectNoAxeViolations(page);
  await signInAs(page, "engagement-officer");
  await page.getByRole("button", { name: t.send }).click();
  await expect(page.getByLabel(create.amount)).toHaveValue("lots");
});

test("nobody's form is given back, and the sign-in page knows the way back", async ({ page, to, words }) => {
  const sent = await send(page, to(`${MANAGE}/votes/new`), newVote());
  expect(sent.status()).toBe(403);
  expect(await sent.text()).toContain(words.site.signInAgain.title);
  await page.goto(to(`${MANAGE}/votes?x=1`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.accounts.signIn.title);
  expect(new URL(page.url()).searchParams.get("next")).toBe(to(`${MANAGE}/votes?x=1`));
  // A way back to elsewhere is no way back.
  await page.goto(to("/sign-in?next=https://evil.example/"));
  expect(await page.content()).not.toContain("evil.example");
});

test("a form that another site sends does nothing", async ({ page, to, words }) => {
  await signInAs(page, "council-admin");
  const title = `Foreign ${crypto.randomUUID()}`;
  for (const origin of ["https://evil.example", "null", "http://localhost:1"]) {
    const refused = await send(page, to(`${MANAGE}/votes/new`), newVote(title), origin);
    expect(refused.status(), origin).toBe(403);
    expect(await refused.text()).toContain(words.site.badForm.title);
  }
  const without = await page.request.post(to(`${MANAGE}/priorities`), { form: newTarget(title), maxRedirects: 0 });
  expect(without.status()).toBe(403);
  const text = await (await page.request.get(to(`${MANAGE}/votes`))).text();
  expect(text).not.toContain(title);
  expect(await (await page.request.get(to(`${MANAGE}/priorities`))).text()).not.toContain(title);
});

test("a form sent twice, even at once, makes one thing", async ({ page, to }) => {
  await signInAs(page, "engagement-officer");
  const run = crypto.randomUUID();
  const vote = newVote(`Twice ${run}`);
  const first = await send(page, to(`${MANAGE}/votes/new`), vote);
  const again = await Promise.all([1, 2, 3].map(() => send(page, to(`${MANAGE}/votes/new`), vote)));
  for (const answer of [first, ...again]) {
    expect(answer.status()).toBe(303);
    expect(answer.headers()["location"]).toBe(first.headers()["location"]);
  }
  const list = await (await page.request.get(to(`${MANAGE}/votes`))).text();
  expect(list.split(`>Twice ${run}<`)).toHaveLength(2);

  const home = first.headers()["location"] ?? "";
  const potId = /name="potId" value="([0-9a-f-]{36})"/.exec(await (await page.request.get(`${home}/projects/new`)).text())?.[1] ?? "";
  const project = { once: crypto.randomUUID(), potId, titleEn: `Project ${run}`, titleCy: `Prosiect ${run}`, summaryEn: "A", summaryCy: "B", costPence: "500", tile: "ring" };
  const projects = await Promise.all([1, 2, 3].map(() => send(page, `${home}/projects/new`, project)));
  for (const answer of projects) expect(answer.status()).toBe(303);
  const shown = (await (await page.request.get(`${home}/projects`)).text()).replaceAll(/<span class="vh">[^<]*<\/span>/g, "");
  expect(shown.match(new RegExp(`>(Project|Prosiect) ${run}<`, "g"))).toHaveLength(1);

  const target = newTarget(`Target ${run}`);
  const targets = await Promise.all([1, 2, 3].map(() => send(page, to(`${MANAGE}/priorities`), target)));
  for (const answer of targets) expect(answer.status()).toBe(303);
  const all = await (await page.request.get(to("/brackenshire/priorities"))).text();
  expect(all.split(`>Target ${run}<`)).toHaveLength(2);
});

test("what is no form of ours is refused in the reader's language", async ({ page, to, words, baseURL }) => {
  const own = { Origin: new URL(baseURL ?? "").origin };
  const address = to("/sign-in");
  const urlencoded = "application/x-www-form-urlencoded";
  const odd = [
    [urlencoded, Buffer.from("email=%ff%fe"), 400, words.site.badForm["not-text"]],
    [urlencoded, Buffer.from([0x65, 0x3d, 0xff]), 400, words.site.badForm["not-text"]],
    [urlencoded, Buffer.from(`email=${"a".repeat(600_000)}`), 413, words.site.badForm["too-large"]],
    [urlencoded, Buffer.from("a=1&".repeat(3000)), 413, words.site.badForm["too-large"]],
    ["application/json", Buffer.from('{"email":"a@b.example"}'), 400, words.site.badForm["not-a-form"]],
    ["multipart/form-data; boundary=x", Buffer.from("--y\r\nbroken"), 400, words.site.badForm["not-a-form"]],
  ] as const;
  for (const [type, data, status, said] of odd) {
    const refused = await page.request.post(address, { data, headers: { ...own, "Content-Type": type } });
    expect(refused.status(), `${type} ${String(data.length)}`).toBe(status);
    expect(await refused.text()).toContain(said);
  }
});
