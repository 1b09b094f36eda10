import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { askToBeTold, joinList, leaveList } from "#features/notifications/mailing-list/join-list.ts";
import { addressHash, leaveAddress, sealListRequest } from "#features/notifications/mailing-list/list-links.ts";
import { now } from "#platform/clock.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { beginRound, type RoundInput } from "./begin-round.ts";
import { countOnList, findRound } from "./queries.ts";
import { sendLetters } from "./send-letters.ts";

const { url, sql } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const scope = { ...council, kind: "public", locale: "en" } as unknown as PublicScope;
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const run = { signal: new AbortController().signal };

const join = (engagementId: string, email: string, more: { locale?: "en" | "cy"; delivery?: boolean } = {}) =>
  joinList(scope, engagementId, sealListRequest({ engagementId, email, locale: "en", delivery: false, ...more }, now()));
const begin = (engagementId: string, more: Partial<RoundInput> = {}) =>
  inTransaction((tx) => beginRound(tx, council, { occasion: `announcement:${engagementId}`, engagementId, subject: both("Results"), body: both("They are in."), proposers: [], deliveryOnly: false, ...more }));
const roundId = async (engagementId: string): Promise<string> => (await sql<{ id: string }[]>`select id from letter_rounds where engagement_id = ${engagementId}`)[0]?.id ?? "";
const mailTo = (email: string) => sql<{ subject: string; body: string }[]>`select subject, body from mail_messages where recipient = ${email}`;

test("nothing is kept of a wish until its link is used, and the list says nothing of a vote", async () => {
  const id = randomId();
  const engagement = { id, slug: "your-patch", title: both("Your Patch"), consultationId: null };
  const request = new Request("http://localhost/en/x/votes/your-patch/updates", { headers: { cookie: "pass-1=secret; ballot-1=key" } });
  expect(await askToBeTold({ scope, request, engagement }, { email: "ann@example.org", delivery: true })).toEqual({ ok: true });
  expect(await countOnList(scope, id)).toBe(0);
  const [{ body = "" } = {}] = await mailTo("ann@example.org");
  const sealed = new URL(/http\S+/.exec(body)?.[0] ?? "http://none").searchParams.get("k") ?? "";
  expect(await joinList(scope, randomId(), sealed)).toEqual({ ok: false, error: "broken" });
  expect(await joinList(scope, id, `${sealed.slice(0, -4)}AAAA`)).toEqual({ ok: false, error: "broken" });
  expect((await joinList(scope, id, sealed)).ok).toBe(true);
  expect((await joinList(scope, id, sealed)).ok).toBe(true);
  expect(await countOnList(scope, id)).toBe(1);
  // No column of the list could be joined to a pass, a mark, a ballot or a moment.
  const columns = await sql<{ name: string; type: string }[]>`select column_name as name, data_type as type from information_schema.columns where table_name = 'mailing_lists'`;
  expect(columns.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
    "address_hash bytea",
    "confirmed_on date",
    "council_id uuid",
    "delivery boolean",
    "email text",
    "engagement_id uuid",
    "entered boolean",
    "locale text",
  ]);
  const old = new Date(now().getTime() - 8 * 86_400_000);
  expect(await joinList(scope, id, sealListRequest({ engagementId: id, email: "late@example.org", locale: "en", delivery: false }, old))).toEqual({ ok: false, error: "expired" });
});

test("an address asks for a link five times an hour at most", async () => {
  const engagement = { id: randomId(), slug: "your-patch", title: both("Your Patch"), consultationId: null };
  const ask = () => askToBeTold({ scope, request: new Request("http://localhost/"), engagement }, { email: "eager@example.org", delivery: false });
  for (let time = 0; time < 5; time += 1) expect((await ask()).ok).toBe(true);
  expect(await ask()).toEqual({ ok: false, error: "too-many-mails" });
});

test("each person gets one letter, in their language, whatever they are and however often the job is killed and begun again", async () => {
  const id = randomId();
  for (let person = 0; person < 23; person += 1) await join(id, `voter-${String(person)}@example.org`, { locale: person % 2 ? "cy" : "en" });
  const proposers = [{ email: "Voter-3@example.org", locale: "en" as const }, { email: "bea@example.org", locale: "cy" as const }];
  expect(await begin(id, { proposers })).toBe(true);
  // Begun again by another click, and with other words: nothing.
  expect(await begin(id, { body: both("Other words") })).toBe(false);
  const round = await roundId(id);
  expect(await findRound(scope, `announcement:${id}`)).toMatchObject({ letters: 24, queued: 0, toProposers: 2, finishedAt: null });

  // Two workers at once, and one that is asked to stop at once.
  const stopped = new AbortController();
  stopped.abort();
  await sendLetters(council, round, { signal: stopped.signal }, 5);
  await Promise.all([sendLetters(council, round, run, 5), sendLetters(council, round, run, 7)]);
  await sendLetters(council, round, run, 5);
  const [{ mails = 0 } = {}] = await sql<{ mails: number }[]>`select count(*)::integer as mails from mail_messages where subject like 'Results%'`;
  expect(mails).toBe(24);
  expect(await findRound(scope, `announcement:${id}`)).toMatchObject({ letters: 24, queued: 24 });
  expect((await findRound(scope, `announcement:${id}`))?.finishedAt).not.toBeNull();
  expect(await mailTo("voter-1@example.org")).toMatchObject([{ subject: "Results (cy)" }]);
  // Once the mail is in the outbox no address is kept beside it.
  expect(await sql`select 1 from letters where round_id = ${round} and email is not null`).toHaveLength(0);
});

test("a killed batch is neither lost nor sent twice", async () => {
  const id = randomId();
  await join(id, "kay@example.org");
  await begin(id);
  const round = await roundId(id);
  await sql`alter table mail_messages add constraint broken check (recipient <> 'kay@example.org') not valid`;
  expect(await refusalOf(sendLetters(council, round, run))).toContain("broken");
  await sql`alter table mail_messages drop constraint broken`;
  expect(await mailTo("kay@example.org")).toHaveLength(0);
  await sendLetters(council, round, run);
  expect(await mailTo("kay@example.org")).toHaveLength(1);
});

test("news of projects goes to those who asked for it, and the link of a letter takes one off the list", async () => {
  const id = randomId();
  await join(id, "both@example.org", { delivery: true });
  await join(id, "result-only@example.org");
  await begin(id, { occasion: `update:${randomId()}`, deliveryOnly: true });
  await sendLetters(council, await roundId(id), run);
  expect(await mailTo("result-only@example.org")).toHaveLength(0);
  const [{ body = "" } = {}] = await mailTo("both@example.org");
  const link = new URL(/http\S*leave-list\S*/.exec(body)?.[0] ?? "http://none");
  expect(link.href).toMatch(new RegExp(`^${leaveAddress({ locale: "en", slug: council.council.slug }, id, "").split("?")[0] ?? ""}`));
  expect((await leaveList(scope, link.searchParams.get("k") ?? "")).ok).toBe(true);
  expect((await leaveList(scope, link.searchParams.get("k") ?? "")).ok).toBe(true);
  expect(await countOnList(scope, id)).toBe(1);
  expect(await leaveList(scope, "broken")).toEqual({ ok: false, error: "broken" });
  expect(addressHash("A@example.org").equals(addressHash("a@example.org"))).toBe(true);
});
