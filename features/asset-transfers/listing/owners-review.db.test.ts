import { expect, test } from "vitest";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { addDays, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeListing, makeListingOwner, ownerCodeOf } from "#testing/factories/listings.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { openForms } from "../applying/ui/ours.tsx";
import { openDeskForms } from "../desk/ui/desk.tsx";
import { listComments } from "../commenting/queries.ts";
import { answerListingTime, answerTime, proposeListingTime, proposeOwnTime, proposeTime } from "../longer-time/agree-time.ts";
import { declareInterest, givePart } from "../parts/give-part.ts";
import { findOwnListing, getOwnTransfer, getTransfer, getTransferForOfficers, listTransferLines } from "../queries.ts";
import { acknowledgeReview, askListingReview, askReview, enterReview } from "../reviewing/ask-review.ts";
import { decideReview, noteAppeal, noteAppealOutcome, type ReviewDecision } from "../reviewing/decide-review.ts";
import { noteHearing } from "../reviewing/note-hearing.ts";
import { listTransfersWaiting } from "../waiting/queries.ts";
import { transferTasks } from "../waiting/ui/transfer-tasks.ts";
import { claimListing, endOwner } from "./claim-listing.ts";
import { allowMoreTime, noteListingNotice } from "./note-listing.ts";
import { openOwnerForms } from "./ui/owner-page.tsx";

const said: string[] = [];
const { sql, url } = await testDatabase({ onStatement: (statement) => said.push(statement) });
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const admin = await makeOfficer(council, "council-admin");
const approver = await makeOfficer(council, "approver");
const group = await makeOfficer(council);
const today = londonDay(new Date());
const fine = { ok: true, value: undefined };

const listing = { council, officer, admin, group };
const listed = (daysAgo: number) => makeListing(listing, daysAgo);
const withOwner = (slug: string, toldOn: CivilDay) => makeListingOwner(listing, slug, toldOn);
const codeOf = (slug: string) => ownerCodeOf(officer, slug);

async function reviewerOf(slug: string): Promise<ActorScope> {
  const reviewer = await makeOfficer(council, "approver");
  expect(await givePart(officer, slug, { personId: reviewer.actor.personId, part: "review" })).toEqual(fine);
  await declareInterest(reviewer, slug, { interested: false, what: "" });
  return reviewer;
}

const request = { reasons: "The pub has been shut for ten years.", procedure: "any" as const };
const upheld: ReviewDecision = { outcome: "confirmed", result: "agreed", decidedOn: today, body: "Director of Place", reasons: { en: "It furthered the wellbeing of the estate until last year.", cy: "" } };
const takenOff: ReviewDecision = { ...upheld, outcome: "substituted", result: "refused", reasons: { en: "It was shut for too long.", cy: "" } };
const idOf = async (slug: string): Promise<string> => (await getTransfer(officer, slug)).id;
const clocksOf = async (slug: string) => (await getTransfer(officer, slug)).clocks.filter(({ id }) => id !== "listing");
const mailsTo = async ({ actor }: ActorScope): Promise<readonly string[]> => (await sql`select body from mail_messages where recipient = ${actor.email} order by created_at`).map(({ body }) => String(body));

test("the owner opens their page with the code of the notice, and nobody else does", async () => {
  const slug = await listed(10);
  expect(await noteListingNotice(officer, slug, { way: "letter", givenOn: addDays(today, -11), email: "" })).toEqual({ ok: false, error: "before-listing" });
  expect(await noteListingNotice(officer, slug, { way: "letter", givenOn: addDays(today, 1), email: "" })).toEqual({ ok: false, error: "date-ahead" });
  // What is mailed now was not given before: the owner would lose days of the eight weeks.
  expect(await noteListingNotice(officer, slug, { way: "email", givenOn: addDays(today, -5), email: "owner@example.org" })).toEqual({ ok: false, error: "sent-today" });
  expect(await noteListingNotice(officer, slug, { way: "email", givenOn: today, email: "owner@example.org" })).toEqual(fine);
  expect(await noteListingNotice(officer, slug, { way: "letter", givenOn: today, email: "" })).toEqual({ ok: false, error: "notice-given" });
  const code = await codeOf(slug);
  const [mail] = await sql`select body from mail_messages where recipient = 'owner@example.org'`;
  expect(String(mail?.["body"])).toContain(showReadableCode(code));
  expect(String(mail?.["body"])).toContain(`/${slug}/owner`);
  const [owner, stranger] = [await makeOfficer(council), await makeOfficer(council)];
  expect(await claimListing(stranger, slug, { code: "22222222" })).toEqual({ ok: false, error: "code-wrong" });
  expect(await claimListing(group, slug, { code })).toEqual({ ok: false, error: "own-application" });
  expect(await claimListing(owner, slug, { code: showReadableCode(code).toLowerCase() })).toEqual(fine);
  expect(await claimListing(owner, slug, { code })).toEqual(fine);
  expect(await claimListing(stranger, slug, { code })).toEqual({ ok: false, error: "code-used" });
  expect(await findOwnListing(stranger, slug)).toBeNull();
  await expect(askListingReview(stranger, slug, request)).rejects.toThrow("forbidden");
  // Sold: the page is closed, and the new owner's code is another one.
  expect(await endOwner(officer, slug)).toEqual(fine);
  expect(await endOwner(officer, slug)).toEqual({ ok: false, error: "no-owner" });
  expect(await codeOf(slug)).not.toBe(code);
  expect(await findOwnListing(owner, slug)).toBeNull();
  expect(await claimListing(owner, slug, { code })).toEqual({ ok: false, error: "code-wrong" });
  for (let tries = 0; tries < 10; tries += 1) await claimListing(stranger, slug, { code: "22222222" });
  expect(await claimListing(stranger, slug, { code: await codeOf(slug) })).toEqual({ ok: false, error: "too-often" });
});

test("a review is asked for in eight weeks that begin with the notice, by rule and by the database", async () => {
  const onLastDay = await listed(60);
  const owner = await withOwner(onLastDay, addDays(today, -55));
  expect(await clocksOf(onLastDay)).toEqual([{ id: "listing-review", from: addDays(today, -55), lastDay: today }]);
  expect(await askReview(group, onLastDay, request)).toEqual({ ok: false, error: "review-elsewhere" });
  expect(openForms(await getOwnTransfer(group, onLastDay), today)).not.toContain("review");
  expect(await askListingReview(owner, onLastDay, request)).toEqual(fine);
  expect(await askListingReview(owner, onLastDay, request)).toEqual({ ok: false, error: "review-asked" });

  const late = await listed(60);
  const another = await withOwner(late, addDays(today, -56));
  expect(await askListingReview(another, late, request)).toEqual({ ok: false, error: "listing-too-late" });
  expect(await refusalOf(sql`insert into asset_transfer_reviews (transfer_id, ground, asked_on, reasons, written_in, procedure) values (${await idOf(late)}, 'listed', ${today}, 'x', 'en', 'any')`)).toContain("is over");
  expect(await enterReview(officer, late, { ...request, askedOn: addDays(today, -1) })).toEqual(fine);

  const allowed = await listed(60);
  const third = await withOwner(allowed, addDays(today, -57));
  expect(await allowMoreTime(officer, allowed, { once: randomId(), until: today, why: "They were abroad." })).toEqual({ ok: false, error: "not-longer" });
  expect(await allowMoreTime(officer, allowed, { once: randomId(), until: addDays(today, 7), why: "They were abroad." })).toEqual(fine);
  expect(await refusalOf(sql`insert into asset_listing_times (transfer_id, until, why, allowed_by, allowed_at) values (${await idOf(allowed)}, ${addDays(today, 7)}, 'x', ${officer.actor.personId}, now())`)).toContain("no later");
  expect(await askListingReview(third, allowed, request)).toEqual(fine);
});

test("whoever took part in listing it does not review it; taken off, the nomination is unsuccessful and everybody is told why", async () => {
  const slug = await listed(20);
  const owner = await withOwner(slug, addDays(today, -19));
  expect(await askListingReview(owner, slug, { ...request, procedure: "hearing" })).toEqual(fine);
  expect(await acknowledgeReview(officer, slug)).toEqual(fine);
  expect(await clocksOf(slug)).toEqual([{ id: "decide-listing-review", from: today, lastDay: addDays(today, 55) }]);
  // The owner's words are read by the council and the owner, and by nobody else.
  expect((await getTransfer(officer, slug)).review).toMatchObject({ ground: "listed", reasons: "", procedure: "hearing", decision: null });
  expect((await getOwnTransfer(group, slug)).review?.reasons).toBe("");
  expect((await getTransferForOfficers(approver, slug)).review?.reasons).toBe("");
  expect((await getTransferForOfficers(officer, slug)).review?.reasons).toBe(request.reasons);
  expect((await findOwnListing(owner, slug))?.review?.reasons).toBe(request.reasons);

  // An officer who looked after the nomination, also one with the role for it.
  const chief = await makeOfficer(council, "council-admin");
  await sql`insert into asset_transfer_parts (transfer_id, person_id, part, given_at) values (${await idOf(slug)}, ${chief.actor.personId}, 'decide', now() - interval '1 day')`;
  expect(await givePart(officer, slug, { personId: chief.actor.personId, part: "review" })).toEqual({ ok: false, error: "one-judging-part" });
  await sql`update asset_transfer_parts set ended_at = now() where person_id = ${chief.actor.personId}`;
  expect(await givePart(officer, slug, { personId: chief.actor.personId, part: "review" })).toEqual({ ok: false, error: "they-listed" });
  await sql`insert into asset_transfer_parts (transfer_id, person_id, part, given_at) values (${await idOf(slug)}, ${chief.actor.personId}, 'review', now())`;
  await declareInterest(chief, slug, { interested: false, what: "" });
  expect(await decideReview(chief, slug, takenOff)).toEqual({ ok: false, error: { field: "", code: "you-listed" } });
  const decide = (by: ActorScope, outcome: string, result: string) => refusalOf(sql`insert into asset_transfer_review_decisions (transfer_id, outcome, result, decided_on, body, reasons_en, noted_by) values ((select id from asset_transfers where slug = ${slug} and council_id = ${council.council.id}), ${outcome}, ${result}, ${today}, 'x', 'x', ${by.actor.personId})`);
  expect(await decide(chief, "substituted", "refused")).toMatch(/hearing|took part in listing/);

  const reviewer = await reviewerOf(slug);
  expect(transferTasks("en", "", await listTransfersWaiting(reviewer, today), today).map(({ title }) => title)).toEqual([expect.stringContaining("owner’s review of the listing")]);
  expect(transferTasks("en", "", await listTransfersWaiting(officer, today), today).map(({ note }) => note)).toContainEqual(expect.stringContaining("decide on the owner’s review"));
  expect(await decideReview(reviewer, slug, takenOff)).toEqual({ ok: false, error: { field: "", code: "hearing-first" } });
  expect(await decide(reviewer, "substituted", "refused")).toContain("asked for a hearing");
  expect(await noteHearing(officer, slug, { once: randomId(), kind: "hearing", heldOn: today, place: "Guildhall", who: "The owner", note: { en: "Heard.", cy: "" } })).toEqual(fine);
  expect(await decide(chief, "substituted", "refused")).toContain("took part in listing");
  expect(await decide(reviewer, "modified", "agreed")).toContain("stays or is taken off");
  expect(openDeskForms(chief.actor, await getTransferForOfficers(chief, slug), await listComments(await idOf(slug)), today)).not.toContain("decide-listing");
  expect(openDeskForms(reviewer.actor, await getTransferForOfficers(reviewer, slug), await listComments(await idOf(slug)), today)).toContain("decide-listing");
  expect(await decideReview(reviewer, slug, { ...takenOff, outcome: "modified", result: "agreed" })).toMatchObject({ ok: false, error: { code: "does-not-fit" } });
  expect(await decideReview(reviewer, slug, takenOff)).toEqual(fine);
  expect(await decideReview(reviewer, slug, upheld)).toMatchObject({ ok: false });
  const after = await getTransfer(officer, slug);
  expect([after.stage, after.clocks, after.review?.decision?.reasons.en]).toEqual(["declined", [], "It was shut for too long."]);
  expect((await mailsTo(owner)).map((body) => /your land is taken off the list/.test(body)).at(-1)).toBe(true);
  expect((await mailsTo(group)).some((body) => body.includes("There is a decision on the owner’s review"))).toBe(true);
  expect(await noteAppeal(officer, slug, { appealedOn: today, reference: "", admittedLate: false })).toEqual({ ok: false, error: "taken-off" });
});

test("upheld it stays on the list; the owner appeals within 28 days, and the Tribunal may take it off", async () => {
  const slug = await listed(60);
  const owner = await withOwner(slug, addDays(today, -50));
  expect(await enterReview(officer, slug, { ...request, askedOn: addDays(today, -40) })).toEqual(fine);
  const reviewer = await reviewerOf(slug);
  expect(await decideReview(reviewer, slug, { ...upheld, decidedOn: addDays(today, -28) })).toEqual(fine);
  expect((await getTransfer(officer, slug)).stage).toBe("listed");
  expect(await clocksOf(slug)).toEqual([{ id: "tribunal-appeal", from: addDays(today, -28), lastDay: today }]);
  expect((await mailsTo(owner)).at(-1)).toContain("First-tier Tribunal");
  expect(await noteAppeal(officer, slug, { appealedOn: addDays(today, -29), reference: "", admittedLate: false })).toEqual({ ok: false, error: "appeal-too-early" });
  expect(await noteAppeal(officer, slug, { appealedOn: today, reference: "CR/2026/0001", admittedLate: false })).toEqual(fine);
  expect(await noteAppealOutcome(officer, slug, { outcome: "allowed", decidedOn: today, summary: { en: "It should not have been listed.", cy: "" } })).toEqual(fine);
  expect((await getTransfer(officer, slug)).stage).toBe("declined");

  const late = await listed(60);
  await withOwner(late, addDays(today, -50));
  await enterReview(officer, late, { ...request, askedOn: addDays(today, -40) });
  expect(await decideReview(await reviewerOf(late), late, { ...upheld, decidedOn: addDays(today, -29) })).toEqual(fine);
  expect(await noteAppeal(officer, late, { appealedOn: today, reference: "", admittedLate: false })).toEqual({ ok: false, error: "tribunal-too-late" });
  // An appeal that was made in time may be heard of later, and the Tribunal may admit one late.
  expect(openDeskForms(officer.actor, await getTransferForOfficers(officer, late), await listComments(await idOf(late)), today)).toContain("appeal");
  expect(await noteAppeal(officer, late, { appealedOn: today, reference: "", admittedLate: true })).toEqual(fine);
});

test("a review is not decided on a day before the hearing that was held in it", async () => {
  const slug = await listed(60);
  await noteListingNotice(officer, slug, { way: "letter", givenOn: addDays(today, -50), email: "" });
  expect(await enterReview(officer, slug, { reasons: request.reasons, procedure: "hearing", askedOn: addDays(today, -20) })).toEqual(fine);
  const reviewer = await reviewerOf(slug);
  expect(await noteHearing(officer, slug, { once: randomId(), kind: "hearing", heldOn: addDays(today, -3), place: "Guildhall", who: "The owner", note: { en: "Heard.", cy: "" } })).toEqual(fine);
  expect(await decideReview(reviewer, slug, { ...upheld, decidedOn: addDays(today, -4) })).toEqual({ ok: false, error: { field: "decidedOn", code: "before-hearing" } });
  expect(await decideReview(reviewer, slug, { ...upheld, decidedOn: addDays(today, -3) })).toEqual(fine);
});

test("council and owner agree on a longer time; the body that nominated the land has no say in it", async () => {
  const slug = await listed(60);
  const owner = await withOwner(slug, addDays(today, -50));
  const proposal = (until: CivilDay) => ({ once: randomId(), until, why: "The surveyor is away." });
  expect(await proposeTime(officer, slug, proposal(addDays(today, 30)))).toEqual({ ok: false, error: "no-longer-time" });
  expect(await enterReview(officer, slug, { ...request, askedOn: addDays(today, -50) })).toEqual(fine);
  expect(await proposeOwnTime(group, slug, proposal(addDays(today, 30)))).toEqual({ ok: false, error: "no-longer-time" });
  expect(await proposeListingTime(owner, slug, proposal(addDays(today, 5)))).toEqual({ ok: false, error: "not-longer" });
  const first = proposal(addDays(today, 30));
  expect(await proposeTime(officer, slug, first)).toEqual(fine);
  expect((await mailsTo(owner)).at(-1)).toContain("longer time for your review");
  expect((await getOwnTransfer(group, slug)).timeProposals).toEqual([]);
  const listing = await findOwnListing(owner, slug);
  expect(listing ? openOwnerForms(listing, today) : null).toEqual(["answer-time"]);
  expect(await answerListingTime(owner, slug, { proposalId: first.once, answer: "accepted", letter: "" })).toEqual(fine);
  expect(await clocksOf(slug)).toEqual([{ id: "decide-listing-review", from: addDays(today, -50), lastDay: addDays(today, 30) }]);

  // An owner who writes letters: their answer is noted with where the letter is.
  const onPaper = await listed(60);
  await noteListingNotice(officer, onPaper, { way: "letter", givenOn: addDays(today, -50), email: "" });
  await enterReview(officer, onPaper, { ...request, askedOn: today });
  const second = proposal(addDays(today, 90));
  expect(await proposeTime(officer, onPaper, second)).toEqual(fine);
  expect(await answerTime(officer, onPaper, { proposalId: second.once, answer: "accepted", letter: "" })).toEqual({ ok: false, error: "letter-missing" });
  expect(await answerTime(officer, onPaper, { proposalId: second.once, answer: "accepted", letter: "ACV/12" })).toEqual(fine);
});

test("an officer who owns the land does nothing about it for the council", async () => {
  const slug = await listed(10);
  const chief = await makeOfficer(council, "council-admin");
  await noteListingNotice(officer, slug, { way: "letter", givenOn: today, email: "" });
  expect(await claimListing(chief, slug, { code: await codeOf(slug) })).toEqual(fine);
  expect(await askListingReview(chief, slug, request)).toEqual(fine);
  await expect(givePart(chief, slug, { personId: approver.actor.personId, part: "review" })).rejects.toThrow("forbidden");
  expect(await givePart(officer, slug, { personId: chief.actor.personId, part: "review" })).toEqual({ ok: false, error: "own-application" });
  expect(await endOwner(officer, slug)).toEqual(fine);
  expect(await givePart(officer, slug, { personId: chief.actor.personId, part: "review" })).toEqual({ ok: false, error: "interest-declared-by" });
});

test("the lists are read in as many statements of three listings as of one, each with its own notice", async () => {
  const read = async () => {
    said.length = 0;
    const lines = await listTransferLines(council);
    return { lines, statements: said.length };
  };
  const slugs = [await listed(30), await listed(20)];
  await read();
  const before = await read();
  const [first, second] = slugs as [string, string];
  const third = await listed(10);
  await noteListingNotice(officer, first, { way: "letter", givenOn: addDays(today, -7), email: "" });
  for (const until of [addDays(today, 70), addDays(today, 90)]) await allowMoreTime(officer, first, { once: randomId(), until, why: "Asked for." });
  await noteListingNotice(officer, third, { way: "letter", givenOn: today, email: "" });
  const after = await read();
  const noticeOf = (slug: string) => after.lines.find(({ transfer }) => transfer.slug === slug)?.listingNotice;
  expect([first, second, third].map(noticeOf)).toEqual([{ givenOn: addDays(today, -7), allowedUntil: addDays(today, 90) }, null, { givenOn: today, allowedUntil: null }]);
  expect(after.statements).toBeLessThanOrEqual(before.statements);
});

test("what was noted about owners stays as it was noted", async () => {
  const slug = await listed(10);
  await withOwner(slug, today);
  await allowMoreTime(officer, slug, { once: randomId(), until: addDays(today, 80), why: "Asked for." });
  for (const change of [sql`update asset_listing_notices set given_on = ${today}`, sql`delete from asset_listing_notices`, sql`update asset_listing_times set until = ${today}`, sql`delete from asset_listing_owners`, sql`update asset_listing_owners set since = now()`, sql`truncate asset_listing_times`])
    expect(await refusalOf(change)).not.toBe("taken");
});
