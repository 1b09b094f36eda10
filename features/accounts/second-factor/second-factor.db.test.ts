import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { DEMO_AUTHENTICATOR_SECRET } from "#domain/accounts/authenticator.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { seal } from "#platform/keys.ts";
import { testDatabase } from "#testing/database.ts";
import { takeChallenge, beginPasskey } from "./begin-passkey.ts";
import { confirmAuthenticator } from "./confirm-authenticator.ts";
import { authenticatorCode } from "./match-authenticator-code.ts";
import { passByAppCode, passByRecoveryCode } from "./pass-second-factor.ts";
import { getFactors } from "./queries.ts";
import { removeFactor } from "./remove-factor.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";
import { startAuthenticator } from "./start-authenticator.ts";

const { sql } = await testDatabase();

let person: SignedIn;
let shown: SignedIn;

// In the middle of a step, so that none ends between making a code and giving it.
vi.useFakeTimers({ toFake: ["Date"], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 });
afterAll(() => void vi.useRealTimers());

beforeEach(async () => {
  for (const table of ["rate_limits", "mail_messages", "people"]) await sql`delete from ${sql(table)}`;
  const [row] = await sql<{ id: string }[]>`insert into people (email) values ('officer@example.com') returning id`;
  person = { personId: row?.id ?? "", email: "officer@example.com", name: "", locale: "en", operator: false, secondFactor: false, sessionHash: "" };
  shown = { ...person, secondFactor: true };
});

const codeAt = (secret: string, seconds = 0) => authenticatorCode(secret, new Date(Date.now() + seconds * 1000));

async function enrol(): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const started = await startAuthenticator(person);
  const secret = started?.secret ?? "";
  const confirmed = await confirmAuthenticator(person, { code: codeAt(secret, -30) });
  if (!confirmed.ok) throw new Error(confirmed.error);
  return { secret, recoveryCodes: confirmed.value.recoveryCodes };
}

test("an app counts once a code of it was given; its secret is sealed and stays the same until then", async () => {
  const first = await startAuthenticator(person);
  expect(await startAuthenticator(person)).toEqual(first);
  expect((await getFactors(person)).none).toBe(true);
  expect(await passByAppCode(person, { code: codeAt(first?.secret ?? "") })).toEqual({ ok: false, error: "app-code-wrong" });
  expect(await confirmAuthenticator(person, { code: "000000" })).toEqual({ ok: false, error: "app-code-wrong" });
  const confirmed = await confirmAuthenticator(person, { code: codeAt(first?.secret ?? "") });
  expect(confirmed.ok && confirmed.value.recoveryCodes).toHaveLength(10);
  expect(await getFactors(person)).toMatchObject({ app: true, none: false, recoveryCodesLeft: 10 });
  const [row] = await sql<{ sealed_secret: Buffer }[]>`select sealed_secret from authenticator_apps`;
  expect(row?.sealed_secret.toString("latin1")).not.toContain(first?.secret);
  expect(await sql`select 1 from mail_messages where body like 'An authenticator app was added%'`).toHaveLength(1);
});

test("a code is taken once, also by two at once", async () => {
  const { secret } = await enrol();
  expect(await passByAppCode(person, { code: codeAt(secret, -30) })).toEqual({ ok: false, error: "app-code-seen" });
  const answers = await Promise.all([1, 2, 3].map(() => passByAppCode(person, { code: codeAt(secret) })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("after ten tries nothing is taken for a while; a right one starts the count again", async () => {
  const { secret } = await enrol();
  // Confirming the app was the first.
  for (let tries = 0; tries < 8; tries++) expect(await passByAppCode(person, { code: "000000" })).toEqual({ ok: false, error: "app-code-wrong" });
  expect((await passByAppCode(person, { code: codeAt(secret) })).ok).toBe(true);
  for (let tries = 0; tries < 10; tries++) await passByRecoveryCode(person, { recovery: "222222222222" });
  expect(await passByAppCode(person, { code: codeAt(secret, 30) })).toEqual({ ok: false, error: "too-many-tries" });
});

test("a recovery code works once, at its own person, and is kept only as a hash", async () => {
  const { recoveryCodes } = await enrol();
  const [code = ""] = recoveryCodes;
  const [other] = await sql<{ id: string }[]>`insert into people (email) values ('other@example.com') returning id`;
  expect((await passByRecoveryCode({ ...person, personId: other?.id ?? "" }, { recovery: code })).ok).toBe(false);
  expect((await passByRecoveryCode(person, { recovery: code })).ok).toBe(true);
  expect(await passByRecoveryCode(person, { recovery: code })).toEqual({ ok: false, error: "recovery-code-wrong" });
  expect((await getFactors(person)).recoveryCodesLeft).toBe(9);
  expect(await sql`select 1 from recovery_codes where code_hash like ${`%${code}%`}`).toHaveLength(0);
});

test("from the first factor on a change needs one shown in the session", async () => {
  await enrol();
  for (const change of [() => renewRecoveryCodes(person), () => removeFactor(person, { factor: "app" }), () => startAuthenticator(person)])
    await expect(change()).rejects.toMatchObject({ reason: "second-factor" });
  const renewed = await renewRecoveryCodes(shown);
  expect(renewed).toHaveLength(10);
  expect((await getFactors(person)).recoveryCodesLeft).toBe(10);
});

test("with the last factor go the recovery codes and what the sessions have shown", async () => {
  await enrol();
  await sql`insert into sessions (token_hash, person_id, expires_at, second_factor_at) values ('x', ${person.personId}, now() + interval '1 day', now())`;
  expect((await removeFactor(shown, { factor: "app" })).ok).toBe(true);
  expect(await getFactors(person)).toEqual({ app: false, passkeys: [], recoveryCodesLeft: 0, none: true });
  expect(await sql`select 1 from sessions where second_factor_at is not null`).toHaveLength(0);
  expect(await removeFactor(shown, { factor: "app" })).toEqual({ ok: false, error: "already-removed" });
});

test("a challenge is its person's own, and is used up by being asked for", async () => {
  const { challenge } = await beginPasskey(person);
  const [other] = await sql<{ id: string }[]>`insert into people (email) values ('other@example.com') returning id`;
  expect(await takeChallenge({ ...person, personId: other?.id ?? "" }, challenge)).toBeNull();
  expect(await takeChallenge(person, challenge)).toMatch(/^[\w-]{20,}$/);
  expect(await takeChallenge(person, challenge)).toBeNull();
});

test("the demo secret is taken where mail stays here", async () => {
  await sql`insert into authenticator_apps (person_id, sealed_secret, confirmed_at) values (${person.personId}, ${seal("authenticator", DEMO_AUTHENTICATOR_SECRET)}, now())`;
  expect((await passByAppCode(person, { code: codeAt(DEMO_AUTHENTICATOR_SECRET) })).ok).toBe(true);
});
