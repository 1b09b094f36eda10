import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hustings, hustingsAnswers, hustingsQuestions } from "#db/schema/elections/hustings.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { people } from "#db/schema/accounts/people.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import { deleteAccount } from "#features/accounts/delete-account.ts";
import { forgetCandidates } from "#features/elections/nominations/forget-candidates.ts";
import { withdrawNomination } from "#features/elections/nominations/withdraw-nomination.ts";
import { closeElection } from "#features/involvement/electing/close-election.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeNominatedElection, makeOpenElection, type ElectionMade } from "#testing/factories/open-elections.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { answerQuestion } from "./answer-question.ts";
import { askQuestion } from "./ask-question.ts";
import { moderateAnswer, moderateQuestion, type Moderate } from "./moderate.ts";
import { countHeld, listEvents, listOwnQuestions, listQuestionsToAnswer, listShownQuestions, listToModerate } from "./queries.ts";
import { cancelEvent, saveEvent } from "./save-event.ts";

const { db } = await testDatabase();
const council = await makeCouncil();
const anybody = { ...council, kind: "public" } as unknown as PublicScope;
const moderator = await makeOfficer(council, "moderator");
let made: ElectionMade;
let asker: ActorScope;
beforeAll(async () => void (made = await makeNominatedElection(council, ["Amara", "Rhys"])));
beforeEach(async () => void (asker = await makeOfficer(council)));

const TITLE = { en: "Young mayor election", cy: "Etholiad y maer ifanc" };
const ask = (who: ActorScope, text: string, once = randomId()) => askQuestion(who, { once, electionId: made.electionId, contestId: made.contestId, text });
async function decide(by: ActorScope, text: string, act: Moderate["act"] = "show", more: Partial<Moderate> = {}) {
  const item = (await listToModerate(moderator, made.electionId)).find((each) => each.text === text)!;
  return (item.what === "question" ? moderateQuestion : moderateAnswer)(by, { electionId: made.electionId, id: item.id, read: item.text, act, reason: act === "refuse" ? "unkind" : null, note: "", title: TITLE, slug: made.slug, ...more });
}
const shown = () => listShownQuestions(anybody, made.electionId, [made.contestId]);
const lettersTo = async (who: ActorScope) => (await db.select().from(mailMessages).where(eq(mailMessages.recipient, who.actor.email))).map(({ subject, body }) => `${subject}\n${body}`);
/** A question everybody reads; gives its number. */
async function asked(text = `Question ${randomId()}?`): Promise<number> {
  await ask(asker, text);
  expect(await decide(moderator, text)).toEqual({ ok: true, value: undefined });
  return (await shown()).find((each) => each.text === text)!.number;
}

describe("an event", () => {
  const event = (more: object = {}) => ({ id: randomId(), isNew: true, electionId: made.electionId, title: TITLE, startsAt: new Date(Date.now() + 86_400_000), endsAt: new Date(Date.now() + 90_000_000), place: { en: "Hall", cy: "" }, access: { en: "Ramp", cy: "" }, onlineUrl: "", ...more });
  test("is announced once, changed, and called off with a reason that stays", async () => {
    const one = event();
    for (let twice = 0; twice < 2; twice += 1) expect(await saveEvent(made.author, one)).toEqual({ ok: true, value: undefined });
    expect(await saveEvent(made.author, { ...one, isNew: false, place: { en: "Library", cy: "" } })).toMatchObject({ ok: true });
    expect(await listEvents(anybody, made.electionId)).toMatchObject([{ id: one.id, place: { en: "Library" }, cancelled: null }]);
    expect(await saveEvent(made.author, event({ startsAt: new Date(Date.now() - 1) }))).toMatchObject({ error: [{ code: "event-past" }] });
    await expect(saveEvent(moderator, event())).rejects.toMatchObject({ reason: "forbidden" });
    await expect(saveEvent(await makeOfficer(await makeCouncil(), "engagement-officer"), { ...one, isNew: false })).rejects.toMatchObject({ reason: "not-found" });
    // A form that bears the number of another election's event makes none, and changes nothing there.
    const elsewhere = await makeNominatedElection(await makeCouncil(), []);
    expect(await saveEvent(elsewhere.author, { ...one, electionId: elsewhere.electionId, place: { en: "Nowhere", cy: "" } })).toEqual({ ok: false, error: [{ field: "", code: "form-expired" }] });
    expect(await listEvents(anybody, made.electionId)).toMatchObject([{ place: { en: "Library" } }]);
    expect(await cancelEvent(made.author, { id: one.id, electionId: made.electionId, reason: { en: "Snow", cy: "Eira" } })).toMatchObject({ ok: true });
    expect(await saveEvent(made.author, { ...one, isNew: false })).toMatchObject({ error: [{ code: "event-cancelled" }] });
    expect(await listEvents(anybody, made.electionId)).toMatchObject([{ cancelled: { en: "Snow" } }]);
    expect(await refusalOf(db.update(hustings).set({ onlineUrl: "http://plain.example" }).where(eq(hustings.id, one.id)))).toContain("hustings_place_check");
  });
});

describe("a question", () => {
  test("is seen by nobody before it is read, and nobody is told who asked", async () => {
    const once = randomId();
    for (let twice = 0; twice < 2; twice += 1) expect(await ask(asker, "Which bus first?", once)).toEqual({ ok: true, value: undefined });
    expect((await shown()).map(({ text }) => text)).not.toContain("Which bus first?");
    expect((await countHeld(moderator)).get(made.electionId)?.count).toBe(1);
    const desk = await listToModerate(moderator, made.electionId);
    expect(desk).toMatchObject([{ text: "Which bus first?", state: "held", own: false }]);
    expect(JSON.stringify(desk)).not.toContain(asker.actor.email);
    await expect(decide(await makeOfficer(council, "count-officer"), "Which bus first?")).rejects.toMatchObject({ reason: "forbidden" });
    await db.update(people).set({ locale: "cy" }).where(eq(people.id, made.candidates[1]!.who.actor.personId));
    expect(await decide(moderator, "Which bus first?")).toEqual({ ok: true, value: undefined });
    expect(await decide(moderator, "Which bus first?")).toEqual({ ok: true, value: undefined });
    expect(JSON.stringify(await shown())).not.toContain(asker.actor.personId);
    expect(await lettersTo(asker)).toEqual([expect.stringContaining("is shown")]);
    // Everybody who stands hears of it, and nobody hears who asked.
    const letters = await lettersTo(made.candidates[0]!.who);
    expect(letters.at(-1)).toContain("Which bus first?");
    expect(letters.join("")).not.toContain(asker.actor.email);
    expect((await lettersTo(made.candidates[1]!.who)).at(-1)).toMatch(/^Cwestiwn i chi[^]*Which bus first\?[^]*\/cy\//);
  });

  test("is refused with a reason its author is told, and never by its author", async () => {
    const both = await makeOfficer(council, "moderator");
    await ask(both, "Why is Mr Price so mean?");
    expect(await decide(both, "Why is Mr Price so mean?")).toEqual({ ok: false, error: "own-words" });
    expect(await decide(moderator, "Why is Mr Price so mean?", "refuse", { reason: "names-somebody", note: "Ask about what they would do." })).toEqual({ ok: true, value: undefined });
    expect(await lettersTo(both)).toEqual([expect.stringMatching(/not shown[\s\S]*It names or points to a person\. Ask about what they would do\./)]);
    expect(await listOwnQuestions(both, made.electionId)).toMatchObject([{ state: "refused", reason: "names-somebody" }]);
    expect((await shown()).map(({ text }) => text)).not.toContain("Why is Mr Price so mean?");
    // The database asks for the reason, and for another to decide.
    const [row] = await db.select().from(hustingsQuestions).where(eq(hustingsQuestions.text, "Why is Mr Price so mean?"));
    expect(await refusalOf(db.update(hustingsQuestions).set({ reason: null }).where(eq(hustingsQuestions.id, row!.id)))).toContain("hustings_questions_reason_check");
    expect(await refusalOf(db.update(hustingsQuestions).set({ decidedBy: both.actor.personId }).where(eq(hustingsQuestions.id, row!.id)))).toContain("hustings_questions_own_check");
    // What is shown can be taken down; what was refused is not shown by a second thought, it is asked anew.
    const number = await asked("Is tea free?");
    expect(await decide(moderator, "Is tea free?", "refuse")).toMatchObject({ ok: true });
    expect((await shown()).map((each) => each.number)).not.toContain(number);
    expect(await decide(moderator, "Is tea free?")).toEqual({ ok: false, error: "wrong-state" });
  });

  test("is one of five a day, of at most 300 characters, and of a council's own election", async () => {
    const all = [];
    for (let each = 0; each < 6; each += 1) all.push((await ask(asker, `Number ${String(each)} of ${asker.actor.email}?`)).ok);
    expect(all).toEqual([true, true, true, true, true, false]);
    expect(await refusalOf(db.insert(hustingsQuestions).values({ councilId: council.council.id, electionId: made.electionId, contestId: made.contestId, number: 999, lang: "en", text: "x".repeat(301), askedAt: new Date() }))).toContain("hustings_questions_text_check");
    await expect(ask(await makeOfficer(await makeCouncil()), "Hello?")).rejects.toMatchObject({ reason: "not-found" });
  });
});

describe("an answer", () => {
  test("is one of each candidate, read before it is shown, and stays once it is", async () => {
    const number = await asked();
    const [amara, rhys] = made.candidates.map(({ who }) => who);
    const answer = (who: ActorScope, text: string) => answerQuestion(who, { electionId: made.electionId, number, text });
    await expect(answer(asker, "I am nobody")).rejects.toMatchObject({ reason: "not-found" });
    expect(await answer(amara!, "word ".repeat(151))).toMatchObject({ error: [{ code: "answer-too-long" }] });
    expect(await answer(amara!, `First of ${String(number)}`)).toEqual({ ok: true, value: undefined });
    expect(await answer(amara!, `Second of ${String(number)}`)).toEqual({ ok: true, value: undefined });
    // What a moderator read is not what stands there now.
    expect(await decide(moderator, `Second of ${String(number)}`, "show", { read: `First of ${String(number)}` })).toEqual({ ok: false, error: "written-anew" });
    expect(await decide(moderator, `Second of ${String(number)}`, "refuse")).toMatchObject({ ok: true });
    expect(await listQuestionsToAnswer(amara!, made.electionId)).toContainEqual(expect.objectContaining({ number, answer: expect.objectContaining({ state: "refused", reason: "unkind" }) as unknown }));
    expect(await answer(amara!, `Third of ${String(number)}`)).toMatchObject({ ok: true });
    expect(await decide(moderator, `Third of ${String(number)}`)).toMatchObject({ ok: true });
    expect(await answer(amara!, `Fourth of ${String(number)}`)).toMatchObject({ error: [{ code: "answer-shown" }] });
    expect(await answer(rhys!, `Mine of ${String(number)}`)).toMatchObject({ ok: true });
    expect((await shown()).find((each) => each.number === number)?.answers.map(({ text, candidate }) => [candidate.name.en, text])).toEqual([["Amara", `Third of ${String(number)}`]]);
    expect(await refusalOf(db.update(hustingsAnswers).set({ text: "word ".repeat(151) }))).toContain("hustings_answers_text_check");
  });

  test("of a rival is decided by another, and of whoever stepped back is shown no more", async () => {
    const open = await makeOpenElection(council, ["Ana", "Ben", "Cai"]);
    const [ana, ben] = open.candidates;
    const text = `Bikes ${randomId()}?`;
    await askQuestion(asker, { once: randomId(), electionId: open.electionId, contestId: open.contestId, text });
    const settle = async (by: ActorScope, words: string) => {
      const item = (await listToModerate(moderator, open.electionId)).find((each) => each.text === words)!;
      return (item.what === "question" ? moderateQuestion : moderateAnswer)(by, { electionId: open.electionId, id: item.id, read: words, act: "show", reason: null, note: "", title: TITLE, slug: open.slug });
    };
    await settle(moderator, text);
    await answerQuestion(ana!.who, { electionId: open.electionId, number: 1, text: "Yes to bikes" });
    await db.insert(memberships).values({ councilId: council.council.id, personId: ben!.who.actor.personId, role: "moderator" });
    const rival = { ...ben!.who, actor: { ...ben!.who.actor, roles: ["moderator"] } } as ActorScope;
    expect(await settle(rival, "Yes to bikes")).toEqual({ ok: false, error: "own-words" });
    expect(await settle(moderator, "Yes to bikes")).toMatchObject({ ok: true });
    const answers = async () => (await listShownQuestions(anybody, open.electionId, [open.contestId]))[0]?.answers.length;
    expect(await answers()).toBe(1);
    await withdrawNomination(ana!.who, { electionId: open.electionId, contestId: open.contestId, number: ana!.number });
    expect(await answers()).toBe(0);
    await closeElection(open.returning, { engagementId: open.engagementId, earlyBecause: "Test" });
    expect(await askQuestion(asker, { once: randomId(), electionId: open.electionId, contestId: open.contestId, text: "Late?" })).toEqual({ ok: false, error: "questions-closed" });
    expect(await answerQuestion(ben!.who, { electionId: open.electionId, number: 1, text: "Late" })).toMatchObject({ error: [{ code: "questions-closed" }] });
  });
});

test("with an account goes what its person asked unread, and on the election's day everything asked and answered", async () => {
  const here = await makeNominatedElection(council, ["Dai", "Efa"]);
  const put = (text: string) => askQuestion(asker, { once: randomId(), electionId: here.electionId, contestId: here.contestId, text });
  await put("Held?");
  await put("Shown?");
  const item = (await listToModerate(moderator, here.electionId)).find(({ text }) => text === "Shown?")!;
  await moderateQuestion(moderator, { electionId: here.electionId, id: item.id, read: "Shown?", act: "show", reason: null, note: "", title: TITLE, slug: here.slug });
  expect(await deleteAccount({ ...asker.actor, locale: "en", sessionHash: "" })).toEqual({ ok: true, value: undefined });
  const left = () => db.select({ text: hustingsQuestions.text, askedBy: hustingsQuestions.askedBy }).from(hustingsQuestions).where(eq(hustingsQuestions.electionId, here.electionId));
  expect(await left()).toEqual([{ text: "Shown?", askedBy: null }]);
  await answerQuestion(here.candidates[0]!.who, { electionId: here.electionId, number: 2, text: "Dai says yes" });
  const past = (days: number) => addDays(londonDay(new Date()), -days);
  await db.update(elections).set({ noticeOn: past(90), nominationsOpenOn: past(80), nominationsCloseOn: past(70), withdrawByOn: past(60), votingOpensOn: past(50), pollingDay: past(40), resultsOn: past(39), removedOn: past(0) }).where(eq(elections.id, here.electionId));
  await forgetCandidates();
  expect(await left()).toEqual([]);
  expect(await db.select().from(hustingsAnswers).where(eq(hustingsAnswers.contestId, here.contestId))).toEqual([]);
});
