import { beforeEach, expect, test } from "vitest";
import type { Operator } from "#features/councils/actor-scope.ts";
import { operatorOf } from "#features/councils/actor-scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { createCouncil } from "./create-council.ts";
import { createCouncilInput, type CreateCouncil } from "./input.ts";
import { getHealth, listTenants } from "./queries.ts";
import { resetSecondFactor } from "./reset-second-factor.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);

let operator: Operator;
const input = (): CreateCouncil => ({
  once: randomId(),
  slug: "fellside",
  nameEn: "Fellside Council",
  nameCy: "",
  welsh: false,
  contactEmail: "hello@fellside.example",
  contactPhone: "",
  adminEmail: "first@fellside.example",
});

beforeEach(async () => {
  for (const table of ["sessions", "memberships", "councils", "mail_messages", "people"]) await sql`delete from ${sql(table)}`;
  const [row] = await sql<{ id: string }[]>`insert into people (email, operator) values ('operator@example.com', true) returning id`;
  operator = { locale: "en", actor: { personId: row?.id ?? "", email: "operator@example.com", name: "", roles: [], operator: true, secondFactor: true } };
});

test("a council comes with its first administrator, an invitation and a record; the form twice makes one", async () => {
  const form = input();
  const answers = await Promise.all([createCouncil(operator, form), createCouncil(operator, form)]);
  expect(answers).toEqual([{ ok: true, value: { slug: "fellside" } }, { ok: true, value: { slug: "fellside" } }]);
  expect(await listTenants(operator)).toMatchObject([{ slug: "fellside", officers: 1, admins: 1 }]);
  expect(await sql`select 1 from mail_messages where recipient = 'first@fellside.example'`).toHaveLength(1);
  expect((await sql`select act from audit_trail order by position`).map(({ act }) => act as string)).toEqual(["council.created", "person.invited"]);
});

test("an address belongs to one council", async () => {
  await createCouncil(operator, input());
  expect(await createCouncil(operator, { ...input(), nameEn: "Another" })).toEqual({ ok: false, error: "address-taken" });
});

test("somebody who is not an operator makes nothing", async () => {
  const pretender: Operator = { ...operator, actor: { ...operator.actor, operator: false } };
  await expect(createCouncil(pretender, input())).rejects.toMatchObject({ reason: "forbidden" });
  await expect(resetSecondFactor(pretender, { email: "x@example.com" })).rejects.toMatchObject({ reason: "forbidden" });
  expect(await sql`select 1 from councils`).toHaveLength(0);
  const person = { personId: "", email: "", name: "", locale: "en", operator: false, secondFactor: true, sessionHash: "" } as const;
  expect(() => operatorOf({ locale: "en", person })).toThrow("not-found");
  expect(() => operatorOf({ locale: "en", person: null })).toThrow("sign-in");
  expect(() => operatorOf({ locale: "en", person: { ...person, operator: true, secondFactor: false } })).toThrow("second-factor");
});

test("a lost second factor goes with its sessions, and the person's councils have it on record", async () => {
  await createCouncil(operator, input());
  const [person] = await sql<{ id: string }[]>`select id from people where email = 'first@fellside.example'`;
  const id = person?.id ?? "";
  await sql`insert into authenticator_apps (person_id, sealed_secret, confirmed_at) values (${id}, 'x', now())`;
  await sql`insert into sessions (token_hash, person_id, expires_at) values ('x', ${id}, now() + interval '1 day')`;
  expect(await resetSecondFactor(operator, { email: "nobody@fellside.example" })).toEqual({ ok: false, error: "no-such-person" });
  expect((await resetSecondFactor(operator, { email: "first@fellside.example" })).ok).toBe(true);
  expect(await sql`select 1 from authenticator_apps union all select 1 from sessions`).toHaveLength(0);
  expect((await sql`select act from audit_trail order by position`).map(({ act }) => act as string).at(-1)).toBe("person.second-factor-reset");
});

test("health counts what waits", async () => {
  await sql`select graphile_worker.add_job('nothing', '{}'::json, run_at => now() - interval '5 minutes')`;
  await sql`insert into mail_messages (recipient, subject, body, tries) values ('a@example.com', '', '', 2)`;
  expect(await getHealth(operator)).toMatchObject({ jobsWaiting: 1, jobsFailed: 0, mailWaiting: 1, mailRefused: 1, mailStaysHere: true, people: 1 });
  expect((await getHealth(operator)).jobsLate).toBeGreaterThan(290);
});

test("the form wants a Welsh name where the council publishes in Welsh, and an address that is free", () => {
  const values = { ...Object.fromEntries(Object.entries(input()).map(([name, value]) => [name, [String(value)]])), welsh: ["yes"], slug: ["sign-in"] };
  const read = createCouncilInput(values);
  expect(read.ok ? [] : read.error.map(({ field, code }) => `${field}: ${code}`)).toEqual(["slug: address-taken", "nameCy: welsh-name"]);
  const named = createCouncilInput({ ...values, slug: ["fellside"] });
  expect(named.ok ? [] : named.error.map(({ field, code }) => `${field}: ${code}`)).toEqual(["nameCy: welsh-name"]);
});
