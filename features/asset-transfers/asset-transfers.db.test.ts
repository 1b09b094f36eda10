import { expect, test } from "vitest";
import { REGIMES, type BodyKind, type Interest, type RegimeId } from "#domain/asset-transfers/regime.ts";
import { CRITERIA, type Scores } from "#domain/asset-transfers/scoring.ts";
import { lastDayToDecide, lastDayToDecideReview } from "#domain/asset-transfers/clock.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { linkThings } from "#features/golden-thread/link-things.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeScanner } from "#testing/scanner.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { agreeTerms, putTerms, sendReturn } from "./agreement/agree-terms.ts";
import { answerQuestion } from "./applying/answer-question.ts";
import { applyForAsset, saveDraft } from "./applying/apply-for-asset.ts";
import { apply, readOfficerDocumentForm } from "./applying/actions.ts";
import { scanDocuments } from "./applying/scan-documents.ts";
import { DOCUMENTS_MOST, sendDocument } from "./applying/send-document.ts";
import { stepOwnTransfer } from "./applying/step-own-transfer.ts";
import { getAsset } from "./assets/queries.ts";
import { saveAsset } from "./assets/save-asset.ts";
import type { AssetInput } from "./assets/input.ts";
import type { TransferPart } from "#domain/asset-transfers/part.ts";
import { decideTransfer, type TransferDecision } from "./desk/decide-transfer.ts";
import { enterApplication } from "./desk/enter-application.ts";
import { askQuestion, noteIdentityCheck, noteOpenSpace } from "./desk/note-check.ts";
import { declareInterest, endPart, givePart } from "./parts/give-part.ts";
import { changeTexts, lookAtApplication } from "./first-look/look-at-application.ts";
import { lookAtReturn } from "./first-look/look-at-return.ts";
import { acknowledgeReview, askReview, enterReview } from "./reviewing/ask-review.ts";
import { decideReview, noteAppeal, noteAppealOutcome } from "./reviewing/decide-review.ts";
import { answerOwnTime, answerTime, proposeOwnTime, proposeTime } from "./longer-time/agree-time.ts";
import { noteOwnerNotice } from "./notices/give-notice.ts";
import { tellCommenters } from "./notices/tell-commenters.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { noteHearing } from "./reviewing/note-hearing.ts";
import { listTransfersWaiting } from "./waiting/queries.ts";
import { transferTasks } from "./waiting/ui/transfer-tasks.ts";
import { openForms } from "./applying/ui/ours.tsx";
import { openDeskForms } from "./desk/ui/desk.tsx";
import { lookAtComment, reportComment } from "./commenting/look-at-comment.ts";
import { answerAppeal, appealRemoval } from "./commenting/appeal-removal.ts";
import { findCommentForOfficers, findOwnComment, findShownComment, listComments, listCommentsForOfficers } from "./commenting/queries.ts";
import { enterComment, openComments, sendComment, type CommentToSend } from "./commenting/send-comment.ts";
import { reachStage } from "./desk/reach-stage.ts";
import { moderateTransfer, scoreTransfer } from "./desk/score-transfer.ts";
import { findDocument, findDraft, getOwnTransfer, getTransfer, getTransferForOfficers, listOwnTransfers, listTransferLines, listTransferLinesForOfficers, listTransfersOf } from "./queries.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const reviewer = await makeOfficer(council, "service-reviewer");
const approver = await makeOfficer(council, "approver");
const admin = await makeOfficer(council, "council-admin");
const settler = await makeOfficer(council, "approver");
const today = londonDay(new Date());
const nothing = { en: "", cy: "" };

const ASSET: AssetInput = {
  once: "",
  slug: "",
  reference: "",
  nameEn: "St Anne’s Hall",
  nameCy: "Neuadd St Anne",
  descriptionEn: "",
  descriptionCy: "",
  address: "Church Lane",
  uprn: "",
  areaId: "",
  regime: "community-transfer",
  tenure: "freehold",
  condition: "poor",
  floorSquareMetres: 412,
  runningCostPence: 1_840_000,
  valuationPence: null,
  valuedOn: null,
  openSpace: false,
  ownConsent: false,
  covenantsEn: "",
  covenantsCy: "",
  barredBy: [],
};

let made = 0;
async function makeAsset(more: Partial<AssetInput> = {}): Promise<string> {
  made += 1;
  const saved = await saveAsset(officer, { ...ASSET, once: randomId(), slug: `hall-${made}x`, reference: `A${made}`, ...more });
  if (!saved.ok) throw new Error(saved.error);
  return saved.value.slug;
}

const application = (more: { readonly interest?: Interest; readonly bodyKind?: BodyKind; readonly members?: number; readonly once?: string } = {}) => ({
  once: randomId(),
  organisation: "St Anne’s Community Trust",
  bodyKind: "charitable-incorporated-organisation" as BodyKind,
  bodyNumber: "1123456",
  members: 40,
  interest: "lease" as Interest,
  leaseYears: 35,
  offeredPence: 100,
  summary: "Open it five days a week.",
  gains: "A warm space.",
  funding: "Lettings and a grant.",
  declaration: "None",
  ...more,
});

async function applied(resident: ActorScope, asset: string, more: Parameters<typeof application>[0] = {}): Promise<string> {
  const sent = await applyForAsset(resident, asset, application(more));
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await staff(sent.value.slug);
  return sent.value.slug;
}

const ask = (slug: string, who: ActorScope, part: TransferPart, by = admin) => givePart(by, slug, { personId: who.actor.personId, part });

/** Lets everybody read what was written, and asks the usual people to work on an application; those who judge it say that they have no interest. */
async function staff(slug: string): Promise<void> {
  await lookAtApplication(admin, slug, { act: "shown", why: "" });
  await ask(slug, officer, "case");
  for (const [who, part] of [[officer, "score"], [reviewer, "score"], [settler, "settle"], [approver, "decide"], [admin, "decide"]] as const)
    if ((await ask(slug, who, part)).ok) await declareInterest(who, slug, { interested: false, what: "" });
}

const scores = (points: number): Scores => Object.fromEntries(CRITERIA.map((criterion) => [criterion, points])) as Scores;
/** Lets the scanner look at everything that waits. */
async function scanAll(): Promise<void> {
  while ((await scanDocuments(scanner)) > 0);
}

const scanner = makeScanner();

async function paper(slug: string, resident: ActorScope, regime: RegimeId = "community-transfer"): Promise<void> {
  await Promise.all(REGIMES[regime].documents.map((kind) => sendDocument(resident, slug, { kind, name: `${kind}.txt`, content: Buffer.from(`This is the ${kind}.`) })));
  await scanAll();
}
const to = (slug: string, stage: Parameters<typeof reachStage>[2]["stage"], reachedOn = today) => reachStage(officer, slug, { stage, reachedOn, note: nothing });
const decision = (more: Partial<TransferDecision> = {}): TransferDecision => ({ outcome: "agreed", decidedOn: today, reasons: { en: "It does good.", cy: "" }, unrestrictedPence: 20_000_000, pricePence: 100, consentReference: "", ...more });

/** An application with all its papers, scored, settled and checked, before those who decide. */
async function beforeDecision(resident: ActorScope, more: Partial<AssetInput> = {}): Promise<string> {
  const slug = await applied(resident, await makeAsset(more));
  await to(slug, "full-application");
  await paper(slug, resident);
  expect(await stepOwnTransfer(resident, slug, "assessment")).toEqual({ ok: true, value: undefined });
  await scoreTransfer(officer, slug, { scores: scores(6), why: "Good." });
  await scoreTransfer(reviewer, slug, { scores: scores(8), why: "Very good." });
  await moderateTransfer(settler, slug, { scores: scores(7), why: { en: "Between.", cy: "" } });
  await noteIdentityCheck(officer, slug, "documents-seen");
  if (!more.openSpace) expect(await to(slug, "decision")).toEqual({ ok: true, value: undefined });
  return slug;
}

test("an organisation does its whole part: draft, application, papers, answer, terms, yearly return", async () => {
  const resident = await makeOfficer(council);
  const asset = await makeAsset();
  const { id } = await getAsset(resident, asset);
  await saveDraft(resident, asset, { organisation: ["St Anne’s"], act: ["save"] });
  expect((await findDraft(resident, id))?.values).toEqual({ organisation: ["St Anne’s"] });
  expect((await listOwnTransfers(resident)).drafts.map(({ slug }) => slug)).toEqual([asset]);

  const once = randomId();
  const slug = await applied(resident, asset, { once });
  expect(slug).toBe(asset);
  expect(await applied(resident, asset, { once })).toBe(slug);
  expect(await findDraft(resident, id)).toBeNull();
  await expect(getOwnTransfer(officer, slug)).rejects.toThrow("forbidden: asset transfer");

  expect(await to(slug, "decision")).toEqual({ ok: false, error: "stage-out-of-order" });
  expect((await to(slug, "full-application")).ok).toBe(true);
  const question = randomId();
  await askQuestion(officer, slug, { once: question, text: "Who holds the keys?" });
  expect(await answerQuestion(resident, slug, { questionId: question, answer: "Our warden." })).toEqual({ ok: true, value: undefined });
  expect(await answerQuestion(resident, slug, { questionId: question, answer: "Somebody else." })).toEqual({ ok: false, error: "already-answered" });

  expect(await stepOwnTransfer(resident, slug, "assessment")).toEqual({ ok: false, error: "documents-missing" });
  expect(await sendDocument(resident, slug, { kind: "accounts", name: "a.exe", content: Buffer.from([0x4d, 0x5a, 0, 1]) })).toEqual({ ok: false, error: "file-kind" });
  await paper(slug, resident);
  await paper(slug, resident);
  expect((await getTransfer(officer, slug)).documents).toHaveLength(REGIMES["community-transfer"].documents.length);
  expect((await stepOwnTransfer(resident, slug, "assessment")).ok).toBe(true);
  const mail = await sql`select body from mail_messages where recipient = ${resident.actor.email}`;
  expect(mail.map(({ body }) => String(body).includes(`/asset-transfers/${slug}/ours`))).toEqual([true, true, true]);

  // What insures it is for the organisation and officers; its constitution is for everybody.
  const papers = (await getTransfer(officer, slug)).documents;
  const idOf = (kind: string) => papers.find((each) => each.kind === kind)?.id ?? "";
  const stranger = await makeOfficer(council);
  expect((await findDocument(stranger, slug, idOf("constitution"))).content.toString()).toBe("This is the constitution.");
  await expect(findDocument(stranger, slug, idOf("insurance"))).rejects.toThrow("not-found: document");
  expect((await findDocument(resident, slug, idOf("insurance"))).kind).toBe("insurance");

  await scoreTransfer(officer, slug, { scores: scores(6), why: "Good." });
  await scoreTransfer(reviewer, slug, { scores: scores(8), why: "Very good." });
  await moderateTransfer(settler, slug, { scores: scores(7), why: { en: "Between.", cy: "" } });
  expect(await to(slug, "decision")).toEqual({ ok: false, error: "identity-unchecked" });
  await noteIdentityCheck(officer, slug, "one-login-p2");
  expect(await noteIdentityCheck(officer, slug, "documents-seen")).toEqual({ ok: false, error: "already-checked" });
  expect((await to(slug, "decision")).ok).toBe(true);
  expect((await decideTransfer(approver, slug, decision())).ok).toBe(true);

  const benefits = [{ what: { en: "Hours open", cy: "Oriau ar agor" }, target: 1_200 }];
  await putTerms(officer, slug, { text: { en: "35 years.", cy: "" }, benefits });
  await putTerms(officer, slug, { text: { en: "35 years at £1.", cy: "" }, benefits });
  expect(await agreeTerms(resident, slug, { version: 1, signedAs: "Jan W" })).toEqual({ ok: false, error: "terms-changed" });
  expect(await to(slug, "completion")).toEqual({ ok: false, error: "terms-not-agreed" });
  expect((await agreeTerms(resident, slug, { version: 2, signedAs: "Jan W" })).ok).toBe(true);
  expect((await to(slug, "completion")).ok).toBe(true);
  const year = Number(today.slice(0, 4));
  expect(await sendReturn(resident, slug, { year, story: "Full.", reached: [1_300] })).toEqual({ ok: false, error: "not-in-monitoring" });
  expect((await to(slug, "monitoring")).ok).toBe(true);
  expect(await sendReturn(resident, slug, { year: year + 1, story: "Full.", reached: [1_300] })).toEqual({ ok: false, error: "year-ahead" });
  expect(await sendReturn(resident, slug, { year, story: "Full.", reached: [] })).toEqual({ ok: false, error: "benefits-count" });
  expect((await sendReturn(resident, slug, { year, story: "Full.", reached: [1_300] })).ok).toBe(true);
  expect(await sendReturn(resident, slug, { year, story: "Fuller.", reached: [1_400] })).toEqual({ ok: false, error: "year-sent" });
  expect(openForms(await getOwnTransfer(resident, slug), today)).not.toContain("return");

  // Nobody reads it before an officer has looked; sent back, it is sent again.
  expect([(await getTransfer(council, slug)).returns, (await getTransfer(council, slug)).returnsSent]).toEqual([[], []]);
  expect((await lookAtReturn(officer, slug, { year, version: 1, act: "sent-back", why: "Leave out the child’s name." })).ok).toBe(true);
  expect((await getOwnTransfer(resident, slug)).returnsSent).toMatchObject([{ year, version: 1, sight: "sent-back", why: "Leave out the child’s name." }]);
  expect(openForms(await getOwnTransfer(resident, slug), today)).toContain("return");
  expect((await sendReturn(resident, slug, { year, story: "Full.", reached: [1_300] })).ok).toBe(true);
  expect(await lookAtReturn(officer, slug, { year, version: 1, act: "shown", why: "" })).toEqual({ ok: false, error: "looked-at-already" });
  const twice = await Promise.all([admin, officer].map((who) => lookAtReturn(who, slug, { year, version: 2, act: "shown", why: "" })));
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await sendReturn(resident, slug, { year, story: "Fuller.", reached: [1_400] })).toEqual({ ok: false, error: "year-sent" });
  await expect(sql`insert into asset_transfer_returns (transfer_id, year, version, story, reached, sent_at) values (${(await getTransfer(council, slug)).id}, ${year}, 3, 'x', '[]', now())`).rejects.toThrow("was not sent back");

  const whole = await getTransfer(resident, slug);
  expect(whole.stages.map(({ stage }) => stage)).toEqual(["expression-of-interest", "full-application", "assessment", "decision", "heads-of-terms", "completion", "monitoring"]);
  expect(whole.moderated?.declared).toBe(true);
  expect(whole.returns).toEqual([{ year, story: "Full.", reached: [1_300] }]);
  expect(whole.terms?.agreed?.signedAs).toBe("Jan W");
});

test("a body that may not apply is refused with the rule, and land that is not available too", async () => {
  const resident = await makeOfficer(council);
  const refusal = async (asset: string, more: Parameters<typeof application>[0]) => {
    const sent = await applyForAsset(resident, asset, application(more));
    return sent.ok ? null : sent.error;
  };
  const hall = await makeAsset();
  expect(await refusal(hall, { bodyKind: "unincorporated", interest: "ownership" })).toEqual({ field: "bodyKind", code: "body-not-allowed", params: { fewest: 0, source: "Local Government Act 1972 s.123" } });
  expect(await refusal(hall, { bodyKind: "unincorporated", interest: "rights" })).toBeNull();
  const pub = await makeAsset({ regime: "right-to-bid", tenure: "private" });
  expect(await refusal(pub, { bodyKind: "unincorporated", interest: "nomination", members: 20 })).toMatchObject({ field: "members", code: "too-few-members", params: { fewest: 21 } });
  expect(await refusal(pub, { interest: "lease" })).toMatchObject({ field: "interest", code: "interest-not-offered" });
  const depot = await makeAsset({ barredBy: ["needed-for-services"] });
  expect(await refusal(depot, {})).toMatchObject({ code: "asset-not-available" });
});

test("scorers are blind to each other, there are two, and a third settles what they gave", async () => {
  const resident = await makeOfficer(council);
  const slug = await applied(resident, await makeAsset());
  await to(slug, "full-application");
  await paper(slug, resident);
  await stepOwnTransfer(resident, slug, "assessment");
  expect((await scoreTransfer(officer, slug, { scores: scores(4), why: "Weak." })).ok).toBe(true);
  expect(await scoreTransfer(officer, slug, { scores: scores(9), why: "Again." })).toEqual({ ok: false, error: "already-scored" });
  expect((await getTransferForOfficers(reviewer, slug)).sheets).toEqual([]);
  expect((await getTransferForOfficers(officer, slug)).sheets).toHaveLength(1);
  expect(await moderateTransfer(settler, slug, { scores: scores(4), why: nothing })).toMatchObject({ ok: false, error: { code: "scores-missing" } });
  // Two at once for the last seat: one of them has it.
  const another = await makeOfficer(council, "service-reviewer");
  await ask(slug, another, "score");
  await declareInterest(another, slug, { interested: false, what: "" });
  const last = await Promise.all([scoreTransfer(reviewer, slug, { scores: scores(8), why: "Good." }), scoreTransfer(another, slug, { scores: scores(8), why: "Good." })]);
  expect(last.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await getTransferForOfficers(settler, slug)).sheets).toHaveLength(2);
  expect(await moderateTransfer(officer, slug, { scores: scores(6), why: nothing })).toMatchObject({ error: { code: "you-scored" } });
  expect(await moderateTransfer(settler, slug, { scores: { ...scores(6), plan: 9 }, why: nothing })).toEqual({ ok: false, error: [{ field: "plan", code: "outside-both", params: { low: 4, high: 8 } }] });
  expect((await moderateTransfer(settler, slug, { scores: scores(6), why: { en: "Between.", cy: "" } })).ok).toBe(true);
  // The database holds to it too.
  const other = await applied(resident, await makeAsset());
  const { id } = await getTransfer(officer, other);
  await expect(sql`insert into asset_transfer_moderations (transfer_id, moderator_id, scores, moderated_at) values (${id}, ${settler.actor.personId}, '{}', now())`).rejects.toThrow("third person");
});

test("of two officers who decide at once one is told who decided", async () => {
  const slug = await beforeDecision(await makeOfficer(council));
  const both = await Promise.all([decideTransfer(approver, slug, decision()), decideTransfer(admin, slug, decision({ outcome: "refused" }))]);
  const refused = both.find(({ ok }) => !ok);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(refused).toMatchObject({ error: { code: "already-decided", params: { decidedOn: today } } });
  const { stage, decision: kept } = await getTransfer(officer, slug);
  expect(stage).toBe(kept?.outcome === "agreed" ? "heads-of-terms" : "declined");
});

test("before the people who decide nobody declines it by a note", async () => {
  const slug = await beforeDecision(await makeOfficer(council));
  expect(await to(slug, "declined")).toEqual({ ok: false, error: "not-decided" });
  expect((await decideTransfer(approver, slug, decision({ outcome: "refused" }))).ok).toBe(true);
  expect((await getTransfer(officer, slug)).stage).toBe("declined");
});

test("an application holds so many papers, and nobody sends many applications in a day", async () => {
  const resident = await makeOfficer(council);
  const slug = await applied(resident, await makeAsset());
  const send = (text: string) => sendDocument(resident, slug, { kind: "accounts", name: "a.txt", content: Buffer.from(text) });
  for (let version = 1; version <= DOCUMENTS_MOST; version += 1) expect((await send(`Accounts ${version}`)).ok).toBe(true);
  expect(await send("Accounts once more")).toEqual({ ok: false, error: "documents-full" });
  expect((await send("Accounts 3")).ok).toBe(true);

  const asset = await makeAsset();
  const form = () => ({ once: [randomId()], organisation: ["Friends"], bodyKind: ["unincorporated"], members: ["30"], interest: ["rights"], summary: ["A"], gains: ["B"], funding: ["C"], declaration: ["None"], honest: ["yes"] });
  const sent: boolean[] = [];
  for (let time = 1; time <= 6; time += 1) sent.push((await apply({ scope: resident, slug: asset }, form())).ok);
  expect(sent).toEqual([true, true, true, true, true, false]);
});

test("nobody reads what an organisation wrote before an officer has looked at it; sent back, it is changed and looked at again", async () => {
  const resident = await makeOfficer(council);
  const moderator = await makeOfficer(council, "moderator");
  const asset = await makeAsset();
  const sent = await applyForAsset(resident, asset, application());
  const slug = sent.ok ? sent.value.slug : "";
  await sendDocument(resident, slug, { kind: "accounts", name: "a.txt", content: Buffer.from("Accounts.") });
  await scanAll();
  const everybody = async () => {
    const { organisation, summary, gains, declaration, bodyNumber, papers } = await getTransfer(council, slug);
    const lists = [(await listTransferLines(council)).find(({ transfer }) => transfer.slug === slug)?.transfer.organisation, (await listTransfersOf(council, (await getAsset(council, asset)).id))[0]?.organisation];
    return [organisation, summary.en, gains, declaration, bodyNumber, papers.length, ...lists];
  };
  const nothingOfIt = ["", "", "", "", "", 0, "", ""];
  expect(await everybody()).toEqual(nothingOfIt);
  expect((await getTransfer(council, slug)).stages.map(({ stage }) => stage)).toEqual(["expression-of-interest"]);
  expect((await getOwnTransfer(resident, slug)).gains).toBe("A warm space.");
  expect((await getTransferForOfficers(moderator, slug)).gains).toBe("A warm space.");
  const accounts = (await getOwnTransfer(resident, slug)).documents[0]?.id ?? "";
  await expect(findDocument(await makeOfficer(council), slug, accounts)).rejects.toThrow("not-found");
  for (const nobodys of ["accounts", "-".repeat(36)]) await expect(findDocument(council, slug, nobodys)).rejects.toMatchObject({ reason: "not-found" });
  await ask(slug, officer, "case");
  expect(await to(slug, "full-application")).toEqual({ ok: false, error: "not-looked-at" });

  const texts = { organisation: "St Anne’s Community Trust", summary: "Open it.", gains: "A warm hall.", funding: "Lettings.", declaration: "None" };
  expect(await changeTexts(resident, slug, texts)).toEqual({ ok: false, error: "not-sent-back" });
  await expect(lookAtApplication(resident, slug, { act: "shown", why: "" })).rejects.toThrow("forbidden");
  expect((await lookAtApplication(moderator, slug, { act: "sent-back", why: "Leave out the neighbour’s name." })).ok).toBe(true);
  expect((await getOwnTransfer(resident, slug)).sentBack).toBe("Leave out the neighbour’s name.");
  expect((await sql`select body from mail_messages where recipient = ${resident.actor.email}`).some(({ body }) => String(body).includes("neighbour"))).toBe(true);
  expect((await changeTexts(resident, slug, texts)).ok).toBe(true);
  expect(await everybody()).toEqual(nothingOfIt);
  const both = await Promise.all([lookAtApplication(moderator, slug, { act: "shown", why: "" }), lookAtApplication(officer, slug, { act: "sent-back", why: "No." })]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  if (!both[0].ok) {
    await changeTexts(resident, slug, texts);
    await lookAtApplication(moderator, slug, { act: "shown", why: "" });
  }
  expect(await everybody()).toEqual(["St Anne’s Community Trust", "Open it.", "A warm hall.", "None", "1123456", 1, "St Anne’s Community Trust", "St Anne’s Community Trust"]);
  expect((await to(slug, "full-application")).ok).toBe(true);

  // The database holds to it too.
  const { id } = await getTransfer(council, slug);
  await expect(sql`update asset_transfers set gains = 'x' where id = ${id}`).rejects.toThrow("stays as it reads");
  const next = await applyForAsset(resident, await makeAsset(), application());
  await expect(sql`update asset_transfers set sight = 'shown' where slug = ${next.ok ? next.value.slug : ""}`).rejects.toThrow("nobody has looked");
});

test("a paper is opened by nobody before the scanner has found it clean; one it refuses is thrown away and asked for again", async () => {
  const resident = await makeOfficer(council);
  const slug = await applied(resident, await makeAsset());
  const send = (text: string, kind: "accounts" | "constitution" = "accounts") => sendDocument(resident, slug, { kind, name: "a.txt", content: Buffer.from(text) });
  await send("Accounts of this year.");
  const idOf = async () => (await getTransfer(officer, slug)).documents[0]?.id ?? "";
  const opened = async (who: ActorScope) => findDocument(who, slug, await idOf()).then(({ content }) => content.toString(), ({ reason }: { reason: string }) => reason);
  expect([await opened(resident), await opened(officer)]).toEqual(["not-found", "not-found"]);
  expect((await getTransfer(officer, slug)).papers).toEqual([]);
  await scanAll();
  expect([await opened(resident), await opened(officer)]).toEqual(["Accounts of this year.", "Accounts of this year."]);

  // A newer one that waits or is refused does not take away the older that everybody reads.
  await send("EICAR accounts");
  expect((await getTransfer(officer, slug)).documents.map(({ scan }) => scan)).toEqual(["waiting"]);
  expect((await getTransfer(officer, slug)).papers.map(({ scan }) => scan)).toEqual(["clean"]);
  await send("BROKEN constitution", "constitution");
  expect(await scanDocuments(scanner)).toBe(1);
  expect((await getTransfer(officer, slug)).documents.map(({ kind, scan, scanTries }) => [kind, scan, scanTries])).toEqual([["constitution", "waiting", 1], ["accounts", "clean", 0]]);
  expect(await send("EICAR accounts")).toEqual({ ok: false, error: "file-refused" });
  const mail = await sql`select body from mail_messages where recipient = ${resident.actor.email}`;
  expect(mail.some(({ body }) => String(body).includes("a.txt"))).toBe(true);
  const { id } = await getTransfer(officer, slug);
  expect(await sql`select scan, length(content)::int as bytes from asset_transfer_documents where transfer_id = ${id} order by scan`).toEqual([{ scan: "waiting", bytes: 19 }, { scan: "clean", bytes: 22 }, { scan: "refused", bytes: 0 }]);
  await expect(sql`update asset_transfer_documents set scan = 'waiting' where transfer_id = ${id}`).rejects.toMatchObject({ code: "23001" });
  await expect(sql`update asset_transfer_documents set name = 'b.txt' where transfer_id = ${id} and scan = 'waiting'`).rejects.toMatchObject({ code: "23001" });
});

test("papers, answers and points are read by those who were asked to work on it, and by no other officer", async () => {
  const resident = await makeOfficer(council);
  const slug = await applied(resident, await makeAsset());
  await paper(slug, resident);
  await to(slug, "full-application");
  await askQuestion(officer, slug, { once: randomId(), text: "Who holds the keys?" });
  const insurance = (await getTransfer(officer, slug)).documents.find(({ kind }) => kind === "insurance")?.id ?? "";
  const colleague = await makeOfficer(council, "engagement-officer");
  const seen = async (who: ActorScope) => {
    const { reads, questions, documents } = await getTransferForOfficers(who, slug);
    return { reads, questions: questions.length, insurance: documents.some(({ id }) => id === insurance), opened: await findDocument(who, slug, insurance).then(() => true, () => false) };
  };
  const [all, nothingOfIt] = [{ reads: true, questions: 1, insurance: true, opened: true }, { reads: false, questions: 0, insurance: false, opened: false }];
  expect(await seen(officer)).toEqual(all);
  expect(await seen(colleague)).toEqual(nothingOfIt);
  await expect(reachStage(colleague, slug, { stage: "withdrawn", reachedOn: today, note: nothing })).rejects.toThrow("forbidden");
  await expect(getTransferForOfficers(await makeOfficer(council, "presiding-officer"), slug)).rejects.toThrow("forbidden");
  expect((await ask(slug, colleague, "settle", colleague)).ok).toBe(true);
  expect(await seen(colleague)).toEqual(all);
  const part = (await getTransferForOfficers(officer, slug)).parts.find(({ personId }) => personId === colleague.actor.personId);
  await endPart(officer, slug, { partId: part?.id ?? "" });
  expect(await seen(colleague)).toEqual(nothingOfIt);
  // What a role does not allow is not asked for, and nobody is asked about their own organisation's.
  expect(await ask(slug, colleague, "decide")).toEqual({ ok: false, error: "role-missing" });
  expect(await ask(slug, resident, "case")).toEqual({ ok: false, error: "role-missing" });
  expect(await ask(await applied(officer, await makeAsset()), officer, "score")).toEqual({ ok: false, error: "own-application" });
  await expect(ask(slug, colleague, "score", reviewer)).rejects.toThrow("forbidden");
});

test("whoever scored or settled does not decide, by rule and by the database", async () => {
  const resident = await makeOfficer(council);
  const slug = await applied(resident, await makeAsset());
  const second = await makeOfficer(council, "council-admin");
  await to(slug, "full-application");
  await paper(slug, resident);
  await stepOwnTransfer(resident, slug, "assessment");
  await ask(slug, second, "score");
  expect(await scoreTransfer(second, slug, { scores: scores(6), why: "Good." })).toEqual({ ok: false, error: "interest-unsaid" });
  await declareInterest(second, slug, { interested: false, what: "" });
  expect((await scoreTransfer(second, slug, { scores: scores(6), why: "Good." })).ok).toBe(true);
  await scoreTransfer(reviewer, slug, { scores: scores(8), why: "Good." });
  expect(await ask(slug, second, "decide")).toEqual({ ok: false, error: "one-judging-part" });
  const part = (await getTransferForOfficers(officer, slug)).parts.find(({ personId }) => personId === second.actor.personId);
  await endPart(admin, slug, { partId: part?.id ?? "" });
  expect(await ask(slug, second, "decide")).toEqual({ ok: false, error: "they-scored" });
  await moderateTransfer(settler, slug, { scores: scores(7), why: { en: "Between.", cy: "" } });
  await noteIdentityCheck(officer, slug, "documents-seen");
  await to(slug, "decision");
  expect(await decideTransfer(second, slug, decision())).toEqual({ ok: false, error: { field: "", code: "you-scored" } });
  expect(await decideTransfer(settler, slug, decision())).toEqual({ ok: false, error: { field: "", code: "you-settled" } });

  const { id } = await getTransfer(officer, slug);
  const decides = (by: string) =>
    sql`insert into asset_transfer_decisions (transfer_id, outcome, decided_on, decided_by, reasons_en, undervalue_rule, own_consent) values (${id}, 'refused', ${today}, ${by}, 'x', true, false)`;
  await expect(decides(second.actor.personId)).rejects.toThrow("only one of them");
  await expect(decides(settler.actor.personId)).rejects.toThrow("only one of them");
  await expect(decides(officer.actor.personId)).rejects.toThrow("was not asked");
  await expect(sql`insert into asset_transfer_parts (transfer_id, person_id, part, given_at) values (${id}, ${approver.actor.personId}, 'settle', now())`).rejects.toThrow("one_judging");
  await expect(sql`update asset_transfer_parts set part = 'score' where transfer_id = ${id}`).rejects.toThrow("stays");
});

test("a scorer with an interest stands aside, and is not asked again", async () => {
  const slug = await applied(await makeOfficer(council), await makeAsset());
  const cousin = await makeOfficer(council, "service-reviewer");
  await ask(slug, cousin, "score");
  await declareInterest(cousin, slug, { interested: true, what: "My sister is a trustee." });
  const seen = await getTransferForOfficers(officer, slug);
  expect(seen.stoodAside).toEqual([{ name: cousin.actor.name, what: "My sister is a trustee." }]);
  expect(seen.parts.some(({ personId }) => personId === cousin.actor.personId)).toBe(false);
  expect((await getTransferForOfficers(cousin, slug)).reads).toBe(false);
  await expect(scoreTransfer(cousin, slug, { scores: scores(9), why: "Good." })).rejects.toThrow("forbidden");
  expect(await ask(slug, cousin, "score")).toEqual({ ok: false, error: "interest-declared-by" });
  // The database asks for the declaration too.
  const silent = await makeOfficer(council, "service-reviewer");
  await ask(slug, silent, "score");
  await expect(sql`insert into asset_transfer_sheets (transfer_id, seat, scorer_id, scores, why, sent_at) values (${seen.id}, 1, ${silent.actor.personId}, '{}', 'x', now())`).rejects.toThrow("no interest");
});

test("two million pounds below the value is allowed; one penny more needs a consent, here and in the database", async () => {
  const slug = await beforeDecision(await makeOfficer(council));
  expect(await decideTransfer(approver, slug, decision({ unrestrictedPence: 200_000_101 }))).toEqual({ ok: false, error: { field: "consentReference", code: "consent-needed", params: { undervaluePence: 200_000_001 } } });
  const { id } = await getTransfer(officer, slug);
  const insert = (unrestricted: number) =>
    sql`insert into asset_transfer_decisions (transfer_id, outcome, decided_on, decided_by, reasons_en, undervalue_rule, own_consent, unrestricted_pence, price_pence, lease_years)
      values (${id}, 'agreed', ${today}, ${approver.actor.personId}, 'x', true, false, ${unrestricted}, 100, 35)`;
  await expect(insert(200_000_101)).rejects.toThrow("undervalue");
  expect((await decideTransfer(approver, slug, decision({ unrestrictedPence: 200_000_100 }))).ok).toBe(true);
  expect(await decideTransfer(approver, slug, decision())).toMatchObject({ ok: false, error: { code: "already-decided" } });
  expect(await refusalOf(sql`update asset_transfer_decisions set price_pence = 0 where transfer_id = ${id}`)).toBe("asset_transfer_decisions is append-only");
  expect(await refusalOf(sql`delete from asset_transfer_stages where transfer_id = ${id}`)).toBe("asset_transfer_stages is append-only");
});

test("open space waits for two notices in weeks that follow one another", async () => {
  const slug = await beforeDecision(await makeOfficer(council), { openSpace: true });
  expect(await to(slug, "decision")).toEqual({ ok: false, error: "open-space-notice" });
  expect(await noteOpenSpace(officer, slug, { newspaper: "Echo", firstOn: addDays(today, -30), secondOn: addDays(today, -9) })).toEqual({ ok: false, error: "not-consecutive-weeks" });
  expect((await noteOpenSpace(officer, slug, { newspaper: "Echo", firstOn: addDays(today, -16), secondOn: addDays(today, -9) })).ok).toBe(true);
  expect((await to(slug, "decision")).ok).toBe(true);
});

test("a vote tied to it opens the stage of views; stages have their order and their days", async () => {
  const resident = await makeOfficer(council);
  const asset = await makeAsset({ areaId: await makeWard(council, "Millbrook") });
  const entered = await enterApplication(officer, asset, { ...application(), sentOn: addDays(today, -40) });
  const slug = entered.ok ? entered.value.slug : "";
  expect((await getTransferForOfficers(officer, slug)).parts.map(({ part }) => part)).toEqual(["case"]);
  expect(await enterApplication(officer, asset, { ...application(), sentOn: addDays(today, 1) })).toMatchObject({ ok: false, error: { field: "sentOn", code: "date-ahead" } });
  expect(await to(slug, "full-application", addDays(today, -41))).toEqual({ ok: false, error: "date-before-last" });
  expect(await to(slug, "full-application", addDays(today, 1))).toEqual({ ok: false, error: "date-ahead" });
  const online = await beforeViews(resident);
  expect(await to(online, "views")).toEqual({ ok: false, error: "engagement-missing" });
  const engagementId = await makePublishedVote(officer, approver);
  await linkThings(officer, { from: { kind: "engagement", id: engagementId }, to: { kind: "asset-transfer", id: (await getTransfer(officer, online)).id }, how: { en: "It asked.", cy: "Gofynnodd." } });
  expect((await to(online, "views")).ok).toBe(true);
});

async function beforeViews(resident: ActorScope): Promise<string> {
  const slug = await applied(resident, await makeAsset());
  await to(slug, "full-application");
  await paper(slug, resident);
  await stepOwnTransfer(resident, slug, "assessment");
  await scoreTransfer(officer, slug, { scores: scores(6), why: "Good." });
  await scoreTransfer(reviewer, slug, { scores: scores(8), why: "Good." });
  await moderateTransfer(settler, slug, { scores: scores(7), why: { en: "Between.", cy: "" } });
  return slug;
}

test("right to bid: an unincorporated group nominates but does not bid, and after six weeks nobody may ask to", async () => {
  const group = await makeOfficer(council);
  const nominated = async (noticeOn: string, more: Parameters<typeof application>[0]) => {
    const slug = await applied(group, await makeAsset({ regime: "right-to-bid", tenure: "private" }), { interest: "nomination", ...more });
    await paper(slug, group, "right-to-bid");
    // The nomination came in today; what follows is put back for the test.
    await sql`alter table asset_transfer_stages disable trigger user`;
    await sql`update asset_transfer_stages set reached_on = ${addDays(noticeOn, -60)} where transfer_id = ${(await getTransfer(officer, slug)).id}`;
    await sql`alter table asset_transfer_stages enable trigger user`;
    expect(await to(slug, "listed", addDays(noticeOn, -30))).toEqual({ ok: false, error: "owners-not-told" });
    const open = async () => openDeskForms(officer.actor, await getTransferForOfficers(officer, slug), await listComments((await getTransfer(officer, slug)).id), today);
    expect(await open()).toContain("owner-notice");
    await ownersTold(slug);
    expect((await to(slug, "listed", addDays(noticeOn, -30))).ok).toBe(true);
    expect(await open()).not.toContain("owner-notice");
    expect((await to(slug, "sale-notified", noticeOn)).ok).toBe(true);
    return slug;
  };
  const early = await nominated(addDays(today, -41), {});
  expect((await stepOwnTransfer(group, early, "bid-requested")).ok).toBe(true);
  expect((await getTransfer(officer, early)).clocks.map(({ id }) => id)).toEqual(["listing", "interim-moratorium", "full-moratorium", "protected"]);
  const late = await nominated(addDays(today, -42), {});
  expect(await stepOwnTransfer(group, late, "bid-requested")).toEqual({ ok: false, error: "bid-too-late" });
  const unincorporated = await nominated(addDays(today, -3), { bodyKind: "unincorporated", members: 30 });
  expect(await stepOwnTransfer(group, unincorporated, "bid-requested")).toEqual({ ok: false, error: "body-not-allowed" });
});

test("a Scottish request that was refused is known when it comes again", async () => {
  const resident = await makeOfficer(council);
  const asset = await makeAsset({ regime: "scottish-request" });
  const first = await applied(resident, asset);
  await paper(first, resident, "scottish-request");
  expect((await to(first, "validated")).ok).toBe(true);
  expect((await getTransfer(officer, first)).clocks.map(({ id }) => id)).toEqual(["decide", "review-undecided"]);
  await to(first, "assessment");
  await scoreTransfer(officer, first, { scores: scores(2), why: "Weak." });
  await scoreTransfer(reviewer, first, { scores: scores(2), why: "Weak." });
  await moderateTransfer(settler, first, { scores: scores(2), why: { en: "Weak.", cy: "" } });
  await commentsOver(first);
  await ownersTold(first);
  await noteIdentityCheck(officer, first, "documents-seen");
  await to(first, "decision");
  expect((await decideTransfer(approver, first, decision({ outcome: "refused", unrestrictedPence: null, pricePence: null }))).ok).toBe(true);
  expect((await getTransfer(officer, first)).clocks.map(({ id }) => id)).toEqual(["review"]);
  const again = await applied(resident, asset);
  expect(again).toBe(`${asset}-2`);
  expect((await getTransferForOfficers(officer, again)).repeatOf).toEqual({ slug: first, madeOn: today });

  // A request is made on the day it was complete, not on the day it came in.
  await sql`alter table asset_transfer_stages disable trigger user`;
  await sql`update asset_transfer_stages set reached_on = reached_on - 800 where transfer_id = ${(await getTransfer(council, first)).id} and stage = 'request'`;
  await sql`alter table asset_transfer_stages enable trigger user`;
  expect((await getTransferForOfficers(officer, again)).repeatOf).toEqual({ slug: first, madeOn: today });
  await putBack(first, 740);
  expect((await getTransferForOfficers(officer, again)).repeatOf).toBeNull();
});

/** Puts the days on which an application reached its stages back, for tests of periods. */
async function putBack(slug: string, days: number): Promise<void> {
  await sql`alter table asset_transfer_stages disable trigger user`;
  await sql`update asset_transfer_stages set reached_on = reached_on - ${days}::int where transfer_id = ${(await getTransfer(council, slug)).id}`;
  await sql`alter table asset_transfer_stages enable trigger user`;
}

const councillors = { outcome: "confirmed", result: "refused", decidedOn: today, body: "Review Committee", reasons: { en: "The plan does not add up.", cy: "" } } as const;

/** Owner, tenants and occupiers were told. */
async function ownersTold(slug: string): Promise<void> {
  const told = await noteOwnerNotice(officer, slug, { once: randomId(), capacity: "nobody-else", way: "letter", givenOn: today, email: "" });
  if (!told.ok) throw new Error(told.error);
}

/** Comments were taken long enough for any regime, and are over. */
async function commentsOver(slug: string): Promise<void> {
  const opened = await openComments(officer, slug, { opensOn: addDays(today, -60), closesOn: addDays(today, -10) });
  if (!opened.ok) throw new Error(opened.error.code);
}

/** A request in Scotland before those who decide. */
async function scottish(resident: ActorScope, { decided }: { readonly decided: boolean }): Promise<string> {
  const slug = await applied(resident, await makeAsset({ regime: "scottish-request" }));
  await paper(slug, resident, "scottish-request");
  await to(slug, "validated");
  await to(slug, "assessment");
  if (!decided) return slug;
  await scoreTransfer(officer, slug, { scores: scores(2), why: "Weak." });
  await scoreTransfer(reviewer, slug, { scores: scores(2), why: "Weak." });
  await moderateTransfer(settler, slug, { scores: scores(2), why: { en: "Weak.", cy: "" } });
  await noteIdentityCheck(officer, slug, "documents-seen");
  expect(await to(slug, "decision")).toEqual({ ok: false, error: "owners-not-told" });
  await ownersTold(slug);
  expect(await to(slug, "decision")).toEqual({ ok: false, error: "comments-missing" });
  await commentsOver(slug);
  expect((await to(slug, "decision")).ok).toBe(true);
  return slug;
}

const chair = await makeOfficer(council, "approver");
async function chairReviews(slug: string): Promise<void> {
  await ask(slug, chair, "review");
  await declareInterest(chair, slug, { interested: false, what: "" });
}

test("a body asks for a review of a refusal; others than those who decided decide on it, and what they say counts", async () => {
  const resident = await makeOfficer(council);
  const slug = await scottish(resident, { decided: true });
  expect(await askReview(resident, slug, { reasons: "Read the plan.", procedure: "hearing" })).toEqual({ ok: false, error: "review-too-early" });
  await decideTransfer(approver, slug, decision({ outcome: "refused", unrestrictedPence: null, pricePence: null }));
  const own = await getOwnTransfer(resident, slug);
  expect(openForms(own, today)).toContain("review");
  expect(openForms(own, addDays(today, 40))).not.toContain("review");
  expect((await sendDocument(resident, slug, { kind: "business-plan", name: "b.txt", content: Buffer.from("A better plan.") })).ok).toBe(true);
  expect((await askReview(resident, slug, { reasons: "Read the plan.", procedure: "hearing" })).ok).toBe(true);
  expect(await askReview(resident, slug, { reasons: "Again.", procedure: "any" })).toEqual({ ok: false, error: "review-asked" });
  expect((await getTransfer(council, slug)).review).toMatchObject({ ground: "refused", askedOn: today, reasons: "", acknowledgedAt: null });
  expect((await getTransfer(council, slug)).clocks.map(({ id }) => id)).toEqual(["decide-review", "appeal-undecided"]);
  const reviewed = async (day: string) => (await listTransfersWaiting(officer, day)).clocks.filter((each) => each.slug === slug).map(({ clock }) => clock.id);
  expect([await reviewed(addDays(lastDayToDecideReview(today), -31)), await reviewed(addDays(lastDayToDecideReview(today), -30))]).toEqual([[], ["decide-review"]]);
  expect((await acknowledgeReview(officer, slug)).ok).toBe(true);
  expect(await acknowledgeReview(officer, slug)).toEqual({ ok: false, error: "already-acknowledged" });
  expect((await getTransfer(council, slug)).review?.reasons).toBe("Read the plan.");

  const hearing = { once: randomId(), kind: "hearing" as const, heldOn: today, place: "Town Hall", who: "Three councillors.", note: { en: "The plan was read.", cy: "" } };
  expect(await noteHearing(officer, slug, { ...hearing, heldOn: addDays(today, -1) })).toEqual({ ok: false, error: "before-review" });
  for (let time = 0; time < 2; time += 1) expect((await noteHearing(officer, slug, hearing)).ok).toBe(true);
  expect((await getTransfer(council, slug)).review?.hearings).toEqual([{ kind: "hearing", heldOn: today, place: "Town Hall", who: "", note: { en: "The plan was read.", cy: "" } }]);
  expect((await getOwnTransfer(resident, slug)).review?.hearings[0]?.who).toBe("Three councillors.");
  await expect(noteHearing(admin, slug, { ...hearing, once: randomId() })).rejects.toThrow("forbidden");
  await expect(sql`update asset_transfer_hearings set place = 'x' where id = ${hearing.once}`).rejects.toThrow("append-only");
  await expect(
    sql`insert into asset_transfer_hearings (transfer_id, kind, held_on, place, who, noted_by, noted_at) select transfer_id, 'hearing', ${addDays(today, -1)}, 'x', 'x', noted_by, now() from asset_transfer_hearings where id = ${hearing.once}`,
  ).rejects.toThrow("within its review");

  // Who decided or scored does not decide on the review, by rule and by the database.
  expect(await decideReview(approver, slug, councillors)).toEqual({ ok: false, error: { field: "", code: "you-decided" } });
  expect(await ask(slug, settler, "review")).toEqual({ ok: false, error: "one-judging-part" });
  const { id } = await getTransfer(council, slug);
  const notes = (by: string) => sql`insert into asset_transfer_review_decisions (transfer_id, outcome, result, decided_on, body, reasons_en, noted_by) values (${id}, 'confirmed', 'refused', ${today}, 'C', 'x', ${by})`;
  await expect(notes(approver.actor.personId)).rejects.toThrow("only one of them");
  await expect(notes(chair.actor.personId)).rejects.toThrow("was not asked");
  await ask(slug, chair, "review");
  expect(await decideReview(chair, slug, councillors)).toEqual({ ok: false, error: { field: "", code: "interest-unsaid" } });
  await chairReviews(slug);
  expect(await decideReview(chair, slug, { ...councillors, result: "agreed" })).toEqual({ ok: false, error: { field: "result", code: "does-not-fit" } });
  expect(await decideReview(chair, slug, { ...councillors, decidedOn: addDays(today, -1) })).toMatchObject({ error: { code: "before-review" } });
  expect((await decideReview(chair, slug, { ...councillors, outcome: "substituted", result: "agreed" })).ok).toBe(true);
  expect(await decideReview(chair, slug, councillors)).toMatchObject({ error: { code: "review-decided" } });
  const after = await getTransfer(council, slug);
  expect([after.stage, after.review?.decision?.body]).toEqual(["heads-of-terms", "Review Committee"]);
  expect(after.clocks.map((clock) => clock.id)).toEqual(["appeal"]);
  expect((await getTransferForOfficers(officer, await applied(resident, after.assetSlug ?? ""))).repeatOf).toBeNull();
  await expect(sql`update asset_transfer_reviews set reasons = 'x' where transfer_id = ${id}`).rejects.toThrow("stays");
});

test("what is not decided in time goes to review, and on to the Ministers", async () => {
  const resident = await makeOfficer(council);
  const slug = await scottish(resident, { decided: true });
  await putBack(slug, 190);
  const early = await enterReview(officer, slug, { reasons: "Too slow.", procedure: "any", askedOn: addDays(today, -12) });
  expect(early).toEqual({ ok: false, error: "review-too-early" });
  expect(await enterReview(officer, slug, { reasons: "Too slow.", procedure: "any", askedOn: addDays(today, 1) })).toEqual({ ok: false, error: "date-ahead" });
  expect((await askReview(resident, slug, { reasons: "Too slow.", procedure: "written" })).ok).toBe(true);
  expect((await getTransfer(council, slug)).review?.ground).toBe("undecided");
  // From now on it is councillors' to decide.
  expect(await decideTransfer(approver, slug, decision({ outcome: "refused", unrestrictedPence: null, pricePence: null }))).toMatchObject({ error: { code: "review-asked" } });
  await chairReviews(slug);
  expect(await noteAppeal(officer, slug, { appealedOn: today, reference: "", admittedLate: false })).toEqual({ ok: false, error: "no-review-decision" });
  expect(await decideReview(chair, slug, councillors)).toMatchObject({ error: { code: "does-not-fit" } });
  expect((await decideReview(chair, slug, { ...councillors, outcome: "substituted" })).ok).toBe(true);
  expect((await getTransfer(council, slug)).stage).toBe("declined");
  expect(await noteAppealOutcome(officer, slug, { outcome: "allowed", decidedOn: today, summary: { en: "Allowed.", cy: "" } })).toEqual({ ok: false, error: "no-appeal" });
  expect(await noteAppeal(officer, slug, { appealedOn: addDays(today, -1), reference: "", admittedLate: false })).toEqual({ ok: false, error: "appeal-too-early" });
  expect((await noteAppeal(officer, slug, { appealedOn: today, reference: "ATR-12", admittedLate: false })).ok).toBe(true);
  expect(await noteAppeal(officer, slug, { appealedOn: today, reference: "ATR-12", admittedLate: false })).toEqual({ ok: false, error: "already-appealed" });
  expect((await noteAppealOutcome(officer, slug, { outcome: "allowed", decidedOn: today, summary: { en: "The request is agreed to.", cy: "" } })).ok).toBe(true);
  const after = await getTransfer(council, slug);
  expect(after.stage).toBe("heads-of-terms");
  expect(after.review?.appeal).toEqual({ appealedOn: today, reference: "ATR-12", ended: { outcome: "allowed", decidedOn: today, summary: { en: "The request is agreed to.", cy: "" } } });
  expect(after.clocks.map(({ id }) => id)).toEqual([]);
  expect((await sql`select body from mail_messages where recipient = ${resident.actor.email}`).filter(({ body }) => /review|Ministers/.test(String(body)))).toHaveLength(2);
});

test("under English rules there is no review to ask for", async () => {
  const resident = await makeOfficer(council);
  const slug = await beforeDecision(resident);
  await decideTransfer(approver, slug, decision({ outcome: "refused" }));
  expect(await askReview(resident, slug, { reasons: "Why?", procedure: "any" })).toEqual({ ok: false, error: "review-elsewhere" });
});

test("people comment while comments are taken; an officer looks first, what is taken down says why, and all are counted", async () => {
  const resident = await makeOfficer(council);
  const slug = await beforeViews(resident);
  const writer = await makeOfficer(council);
  const say = (who: ActorScope, more: Partial<CommentToSend> = {}) => sendComment(who, slug, { once: randomId(), name: "Jan W", organisation: "", view: "for", text: "My mum’s lunch club meets there.", ...more });
  expect(await say(writer)).toEqual({ ok: false, error: "comments-closed" });
  expect(await openComments(officer, slug, { opensOn: addDays(today, 1), closesOn: addDays(today, 30) })).toMatchObject({ error: { field: "opensOn", code: "date-ahead" } });
  expect((await openComments(officer, slug, { opensOn: addDays(today, -5), closesOn: today })).ok).toBe(true);
  expect(await openComments(officer, slug, { opensOn: today, closesOn: today })).toMatchObject({ error: { code: "comments-opened" } });
  expect((await to(slug, "views")).ok).toBe(true);

  const once = randomId();
  expect((await say(writer, { once })).ok).toBe(true);
  expect((await say(writer, { once })).ok).toBe(true);
  expect(await say(writer)).toEqual({ ok: false, error: "commented-already" });
  expect(await say(resident)).toEqual({ ok: false, error: "own-transfer" });
  const rude = await makeOfficer(council);
  const rudeId = randomId();
  await say(rude, { once: rudeId, view: "against", text: "Mrs Smith of 4 Mill Lane is a thief." });
  expect((await enterComment(officer, slug, { once: randomId(), name: "The clerk", organisation: "Parish council", view: "against", text: "Who pays for the roof?", sentOn: addDays(today, -2) })).ok).toBe(true);
  expect(await enterComment(officer, slug, { once: randomId(), name: "Late", organisation: "", view: "for", text: "Yes.", sentOn: addDays(today, -9) })).toEqual({ ok: false, error: "comments-closed" });
  expect(await to(slug, "decision")).toMatchObject({ ok: false });

  const { id } = await getTransfer(council, slug);
  expect((await listComments(id)).comments).toEqual([]);
  expect((await listComments(id)).counts.waiting).toBe(3);
  const moderator = await makeOfficer(council, "moderator");
  const { judged } = await getTransferForOfficers(moderator, slug);
  const all = (await listCommentsForOfficers(moderator, id, judged)).comments;
  expect(await lookAtComment(moderator, slug, { commentId: rudeId, act: "removed", reason: "", note: "" })).toEqual({ ok: false, error: "reason-missing" });
  await expect(lookAtComment(writer, slug, { commentId: rudeId, act: "shown", reason: "", note: "" })).rejects.toThrow("forbidden");
  const rudeOfficer = { ...rude, actor: { ...rude.actor, roles: ["moderator" as const] } };
  const seesWaiting = async (who: ActorScope) => (await listTransfersWaiting(who, today)).comments.find((each) => each.slug === slug)?.count;
  expect([await seesWaiting(moderator), await seesWaiting(rudeOfficer)]).toEqual([3, 2]);
  expect(await lookAtComment(rudeOfficer, slug, { commentId: rudeId, act: "shown", reason: "", note: "" })).toEqual({ ok: false, error: "own-words" });
  await lookAtComment(moderator, slug, { commentId: rudeId, act: "removed", reason: "about-a-person", note: "Say it without the name." });
  for (const each of all.filter((one) => one.id !== rudeId)) await lookAtComment(moderator, slug, { commentId: each.id, act: "shown", reason: "", note: "" });
  const seen = await listComments(id);
  expect(seen.counts).toEqual({ for: 1, against: 1, neither: 0, organisations: 1, removed: 1, waiting: 0 });
  expect(seen.comments.find((one) => one.id === rudeId)).toMatchObject({ name: "", text: "", removed: { reason: "about-a-person" } });
  expect((await sql`select body from mail_messages where recipient = ${rude.actor.email}`).map(({ body }) => String(body).includes("without the name"))).toEqual([true]);

  // Reported, it stays until an officer has looked again.
  await reportComment(council as never, slug, { commentId: once, reason: "advertising", note: "" });
  expect((await listCommentsForOfficers(moderator, id, judged)).comments[0]).toMatchObject({ id: once, reported: "advertising", sight: "shown" });
  expect((await lookAtComment(moderator, slug, { commentId: once, act: "shown", reason: "", note: "" })).ok).toBe(true);
  expect(await lookAtComment(moderator, slug, { commentId: once, act: "shown", reason: "", note: "" })).toEqual({ ok: false, error: "looked-at-so" });

  // The database holds to it too, and with an account goes the name.
  await expect(sql`update asset_transfer_comments set text = 'x' where id = ${once}`).rejects.toThrow("stays as it was sent");
  await expect(sql`update asset_transfer_comments set sight = 'removed' where id = ${once}`).rejects.toThrow("stays as it was sent");
  await expect(sql`insert into asset_transfer_comments (council_id, transfer_id, name, view, text, written_in, sent_on, sent_at) values (${council.council.id}, ${id}, 'x', 'for', 'x', 'en', ${addDays(today, 1)}, now())`).rejects.toThrow("not taken");
  await sql`delete from people where id = ${writer.actor.personId}`;
  expect((await listComments(id)).comments.find((one) => one.id === once)).toMatchObject({ name: "", text: "My mum’s lunch club meets there." });
  await reportComment(council as never, slug, { commentId: once, reason: "advertising", note: "" });
  // However many come after it, what waits for an officer is on their list.
  await sql`insert into asset_transfer_comments (council_id, transfer_id, name, view, text, written_in, sent_on, sent_at, sight)
    select ${council.council.id}, ${id}, 'Sam', 'for', 'Yes.', 'en', ${today}, now(), 'waiting' from generate_series(1, 501)`;
  await sql`insert into asset_transfer_comment_looks (comment_id, act, person_id, at) select c.id, 'shown', ${moderator.actor.personId}, now() from asset_transfer_comments c where c.name = 'Sam'`;
  await sql`update asset_transfer_comments set sight = 'shown' where name = 'Sam'`;
  const many = await listCommentsForOfficers(moderator, id, judged);
  expect([many.comments.length, many.comments[0]?.id, many.counts.for]).toEqual([100, once, 502]);
  // Every one of them is on a page, and what is on the last can be looked at and reported.
  const pages = await Promise.all(Array.from({ length: many.pages }, (_, at) => listComments(id, at + 1)));
  const read = new Set(pages.flatMap(({ comments }) => comments.map((each) => each.id)));
  expect([read.size, read.has(once)]).toEqual([502 + many.counts.against + many.counts.neither + many.counts.removed, true]);
  const last = pages.at(-1)?.comments.at(-1)?.id ?? "";
  expect((await listComments(id, 99)).comments.at(-1)?.id).toBe(last);
  expect(await findCommentForOfficers(moderator, id, judged, last)).toMatchObject({ id: last });
  expect([await findShownComment(id, once), await findShownComment(id, "x")]).toMatchObject([{ id: once }, undefined]);
});

test("in Scotland comments are taken for 20 working days at least", async () => {
  const slug = await scottish(await makeOfficer(council), { decided: false });
  expect(await openComments(officer, slug, { opensOn: today, closesOn: addDays(today, 19) })).toMatchObject({ error: { field: "closesOn", code: "comments-too-short" } });
});

test("council and organisation agree on a longer time, and the clock and the review go by it", async () => {
  const resident = await makeOfficer(council);
  const slug = await scottish(resident, { decided: false });
  const proposal = (until: string, once = randomId()) => ({ once, until, why: "Two committees must see it." });
  const last = lastDayToDecide(today);
  expect(await proposeTime(officer, slug, proposal(last))).toEqual({ ok: false, error: "not-longer" });
  await expect(proposeTime(admin, slug, proposal(addDays(last, 30)))).rejects.toThrow("forbidden");
  const once = randomId();
  for (let time = 0; time < 2; time += 1) expect((await proposeTime(officer, slug, proposal(addDays(last, 30), once))).ok).toBe(true);
  expect(await proposeOwnTime(resident, slug, proposal(addDays(last, 60)))).toEqual({ ok: false, error: "proposal-waits" });
  expect(await answerTime(officer, slug, { proposalId: once, answer: "accepted", letter: "" })).toEqual({ ok: false, error: "not-yours-to-answer" });
  expect((await getTransfer(council, slug)).clocks.find(({ id }) => id === "decide")?.lastDay).toBe(last);
  expect(openForms(await getOwnTransfer(resident, slug), today)).toContain("answer-time");
  for (let time = 0; time < 2; time += 1) expect((await answerOwnTime(resident, slug, { proposalId: once, answer: "accepted", letter: "" })).ok).toBe(true);
  expect(await answerOwnTime(resident, slug, { proposalId: once, answer: "declined", letter: "" })).toEqual({ ok: false, error: "time-answered" });
  const agreed = await getTransfer(council, slug);
  expect([agreed.clocks[0], agreed.timesAgreed]).toEqual([{ id: "decide-longer", from: today, lastDay: addDays(last, 30) }, [{ until: addDays(last, 30), on: today }]]);
  expect((await listTransferLines(council)).find(({ transfer }) => transfer.slug === slug)?.agreedUntil).toBe(addDays(last, 30));

  // The organisation's own, declined; and one that it takes back.
  const second = randomId();
  await proposeOwnTime(resident, slug, proposal(addDays(last, 90), second));
  expect((await answerTime(officer, slug, { proposalId: second, answer: "declined", letter: "" })).ok).toBe(true);
  const third = randomId();
  await proposeOwnTime(resident, slug, proposal(addDays(last, 90), third));
  expect((await answerOwnTime(resident, slug, { proposalId: third, answer: "withdrawn", letter: "" })).ok).toBe(true);
  const mails = (await sql<{ body: string }[]>`select body from mail_messages where recipient = ${resident.actor.email}`).map(({ body }) => body);
  expect([mails.some((body) => body.includes("proposes a longer time")), mails.some((body) => body.includes("does not agree"))]).toEqual([true, true]);

  // A review for want of a decision waits for the day agreed; past it nothing is agreed any more.
  await putBack(slug, 190);
  expect(await askReview(resident, slug, { reasons: "Too slow.", procedure: "any" })).toEqual({ ok: false, error: "review-too-early" });
  await expect(sql`update asset_transfer_time_answers set answer = 'declined' where proposal_id = ${once}`).rejects.toThrow("append-only");
  const { id } = agreed;
  await expect(sql`insert into asset_transfer_time_proposals (transfer_id, side, until, why, proposed_at) values (${id}, 'council', ${last}, 'x', now())`).rejects.toThrow("no later");
  const late = await scottish(resident, { decided: false });
  const waiting = randomId();
  await proposeTime(officer, late, proposal(addDays(last, 30), waiting));
  await putBack(late, 190);
  expect(await answerOwnTime(resident, late, { proposalId: waiting, answer: "accepted", letter: "" })).toEqual({ ok: false, error: "time-over" });
  await expect(sql`insert into asset_transfer_time_answers (proposal_id, answer, side, answered_at) values (${waiting}, 'accepted', 'organisation', now())`).rejects.toThrow("is over");
  await expect(sql`insert into asset_transfer_time_answers (proposal_id, answer, side, answered_at) values (${waiting}, 'accepted', 'council', now())`).rejects.toThrow("the other side answers");
});

test("the answer of an organisation that applied on paper is noted with its letter, where no law sets a time", async () => {
  const entered = await enterApplication(officer, await makeAsset(), { ...application(), sentOn: today });
  const slug = entered.ok ? entered.value.slug : "";
  const once = randomId();
  await proposeTime(officer, slug, { once, until: addDays(today, 40), why: "The roof is surveyed." });
  expect(await answerTime(officer, slug, { proposalId: once, answer: "accepted", letter: "" })).toEqual({ ok: false, error: "letter-missing" });
  expect((await answerTime(officer, slug, { proposalId: once, answer: "accepted", letter: "File 7" })).ok).toBe(true);
  expect((await getTransfer(council, slug)).clocks).toEqual([{ id: "decide-agreed", from: today, lastDay: addDays(today, 40) }]);
  expect((await getTransferForOfficers(officer, slug)).timeProposals[0]?.answer).toMatchObject({ answer: "accepted", letter: "File 7" });
  expect((await getTransferForOfficers(reviewer, slug)).timeProposals).toEqual([]);
});

test("those who commented are told by mail of the decision and of a review, in batches and once each", async () => {
  const slug = await beforeViews(await makeOfficer(council));
  const { id } = await getTransfer(council, slug);
  await openComments(officer, slug, { opensOn: addDays(today, -5), closesOn: today });
  const writer = await makeOfficer(council);
  const once = randomId();
  await sendComment(writer, slug, { once, name: "Jan W", organisation: "", view: "for", text: "Yes." });
  await lookAtComment(officer, slug, { commentId: once, act: "shown", reason: "", note: "" });
  const paperId = randomId();
  await enterComment(officer, slug, { once: paperId, name: "The clerk", organisation: "Parish council", view: "against", text: "No.", sentOn: today });
  await lookAtComment(officer, slug, { commentId: paperId, act: "shown", reason: "", note: "" });
  // More than one batch of people with an account.
  await sql`insert into people (id, email, locale) select gen_random_uuid(), 'crowd-' || n || '@' || ${id} || '.example', 'cy' from generate_series(1, 210) n`;
  await sql`insert into asset_transfer_comments (council_id, transfer_id, person_id, name, view, text, written_in, sent_on, sent_at)
    select ${council.council.id}, ${id}, p.id, 'X', 'for', 'x', 'cy', ${today}, now() from people p where p.email like 'crowd-%@' || ${id} || '.example'`;
  await sql`insert into asset_transfer_comment_looks (comment_id, act, person_id, at) select c.id, 'shown', ${officer.actor.personId}, now() from asset_transfer_comments c where c.transfer_id = ${id} and c.sight = 'waiting'`;
  await sql`update asset_transfer_comments set sight = 'shown' where transfer_id = ${id} and sight = 'waiting'`;

  const [notice] = await sql<{ id: string }[]>`insert into asset_transfer_notices (transfer_id, occasion, given_at) values (${id}, 'decision', now()) returning id`;
  const scope = await systemScope(council.council.id, "test");
  const both = await Promise.all([tellCommenters(scope, notice?.id ?? ""), tellCommenters(scope, notice?.id ?? "")]);
  expect(both.reduce((sum, each) => sum + each, 0)).toBe(211);
  expect(await tellCommenters(scope, notice?.id ?? "")).toBe(0);
  expect((await sql`select body from mail_messages where recipient = ${writer.actor.email}`).filter(({ body }) => String(body).includes(`/asset-transfers/${slug}#decision`))).toHaveLength(1);
  const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`select count(*)::int as n from mail_messages where recipient like 'crowd-%@' || ${id} || '.example' and subject like 'Newyddion%'`;
  expect(n).toBe(210);
  const desk = await getTransferForOfficers(officer, slug);
  expect(desk.notices).toMatchObject([{ occasion: "decision", mails: 211 }]);
  expect(desk.byLetter).toBe(1);
  await expect(sql`delete from asset_transfer_notice_mails where notice_id = ${notice?.id ?? ""}`).rejects.toThrow("append-only");
});

test("a decision gives its notice, once, and an owner can be told by e-mail, whose address is not kept", async () => {
  const slug = await beforeDecision(await makeOfficer(council));
  expect((await decideTransfer(approver, slug, decision())).ok).toBe(true);
  const { id } = await getTransfer(council, slug);
  expect(await sql`select occasion from asset_transfer_notices where transfer_id = ${id}`).toEqual([{ occasion: "decision" }]);
  const request = await applied(await makeOfficer(council), await makeAsset({ regime: "scottish-request" }));
  const once = randomId();
  const owner = { once, capacity: "tenant" as const, way: "email" as const, givenOn: today, email: "tenant@example.org" };
  expect(await noteOwnerNotice(officer, request, { ...owner, givenOn: addDays(today, 1) })).toEqual({ ok: false, error: "date-ahead" });
  expect(await noteOwnerNotice(officer, request, { ...owner, givenOn: addDays(today, -1) })).toEqual({ ok: false, error: "sent-today" });
  for (let time = 0; time < 2; time += 1) expect((await noteOwnerNotice(officer, request, owner)).ok).toBe(true);
  expect((await sql`select 1 from mail_messages where recipient = 'tenant@example.org'`)).toHaveLength(1);
  expect((await getTransfer(council, request)).ownerNotices).toEqual([{ capacity: "tenant", way: "email", givenOn: today }]);
  await expect(noteOwnerNotice(admin, request, { ...owner, once: randomId() })).rejects.toThrow("forbidden");
});

test("whoever wrote a comment that was taken down asks for another look, which another officer answers", async () => {
  const slug = await beforeViews(await makeOfficer(council));
  const { id } = await getTransfer(council, slug);
  await openComments(officer, slug, { opensOn: addDays(today, -5), closesOn: today });
  const [writer, moderator, second] = [await makeOfficer(council), await makeOfficer(council, "moderator"), await makeOfficer(council, "moderator")];
  const commentId = randomId();
  await sendComment(writer, slug, { once: commentId, name: "Jan W", organisation: "", view: "against", text: "The roof leaks." });
  expect(await appealRemoval(writer, slug, { text: "Why?" })).toEqual({ ok: false, error: "not-removed" });
  await lookAtComment(moderator, slug, { commentId, act: "removed", reason: "not-about-it", note: "Write about the hall." });
  expect((await sql`select body from mail_messages where recipient = ${writer.actor.email}`).some(({ body }) => String(body).includes(`/asset-transfers/${slug}/own-comment`))).toBe(true);
  expect((await findOwnComment(writer, id))?.removal).toMatchObject({ reason: "not-about-it", note: "Write about the hall.", appeal: null });
  await expect(appealRemoval(second, slug, { text: "Not mine." })).rejects.toThrow("not-found");
  for (let time = 0; time < 2; time += 1) expect((await appealRemoval(writer, slug, { text: "It is the hall’s roof." })).ok).toBe(true);
  expect(await appealRemoval(writer, slug, { text: "Again." })).toEqual({ ok: false, error: "appealed-already" });

  const { judged } = await getTransferForOfficers(moderator, slug);
  expect((await listCommentsForOfficers(moderator, id, judged)).comments[0]).toMatchObject({ id: commentId, appeal: { text: "It is the hall’s roof.", writtenBy: writer.actor.personId, removedBy: moderator.actor.personId } });
  expect((await listComments(id)).comments[0]).toMatchObject({ appeal: null, text: "" });
  expect(await lookAtComment(moderator, slug, { commentId, act: "shown", reason: "", note: "" })).toEqual({ ok: false, error: "appeal-open" });
  await expect(answerAppeal(moderator, slug, { commentId, uphold: false, answer: "No." })).rejects.toThrow("forbidden");
  const [appeal] = await sql<{ id: string }[]>`select id from asset_transfer_comment_looks where comment_id = ${commentId} and act = 'appealed'`;
  await expect(
    sql`insert into asset_transfer_comment_looks (comment_id, act, note, person_id, answers, at) values (${commentId}, 'appeal-refused', 'No.', ${moderator.actor.personId}, ${appeal?.id ?? ""}, now())`,
  ).rejects.toThrow("another person answers");
  // Whoever wrote it does not answer either, though they work for the council.
  const actor = { ...writer.actor, roles: ["moderator" as const] };
  expect((await listTransfersWaiting({ ...writer, actor }, today)).comments.some((each) => each.slug === slug)).toBe(false);
  await expect(answerAppeal({ ...writer, actor }, slug, { commentId, uphold: true, answer: "Yes." })).rejects.toThrow("forbidden");
  expect(
    await refusalOf(sql`insert into asset_transfer_comment_looks (comment_id, act, note, person_id, answers, at) values (${commentId}, 'appeal-upheld', 'Yes.', ${actor.personId}, ${appeal?.id ?? ""}, now())`),
  ).toContain("another person answers");
  expect((await answerAppeal(second, slug, { commentId, uphold: true, answer: "It is about the hall." })).ok).toBe(true);
  expect(await answerAppeal(second, slug, { commentId, uphold: false, answer: "No." })).toEqual({ ok: false, error: "no-appeal-open" });
  expect((await listComments(id)).comments[0]).toMatchObject({ sight: "shown", text: "The roof leaks." });
  expect(await findOwnComment(writer, id)).toMatchObject({ sight: "shown", answer: { upheld: true, note: "It is about the hall." } });
  expect((await sql`select body from mail_messages where recipient = ${writer.actor.email}`).some(({ body }) => String(body).includes("agrees with you"))).toBe(true);
});

test("what waits of transfers is told to whom it waits for, and to nobody else", async () => {
  const there = await makeCouncil();
  const [lead, mod, judge, other] = [await makeOfficer(there, "engagement-officer"), await makeOfficer(there, "moderator"), await makeOfficer(there, "service-reviewer"), await makeOfficer(there, "moderator")];
  const resident = await makeOfficer(there);
  const asset = await saveAsset(lead, { ...ASSET, once: randomId(), slug: "mill", reference: "M1", regime: "scottish-request" });
  const sent = await applyForAsset(resident, asset.ok ? asset.value.slug : "", application());
  const slug = sent.ok ? sent.value.slug : "";
  const waits = (who: ActorScope, day = today) => listTransfersWaiting(who, day);
  expect((await waits(mod)).applications).toMatchObject([{ slug, since: today }]);
  expect([(await waits(judge)).applications, (await waits(resident)).applications]).toEqual([[], []]);
  await lookAtApplication(mod, slug, { act: "shown", why: "" });
  expect((await waits(mod)).applications).toEqual([]);

  await givePart(lead, slug, { personId: lead.actor.personId, part: "case" });
  await givePart(lead, slug, { personId: judge.actor.personId, part: "score" });
  for (const kind of REGIMES["scottish-request"].documents) await sendDocument(resident, slug, { kind, name: "a.txt", content: Buffer.from(kind) });
  await scanAll();
  for (const stage of ["validated", "assessment"] as const) expect((await reachStage(lead, slug, { stage, reachedOn: today, note: nothing })).ok).toBe(true);
  expect((await waits(judge)).parts).toMatchObject([{ slug, part: "score", unsaid: true }]);
  await declareInterest(judge, slug, { interested: false, what: "" });
  expect((await waits(judge)).parts).toMatchObject([{ unsaid: false }]);
  await scoreTransfer(judge, slug, { scores: scores(5), why: "Fair." });
  expect((await waits(judge)).parts).toEqual([]);

  // The clock, for whoever looks after it, from thirty days before its end.
  const last = lastDayToDecide(today);
  expect([(await waits(lead, addDays(last, -31))).clocks, (await waits(judge, last)).clocks]).toEqual([[], []]);
  expect((await waits(lead, addDays(last, -30))).clocks).toMatchObject([{ slug, clock: { id: "decide", lastDay: last } }]);
  await proposeOwnTime(resident, slug, { once: randomId(), until: addDays(last, 9), why: "We wait for a grant." });
  expect([(await waits(lead)).times.length, (await waits(mod)).times.length]).toEqual([1, 0]);

  // A comment; and an appeal, which is not for whoever took it down.
  await openComments(lead, slug, { opensOn: today, closesOn: addDays(today, 60) });
  const commentId = randomId();
  await sendComment(await makeOfficer(there), slug, { once: randomId(), name: "A", organisation: "", view: "for", text: "Yes." });
  const writer = await makeOfficer(there);
  await sendComment(writer, slug, { once: commentId, name: "B", organisation: "", view: "for", text: "No." });
  expect((await waits(mod)).comments).toMatchObject([{ slug, count: 2 }]);
  await lookAtComment(mod, slug, { commentId, act: "removed", reason: "not-about-it", note: "" });
  await appealRemoval(writer, slug, { text: "It is." });
  expect([(await waits(mod)).comments[0]?.count, (await waits(other)).comments[0]?.count]).toEqual([1, 2]);
  const [task] = transferTasks("cy", "/cy/there", await waits(other), today);
  expect(task).toMatchObject({ href: `/cy/there/manage/asset-transfers/${slug}/comment-look`, title: "Edrych ar 2 sylw: Neuadd St Anne" });
});

test("what has passed to a community is applied for by nobody and passes once, by rule and by the database", async () => {
  const resident = await makeOfficer(council);
  const slug = await beforeDecision(resident);
  const { assetSlug, id } = await getTransfer(council, slug);
  const asset = assetSlug ?? "";
  const other = await applied(resident, asset);
  await decideTransfer(approver, slug, decision());
  await putTerms(officer, slug, { text: { en: "35 years.", cy: "" }, benefits: [{ what: { en: "Hours open", cy: "" }, target: 1_200 }] });
  await agreeTerms(resident, slug, { version: 1, signedAs: "Jan W" });
  expect((await getAsset(council, asset)).handedOver).toBe(false);
  expect((await to(slug, "completion")).ok).toBe(true);
  expect((await getAsset(council, asset)).handedOver).toBe(true);
  expect(await applyForAsset(resident, asset, application())).toMatchObject({ ok: false, error: { code: "asset-handed-over" } });
  expect((await getTransferForOfficers(officer, other)).otherHandedOver).toBe(true);
  await expect(sql`update asset_transfers set stage = 'completion' where slug = ${other} and council_id = ${council.council.id}`).rejects.toThrow("has passed");
  await expect(
    sql`insert into asset_transfers (council_id, slug, reference, organisation, stage, asset_id) select council_id, 'again', reference, organisation, 'expression-of-interest', asset_id from asset_transfers where id = ${id}`,
  ).rejects.toThrow("has passed");
});

test("of an application that nobody has looked at an auditor, an approver and a reviewer read no more than everybody", async () => {
  const resident = await makeOfficer(council);
  const sent = await applyForAsset(resident, await makeAsset(), application());
  const slug = sent.ok ? sent.value.slug : "";
  await sendDocument(resident, slug, { kind: "accounts", name: "a.txt", content: Buffer.from("Accounts.") });
  await scanAll();
  const seen = async (who: ActorScope) => {
    const { organisation, gains, declaration, documents, kindsSent } = await getTransferForOfficers(who, slug);
    const listed = (await listTransferLinesForOfficers(who)).find(({ transfer }) => transfer.slug === slug)?.transfer.organisation;
    return [organisation, gains, declaration, documents.length, kindsSent.length, listed];
  };
  const others = await Promise.all(["auditor", "approver", "service-reviewer"].map((role) => makeOfficer(council, role as "auditor")));
  for (const who of others) expect(await seen(who)).toEqual(["", "", "", 0, 1, ""]);
  const moderator = await makeOfficer(council, "moderator");
  expect((await seen(moderator))[1]).toBe("A warm space.");
  const [, , asked] = others;
  if (!asked) throw new Error("nobody");
  await ask(slug, asked, "score");
  expect(await seen(asked)).toEqual(["St Anne’s Community Trust", "A warm space.", "None", 1, 1, "St Anne’s Community Trust"]);
  await lookAtApplication(admin, slug, { act: "sent-back", why: "Leave out the name." });
  expect((await getTransferForOfficers(others[0] ?? asked, slug)).sentBack).toBeNull();
  await expect(readOfficerDocumentForm({ scope: moderator, slug }, new Request("http://localhost/", { method: "POST", body: "not read" }))).rejects.toThrow("forbidden");
});

test("nobody acts for the council on an application of their own organisation, and nobody of another council at all", async () => {
  const slug = await applied(officer, await makeAsset());
  await expect(to(slug, "full-application")).rejects.toThrow("forbidden");
  const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
  await expect(reachStage(stranger, slug, { stage: "full-application", reachedOn: today, note: nothing })).rejects.toThrow("not-found");
  await expect(getTransfer(stranger, slug)).rejects.toThrow("not-found");
});
