import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PublicScope, SystemScope } from "#domain/councils/scope.ts";
import { NOTHING_SAID } from "#domain/eligibility/claim.ts";
import { electorateFrom, RESIDENTS, type ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import { questionsOf } from "#domain/eligibility/electorate.ts";
import { codeIdentity, electorIdentity, emailIdentity } from "#domain/eligibility/voter-identity.ts";
import type { RollRow } from "#domain/eligibility/rolls/roll-file.ts";
import { familyKey, givenKey, referenceKey } from "#domain/eligibility/rolls/name-forms.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { answerEnquiry } from "#features/eligibility/rolls/answer-enquiry.ts";
import { removeEntry } from "#features/eligibility/rolls/correct-entry.ts";
import { createRoll } from "#features/eligibility/rolls/create-roll.ts";
import { findElector, withElector } from "#features/eligibility/rolls/find-elector.ts";
import { getElectorate } from "#features/eligibility/queries.ts";
import { listCandidates, listEnquiries } from "#features/eligibility/rolls/queries.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { askForOfficer, askToVote } from "./actions.ts";
import { issuePasses } from "./issue-passes.ts";
import { passHash } from "./pass-hash.ts";

const { sql, url } = await testDatabase({ connections: 8 });
let council: SystemScope;
let rollId: string;
let oak: string;

beforeAll(async () => {
  await prepareJobs(url);
  council = await makeCouncil();
  oak = await makeWard(council, "Oak", ["LL655AA"]);
  rollId = randomId();
  await createRoll(await makeOfficer(council, "returning-officer"), { id: rollId, name: "Young electors" });
});

async function addElector(reference: string, given: string, family: string, more: Partial<RollRow> = {}): Promise<string> {
  const [row] = await sql`
    insert into roll_entries (council_id, roll_id, reference, given_names, family_name, birth_date, postcode, area_id, reference_key, given_key, family_key, address)
    values (${council.council.id}, ${rollId}, ${reference}, ${given}, ${family}, ${more.birthDate ?? "2012-02-29"}, ${more.postcode ?? "LL655AA"}, ${oak}, ${referenceKey(reference)}, ${givenKey(given)}, ${familyKey(family)}, ${`${reference} High Street`})
    returning id`;
  return row?.["id"] as string;
}

async function pollFor(terms: Partial<ElectorateTerms>) {
  const pollId = await makeReadyPoll(council, { electorate: electorateFrom({ ...RESIDENTS, ties: [], identityLevel: 3, rollId, ...terms }, []) });
  const { electorateId } = await getPoll(council, pollId);
  return { pollId, electorateId };
}

const form = (values: Record<string, string>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
const details = (given: string, family: string, more: Record<string, string> = {}) =>
  form({ givenNames: given, familyName: family, "birth-day": "29", "birth-month": "2", "birth-year": "2012", rollPostcode: "LL65 5AA", ...more });

describe("somebody on a roll", () => {
  const resident = () => council as unknown as PublicScope;
  const person = (email = `${randomId()}@example.org`) => ({ personId: randomId(), email }) as SignedIn;
  const asking = async (poll: { pollId: string; electorateId: string }, who: SignedIn, values: Record<string, string[]>) => {
    const asked = questionsOf([await getElectorate(council, poll.electorateId)]);
    const signs = { device: null, address: null };
    return { asked, answer: await askToVote({ scope: resident(), person: who, asked, polls: [poll], asking: { exercise: { id: randomId(), closesAt: null }, signs } as never }, values) };
  };

  it("is found however they write themselves, with an age on polling day from the roll", async () => {
    await addElector("R1", "Siân Mair", "ap Rhys");
    const poll = await pollFor({ minAge: 11, maxAge: 17 });
    const { answer } = await asking(poll, person(), details("SIAN", "Ap-Rhys"));
    expect(answer).toMatchObject({ ok: true, value: { decisions: [{ against: [] }] } });
    expect(answer.ok && answer.value.token).not.toBeNull();
    expect((await sql`select way, age_band, area_id from voter_passes where poll_id = ${poll.pollId}`)[0]).toMatchObject({ way: "roll", age_band: "under-16", area_id: oak });
    const old = await pollFor({ minAge: 60 });
    const refused = await asking(old, person(), details("Siân", "ap Rhys"));
    expect(refused.answer).toMatchObject({ ok: true, value: { token: null, decisions: [{ against: [{ kind: "rule", misses: [{ why: "too-young" }] }] }] } });
  });

  it("who is not found hears the same whatever was wrong, and not more often than eight times an hour", async () => {
    await addElector("R2", "Huw", "Evans");
    const poll = await pollFor({});
    const guesser = person();
    const tries = [details("Huw", "Evanz"), details("Huw", "Evans", { "birth-day": "28" }), details("Huw", "Evans", { rollPostcode: "LL65 5AB" }), details("Nobody", "Atall"), details("Huw", "Evans", { reference: "R9" })];
    const answers = [];
    for (const values of tries) answers.push((await asking(poll, guesser, values)).answer);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ ok: false, error: "unmatched" })]));
    for (let nth = tries.length; nth < 8; nth += 1) await asking(poll, guesser, details("Nobody", "Atall"));
    expect((await asking(poll, guesser, details("Huw", "Evans"))).answer).toEqual({ ok: false, error: "too-many-tries" });
  });

  it("who left the roll, or stands on it twice, is for an officer, whose answer lets the person in", async () => {
    const gone = await addElector("R3", "Owain", "Parry");
    const officer = await makeOfficer(council, "returning-officer");
    await removeEntry(officer, { rollId, entryId: gone }, "Moved");
    const poll = await pollFor({});
    expect((await asking(poll, person(), details("Owain", "Parry"))).answer).toEqual({ ok: false, error: "unmatched" });

    const first = await addElector("R4", "Mali", "Price");
    await addElector("R5", "Mali", "Price");
    const mali = person("mali@example.org");
    const { asked, answer } = await asking(poll, mali, details("Mali", "Price"));
    expect(answer).toEqual({ ok: false, error: "unmatched" });
    for (let nth = 0; nth < 3; nth += 1) await askForOfficer({ scope: resident(), person: mali, asked, voteSlug: "vote" }, details("Mali", "Price"));
    const [enquiry, ...others] = await listEnquiries(officer);
    expect(others).toEqual([]);
    if (!enquiry) throw new Error("Nobody asked");
    expect((await listCandidates(officer, enquiry)).map(({ reference }) => reference).sort()).toEqual(["R4", "R5"]);
    expect(JSON.stringify(await sql`select * from roll_enquiries`)).not.toMatch(/mali|price/i);
    expect(await answerEnquiry(officer, enquiry.id, { kind: "matched", entryId: gone })).toEqual({ ok: false, error: "not-on-this-roll" });
    expect(await answerEnquiry(officer, enquiry.id, { kind: "matched", entryId: first })).toMatchObject({ ok: true });
    expect(await answerEnquiry(officer, enquiry.id, { kind: "refused", reason: "No" })).toEqual({ ok: false, error: "answered-already" });
    expect((await asking(poll, mali, details("MALI", "Price"))).answer).toMatchObject({ ok: true, value: { decisions: [{ against: [] }] } });
    expect((await asking(poll, person("another@example.org"), details("Mali", "Price"))).answer).toEqual({ ok: false, error: "unmatched" });
    expect((await sql`select body from mail_messages where recipient = 'mali@example.org'`)[0]?.["body"]).toContain("/votes/vote/start");
  });

  it("another council's roll is not looked at", async () => {
    await addElector("R6", "Nia", "Lewis");
    const stranger = await makeCouncil();
    expect(await findElector(stranger, rollId, { givenNames: "Nia", familyName: "Lewis", postcode: "LL655AA", birthDate: "2012-02-29", reference: "" })).toEqual({ kind: "none" });
  });

  it("is one mark by any of four ways: 10,000 attempts at once for 100 people leave 100 marks", async () => {
    const poll = await pollFor({});
    const electors = await Promise.all(Array.from({ length: 100 }, (_, nth) => addElector(`M${nth}`, `Person${nth}`, "Marked")));
    const passes: { readonly voter: number; readonly pass: Buffer }[] = [];
    for (const [voter, entryId] of electors.entries()) {
      const claim = await withElector(council, { ...NOTHING_SAID, identityLevel: 1 }, rollId, entryId);
      const ways = [
        { identity: emailIdentity(`one-${voter}@example.org`), way: "roll" },
        { identity: emailIdentity(`two-${voter}@example.org`), way: "roll" },
        { identity: codeIdentity(randomId()), way: "code" },
        { identity: electorIdentity(entryId), way: "officer" },
      ] as const;
      for (const { identity, way } of ways) {
        const { token } = await issuePasses(council, { polls: [poll], identity, way, claim, asking: null });
        passes.push({ voter, pass: passHash(token ?? "", poll.pollId) });
      }
    }
    // Every pass 25 times, each round beginning at another place, so that the ways of one person meet.
    const attempts = Array.from({ length: 25 }, (_, round) => [...passes.slice(round * 16), ...passes.slice(0, round * 16)]).flat();
    expect(attempts).toHaveLength(10_000);
    const outcomes = await Promise.all(
      attempts.map(async ({ voter, pass }) => {
        const [row] = await sql<{ outcome: string }[]>`select issue_ballot(${pass}, ${poll.pollId}, '1', ${randomBytes(32)}, 'online') as outcome`;
        return { voter, outcome: row?.outcome };
      }),
    );
    const issued = outcomes.filter(({ outcome }) => outcome === "issued");
    expect(new Set(issued.map(({ voter }) => voter)).size).toBe(100);
    expect(issued).toHaveLength(100);
    expect(outcomes.filter(({ outcome }) => outcome === "already-issued")).toHaveLength(9_900);
    expect((await sql`select count(*)::integer as marks, count(distinct voter_hash)::integer as voters from roll_marks where poll_id = ${poll.pollId}`)[0]).toEqual({ marks: 100, voters: 100 });
  }, 120_000);
});
