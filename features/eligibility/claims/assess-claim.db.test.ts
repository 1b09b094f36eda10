import { beforeEach, describe, expect, test } from "vitest";
import { claimLimits, claimMinutes } from "#db/schema/eligibility/claims.ts";
import { people } from "#db/schema/accounts/people.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { HOURLY_SHARES } from "#domain/eligibility/claims/burst.ts";
import { emailIdentity } from "#domain/eligibility/voter-identity.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId, randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { falseNight } from "#testing/factories/false-registrations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { assessClaim, type AssessClaimInput } from "./assess-claim.ts";
import { forgetClaims } from "./forget-claims.ts";
import { noteWrongCode } from "./note-wrong-code.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();
const NOON = new Date("2026-06-10T11:00:00Z");
let exercise = { id: randomId(), title: { en: "Your Patch", cy: "Eich Milltir Sgwâr" } };
beforeEach(() => {
  exercise = { ...exercise, id: randomId() };
});

const asked = (email: string, more: Partial<AssessClaimInput> & { readonly device?: string; readonly address?: string } = {}): AssessClaimInput => ({
  exercise,
  identity: emailIdentity(email),
  way: "email",
  areaId: null,
  ofClass: false,
  voters: [{ pollId: exercise.id, voterHash: randomKey(32) }],
  lastDay: "2026-06-30",
  email,
  postcode: null,
  household: null,
  signs: { device: more.device ?? null, address: more.address ?? null },
  ...more,
});
const assess = (input: AssessClaimInput, at = NOON) => assessClaim(scope, input, at);
const kept = () => sql<{ state: string; signals: { kind: string; seen: number }[] }[]>`select state, signals from claims where exercise_id = ${exercise.id} order by asked_hour, reference`;

describe("a request to vote", () => {
  test("passes when nothing speaks against it, and is one request however often it is made", async () => {
    const input = asked("one@example.com", { device: "browser-of-one-person", address: "203.0.113.7", postcode: "AA11AA", household: "1 Oak Road" });
    expect(await assess(input)).toBeNull();
    expect(await assess(input)).toBeNull();
    expect(await kept()).toMatchObject([{ state: "passed", signals: [] }]);
  });

  test("keeps no address, no cookie and no postcode, and another hash tomorrow for the same browser and connection", async () => {
    await assess(asked("kept@example.com", { device: "browser-of-kept", address: "203.0.113.9", postcode: "AA19ZZ", household: "9 Oak Road" }));
    const tomorrow = new Date(NOON.getTime() + 86_400_000);
    await assess(asked("again@example.com", { device: "browser-of-kept", address: "203.0.113.9", postcode: "AA19ZZ", household: "9 Oak Road" }), tomorrow);
    const rows = await sql<{ device: string; network: string; household: string }[]>`
      select device_hash::text as device, network_hash::text as network, household_hash::text as household from claims where exercise_id = ${exercise.id}`;
    expect(new Set(rows.map(({ device }) => device)).size).toBe(2);
    expect(new Set(rows.map(({ network }) => network)).size).toBe(2);
    expect(new Set(rows.map(({ household }) => household)).size).toBe(1);
    const [dump] = await sql<{ text: string }[]>`select (select json_agg(claims)::text from claims) || (select coalesce(json_agg(claim_minutes)::text, '') from claim_minutes) as text`;
    expect(dump?.text).not.toMatch(/example\.com|203\.0\.113|browser-of-kept|AA19ZZ|Oak Road/);
  });

  test("the fourth from one browser is held and told why and by when, in the language it was made in", async () => {
    for (const name of ["a", "b", "c"]) expect(await assess(asked(`${name}@one-device.example`, { device: "a-shared-tablet-0001" }))).toBeNull();
    const welsh = { ...scope, locale: "cy" as const };
    const reference = await assessClaim(welsh, asked("d@one-device.example", { device: "a-shared-tablet-0001" }), NOON);
    expect(reference).toMatch(/^[2-9B-Z]{8}$/);
    const [mail] = await sql<{ subject: string; body: string }[]>`select subject, body from mail_messages where recipient = 'd@one-device.example'`;
    expect(mail?.subject).toContain(`${reference?.slice(0, 4)}-${reference?.slice(4)}`);
    expect(mail?.body).toContain("Daeth sawl cais o’r un ffôn");
    expect(mail?.body).toContain("12 Mehefin 2026");
    // Nothing of how many are ordinary: whoever would cheat learns no number.
    expect(mail?.body).not.toMatch(/\b[34]\b/);
    expect(await assess(asked("d@one-device.example", { device: "another-browser-0002" }))).toBe(reference);
    expect(await sql`select 1 from mail_messages where recipient = 'd@one-device.example'`).toHaveLength(1);
    expect(await sql`select 1 from audit_trail where act = 'claim.held' and detail::text like '%device%'`).toHaveLength(1);
  });

  test("fifty at once from one browser: three pass, the rest are held", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => assess(asked(`many-${at}@example.com`, { device: "fifty-tabs-at-once" }))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
    expect(new Set(answers.filter((answer) => answer !== null)).size).toBe(47);
  });

  test("a school's one connection holds nobody, even beyond a class, once the council has named it", async () => {
    await db.insert(claimLimits).values({ councilId: scope.council.id, sharedPlaces: [{ name: "Ysgol y Bryn", network: "192.0.2.0/29" }] });
    for (let pupil = 0; pupil < 50; pupil += 1)
      expect(await assess(asked(`pupil-${pupil}@school.example`, { address: "192.0.2.3", device: `the-school-computer-${pupil % 2}` }))).toBeNull();
    await db.delete(claimLimits);
  });

  test("a home above the cap is held; another home is not", async () => {
    for (let person = 1; person <= 6; person += 1) expect(await assess(asked(`p${person}@home.example`, { household: "3 elm street" }))).toBeNull();
    expect(await assess(asked("p7@home.example", { household: "3 elm street" }))).not.toBeNull();
    expect(await assess(asked("p8@home.example", { household: "4 elm street" }))).toBeNull();
  });

  test("a class that uses its codes at one computer passes", async () => {
    for (let pupil = 0; pupil < 12; pupil += 1) expect(await assess(asked(`pupil-${pupil}@codes.example`, { way: "code", email: "", device: "the-class-computer-1", address: "192.0.2.77" }))).toBeNull();
  });

  test("a class of a roll or a school that claims at one computer, outside shared-device mode, passes; the next beyond it is held", async () => {
    const pupil = (at: number) => assess(asked(`roll-${String(at)}@school.example`, { ofClass: true, device: "the-one-school-computer", address: "192.0.2.78" }));
    for (let at = 0; at < 30; at += 1) expect(await pupil(at)).toBeNull();
    expect(await pupil(30)).not.toBeNull();
  });

  test("wrong codes speak against the browser they were tried from, for an hour", async () => {
    const signs = { device: "a-guessing-browser", address: null };
    for (let guess = 0; guess < 6; guess += 1) await noteWrongCode(scope, signs, NOON);
    expect(await assess(asked("guess@example.com", { signs, way: "code" }))).not.toBeNull();
    expect(await assess(asked("later@example.com", { signs }), new Date(NOON.getTime() + 3_600_000))).toBeNull();
  });
});

describe("what the database refuses", () => {
  const claim = async () => {
    await assess(asked("held@mailinator.com"));
    const [row] = await sql<{ id: string; poll: string; voter: Buffer }[]>`
      select c.id, v.poll_id as poll, v.voter_hash as voter from claims c join claim_voters v on v.claim_id = c.id where c.exercise_id = ${exercise.id}`;
    if (!row) throw new Error("No claim");
    return row;
  };
  const [anna, ben] = [randomId(), randomId()];

  test("a refusal by one person, or without a reason", async () => {
    const { id } = await claim();
    const refuse = (by: string, second: string | null, reason: string) =>
      sql`update claims set state = 'refused', decided_against = 'refuse', proposed_by = ${by}, decided_by = ${second}, reason = ${reason} where id = ${id}`;
    await expect(refuse(anna, anna, "Not a resident")).rejects.toThrow("claims_two_people_check");
    await expect(refuse(anna, null, "Not a resident")).rejects.toThrow("claims_two_people_check");
    await expect(refuse(anna, ben, "  ")).rejects.toThrow("claims_two_people_check");
    await refuse(anna, ben, "Not a resident");
    await expect(sql`update claims set state = 'upheld', appeal_decided_by = ${ben}, appeal_reason = 'no' where id = ${id}`).rejects.toThrow("claims_appeal_check");
    await expect(sql`update claims set state = 'upheld' where id = ${id}`).rejects.toThrow("claims_upheld_check");
  });

  test("a pass for a voter whose request is held, unless an officer has seen them", async () => {
    const { poll, voter } = await claim();
    const pass = (way: string) =>
      sql`insert into voter_passes (token_hash, poll_id, council_id, voter_hash, way, expires_at) values (${randomKey(32)}, ${poll}, ${scope.council.id}, ${voter}, ${way}::pass_way, now() + interval '1 day')`;
    await expect(pass("email")).rejects.toThrow("not passed");
    await pass("officer");
  });

  test("a withdrawal after the ballot was given, and a mark after the withdrawal", async () => {
    const { id, poll, voter } = await claim();
    await sql`update claims set state = 'passed' where id = ${id}`;
    const pass = () => sql`insert into voter_passes (token_hash, poll_id, council_id, voter_hash, way, expires_at) values (${randomKey(32)}, ${poll}, ${scope.council.id}, ${voter}, 'email', now() + interval '1 day')`;
    const mark = () => sql`insert into roll_marks (council_id, poll_id, voter_hash, channel, marked_on) values (${scope.council.id}, ${poll}, ${voter}, 'online', '2026-06-10')`;
    await pass();
    expect(await sql`select withdraw_passes(${id}) as done`).toEqual([{ done: true }]);
    expect(await sql`select 1 from voter_passes where voter_hash = ${voter}`).toHaveLength(0);
    await sql`update claims set state = 'voided', decided_against = 'void', proposed_by = ${anna}, decided_by = ${ben}, reason = 'x' where id = ${id}`;
    await expect(mark()).rejects.toThrow("voided");
    await sql`update claims set state = 'passed' where id = ${id}`;
    await pass();
    await mark();
    expect(await sql`select withdraw_passes(${id}) as done`).toEqual([{ done: false }]);
    expect(await sql`select 1 from voter_passes where voter_hash = ${voter}`).toHaveLength(1);
  });
});

test("thirty days after the vote only the outcome is left", async () => {
  await assess(asked("over@mailinator.com", { device: "browser-of-the-past", address: "203.0.113.77", postcode: "AA17AA", household: "7 Oak Road" }));
  await sql`update claims set answer = 'It was me', answer_phone = '01632960001', answer_way = 'call' where exercise_id = ${exercise.id}`;
  const [before] = await sql<{ claimant_hash: Buffer }[]>`select claimant_hash from claims where exercise_id = ${exercise.id}`;
  await forgetClaims(new Date("2026-07-30T00:00:00Z"));
  expect(await sql`select 1 from claims where exercise_id = ${exercise.id} and forgotten_at is null`).toHaveLength(1);
  await forgetClaims(new Date("2026-08-01T00:00:00Z"));
  const [after] = await sql`select * from claims where exercise_id = ${exercise.id}`;
  expect(after).toMatchObject({ state: "held", device_hash: null, network_hash: null, household_hash: null, postcode_hash: null, sealed_email: null, answer: "", answer_phone: "" });
  expect(Buffer.compare(after?.["claimant_hash"] as Buffer, before?.claimant_hash ?? Buffer.alloc(0))).not.toBe(0);
  expect(await sql`select 1 from claim_voters where claim_id = ${after?.["id"] as string}`).toHaveLength(0);
});

describe("a night of 2,850 false registrations in seven hours", () => {
  const START = new Date("2026-06-10T23:30:00Z");

  test("raises the alarm within five minutes, holds nearly all, refuses nobody, and leaves the morning alone", { timeout: 180_000 }, async () => {
    const council = await makeCouncil();
    const [officer] = await db.insert(people).values({ email: `returning-${randomId()}@example.com` }).returning();
    await db.insert(memberships).values({ councilId: council.council.id, personId: officer?.id ?? "", role: "returning-officer" });
    // A week of ordinary days before it, by the hours of the day.
    const minutes = Array.from({ length: 7 * 24 }, (_, hour) => ({
      exerciseId: exercise.id,
      councilId: council.council.id,
      minute: new Date(START.getTime() - 8 * 86_400_000 + hour * 3_600_000),
      asked: Math.round((300 * (HOURLY_SHARES[hour % 24] ?? 0)) / 1000),
      held: 0,
    }));
    await db.insert(claimMinutes).values(minutes);

    const night = falseNight({ from: START, seed: "guimaraes", registrations: 2_850, hours: 7, postcodes: Array.from({ length: 900 }, (_, at) => `AA${Math.floor(at / 30)}${at % 10}XX`) });
    let held = 0;
    for (const { at, email, device, address, postcode } of night) held += (await assessClaim(council, asked(email, { signs: { device, address }, postcode }), at)) === null ? 0 : 1;

    const alarms = await sql<{ raised_at: Date; kind: string }[]>`select raised_at, kind from claim_alarms where exercise_id = ${exercise.id} order by raised_at`;
    expect(alarms).toHaveLength(1);
    expect((alarms[0]?.raised_at.getTime() ?? Infinity) - START.getTime()).toBeLessThan(5 * 60_000);
    expect(held).toBeGreaterThan(2_800);
    expect(await sql`select 1 from claims where exercise_id = ${exercise.id} and state not in ('held', 'passed')`).toHaveLength(0);
    expect(await sql`select 1 from mail_messages where recipient = ${officer?.email ?? ""}`).toHaveLength(1);
    expect(await sql`select 1 from audit_trail where council_id = ${council.council.id} and act = 'claims.alarm-raised'`).toHaveLength(1);
    expect(await assessClaim(council, asked("early@bird.example"), new Date("2026-06-11T08:00:00Z"))).toBeNull();
  });
});
