import { beforeEach, expect, test, vi } from "vitest";
import { inTransaction } from "#db/client.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { unsubscribeHeaders } from "#platform/mail/send-mail.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { askToFollow } from "./ask-to-follow.ts";
import { changeFollowing } from "./change-following.ts";
import { confirmFollow } from "./confirm-follow.ts";
import { ALL_NEWS, followerOfManage, followerOfStop, manageAddress, readRequest, sealRequest, stopAddress } from "./follow-links.ts";
import { tellFollowersJob } from "./jobs.ts";
import { findFollowable, findFollower } from "./queries.ts";
import { sendManageLink } from "./send-manage-link.ts";
import { sendWeekly } from "./send-weekly.ts";
import { stopFollowing } from "./stop-following.ts";
import { carryNews, tellFollowers, type News } from "./tell-followers.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const elsewhere = await makeCouncil();
const scope = { kind: "public", council: council.council, locale: "en" } as PublicScope;
const wardId = await makeWard(council, "E05990001");
const ward = { kind: "area", id: wardId } as const;
const whole = { kind: "council", id: council.council.id } as const;

const from = (network = "203.0.113.7") => new Request("http://localhost:3000/en/x/follow", { headers: { "x-forwarded-for": network } });
const run = { signal: new AbortController().signal, lastTry: false };
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const news = (more: Partial<News> = {}): News => ({ ...ward, event: `thing.happened:${crypto.randomUUID()}`, message: { title: both("News"), text: both("Something happened."), address: "votes/x" }, ...more });

type Wish = Partial<{ language: "en" | "cy"; rhythm: "at-once" | "weekly"; thing: typeof ward | typeof whole }>;
async function follow(email: string, { language = "en", rhythm = "at-once", thing = ward }: Wish = {}): Promise<string> {
  const kept = await confirmFollow(scope, sealRequest({ councilId: council.council.id, email, thing, locale: language, rhythm }, new Date()));
  if (!kept.ok) throw new Error(kept.error);
  return kept.value.followerId;
}
const mailTo = (email: string) => sql<{ subject: string; body: string; unsubscribe: string }[]>`select subject, body, unsubscribe from mail_messages where recipient = ${email} order by created_at, id`;
const tell = async (told: News) => {
  await inTransaction((tx) => tellFollowers(tx, council, told));
  const [row] = await sql<{ id: string }[]>`select id from follow_messages where event = ${told.event}`;
  return row?.id ?? "";
};

beforeEach(async () => {
  await sql`truncate followers, follow_messages, rate_limits, mail_messages cascade`;
  vi.useRealTimers();
});

test("nothing is kept of an address until the link in the mail is used, and using it twice changes nothing", async () => {
  const asked = await askToFollow({ scope, request: from() }, { email: "rhian@example.com", thing: ward, language: "cy", rhythm: "weekly" });
  expect(asked).toEqual({ ok: true, value: { email: "rhian@example.com" } });
  expect(await sql`select 1 from followers`).toHaveLength(0);
  const [mail] = await mailTo("rhian@example.com");
  const sealed = new URL(/^http\S+$/m.exec(mail?.body ?? "")?.[0] ?? "").searchParams.get("request") ?? "";
  expect(mail?.body).toContain(`/cy/${council.council.slug}/follow/confirm`);
  const first = await confirmFollow(scope, sealed);
  expect(first.ok).toBe(true);
  expect(await confirmFollow(scope, sealed)).toEqual(first);
  const follower = await findFollower(scope, first.ok ? first.value.followerId : "");
  expect(follower).toMatchObject({ email: "rhian@example.com", locale: "cy", rhythm: "weekly", things: [{ kind: "area", id: wardId }] });
});

test("a link that is too old, cut short or of another council does nothing", async () => {
  const request = { councilId: council.council.id, email: "a@example.com", thing: ward, locale: "en", rhythm: "at-once" } as const;
  const now = new Date();
  const sealed = sealRequest(request, new Date(now.getTime() - 8 * 86_400_000));
  expect(readRequest(sealed, council.council.id, now)).toEqual({ ok: false, error: "expired" });
  expect(readRequest(sealed.slice(0, -3), council.council.id, now)).toEqual({ ok: false, error: "broken" });
  expect(readRequest("", council.council.id, now)).toEqual({ ok: false, error: "broken" });
  expect(await confirmFollow(scope, sealRequest({ ...request, councilId: elsewhere.council.id }, now))).toEqual({ ok: false, error: "broken" });
  expect(await findFollowable(scope, { kind: "engagement", id: crypto.randomUUID() })).toBeNull();
  expect(await sql`select 1 from followers`).toHaveLength(0);
});

test("asking says the same whether an address follows or not, and only so often", async () => {
  await follow("known@example.com");
  expect(await sendManageLink({ scope, request: from() }, { email: "known@example.com" })).toEqual({ ok: true, value: { email: "known@example.com" } });
  expect(await sendManageLink({ scope, request: from() }, { email: "stranger@example.com" })).toEqual({ ok: true, value: { email: "stranger@example.com" } });
  expect(await mailTo("known@example.com")).toHaveLength(1);
  expect(await mailTo("stranger@example.com")).toHaveLength(0);
  const ask = () => askToFollow({ scope, request: from("198.51.100.9") }, { email: "victim@example.com", thing: ward, language: "en", rhythm: "at-once" });
  for (let at = 0; at < 5; at += 1) expect((await ask()).ok).toBe(true);
  expect(await ask()).toEqual({ ok: false, error: "too-many-mails" });
  expect(await mailTo("victim@example.com")).toHaveLength(5);
});

test("news goes to each follower once, in their language, with a way to stop it", async () => {
  await follow("en@example.com");
  await follow("cy@example.com", { language: "cy" });
  await follow("both@example.com");
  await follow("both@example.com", { thing: whole });
  await follow("letter@example.com", { rhythm: "weekly", thing: whole });
  const told = news({ kind: "engagement", id: crypto.randomUUID(), areaIds: [wardId] });
  const messageId = await tell(told);
  expect(await tell(told)).toBe(messageId);
  await carryNews(council, messageId, run, 2);
  await carryNews(council, messageId, run, 2);
  await tellFollowersJob({ councilId: council.council.id, messageId }, run);
  for (const email of ["en@example.com", "cy@example.com", "both@example.com"]) expect(await mailTo(email)).toHaveLength(1);
  expect((await mailTo("cy@example.com"))[0]).toMatchObject({ subject: "News (cy)" });
  expect(await mailTo("letter@example.com")).toHaveLength(0);
  const [mail] = await mailTo("en@example.com");
  expect(mail?.body).toContain(mail?.unsubscribe);
  expect(unsubscribeHeaders(mail?.unsubscribe ?? "")).toEqual({ "List-Unsubscribe": `<${mail?.unsubscribe ?? ""}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  expect(unsubscribeHeaders("")).toEqual({});
});

test("a job that is killed between two pieces goes on where it was left", async () => {
  const emails = Array.from({ length: 7 }, (_, at) => `p${at}@example.com`);
  for (const email of emails) await follow(email);
  const messageId = await tell(news());
  await carryNews(council, messageId, { signal: AbortSignal.abort(), lastTry: false }, 3);
  expect(await sql`select 1 from mail_messages`).toHaveLength(3);
  // Told again from the beginning, as if what it had written down of its way was lost.
  await sql`update follow_messages set reached = null`;
  await carryNews(council, messageId, run, 3);
  for (const email of emails) expect(await mailTo(email)).toHaveLength(1);
});

test("whoever follows after something happened is not told of it", async () => {
  const messageId = await tell(news());
  await new Promise((resolve) => setTimeout(resolve, 5));
  await follow("late@example.com");
  await carryNews(council, messageId, run);
  expect(await mailTo("late@example.com")).toHaveLength(0);
});

test("a week's letter has all that waits, once", async () => {
  await follow("letter@example.com", { rhythm: "weekly", language: "cy" });
  for (const title of ["First", "Second"]) await carryNews(council, await tell(news({ message: { title: both(title), text: both("."), address: "" } })), run);
  await sendWeekly(run, 1);
  await sendWeekly(run);
  const letters = await mailTo("letter@example.com");
  expect(letters).toHaveLength(1);
  expect(letters[0]?.body).toMatch(/First \(cy\)[^]*Second \(cy\)/);
  expect(letters[0]?.unsubscribe).toContain(`m=${ALL_NEWS}`);
});

test("a stop link ends what the message was about and nothing else; the last one forgets the address and its mail", async () => {
  const followerId = await follow("a@example.com");
  await follow("a@example.com", { thing: whole });
  const messageId = await tell(news());
  await carryNews(council, messageId, run);
  const link = new URL(stopAddress({ locale: "en", slug: council.council.slug }, followerId, messageId)).searchParams;
  expect(await stopFollowing(scope, link)).toBe(true);
  expect(await stopFollowing(scope, link)).toBe(true);
  expect((await findFollower(scope, followerId))?.things.map(({ kind }) => kind)).toEqual(["council"]);
  expect(await mailTo("a@example.com")).toHaveLength(1);
  expect(await stopFollowing(scope, new URL(stopAddress({ locale: "en", slug: "x" }, followerId, ALL_NEWS)).searchParams)).toBe(true);
  expect(await findFollower(scope, followerId)).toBeNull();
  expect(await mailTo("a@example.com")).toHaveLength(0);
});

test("links made up by somebody else open nothing", async () => {
  const followerId = await follow("a@example.com");
  const manage = new URL(manageAddress({ locale: "en", slug: "x" }, followerId)).searchParams;
  expect(followerOfManage(manage)).toBe(followerId);
  manage.set("f", crypto.randomUUID());
  expect(followerOfManage(manage)).toBeNull();
  expect(followerOfStop(new URLSearchParams({ f: followerId, m: ALL_NEWS, t: manage.get("t") ?? "" }))).toBeNull();
  expect(await stopFollowing(scope, new URLSearchParams({ f: followerId, m: ALL_NEWS, t: "" }))).toBe(false);
  const other = { ...scope, council: elsewhere.council } as PublicScope;
  expect(await findFollower(other, followerId)).toBeNull();
});

test("a follower changes language, rhythm and list, and is forgotten with the last thing", async () => {
  const followerId = await follow("a@example.com");
  await follow("a@example.com", { thing: whole });
  expect(await changeFollowing({ scope, followerId }, { keep: [`area:${wardId}`], language: "cy", rhythm: "weekly" })).toEqual({ ok: true, value: "changed" });
  expect(await findFollower(scope, followerId)).toMatchObject({ locale: "cy", rhythm: "weekly", things: [{ kind: "area" }] });
  expect(await changeFollowing({ scope, followerId }, { keep: [], language: "cy", rhythm: "weekly" })).toEqual({ ok: true, value: "stopped" });
  expect(await sql`select 1 from followers`).toHaveLength(0);
  expect(await changeFollowing({ scope, followerId }, { keep: [], language: "cy", rhythm: "weekly" })).toEqual({ ok: false, error: "not-following" });
});
