import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import { emailIdentity } from "#domain/eligibility/voter-identity.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId, randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { answerClaim } from "./answer-claim.ts";
import { appealClaim } from "./appeal-claim.ts";
import { assessClaim } from "./assess-claim.ts";
import { changeLimits } from "./change-limits.ts";
import { confirmAgainst } from "./confirm-against.ts";
import { declineAgainst } from "./decline-against.ts";
import { hearAppeal } from "./hear-appeal.ts";
import { passClaims } from "./pass-claims.ts";
import { proposeAgainst } from "./propose-against.ts";
import { countClaims, countWaiting, findOwnClaim, getClaim, listClaims, readLimits } from "./queries.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();
const officer = (name: string, ...roles: Role[]): ActorScope =>
  ({ ...scope, kind: "actor", actor: { personId: randomId(), email: `${name}@council.example`, name, roles, operator: false, secondFactor: true } }) as unknown as ActorScope;
const [anna, ben, cai] = [officer("anna", "returning-officer"), officer("ben", "council-admin"), officer("cai", "returning-officer")];
const anybody = { ...scope, kind: "public" } as unknown as PublicScope;

let exercise = { id: randomId(), title: { en: "Your Patch", cy: "Eich Ardal" } };
beforeEach(() => {
  exercise = { ...exercise, id: randomId() };
});

const ask = (email: string, more: { device?: string } = {}) =>
  assessClaim(scope, {
    exercise,
    identity: emailIdentity(email),
    way: "email",
    areaId: null,
    ofClass: false,
    voters: [{ pollId: exercise.id, voterHash: randomKey(32) }],
    lastDay: "2030-06-30",
    email,
    postcode: null,
    household: null,
    signs: { device: more.device ?? null, address: null },
  });
const hold = async (email = `p-${randomId()}@mailinator.com`) => ({ email, reference: (await ask(email)) ?? "" });
const one = (reference: string) => ({ exercise, references: [reference] });
const mailTo = async (email: string) => (await sql<{ subject: string; body: string }[]>`select subject, body from mail_messages where recipient = ${email} order by created_at`).map(({ subject, body }) => ({ subject, body }));
const acts = async (reference: string) => (await getClaim(anna, exercise.id, reference)).log.map(({ act }) => act);

describe("a held request", () => {
  test("is passed by an officer, and asking once more then goes on", async () => {
    const { email, reference } = await hold();
    expect(await passClaims(anna, one(reference))).toEqual({ ok: true, value: undefined });
    expect(await passClaims(anna, one(reference))).toMatchObject({ ok: true });
    expect(await ask(email)).toBeNull();
    expect((await mailTo(email)).map(({ subject }) => subject)).toEqual([expect.stringContaining(reference.slice(0, 4)), "You can vote in Your Patch"]);
    expect(await acts(reference)).toEqual(["claim.held", "claim.passed"]);
  });

  test("many are passed at once or none", async () => {
    const all = await Promise.all([hold(), hold(), hold()]);
    const references = all.map(({ reference }) => reference);
    await expect(passClaims(anna, { exercise, references: [...references, "ZZZZZZZZ"] })).rejects.toMatchObject({ reason: "not-found" });
    expect(await countClaims(scope, exercise.id)).toMatchObject({ held: 3, waiting: 3 });
    await passClaims(anna, { exercise, references });
    expect(await countClaims(scope, exercise.id)).toEqual({ held: 3, passed: 3, refused: 0, voided: 0, waiting: 0 });
  });

  test("is answered by the person, and the last answer counts while nobody has decided", async () => {
    const { email, reference } = await hold();
    const own = await findOwnClaim(anybody, reference, email);
    await answerClaim(anybody, own?.id ?? "", { answerWay: "write", answer: "We are five friends", phone: "" });
    await answerClaim(anybody, own?.id ?? "", { answerWay: "call", answer: "Ring me", phone: "01632 960001" });
    expect((await getClaim(anna, exercise.id, reference)).answer).toEqual({ way: "call", text: "Ring me", phone: "01632 960001" });
    await passClaims(anna, one(reference));
    expect(await answerClaim(anybody, own?.id ?? "", { answerWay: "visit", answer: "", phone: "" })).toEqual({ ok: false, error: "wrong-state" });
  });

  test("is found by nobody else's address, and not at all in another council", async () => {
    const { email, reference } = await hold();
    expect(await findOwnClaim(anybody, reference, "other@example.com")).toBeNull();
    expect(await findOwnClaim(anybody, reference, null)).toBeNull();
    const other = await makeCouncil();
    expect(await findOwnClaim({ ...anybody, council: other.council } as PublicScope, reference, email)).toBeNull();
    await expect(getClaim({ ...anna, council: other.council } as ActorScope, exercise.id, reference)).rejects.toMatchObject({ reason: "not-found" });
  });

  test("shows officers who do not decide what was noticed, and not whose it is", async () => {
    const { reference } = await hold();
    const moderator = officer("mod", "moderator");
    expect(await getClaim(moderator, exercise.id, reference)).toMatchObject({ email: null, signals: [{ kind: "disposable-mail" }] });
    await expect(passClaims(moderator, one(reference))).rejects.toMatchObject({ reason: "forbidden" });
  });
});

describe("against somebody", () => {
  test("two people refuse, the person is told the reason, and a third hears the appeal", async () => {
    const { email, reference } = await hold();
    await proposeAgainst(anna, { ...one(reference), reason: "Lives elsewhere" });
    expect(await confirmAgainst(anna, one(reference))).toEqual({ ok: false, error: "own-proposal" });
    expect(await countClaims(scope, exercise.id)).toMatchObject({ refused: 0, waiting: 1 });
    expect(await confirmAgainst(ben, one(reference))).toMatchObject({ ok: true });
    expect(await confirmAgainst(ben, one(reference))).toMatchObject({ ok: true });
    expect((await mailTo(email)).at(-1)?.body).toContain("Lives elsewhere");
    expect(await ask(email)).toBe(reference);

    const own = await findOwnClaim(anybody, reference, email);
    expect(await appealClaim(anybody, own?.id ?? "", { appeal: "I moved back" })).toMatchObject({ ok: true });
    expect(await appealClaim(anybody, own?.id ?? "", { appeal: "And again" })).toEqual({ ok: false, error: "wrong-state" });
    for (const own of [anna, ben]) expect(await hearAppeal(own, { exercise, reference, hearing: "allow", reason: "" })).toEqual({ ok: false, error: "own-decision" });
    expect(await hearAppeal(cai, { exercise, reference, hearing: "allow", reason: "" })).toMatchObject({ ok: true });
    expect(await ask(email)).toBeNull();
    expect(await acts(reference)).toEqual(["claim.held", "claim.proposed", "claim.refused", "claim.appealed", "claim.allowed"]);
    expect(await countClaims(scope, exercise.id)).toEqual({ held: 1, passed: 1, refused: 0, voided: 0, waiting: 0 });
  });

  test("an appeal that is not allowed stays so, with its reason", async () => {
    const { email, reference } = await hold();
    await proposeAgainst(anna, { ...one(reference), reason: "Lives elsewhere" });
    await confirmAgainst(ben, one(reference));
    const own = await findOwnClaim(anybody, reference, email);
    await appealClaim(anybody, own?.id ?? "", { appeal: "Please" });
    await hearAppeal(cai, { exercise, reference, hearing: "uphold", reason: "No sign of it" });
    expect(await findOwnClaim(anybody, reference, email)).toMatchObject({ state: "upheld", appealReason: "No sign of it" });
    expect((await mailTo(email)).at(-1)?.body).toContain("No sign of it");
    expect(await countClaims(scope, exercise.id)).toMatchObject({ refused: 1, waiting: 0 });
  });

  test("a proposal that is not confirmed changes nothing", async () => {
    const { reference } = await hold();
    await proposeAgainst(anna, { ...one(reference), reason: "Perhaps" });
    await declineAgainst(ben, one(reference));
    expect(await getClaim(anna, exercise.id, reference)).toMatchObject({ state: "held", proposal: null, reason: "" });
    expect(await confirmAgainst(ben, one(reference))).toEqual({ ok: false, error: "wrong-state" });
  });

  test("a pass is withdrawn while no ballot was given, and not after", async () => {
    const give = (email: string) => ask(email);
    expect(await give("early@example.com")).toBeNull();
    expect(await give("late@example.com")).toBeNull();
    const all = (await listClaims(anna, exercise.id, { view: "all", signal: null, reference: null, like: null }, { page: 1, perPage: 50 })).claims;
    const [early, late] = ["early", "late"].map((name) => all.find(({ email }) => email === `${name}@example.com`)?.reference ?? "") as [string, string];
    await sql`
      insert into voter_passes (token_hash, poll_id, council_id, voter_hash, way, expires_at)
      select sha256(v.voter_hash), v.poll_id, ${scope.council.id}, v.voter_hash, 'email', now() + interval '1 day'
      from claim_voters v join claims c on c.id = v.claim_id where c.exercise_id = ${exercise.id}`;
    await sql`
      insert into roll_marks (council_id, poll_id, voter_hash, channel, marked_on)
      select ${scope.council.id}, v.poll_id, v.voter_hash, 'online', '2026-06-10' from claim_voters v join claims c on c.id = v.claim_id where c.reference = ${late}`;
    await proposeAgainst(anna, { exercise, references: [early, late], reason: "From one list" });
    expect(await confirmAgainst(ben, { exercise, references: [early, late] })).toEqual({ ok: false, error: "already-voted" });
    expect(await countClaims(scope, exercise.id)).toMatchObject({ voided: 0 });
    expect(await confirmAgainst(ben, { exercise, references: [early] })).toMatchObject({ ok: true });
    expect(await sql`select 1 from voter_passes p join claim_voters v using (poll_id, voter_hash) join claims c on c.id = v.claim_id where c.exercise_id = ${exercise.id}`).toHaveLength(1);
    expect(await ask("early@example.com")).toBe(early);
    expect((await mailTo("early@example.com")).at(-1)?.body).toContain("From one list");
  });
});

describe("the list", () => {
  const everything = { view: "all", signal: null, reference: null, like: null } as const;
  const list = (filter: object) => listClaims(anna, exercise.id, { ...everything, ...filter }, { page: 1, perPage: 50 });

  test("puts those of one browser together and finds those alike, by signal, standing and reference", async () => {
    for (let at = 0; at < 6; at += 1) await ask(`d${at}@example.com`, { device: "one-browser-for-six" });
    const { reference } = await hold();
    expect(await list({})).toMatchObject({ total: 7 });
    const device = await list({ signal: "device" });
    expect(device.total).toBe(3);
    expect(new Set(device.claims.map(({ group }) => group?.key)).size).toBe(1);
    expect(device.claims.every(({ alike }) => alike === 5)).toBe(true);
    expect(await list({ like: device.claims[0]?.reference })).toMatchObject({ total: 6 });
    expect(await list({ reference })).toMatchObject({ total: 1 });
    expect(await list({ view: "waiting" })).toMatchObject({ total: 4 });
    expect((await countWaiting(anna)).get(exercise.id)?.count).toBe(4);
  });
});

test("a council's own numbers hold from the next request, and are the returning officer's to set", async () => {
  const limits = { perDevice: 2, perHousehold: 6, perPostcode: 12, perNetwork: 30, wrongCodes: 5, perDay: 300 };
  expect(() => changeLimits(ben, { limits, sharedPlaces: [] })).toThrow(expect.objectContaining({ reason: "forbidden" }));
  await changeLimits(anna, { limits, sharedPlaces: [{ name: "Library", network: "192.0.2.1" }] });
  expect(await readLimits(scope)).toEqual({ limits, sharedPlaces: [{ name: "Library", network: "192.0.2.1" }] });
  expect(await ask("l1@example.com", { device: "browser-of-limits-1" })).toBeNull();
  expect(await ask("l2@example.com", { device: "browser-of-limits-1" })).toBeNull();
  expect(await ask("l3@example.com", { device: "browser-of-limits-1" })).not.toBeNull();
});
