import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { programmePhases } from "#db/schema/budgeting/programmes.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { electedPromises } from "#db/schema/involvement/promises.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import { MOST_WRITTEN_DOWN, promiseKey } from "#domain/involvement/promise.ts";
import { putMilestone } from "#features/budgeting/delivery/put-milestone.ts";
import { mergeIdeas } from "#features/budgeting/ideas/join-ideas.ts";
import { moveIdea } from "#features/budgeting/ideas/move-idea.ts";
import { forgetCandidates } from "#features/elections/nominations/forget-candidates.ts";
import { listThread } from "#features/golden-thread/queries.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { putIdea } from "#features/involvement/drafting/put-idea.ts";
import { getElectionForOfficers, getElectionInView } from "#features/involvement/electing/queries.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { holdElection } from "#testing/factories/elections.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { decideOfferInput, translateInput } from "./input.ts";
import { makeMayorsBudget } from "./make-budget.ts";
import { decideOffer, offerPromise } from "./offer-promise.ts";
import { proposePromise } from "./propose-promise.ts";
import { findMayorsBudget, findPromiseOfIdea, countOffers, listOffers, listPromises } from "./queries.ts";
import { tellPromise } from "./tell-promise.ts";
import { translatePromise } from "./translate-promise.ts";
import { writePromise } from "./write-promise.ts";

const { db } = await testDatabase();
const council = await makeCouncil();
const anybody = { ...council, kind: "public" } as unknown as PublicScope;
const today = londonDay(new Date());
const both = (text: string) => ({ en: text, cy: `${text} (cy)` });

const held = await holdElection(council, {
  candidates: [
    { given: "Amara", promises: "Bike parking at every school\nListen in every school" },
    { given: "Rhys", promises: `A youth night. ${"Every Friday, in the leisure centre, for everybody who comes. ".repeat(3)}` },
    { given: "Saira", statement: "Quiet rooms to study in." },
    { given: "Tomasz" },
    { given: "Ellie", promises: "Nobody elected me" },
  ],
  ballots: [{ times: 60, choices: [1] }, { times: 40, choices: [2] }, { times: 30, choices: [3] }, { times: 20, choices: [4] }, { times: 5, choices: [5, 1] }],
});
const { engagementId, author } = held;
const once = randomId();
const { election } = await getElectionForOfficers(author, engagementId);
const elected = await listPromises(author, election, today);
const [amara, rhys, saira] = elected;
const make = (more: Partial<Parameters<typeof makeMayorsBudget>[1]> = {}) =>
  makeMayorsBudget(author, { once, engagementId, title: both("Young mayor’s budget"), amountPence: 2_500_000, startsOn: today, proposals: [promiseKey(amara!.nominationId, 1), promiseKey(rhys!.nominationId, 1)], ...more });
const listed = async () => (await listPromises(anybody, election, today)).map(({ office, name, made }) => ({ office: office.en, name: name?.en, made }));

describe("the budget of those elected", () => {
  test("is made once, on the electorate of the election, with chosen promises as proposals and all of them written down", async () => {
    expect(elected.map(({ name, office }) => [name?.en, office.en])).toEqual([["Amara", "Young mayor"], ["Rhys", "Deputy young mayor"], ["Saira", "Adviser"], ["Tomasz", "Adviser"]]);
    await expect(makeMayorsBudget(await makeOfficer(council, "moderator"), { once, engagementId, title: both("x"), amountPence: 1, startsOn: today, proposals: [] })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await make({ startsOn: addDays(today, -1) })).toEqual({ ok: false, error: [{ field: "startsOn", code: "in-the-past" }] });
    expect(await findMayorsBudget(anybody, election.id)).toBeNull();
    expect(await make()).toEqual({ ok: true, value: { budgetId: once } });
    expect(await make()).toEqual({ ok: true, value: { budgetId: once } });
    expect(await make({ once: randomId() })).toEqual({ ok: false, error: [{ field: "", code: "has-budget" }] });
    const vote = await getVoteForOfficers(author, once);
    expect(vote).toMatchObject({ state: "draft", topic: "children-and-young-people", programme: { ballot: { electorate: election.electorate } } });
    expect(vote.programme.phases.map(({ phase }) => phase)).toEqual(["developing-proposals", "feasibility", "shortlisting", "publishing-costs", "voting", "checking-the-count", "results", "delivery"]);
    expect(await db.select().from(programmePhases).where(eq(programmePhases.programmeId, vote.programme.id))).toHaveLength(8);
    const [first, second, third, fourth] = await listed();
    expect(first!.made.map(({ text, standing, proposal }) => [text.en, standing, proposal?.number])).toEqual([["Bike parking at every school", "proposal", 1], ["Listen in every school", "written-down", undefined]]);
    expect(second!.made[0]?.proposal).toMatchObject({ number: 2, state: "proposal", title: { en: "A youth night." } });
    expect([third!.made, fourth!.made]).toEqual([[], []]);
    // The proposal's author is who promised it, so that they are told; the words beside it name nobody.
    const [row] = await db.select().from(ideas).where(eq(ideas.id, first!.made[0]!.id));
    expect(row).toMatchObject({ authorId: held.people[0]!.actor.personId, authorName: "Young mayor" });
    expect(`${row!.textEn}${row!.textCy}`).not.toContain("Amara");
  });

  test("a promise is told of, written down or proposed later, and what is written down stays", async () => {
    const [listen] = (await listed())[0]!.made.slice(1);
    const told = (told: "kept" | "under-way", words = both("We listened")) => tellPromise(author, { engagementId, promiseId: listen!.id, told, words });
    expect(await told("under-way", { en: "", cy: "" })).toMatchObject({ ok: false, error: { field: "wordsEn" } });
    expect(await told("under-way")).toEqual({ ok: true, value: undefined });
    expect(await told("kept")).toEqual({ ok: true, value: undefined });
    expect((await listed())[0]!.made[1]).toMatchObject({ standing: "kept", told: { words: { en: "We listened" } } });
    expect(await proposePromise(author, { engagementId, promiseId: listen!.id })).toMatchObject({ error: { code: "told-already" } });
    const added = { once: randomId(), engagementId, nominationId: saira!.nominationId, text: both("Quiet rooms") };
    expect(await writePromise(author, added)).toEqual({ ok: true, value: undefined });
    expect(await writePromise(author, added)).toEqual({ ok: true, value: undefined });
    expect(await proposePromise(author, { engagementId, promiseId: added.once })).toEqual({ ok: true, value: undefined });
    expect(await proposePromise(author, { engagementId, promiseId: added.once })).toEqual({ ok: true, value: undefined });
    expect(await tellPromise(author, { engagementId, promiseId: added.once, told: "kept", words: both("x") })).toMatchObject({ error: { code: "is-proposal" } });
    expect((await listed())[2]!.made).toMatchObject([{ standing: "proposal", proposal: { number: 3 } }]);
    await expect(writePromise(author, { ...added, once: randomId(), nominationId: randomId() })).rejects.toMatchObject({ reason: "not-found" });
    expect(await refusalOf(db.update(electedPromises).set({ textEn: "Something easier" }).where(eq(electedPromises.id, added.once)))).toBe("A promise that is written down is not changed");
    expect(await refusalOf(db.update(electedPromises).set({ ideaId: null }).where(eq(electedPromises.id, added.once)))).toBe("A promise that is written down is not changed");
    expect(await refusalOf(db.delete(electedPromises).where(eq(electedPromises.id, added.once)))).toBe("A promise that is written down is not changed");
  });

  test("who was elected adds promises of their own, which an officer reads first; the missing language is added once", async () => {
    const [, rhysHimself, , tomasz, ellie] = held.people;
    const offer = { once: randomId(), text: { en: "", cy: "Campfeydd ar agor ar y penwythnos" } };
    expect(await offerPromise(tomasz!, election, offer)).toEqual({ ok: true, value: undefined });
    expect(await offerPromise(tomasz!, election, offer)).toEqual({ ok: true, value: undefined });
    await expect(offerPromise(ellie!, election, { ...offer, once: randomId() })).rejects.toMatchObject({ reason: "not-found" });
    expect((await listed())[3]!.made).toEqual([]);
    expect(await countOffers(author)).toEqual([{ engagementId, title: expect.objectContaining({}) as object, count: 1, since: expect.any(Date) as Date }]);
    const decide = (offerId: string, answer: "take" | "decline", reason = "") => decideOffer(author, { engagementId, offerId, answer, reason });
    await expect(decideOffer(tomasz!, { engagementId, offerId: offer.once, answer: "take", reason: "" })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await Promise.all([decide(offer.once, "take"), decide(offer.once, "take")])).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }]);
    expect(await decide(offer.once, "decline", "No")).toMatchObject({ error: { code: "decided-already" } });
    expect((await listed())[3]!.made).toMatchObject([{ id: offer.once, text: { en: "", cy: offer.text.cy }, addedAt: expect.any(Date) as Date }]);

    const unkind = { once: randomId(), text: { en: "Mr Lloyd must go", cy: "" } };
    expect(await offerPromise(rhysHimself!, election, unkind)).toMatchObject({ ok: true });
    expect(await decide(unkind.once, "decline")).toMatchObject({ error: { field: `reason-${unkind.once}`, code: "required" } });
    expect(await countOffers(author)).toMatchObject([{ engagementId, count: 1 }]);
    expect(await decide(unkind.once, "decline", "It names a teacher")).toEqual({ ok: true, value: undefined });
    expect(await countOffers(author)).toEqual([]);
    // Each is told once.
    const letters = async (who: ActorScope) => (await db.select().from(mailMessages).where(eq(mailMessages.recipient, who.actor.email))).map(({ subject, body }) => `${subject} ${body}`).filter((letter) => letter.includes("/stand/promises"));
    expect(await letters(tomasz!)).toEqual([expect.stringContaining("Your promise can be read now")]);
    expect(await letters(rhysHimself!)).toEqual([expect.stringContaining("The reason: It names a teacher")]);
    expect((await listOffers(rhysHimself!, election.id)).map(({ standing, reason }) => [standing, reason]).sort()).toEqual([["declined", "It names a teacher"], ["taken", ""]]);

    const translate = (text: string) => translatePromise(author, { engagementId, promiseId: offer.once, text });
    await expect(translatePromise(tomasz!, { engagementId, promiseId: offer.once, text: "x" })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await translate("Gyms open at weekends")).toEqual({ ok: true, value: undefined });
    expect(await translate("Gyms open at weekends")).toEqual({ ok: true, value: undefined });
    expect(await translate("Gyms open on Fridays")).toMatchObject({ error: { code: "translated-already" } });
    expect((await listed())[3]!.made).toMatchObject([{ text: { en: "Gyms open at weekends", cy: offer.text.cy } }]);
    for (const change of [{ textCy: "Rhywbeth haws" }, { textEn: "Something easier" }]) expect(await refusalOf(db.update(electedPromises).set(change).where(eq(electedPromises.id, offer.once)))).toBe("A promise that is written down is not changed");
  });

  test("takes no more promises of one person than a page holds, and cuts nothing off that was written about one", async () => {
    const [, , sairaHerself] = held.people;
    const { nominationId } = saira!;
    const offers = [randomId(), randomId()];
    for (const id of offers) expect(await offerPromise(sairaHerself!, election, { once: id, text: { en: `More ${id}`, cy: "" } })).toEqual({ ok: true, value: undefined });
    while ((await listed())[2]!.made.length < MOST_WRITTEN_DOWN - 1) expect(await writePromise(author, { once: randomId(), engagementId, nominationId, text: { en: `Said ${randomId()}`, cy: "" } })).toMatchObject({ ok: true });
    const take = (offerId: string) => decideOffer(author, { engagementId, offerId, answer: "take", reason: "" });
    expect(await take(offers[0]!)).toEqual({ ok: true, value: undefined });
    expect(await take(offers[1]!)).toMatchObject({ error: { code: "too-many-promises" } });
    expect(await decideOffer(author, { engagementId, offerId: offers[1]!, answer: "decline", reason: "Ten are enough" })).toEqual({ ok: true, value: undefined });

    const id = randomId();
    const long = "a".repeat(301);
    expect(translateInput({ promiseId: [id], [`translation-${id}`]: [long] })).toMatchObject({ ok: false, error: [{ field: `translation-${id}`, code: "too-long" }] });
    expect(translateInput({ promiseId: [id], [`translation-${id}`]: [" Ymarfer  "] })).toEqual({ ok: true, value: { promiseId: id, text: "Ymarfer" } });
    expect(decideOfferInput({ offerId: [id], answer: ["decline"], [`reason-${id}`]: [long] })).toMatchObject({ ok: false, error: [{ field: `reason-${id}`, code: "too-long" }] });
    expect(decideOfferInput({ offerId: [id], answer: ["take"] })).toEqual({ ok: true, value: { offerId: id, answer: "take", reason: "" } });
  });

  test("is followed from promise to proposal to project to what is built, merged or not, and along the golden thread", async () => {
    const officer = await makeOfficer(council, "engagement-officer", "service-reviewer");
    const vote = await getVoteForOfficers(author, once);
    const [bikes, night, rooms] = (await listed()).map(({ made }) => made[0]);
    expect(await mergeIdeas(officer, { programmeId: vote.programme.id, into: 2, numbers: [3], reason: both("The same room") })).toMatchObject({ ok: true });
    expect((await listed())[2]!.made[0]).toMatchObject({ standing: "proposal", proposal: { number: 2, merged: true } });
    expect(await findPromiseOfIdea(anybody, bikes!.id)).toMatchObject({ id: bikes!.id, electionSlug: held.slug });
    expect(await moveIdea(officer, { ideaId: bikes!.id, act: "find-not-feasible", reason: both("No room for it") })).toMatchObject({ ok: true });
    expect((await listed())[0]!.made[0]).toMatchObject({ standing: "not-taken-further", proposal: { reason: { en: "No room for it" } } });
    expect(await putIdea(author, { engagementId: once, potId: vote.programme.pots[0]!.id, ideaId: night!.id, costPence: 900_000 })).toMatchObject({ ok: true, value: { projectId: night!.id } });
    // On a draft ballot it is nothing that anybody else may know of.
    expect((await listed())[1]!.made[0]).toMatchObject({ standing: "proposal" });
    await db.update(projects).set({ state: "funded" }).where(eq(projects.id, night!.id));
    expect(await putMilestone(officer, { projectId: night!.id, once: randomId(), title: both("Find a room"), note: both(""), plannedFor: addDays(today, 30), doneOn: null })).toMatchObject({ ok: true });
    const [, second, third] = await listed();
    expect(second!.made[0]).toMatchObject({ standing: "funded", project: { costPence: 900_000, state: "funded" } });
    expect(second!.made[0]!.delivery).toEqual({ standing: "on-track", done: 0, steps: 1, paidPence: 0 });
    expect(third!.made[0]).toMatchObject({ id: rooms!.id, standing: "funded" });
    const strands = await listThread(anybody, { kind: "project", id: night!.id });
    expect(strands.map(({ from, to }) => `${from.kind}>${to.kind}`)).toEqual(expect.arrayContaining(["engagement>promise", "promise>project"]));
    expect(strands.find(({ from }) => from.kind === "promise")?.from.address).toBe(`elections/${held.slug}/promises#promise-${night!.id}`);
  });

  test("names nobody any more once candidates are taken down, and still says what was promised", async () => {
    const past = (days: number) => addDays(today, -days);
    await db
      .update(elections)
      .set({ noticeOn: past(90), nominationsOpenOn: past(80), nominationsCloseOn: past(70), withdrawByOn: past(60), votingOpensOn: past(50), pollingDay: past(40), resultsOn: past(39), removedOn: today })
      .where(eq(elections.id, election.id));
    await forgetCandidates();
    const after = await listPromises(anybody, (await getElectionInView(anybody, held.slug)).election, today);
    expect(after.map(({ name }) => name)).toEqual([null, null, null, null]);
    expect(JSON.stringify(after.map(({ office, seat, made }) => [office, seat, made]))).not.toMatch(/Amara|Rhys|Saira/);
    expect(after[0]!.made).toHaveLength(2);
    // What was declined goes with its author; what was taken stays.
    expect((await listOffers(anybody, election.id)).map(({ standing }) => standing)).toEqual(["taken", "taken"]);
    expect(after[3]!.made).toHaveLength(1);
  });

  test("is not there for another council", async () => {
    const other = await makeOfficer(await makeCouncil(), "engagement-officer");
    await expect(makeMayorsBudget(other, { once: randomId(), engagementId, title: both("x"), amountPence: 1, startsOn: today, proposals: [] })).rejects.toMatchObject({ reason: "not-found" });
  });
});
