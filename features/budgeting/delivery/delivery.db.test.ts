import sharp from "sharp";
import { expect, test } from "vitest";
import { londonDay } from "#domain/basics/london-time.ts";
import { getProgramme } from "#features/budgeting/programmes/queries.ts";
import { listProposers } from "#features/budgeting/proposers/queries.ts";
import { joinList } from "#features/notifications/mailing-list/join-list.ts";
import { sealListRequest } from "#features/notifications/mailing-list/list-links.ts";
import { storePhoto } from "#platform/photos/keep-photo.ts";
import { preparePhoto } from "#platform/photos/prepare-photo.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { endDelivery } from "./end-delivery.ts";
import { enterMoney, takeBackMoney, type EnterMoneyInput } from "./enter-money.ts";
import { putMilestone, removeMilestone } from "./put-milestone.ts";
import { countDelivered, getDelivery, getFunded, listFunded, listOpenPots } from "./queries.ts";
import { returnUnderspend } from "./return-underspend.ts";
import { writeUpdate } from "./write-update.ts";

const { url, sql } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const auditor = await makeOfficer(council, "auditor");
await makeWholeDraft(officer);
const [bench = "", trees = ""] = (await sql<{ id: string }[]>`update projects set state = 'funded' returning id`).map(({ id }) => id);
const AWARDS = new Map((await listFunded(officer)).map(({ id, accounts }) => [id, accounts.awardPence]));
const today = londonDay(now());
const none = { en: "", cy: "" };
const words = (en: string) => ({ en, cy: `${en} (cy)` });

const money = (projectId: string, more: Partial<EnterMoneyInput> = {}) =>
  enterMoney(officer, { projectId, once: randomId(), kind: "paid", what: words("Deposit"), paidTo: "Play Ltd", on: today, amountPence: 50_000, because: none, ...more });
const step = (projectId: string, more: { once?: string; plannedFor?: string; doneOn?: string | null } = {}) =>
  putMilestone(officer, { projectId, once: randomId(), title: words("Built"), note: none, plannedFor: today, doneOn: null, ...more });

test("a plan keeps the day first planned for, and a step that is done stays", async () => {
  const once = randomId();
  expect((await step(bench, { once, plannedFor: "2099-03-01" })).ok).toBe(true);
  expect((await step(bench, { once, plannedFor: "2099-04-01" })).ok).toBe(true);
  expect(await step(bench, { once, doneOn: "2099-04-01" })).toEqual({ ok: false, error: "done-in-future" });
  expect((await getDelivery(officer, bench)).milestones).toMatchObject([{ plannedFor: "2099-04-01", firstPlannedFor: "2099-03-01", doneOn: null }]);
  expect((await step(bench, { once, doneOn: today })).ok).toBe(true);
  expect(await removeMilestone(officer, { projectId: bench, milestoneId: once })).toEqual({ ok: false, error: "milestone-done" });
  // Another project's step is not changed through this one.
  expect(await step(trees, { once })).toEqual({ ok: false, error: "form-expired" });
});

test("entries sent twice count once, stay for good, and above the award want a reason", async () => {
  const once = randomId();
  await money(bench, { once });
  await money(bench, { once });
  expect((await getDelivery(officer, bench)).accounts).toMatchObject({ paidPence: 50_000, leftPence: (AWARDS.get(bench) ?? 0) - 50_000 });
  expect(await money(bench, { amountPence: AWARDS.get(bench) ?? 0 })).toEqual({ ok: false, error: "above-award" });
  expect((await money(bench, { kind: "committed", amountPence: (AWARDS.get(bench) ?? 0) + 1, because: words("Steel") })).ok).toBe(true);
  expect(await money(bench, { on: "2099-01-01" })).toEqual({ ok: false, error: "in-future" });
  await expect(sql`update project_money set amount_pence = 1 where id = ${once}`).rejects.toThrow("append-only");
});

test("an entry is taken back once, also by two at once, and both stay to be seen", async () => {
  const once = randomId();
  await money(trees, { once });
  const answers = await Promise.all([1, 2, 3].map(() => takeBackMoney(officer, { projectId: trees, entryId: once, because: words("Twice by mistake") })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { accounts, money: entries } = await getDelivery(officer, trees);
  expect(accounts.paidPence).toBe(0);
  expect(entries).toHaveLength(2);
});

test("what an ended project did not need goes once into a pot that is a draft, which grows by it", async () => {
  expect(await returnUnderspend(officer, { projectId: bench, toPotId: randomId() })).toEqual({ ok: false, error: "nothing-left" });
  expect(await endDelivery(officer, { projectId: bench, kind: "finished", on: today, reason: none })).toEqual({ ok: false, error: "variance-unexplained" });
  expect((await endDelivery(officer, { projectId: bench, kind: "finished", on: today, reason: words("Timber was cheaper") })).ok).toBe(true);
  expect(await money(bench)).toEqual({ ok: false, error: "delivery-ended" });
  expect((await writeUpdate(officer, { projectId: bench, once: randomId(), title: words("Open"), text: words("Come and sit."), writtenBy: "Parks" })).ok).toBe(true);

  const [pot] = await listOpenPots(officer);
  if (!pot) throw new Error("No pot is open");
  const left = (AWARDS.get(bench) ?? 0) - 50_000;
  const answers = await Promise.all([1, 2].map(() => returnUnderspend(officer, { projectId: bench, toPotId: pot.id })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { pots } = await getProgramme(officer, pot.programmeId);
  expect(pots.find(({ id }) => id === pot.id)?.amountPence).toBe(pot.amountPence + left);
  expect((await sql`select budget_pence from polls where id = ${pots[0]?.pollId ?? ""}`)[0]?.["budget_pence"]).toBe(String(pot.amountPence + left));
  expect(await getFunded(officer, bench)).toMatchObject({ returnedPence: left, end: { kind: "finished", on: today } });
  expect(await countDelivered(officer)).toEqual({ funded: 2, delivered: 1 });
});

test("only officers who run votes change a delivery, and nobody another council's", async () => {
  await expect(writeUpdate(auditor, { projectId: trees, once: randomId(), title: words("x"), text: words("x"), writtenBy: "x" })).rejects.toThrow("forbidden: delivery.edit");
  const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
  await expect(money(trees).then(() => getFunded(stranger, trees))).rejects.toThrow("not-found: project");
  await expect(writeUpdate(stranger, { projectId: trees, once: randomId(), title: words("x"), text: words("x"), writtenBy: "x" })).rejects.toThrow("not-found: project");
});

test("an update shows a photo described in words, and each person hears of it once: as follower, as proposer or as one who asked", async () => {
  const photoId = await storePhoto(council.council.id, await preparedPhoto());
  const alt = words("Lamps in boxes");
  const [place] = await sql<{ engagement: string; programme: string }[]>`
    select e.id as engagement, t.programme_id as programme from projects p join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id where p.id = ${bench}`;
  const { engagement = "", programme = "" } = place ?? {};
  const [ann = "", bob = ""] = await Promise.all(["ann", "bob"].map((name) => addPerson(`${name}@example.org`)));
  const [idea] = await sql<{ id: string }[]>`
    insert into ideas (council_id, programme_id, number, state, author_id, written_in, title_en, project_id, sent_at, changed_at)
    values (${council.council.id}, ${programme}, 900, 'on-ballot', ${ann}, 'en', 'Bench', ${bench}, now(), now()) returning id`;
  await sql`insert into idea_co_authors (council_id, idea_id, email, person_id, invited_at, confirmed_at) values (${council.council.id}, ${idea?.id ?? ""}, 'bob@example.org', ${bob}, now(), now())`;
  expect((await listProposers(officer, { projectId: bench })).map(({ email }) => email)).toEqual(["ann@example.org", "bob@example.org"]);
  expect(await listProposers(officer, { projectId: trees })).toEqual([]);
  for (const [name, delivery] of [["ann", true], ["cai", true], ["dee", false], ["eve", true]] as const)
    await joinList({ ...council, kind: "public", locale: "en" } as never, engagement, sealListRequest({ engagementId: engagement, email: `${name}@example.org`, locale: "en", delivery }, now()));
  const [eve] = await sql<{ id: string }[]>`insert into followers (council_id, email, locale, rhythm, since) values (${council.council.id}, 'eve@example.org', 'en', 'at-once', now()) returning id`;
  await sql`insert into follows (follower_id, kind, thing_id, since) values (${eve?.id ?? ""}, 'project', ${bench}, now())`;

  const once = randomId();
  const update = () => writeUpdate(officer, { projectId: bench, once, title: words("Lamps ordered"), text: words("They come by night."), writtenBy: "Highways", photo: { photoId, alt } });
  expect(await update()).toEqual({ ok: true });
  expect(await update()).toEqual({ ok: true });
  expect((await getDelivery(officer, bench)).updates.find(({ id }) => id === once)?.photo).toMatchObject({ id: photoId, alt });
  // Nobody can put their words under a photo that is shown already.
  expect(await writeUpdate(officer, { projectId: bench, once: randomId(), title: words("Again"), text: words("x"), writtenBy: "Highways", photo: { photoId, alt } })).toEqual({ ok: false, error: "photo-gone" });

  const letters = await sql<{ email: string; because: string }[]>`select l.email, l.because from letters l join letter_rounds r on r.id = l.round_id where r.occasion = ${`update:${once}`} order by l.email`;
  expect(letters.map(({ email, because }) => `${email} ${because}`)).toEqual(["ann@example.org proposer", "bob@example.org proposer", "cai@example.org asked"]);
  expect(await sql`select 1 from follow_messages where event = ${`project.updated:${once}`}`).toHaveLength(1);
});

async function addPerson(email: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`insert into people (email) values (${email}) returning id`;
  return row?.id ?? "";
}

async function preparedPhoto() {
  const prepared = await preparePhoto(await sharp({ create: { width: 400, height: 300, channels: 3, background: "#c4472c" } }).jpeg().toBuffer());
  if (!prepared.ok) throw new Error(prepared.error);
  return prepared.value;
}
