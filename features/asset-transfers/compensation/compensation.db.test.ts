import { expect, test } from "vitest";
import { addDays, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeListing, makeListingOwner, ownerCodeOf } from "#testing/factories/listings.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { makeScanner } from "#testing/scanner.ts";
import { getTransferForOfficers } from "../queries.ts";
import { listTransfersWaiting } from "../waiting/queries.ts";
import { transferTasks } from "../waiting/ui/transfer-tasks.ts";
import { claimListing, endOwner } from "../listing/claim-listing.ts";
import { sendClaim } from "./actions.ts";
import { claimCompensation, enterClaim, type ClaimToMake } from "./claim-compensation.ts";
import { askClaimOfficer, askClaimReview, decideClaim, endClaimAppeal, enterClaimReview, noteClaimAppeal } from "./decide-claim.ts";
import { findEvidence, getClaimForOfficers, listClaimsForOfficers, listOwnClaims } from "./queries.ts";
import { scanEvidence } from "./scan-evidence.ts";
import { openClaimForms } from "./ui/compensation.tsx";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const admin = await makeOfficer(council, "council-admin");
const approver = await makeOfficer(council, "approver");
const chief = await makeOfficer(council, "approver");
const group = await makeOfficer(council);
const today = londonDay(new Date());
const fine = { ok: true, value: undefined };

const scanner = makeScanner();

const listing = { council, officer, admin, group };
const listed = (daysAgo: number) => makeListing(listing, daysAgo);
const withOwner = (slug: string, toldOn: CivilDay) => makeListingOwner(listing, slug, toldOn);
const codeOf = (slug: string) => ownerCodeOf(officer, slug);

const claim = (more: Partial<ClaimToMake> = {}): ClaimToMake => ({ once: randomId(), publicBody: false, parts: [{ part: "delay", amountPence: 1_250_000, endedOn: addDays(today, -10), what: "Interest on the loan." }], ...more });
const paper = (content = "Bank statement.") => ({ delay: { name: "bank.txt", content: Buffer.from(content) } });
const decision = { amountPence: 1_000_000, decidedOn: today, post: "Head of Legal", reasons: "The loan would have ended in May.", heardOn: null };
const transferOf = async (slug: string) => getTransferForOfficers(officer, slug);
const ask = (slug: string, claimId: string, round: "first" | "review", who: ActorScope) => askClaimOfficer({ scope: officer, slug, claimId }, { round, personId: who.actor.personId });

/** A claim made by the owner today. */
async function claimed(): Promise<{ readonly slug: string; readonly owner: ActorScope; readonly claimId: string }> {
  const slug = await listed(100);
  const owner = await withOwner(slug, addDays(today, -100));
  const mine = claim();
  expect(await claimCompensation(owner, slug, mine, paper())).toEqual(fine);
  return { slug, owner, claimId: mine.once };
}

test("an owner claims within 13 weeks, each part with its amount and evidence, by rule and by the database", async () => {
  const slug = await listed(200);
  const owner = await withOwner(slug, addDays(today, -200));
  const ended = (days: number) => claim({ parts: [{ part: "delay", amountPence: 5, endedOn: addDays(today, -days), what: "x" }] });
  expect(await claimCompensation(owner, slug, ended(92), paper())).toEqual({ ok: false, error: { field: "delayEndedOn", code: "claim-too-late" } });
  expect(await claimCompensation(owner, slug, claim({ publicBody: true }), paper())).toEqual({ ok: false, error: { field: "publicBody", code: "public-body" } });
  expect(await claimCompensation(owner, slug, claim(), {})).toEqual({ ok: false, error: { field: "delayFile", code: "file-missing" } });
  const last = ended(91);
  expect(await claimCompensation(owner, slug, last, paper())).toEqual(fine);
  expect(await claimCompensation(owner, slug, last, paper())).toEqual(fine);
  expect(await listOwnClaims(owner, (await transferOf(slug)).id)).toHaveLength(1);
  expect(await refusalOf(sql`insert into asset_listing_claim_parts (claim_id, part, amount_pence, ended_on, what) values (${last.once}, 'other', 5, ${addDays(today, -92)}, 'x')`)).toContain("13 weeks");
  expect(await refusalOf(sql`update asset_listing_claim_parts set amount_pence = 6 where claim_id = ${last.once}`)).toContain("append-only");
  await expect(claimCompensation(group, slug, claim(), paper())).rejects.toThrow("forbidden");
  // As a form: a part that was begun asks for the rest of it, and a file alone for its amount.
  const typed = { once: [randomId()], publicBody: ["no"], delayPence: ["12.50"], delayWhat: ["Interest"] };
  const half = await sendClaim({ scope: owner, slug }, { values: typed, files: {} });
  expect(half.ok ? [] : half.error.faults.map(({ field, code }) => [field, code])).toEqual([["delayEndedOn", "required"]]);
  const alone = await sendClaim({ scope: owner, slug }, { values: { once: [randomId()], publicBody: ["no"] }, files: { otherFile: Buffer.from("x") } });
  expect(alone.ok ? [] : alone.error.faults).toEqual([{ field: "otherPence", code: "required" }]);
});

test("whoever has once opened the owner's page decides on no claim about the land", async () => {
  const { slug, claimId } = await claimed();
  const former = await makeOfficer(council, "approver");
  expect(await endOwner(officer, slug)).toEqual(fine);
  expect(await claimListing(former, slug, { code: await codeOf(slug) })).toEqual(fine);
  expect(await endOwner(officer, slug)).toEqual(fine);
  expect(await ask(slug, claimId, "first", former)).toEqual({ ok: false, error: "own-claim" });
});

test("a claim is read by the owner and those who were asked to it, and by nobody else; a refused file is told of", async () => {
  const { slug, owner, claimId } = await claimed();
  const transfer = await transferOf(slug);
  expect(await listClaimsForOfficers(approver, transfer)).toEqual([]);
  await expect(getClaimForOfficers(approver, slug, claimId)).rejects.toThrow("forbidden");
  await expect(getClaimForOfficers(admin, slug, claimId)).rejects.toThrow("forbidden");
  expect(await listOwnClaims(group, transfer.id)).toEqual([]);
  expect(transferTasks("en", "", await listTransfersWaiting(officer, today), today).some(({ href }) => href.endsWith(`/claims/${claimId}/officer`))).toBe(true);
  expect(await ask(slug, claimId, "first", officer)).toEqual({ ok: false, error: "role-missing" });
  expect(await ask(slug, claimId, "first", approver)).toEqual(fine);
  expect((await listClaimsForOfficers(approver, transfer)).map(({ id }) => id)).toEqual([claimId]);
  const [file] = (await getClaimForOfficers(approver, slug, claimId)).claim.parts[0]?.evidence ?? [];
  await expect(findEvidence(approver, slug, claimId, file?.id ?? "")).rejects.toThrow("not-found");
  while ((await scanEvidence(scanner)) > 0);
  expect((await findEvidence(approver, slug, claimId, file?.id ?? "")).content.toString()).toBe("Bank statement.");
  await claimCompensation(owner, slug, claim(), paper("EICAR"));
  while ((await scanEvidence(scanner)) > 0);
  expect((await sql`select body from mail_messages where recipient = ${owner.actor.email} order by created_at desc limit 1`)[0]?.["body"]).toContain("refused a file");
});

test("it is decided once by whoever was asked, no more than claimed; another officer decides on the review, and an appeal follows", async () => {
  const { slug, owner, claimId } = await claimed();
  const at = (scope: ActorScope) => ({ scope, slug, claimId });
  await expect(decideClaim(at(approver), "first", decision)).rejects.toThrow("forbidden");
  expect(await ask(slug, claimId, "first", approver)).toEqual(fine);
  expect(transferTasks("cy", "", await listTransfersWaiting(approver, today), today).map(({ title }) => title)).toContainEqual(expect.stringContaining("Penderfynu ar hawliad am iawndal"));
  expect(await decideClaim(at(approver), "first", { ...decision, amountPence: 1_250_001 })).toEqual({ ok: false, error: { field: "amountPence", code: "more-than-claimed", params: { claimedPence: 1_250_000 } } });
  const insert = (round: string, who: ActorScope, pence: number) => refusalOf(sql`insert into asset_listing_claim_decisions (claim_id, round, amount_pence, decided_on, decided_by, post, reasons) values (${claimId}, ${round}, ${pence}, ${today}, ${who.actor.personId}, 'x', 'x')`);
  expect(await insert("first", chief, 1)).toContain("was not asked");
  expect(await insert("first", approver, 1_250_001)).toContain("no more is paid");
  expect(await askClaimReview(at(owner), { reasons: "Too little.", hearing: true })).toEqual({ ok: false, error: "not-decided" });
  expect(await decideClaim(at(approver), "first", decision)).toEqual(fine);
  expect(await decideClaim(at(approver), "first", decision)).toMatchObject({ ok: false, error: { code: "claim-decided" } });
  // The sum stands in no trail and no mail.
  expect(JSON.stringify(await sql`select detail from audit_trail where act like 'asset-claim.%'`)).not.toContain("1000000");
  const [mail] = await sql`select body from mail_messages where recipient = ${owner.actor.email} order by created_at desc limit 1`;
  expect(String(mail?.["body"])).toContain("decided on your claim");

  await expect(askClaimReview(at(group), { reasons: "x", hearing: false })).rejects.toThrow("forbidden");
  expect(await askClaimReview(at(owner), { reasons: "Too little.", hearing: true })).toEqual(fine);
  expect(await askClaimReview(at(owner), { reasons: "Too little.", hearing: true })).toEqual({ ok: false, error: "claim-review-asked" });
  expect(await ask(slug, claimId, "review", approver)).toEqual({ ok: false, error: "decided-first" });
  expect(await ask(slug, claimId, "review", chief)).toEqual(fine);
  expect(await decideClaim(at(approver), "review", decision)).toMatchObject({ ok: false, error: { code: "you-decided-first" } });
  expect(await decideClaim(at(chief), "review", decision)).toMatchObject({ ok: false, error: { code: "hearing-first" } });
  expect(await insert("review", chief, 1)).toContain("not heard");
  expect(openClaimForms(chief.actor, await getClaimForOfficers(chief, slug, claimId))).toEqual(["decide-review"]);
  expect(await decideClaim(at(chief), "review", { ...decision, amountPence: 1_250_000, heardOn: today })).toEqual(fine);
  expect(openClaimForms(officer.actor, await getClaimForOfficers(officer, slug, claimId))).toEqual(["appeal"]);
  expect(await noteClaimAppeal(at(officer), { appealedOn: addDays(today, -1), reference: "", admittedLate: false })).toEqual({ ok: false, error: "before-decision" });
  expect(await noteClaimAppeal(at(officer), { appealedOn: today, reference: "CR/2", admittedLate: false })).toEqual(fine);
  expect(await endClaimAppeal(at(officer), { outcome: "dismissed", endedOn: today, amountPence: null })).toEqual(fine);
  expect(await endClaimAppeal(at(officer), { outcome: "allowed", endedOn: today, amountPence: 5 })).toEqual({ ok: false, error: "appeal-ended" });
  expect((await listOwnClaims(owner, (await transferOf(slug)).id))[0]).toMatchObject({ decisions: { first: { amountPence: 1_000_000 }, review: { amountPence: 1_250_000, heardOn: today } }, appeal: { ended: { outcome: "dismissed" } } });
});

test("a claim and a review that came by letter are entered; a late review only where it was allowed in writing", async () => {
  const slug = await listed(300);
  const mine = claim({ parts: [{ part: "legal-costs", amountPence: 90_000, endedOn: addDays(today, -180), what: "Counsel." }] });
  expect(await enterClaim(officer, slug, { ...mine, claimedOn: addDays(today, 1), letter: "L/1" })).toEqual({ ok: false, error: { field: "claimedOn", code: "date-ahead" } });
  expect(await enterClaim(officer, slug, { ...mine, claimedOn: addDays(today, -100), letter: "L/1" })).toEqual(fine);
  const at = (scope: ActorScope) => ({ scope, slug, claimId: mine.once });
  await ask(slug, mine.once, "first", approver);
  expect(await decideClaim(at(approver), "first", { ...decision, amountPence: 0, decidedOn: addDays(today, -56) })).toEqual(fine);
  const review = { reasons: "x", hearing: false, askedOn: today, letter: "L/2", late: false };
  expect(await enterClaimReview(at(officer), review)).toEqual({ ok: false, error: "claim-review-too-late" });
  expect(await enterClaimReview(at(officer), { ...review, late: true })).toEqual(fine);
  expect(await refusalOf(sql`update asset_listing_claims set letter = 'y'`)).toContain("stays as it was sent");
  expect(await refusalOf(sql`truncate asset_listing_evidence`)).not.toBe("taken");
});

test("with an account goes who claimed and who owns; what was claimed and decided stays", async () => {
  const { slug, owner, claimId } = await claimed();
  await sql`delete from people where id = ${owner.actor.personId}`;
  expect((await getClaimForOfficers(officer, slug, claimId)).claim.parts).toHaveLength(1);
  expect(await sql`select person_id from asset_listing_claims where id = ${claimId}`).toEqual([{ person_id: null }]);
  expect((await transferOf(slug)).listing).toMatchObject({ ownerId: null });
});
