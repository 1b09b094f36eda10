import { beforeAll, describe, expect, test } from "vitest";
import type { ActorScope } from "#domain/councils/scope.ts";
import { electorIdentity } from "#domain/eligibility/voter-identity.ts";
import type { HandOverCode } from "#domain/voting/access-codes/voting-code.ts";
import { voterHash } from "#features/voting/credentials/issue-passes.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { checkInVoter, type CheckInInput } from "./check-in-voter.ts";
import { listMyPlaces, searchRolls } from "./queries.ts";
import { useHandOver } from "./use-hand-over.ts";

const { sql, url } = await testDatabase({ connections: 12 });
beforeAll(() => prepareJobs(url));
const council = await makeCouncil();
const presiding = await makeOfficer(council, "presiding-officer");
const oak = await makeWard(council, "Oak", ["AA11AA"]);
const pollId = await makeReadyPoll(council, { electorate: { rules: [[{ kind: "live", areaIds: [oak] }], [{ kind: "age", told: "years", min: 11, max: null }]], identityLevel: 2 } as never });
const voteId = randomId();
const [placeId, rollId] = [randomId(), randomId()];
const make = async () => {
  await sql`insert into polling_places (id, council_id, letters, name_en) values (${placeId}, ${council.council.id}, 'OAK', 'Oak Hall')`;
  await sql`insert into presiding_officers (place_id, person_id) values (${placeId}, ${presiding.actor.personId})`;
  await sql`insert into rolls (id, council_id, name) values (${rollId}, ${council.council.id}, 'Register')`;
};
await make();

async function entry(name: string, born = "1990-05-17"): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into roll_entries (council_id, roll_id, reference, family_name, given_names, birth_date, postcode, area_id, reference_key, given_key, family_key)
    values (${council.council.id}, ${rollId}, ${randomId()}, ${name}, 'Mari', ${born}, 'AA11AA', ${oak}, ${randomId()}, 'mari', ${name.toLowerCase()}) returning id`;
  return row?.id ?? "";
}
const input = (more: Partial<CheckInInput>): CheckInInput => ({ once: randomId(), voteId, placeId, pollIds: [pollId], who: { kind: "elector", rollId, entryId: "" }, document: "passport", outcome: "online", ...more });
const elector = async (name: string, more: Partial<CheckInInput> = {}) => input({ who: { kind: "elector", rollId, entryId: await entry(name) }, ...more });
const person = (more: object = {}, rest: Partial<CheckInInput> = {}) => input({ who: { kind: "person", name: "Siân Ŵyn", birthDate: "1990-05-17", postcode: "AA11AA", email: null, ...more }, ...rest });
const codeOf = async (asked: CheckInInput, officer: ActorScope = presiding): Promise<HandOverCode> => {
  const done = await checkInVoter(officer, asked);
  if (!done.ok || done.value.kind !== "online") throw new Error(JSON.stringify(done));
  return done.value.code;
};
const use = (code: HandOverCode, once = randomId()) => useHandOver(council, { voteId, code, once, network: null, signs: null });

describe("checking somebody in", () => {
  test("gives a code that opens their ballots once, fifty times at once or not", async () => {
    const asked = await elector("Rees");
    const code = await codeOf(asked);
    expect(await codeOf(asked)).toBe(code);
    const answers = await Promise.all(Array.from({ length: 50 }, () => use(code)));
    const opened = answers.filter(({ ok }) => ok);
    expect(opened).toHaveLength(1);
    const token = opened[0]?.ok ? opened[0].value.token : "";
    expect(await sql`select way, area_id, age_band from voter_passes where token_hash = ${passHash(token, pollId)}`).toEqual([{ way: "officer", area_id: oak, age_band: "25-44" }]);
    const { who } = asked;
    expect(await sql`select 1 from voter_passes where voter_hash = ${voterHash(pollId, electorIdentity(who.kind === "elector" ? who.entryId : ""))}`).toHaveLength(1);
  });

  test("the same form typed again goes on; a code that is over, used or made up is one answer", async () => {
    const once = randomId();
    const code = await codeOf(await elector("Prys"));
    const first = await use(code, once);
    expect(first.ok).toBe(true);
    expect(await use(code, once)).toEqual(first);
    expect(await use(code)).toEqual({ ok: false, error: "wrong" });
    const late = await codeOf(await elector("Late"));
    await sql`update hand_over_codes set expires_at = now() - interval '1 second' where used_at is null`;
    expect(await use(late)).toEqual({ ok: false, error: "wrong" });
    expect(await use("00000000" as HandOverCode)).toEqual({ ok: false, error: "wrong" });
  });

  test("a second check-in ends the code of the first", async () => {
    const asked = await elector("Bevan");
    const first = await codeOf(asked);
    const second = await codeOf({ ...asked, once: randomId() });
    expect(second).not.toBe(first);
    expect(await use(first)).toEqual({ ok: false, error: "wrong" });
    expect((await use(second)).ok).toBe(true);
  });

  test("whoever has a mark is told so, by whatever way they made it", async () => {
    const asked = await elector("Voted");
    const hash = voterHash(pollId, electorIdentity(asked.who.kind === "elector" ? asked.who.entryId : ""));
    await sql`insert into roll_marks (council_id, poll_id, voter_hash, channel, marked_on) values (${council.council.id}, ${pollId}, ${hash}, 'online', now())`;
    expect(await checkInVoter(presiding, asked)).toEqual({ ok: false, error: { code: "already-marked" } });
  });

  test("a person on no roll is the same person at the next place, however their name is written", async () => {
    await codeOf(person());
    await codeOf(person({ name: "sian  wyn" }));
    const rows = await sql<{ detail: { onRoll: boolean; document: string } }[]>`select detail from audit_trail where act = 'voter.checked-in' and detail->>'onRoll' = 'false'`;
    expect(rows).toHaveLength(2);
    const kept = await sql`select * from check_ins where vote_id = ${voteId}`;
    // Keys are drawn, and may spell anything.
    const said = JSON.stringify([rows, kept], (_, value: unknown) => (typeof value === "string" && /^[0-9a-f-]{36}$/.test(value) ? "" : value));
    expect(said).not.toMatch(/Siân|sian|AA1|1990/i);
    expect(rows[0]?.detail.document).toBe("passport");
    expect(await sql`select 1 from check_ins c join hand_over_codes h on h.check_in_id = c.id where h.used_at is null and h.expires_at > now() and c.id in (select (thing_id)::uuid from audit_trail where detail->>'onRoll' = 'false')`).toHaveLength(1);
  });

  test("nobody gets in who may not vote: another area, too young", async () => {
    expect(await checkInVoter(presiding, person({ postcode: "ZZ99ZZ" }))).toMatchObject({ ok: false, error: { code: "not-eligible" } });
    expect(await checkInVoter(presiding, person({ birthDate: `${new Date().getFullYear() - 9}-01-01` }))).toMatchObject({ ok: false, error: { code: "not-eligible" } });
  });

  test("a paper is a mark, and the same person online afterwards has voted", async () => {
    const padId = randomId();
    await sql`insert into paper_batches (id, council_id, poll_id, place_id, number, printed, seed, printed_by, printed_at) values (${padId}, ${council.council.id}, ${pollId}, ${placeId}, 1, 1, 'seed', ${presiding.actor.personId}, now())`;
    const asked = await elector("Paper", { outcome: "paper" });
    expect(await checkInVoter(presiding, asked)).toEqual({ ok: true, value: { kind: "paper", papers: [{ pollId, batch: "OAK-001" }] } });
    expect(await checkInVoter(presiding, asked)).toEqual({ ok: false, error: { code: "already-marked" } });
    expect(await checkInVoter(presiding, { ...asked, outcome: "online" })).toEqual({ ok: false, error: { code: "already-marked" } });
    expect(await checkInVoter(presiding, await elector("Next", { outcome: "paper" }))).toEqual({ ok: false, error: { code: "none-left" } });
  });

  test("is for the presiding officers of the place and the returning officer", async () => {
    const [elsewhere, returning, engagement] = [await makeOfficer(council, "presiding-officer"), await makeOfficer(council, "returning-officer"), await makeOfficer(council, "engagement-officer")];
    for (const officer of [elsewhere, engagement]) {
      expect(await listMyPlaces(officer)).toEqual([]);
      await expect(checkInVoter(officer, await elector("No"))).rejects.toMatchObject({ reason: "not-found" });
      await expect(searchRolls(officer, placeId, [rollId], "rees")).rejects.toMatchObject({ reason: "not-found" });
    }
    expect((await listMyPlaces(returning)).map(({ id }) => id)).toEqual([placeId]);
    await codeOf(await elector("Yes"), returning);
    expect((await searchRolls(presiding, placeId, [rollId], "mari re")).map(({ name }) => name)).toEqual(["Mari Rees"]);
    expect(await searchRolls(presiding, placeId, [rollId], "%")).toEqual([]);
    expect((await searchRolls(presiding, placeId, [rollId], "aa1 1")).length).toBeGreaterThan(3);
  });
});
