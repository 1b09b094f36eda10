import { beforeEach, expect, test } from "vitest";
import { readReadableCode } from "#domain/basics/readable-code.ts";
import { testDatabase } from "#testing/database.ts";
import { askForCode } from "./ask-for-code.ts";
import { endSession, raiseSession } from "./auth.ts";
import { giveCode } from "./give-code.ts";
import { findSignedIn } from "./session.ts";

const { sql } = await testDatabase();

const request = (cookie = "", network = "203.0.113.7") => new Request("http://localhost:3000/en/sign-in", { headers: { cookie, "x-forwarded-for": network } });
const asked = { next: "", as: "" } as const;

beforeEach(async () => {
  for (const table of ["sessions", "verification_tokens", "rate_limits", "mail_messages", "people"]) await sql`delete from ${sql(table)}`;
});

async function codeFor(email: string): Promise<string> {
  expect(await askForCode(request(), "en", { email, ...asked })).toEqual({ ok: true, value: undefined });
  const [message] = await sql<{ body: string }[]>`select body from mail_messages where recipient = ${email} order by created_at desc limit 1`;
  return readReadableCode(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(message?.body ?? "")?.[0] ?? "", 8) ?? "";
}

const give = (email: string, code: string, cookie = "") => giveCode(request(cookie), "cy", { email, code, ...asked });

/** The cookie of a new session of that address. */
async function signIn(email: string, cookie = ""): Promise<string> {
  const given = await give(email, await codeFor(email), cookie);
  if (!given.ok) throw new Error(given.error);
  return given.value.cookie.split(";")[0] ?? "";
}

test("a code makes a person and a session that lasts 30 days, and neither code nor token is kept", async () => {
  const code = await codeFor("rhian@example.com");
  const given = await give("rhian@example.com", code);
  if (!given.ok) throw new Error(given.error);
  expect(given.value.cookie).toMatch(/^next-auth\.session-token=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
  const cookie = given.value.cookie.split(";")[0] ?? "";
  expect(await findSignedIn(request(cookie))).toMatchObject({ email: "rhian@example.com", locale: "cy", secondFactor: false, operator: false });
  const [session] = await sql`select token_hash, expires_at > now() + interval '29 days' as long from sessions`;
  expect(session).toMatchObject({ long: true });
  expect(session?.["token_hash"]).not.toBe(cookie.split("=")[1]);
  const [token] = await sql`select token_hash from verification_tokens`;
  expect(token?.["token_hash"]).not.toContain(code);
});

test("a code works once, and only at its own address", async () => {
  const code = await codeFor("a@example.com");
  await codeFor("b@example.com");
  expect(await give("b@example.com", code)).toEqual({ ok: false, error: "code-wrong" });
  expect((await give("a@example.com", code)).ok).toBe(true);
  expect(await give("a@example.com", code)).toEqual({ ok: false, error: "code-void" });
});

test("of ten right answers at once one signs in", async () => {
  const code = await codeFor("a@example.com");
  const answers = await Promise.all(Array.from({ length: 10 }, () => give("a@example.com", code)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sql`select 1 from sessions`).toHaveLength(1);
});

test("five wrong tries void every code of the address, at once or one by one", async () => {
  const first = await codeFor("a@example.com");
  const second = await codeFor("a@example.com");
  const wrong = await Promise.all(Array.from({ length: 5 }, () => give("a@example.com", "22222222")));
  expect(wrong.map((answer) => !answer.ok && answer.error).sort()).toEqual(["code-void", "code-wrong", "code-wrong", "code-wrong", "code-wrong"]);
  for (const code of [first, second]) expect(await give("a@example.com", code)).toEqual({ ok: false, error: "code-void" });
});

test("a code is over after ten minutes", async () => {
  const code = await codeFor("a@example.com");
  expect((await sql`select 1 from verification_tokens where expires_at between now() + interval '9 minutes' and now() + interval '10 minutes'`).length).toBe(1);
  await sql`update verification_tokens set expires_at = now() - interval '1 second'`;
  expect(await give("a@example.com", code)).toEqual({ ok: false, error: "code-void" });
});

test("the answers do not say whether somebody has an account", async () => {
  await signIn("known@example.com");
  for (const email of ["known@example.com", "unknown@example.com"]) {
    expect(await give(email, "22222222")).toEqual({ ok: false, error: "code-void" });
    await codeFor(email);
    expect(await give(email, "22222222")).toEqual({ ok: false, error: "code-wrong" });
  }
});

test("the sixth code for one address in a quarter of an hour is refused, unless one was used", async () => {
  for (let sent = 0; sent < 5; sent++) await codeFor("a@example.com");
  expect(await askForCode(request(), "en", { email: "a@example.com", ...asked })).toEqual({ ok: false, error: "too-many-codes" });
  await codeFor("b@example.com");
  for (let sent = 0; sent < 7; sent++) await signIn("c@example.com");
});

test("a network that asks or tries too often is refused; this machine is not counted", async () => {
  const code = await codeFor("a@example.com");
  await sql`update rate_limits set uses = array_fill(now(), array[100]) where key like 'code-from:%'`;
  expect(await askForCode(request(), "en", { email: "b@example.com", ...asked })).toEqual({ ok: false, error: "too-many-codes" });
  expect((await askForCode(request("", "127.0.0.1"), "en", { email: "b@example.com", ...asked })).ok).toBe(true);
  await give("z@example.com", "22222222");
  await sql`update rate_limits set uses = array_fill(now(), array[100]) where key like 'code-try:%'`;
  expect(await give("a@example.com", code)).toEqual({ ok: false, error: "too-many-tries" });
});

test("signing in again in the same browser ends the session before", async () => {
  const before = await signIn("a@example.com");
  const after = await signIn("a@example.com", before);
  expect(await findSignedIn(request(before))).toBeNull();
  expect((await findSignedIn(request(after)))?.email).toBe("a@example.com");
  const other = await signIn("b@example.com", after);
  expect(await findSignedIn(request(after))).toBeNull();
  expect((await findSignedIn(request(other)))?.email).toBe("b@example.com");
});

test("signing out ends the session and forgets the cookie", async () => {
  const cookie = await signIn("a@example.com");
  expect(await endSession(request(cookie))).toEqual([expect.stringMatching(/^next-auth\.session-token=; Max-Age=0; Path=\//)]);
  expect(await findSignedIn(request(cookie))).toBeNull();
  expect(await endSession(request())).toEqual([]);
});

test("a raised session has a new token, and what it showed holds for a working day", async () => {
  const cookie = await signIn("a@example.com");
  const raised = (await raiseSession(request(cookie)))?.split(";")[0] ?? "";
  expect(await findSignedIn(request(cookie))).toBeNull();
  expect((await findSignedIn(request(raised)))?.secondFactor).toBe(true);
  await sql`update sessions set second_factor_at = now() - interval '13 hours'`;
  expect((await findSignedIn(request(raised)))?.secondFactor).toBe(false);
  expect(await raiseSession(request(cookie))).toBeNull();
});

test("an address is one person however it is written", async () => {
  await sql`insert into people (email) values ('Old.Style@Example.com')`;
  await signIn("old.style@example.com");
  expect(await sql`select 1 from people`).toHaveLength(1);
});
