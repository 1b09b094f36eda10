import { and, asc, count, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assets } from "#db/schema/asset-transfers/assets.ts";
import {
  assetTransferAgreements,
  assetTransferChecks,
  assetTransferDecisions,
  assetTransferInterests,
  assetTransferModerations,
  assetTransferParts,
  assetTransferReturnLooks,
  assetTransferReturns,
  assetTransferSheets,
  assetTransferTerms,
} from "#db/schema/asset-transfers/decisions.ts";
import { assetTransferAppealOutcomes, assetTransferAppeals, assetTransferHearings, assetTransferReviewDecisions, assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { assetTransferAnswers, assetTransferDocuments, assetTransferDrafts, assetTransferLooks, assetTransferQuestions, assetTransfers, assetTransferStages, openSpaceNotices } from "#db/schema/asset-transfers/transfers.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import { clocksOf, mayDeclineRepeat, type Aftermath, type Clock, type ListingNotice } from "#domain/asset-transfers/clock.ts";
import { DOCUMENT_KINDS, isPublished, OFFICER_DOCUMENTS, type AnyDocumentKind, type BodyKind, type Interest, type RegimeId } from "#domain/asset-transfers/regime.ts";
import type { Judges, TransferPart } from "#domain/asset-transfers/part.ts";
import type { ScanState } from "#domain/basics/scan-state.ts";
import type { AppealOutcome, Reviewable, ReviewGround, ReviewOutcome, ReviewProcedure } from "#domain/asset-transfers/review.ts";
import type { Scores } from "#domain/asset-transfers/scoring.ts";
import type { TransferSight } from "#domain/asset-transfers/sight.ts";
import type { TransferStage } from "#domain/asset-transfers/stage.ts";
import type { PromisedBenefit } from "#domain/asset-transfers/terms.ts";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope, AnyScope, MemberScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import type { TransferToJudge } from "#domain/policy/asset-transfers.ts";
import { isHandedOver } from "./assets/queries.ts";
import { findListingNotice, findOwner, getListingOnDesk, listListingNotices, listOwners, type ListingOnDesk } from "./listing/queries.ts";
import { listAgreedDays, listTimeProposals, timesAgreed, type TimeAgreed, type TimeProposal } from "./longer-time/queries.ts";
import { countToTellByLetter, listNotices, listOwnerNotices, type NoticeInView, type OwnerNoticeInView } from "./notices/queries.ts";
import { reviewableOf } from "./reviewing/reviewable.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import type { Role } from "#domain/councils/role.ts";

/** An application as lists show it. What the organisation wrote is empty before an officer has looked at it, but for itself and officers. */
export interface TransferInView {
  readonly id: string;
  readonly slug: string;
  readonly reference: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly organisation: string;
  readonly areaName: BilingualText | null;
  readonly stage: TransferStage;
  readonly regimeId: RegimeId;
  readonly assetSlug: string | null;
  readonly sight: TransferSight;
}

export interface StageReached {
  readonly stage: TransferStage;
  /** Civil date, `2026-10-18`. */
  readonly reachedOn: string;
  readonly note: BilingualText;
}

export interface DocumentInView {
  readonly id: string;
  readonly kind: AnyDocumentKind;
  readonly name: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sentAt: Date;
  /** Opened by nobody before it is found clean. */
  readonly scan: ScanState;
  readonly scanTries: number;
  readonly scanAfter: Date | null;
}

export interface TermsInView {
  readonly version: number;
  readonly text: BilingualText;
  readonly benefits: readonly PromisedBenefit[];
  readonly agreed: { readonly signedAs: string; readonly agreedAt: Date } | null;
}

/** One application with everything that is public about it; for its organisation and officers, all they wrote. Money in pence. */
export interface TransferRecord extends TransferInView {
  readonly applicantId: string | null;
  readonly interest: Interest;
  readonly leaseYears: number | null;
  readonly bodyKind: BodyKind | null;
  readonly bodyNumber: string;
  readonly members: number;
  readonly gains: string;
  readonly funding: string;
  readonly offeredPence: number | null;
  readonly writtenIn: Locale;
  readonly declaration: string;
  /** Whether the organisation has declared its interests. */
  readonly declared: boolean;
  /** When an officer had looked at it and it was shown, and why it was sent back; null where it was not. */
  readonly shownAt: Date | null;
  readonly sentBack: string | null;
  readonly openSpace: boolean;
  readonly stages: readonly StageReached[];
  readonly clocks: readonly Clock[];
  /** The newest of each kind; one that was refused only where there is no other. */
  readonly documents: readonly DocumentInView[];
  /** What everybody reads: the newest of each published kind that was found clean. */
  readonly papers: readonly DocumentInView[];
  readonly notice: { readonly newspaper: string; readonly firstOn: string; readonly secondOn: string } | null;
  /** The settled points; `declared` where everybody who gave or settled them had said that they have no interest. */
  readonly moderated: { readonly scores: Scores; readonly why: BilingualText; readonly declared: boolean } | null;
  readonly decision: {
    readonly outcome: "agreed" | "refused";
    readonly decidedOn: string;
    readonly reasons: BilingualText;
    readonly unrestrictedPence: number | null;
    readonly pricePence: number | null;
    readonly consentReference: string;
  } | null;
  /** What both sides agreed on about the time to decide. */
  readonly timesAgreed: readonly TimeAgreed[];
  /** The days on which owner, tenants and occupiers were told. */
  readonly ownerNotices: readonly OwnerNoticeInView[];
  readonly review: ReviewInView | null;
  /** That the owner was told in writing that the land was listed; null where they were not, or it is no listing. */
  readonly listingNotice: ListingNotice | null;
  /** The newest heads of terms. */
  readonly terms: TermsInView | null;
  /** Of each year what an officer has shown. */
  readonly returns: readonly ReturnInView[];
  /** The newest of each year, shown or not; for the organisation and those who look at them. */
  readonly returnsSent: readonly ReturnSent[];
}

export interface ReturnInView {
  readonly year: number;
  readonly story: string;
  readonly reached: readonly number[];
}

export interface ReturnSent extends ReturnInView {
  readonly version: number;
  readonly sight: TransferSight;
  /** Why it was sent back; empty otherwise. */
  readonly why: string;
}

interface Row {
  readonly transfer: typeof assetTransfers.$inferSelect;
  readonly areaEn: string | null;
  readonly areaCy: string | null;
  readonly assetSlug: string | null;
  readonly openSpace: boolean | null;
}

/** What the organisation wrote itself, taken out before an officer has looked at it. */
const UNSEEN = { organisation: "", summaryEn: "", summaryCy: "", bodyNumber: "", gains: "", funding: "", declaration: "" };

const forEverybody = (row: Row): Row => (row.transfer.sight === "shown" ? row : { ...row, transfer: { ...row.transfer, ...UNSEEN } });

const inView = ({ transfer: row, areaEn, areaCy, assetSlug }: Row): TransferInView => ({
  id: row.id,
  slug: row.slug,
  reference: row.reference,
  title: bilingual(row.titleEn, row.titleCy),
  summary: bilingual(row.summaryEn, row.summaryCy),
  organisation: row.organisation,
  areaName: areaEn === null ? null : bilingual(areaEn, areaCy ?? ""),
  stage: row.stage,
  regimeId: row.regime,
  assetSlug,
  sight: row.sight,
});

const withArea = () =>
  database()
    .select({ transfer: assetTransfers, areaEn: areas.nameEn, areaCy: areas.nameCy, assetSlug: assets.slug, openSpace: assets.openSpace })
    .from(assetTransfers)
    .leftJoin(areas, eq(areas.id, assetTransfers.areaId))
    .leftJoin(assets, eq(assets.id, assetTransfers.assetId));

/** Every application of the council as everybody sees it; to an officer with what those who look at it, or were asked to work on it, read. */
async function listTransfers(scope: AnyScope, officer: ActorScope | null): Promise<readonly TransferInView[]> {
  const rows = await withArea().where(eq(assetTransfers.councilId, scope.council.id)).orderBy(asc(assetTransfers.slug));
  if (officer === null) return rows.map((row) => inView(forEverybody(row)));
  const parts = await database()
    .select({ transferId: assetTransferParts.transferId, personId: assetTransferParts.personId, part: assetTransferParts.part })
    .from(assetTransferParts)
    .where(and(eq(assetTransferParts.personId, officer.actor.personId), isNull(assetTransferParts.endedAt)));
  return rows.map((row) => {
    const judged = { applicantId: row.transfer.applicantId, parts: parts.filter(({ transferId }) => transferId === row.transfer.id) };
    return inView(can(officer.actor, "asset-transfer.look", judged) || can(officer.actor, "asset-transfer.read", judged) ? row : forEverybody(row));
  });
}

/** Applications for one asset, as everybody sees them. */
export async function listTransfersOf(scope: AnyScope, assetId: string): Promise<readonly TransferInView[]> {
  const rows = await withArea().where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.assetId, assetId))).orderBy(asc(assetTransfers.slug));
  return rows.map((row) => inView(forEverybody(row)));
}

/** What somebody applies for themselves, and what they have begun. */
export async function listOwnTransfers(scope: MemberScope) {
  const { personId } = scope.actor;
  const [sent, drafts] = await Promise.all([
    withArea().where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.applicantId, personId))).orderBy(asc(assetTransfers.slug)),
    database()
      .select({ slug: assets.slug, nameEn: assets.nameEn, nameCy: assets.nameCy, savedAt: assetTransferDrafts.savedAt })
      .from(assetTransferDrafts)
      .innerJoin(assets, eq(assets.id, assetTransferDrafts.assetId))
      .where(and(eq(assetTransferDrafts.councilId, scope.council.id), eq(assetTransferDrafts.personId, personId)))
      .orderBy(desc(assetTransferDrafts.savedAt)),
  ]);
  return { sent: sent.map(inView), drafts: drafts.map(({ slug, nameEn, nameCy, savedAt }) => ({ slug, name: bilingual(nameEn, nameCy), savedAt })) };
}

/** An application somebody has begun for an asset, as they typed it; null where they have not. */
export async function findDraft(scope: MemberScope, assetId: string): Promise<{ readonly values: TypedValues; readonly savedAt: Date } | null> {
  const [row] = await database()
    .select({ values: assetTransferDrafts.values, savedAt: assetTransferDrafts.savedAt })
    .from(assetTransferDrafts)
    .where(and(eq(assetTransferDrafts.councilId, scope.council.id), eq(assetTransferDrafts.personId, scope.actor.personId), eq(assetTransferDrafts.assetId, assetId)));
  return row ?? null;
}

/** One application as everybody sees it; 404 where the council has none of that name. */
export const getTransfer = (scope: AnyScope, slug: string): Promise<TransferRecord> => readTransfer(scope, slug, "everybody");

/** Who reads a record: everybody; the organisation and those who look at what it wrote; or whom the owner of listed land writes to. */
type Reader = "everybody" | "insider" | "owner";

async function readTransfer(scope: AnyScope, slug: string, reader: Exclude<Reader, "owner">, ownersWords = false): Promise<TransferRecord> {
  const [kept] = await withArea().where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.slug, slug)));
  const whole = found(kept, "asset transfer");
  const row = reader === "insider" ? whole : forEverybody(whole);
  const { transfer, openSpace } = row;
  const view = inView(row);
  const of = transfer.id;
  const [looks, stages, documents, notices, moderations, decisions, terms, agreements, returns] = await Promise.all([
    database().select().from(assetTransferLooks).where(eq(assetTransferLooks.transferId, of)).orderBy(desc(assetTransferLooks.lookedAt)).limit(1),
    database().select().from(assetTransferStages).where(eq(assetTransferStages.transferId, of)).orderBy(asc(assetTransferStages.reachedOn), asc(assetTransferStages.recordedAt)),
    database()
      .select({
        id: assetTransferDocuments.id,
        kind: assetTransferDocuments.kind,
        name: assetTransferDocuments.name,
        mediaType: assetTransferDocuments.mediaType,
        byteLength: assetTransferDocuments.byteLength,
        sentAt: assetTransferDocuments.sentAt,
        scan: assetTransferDocuments.scan,
        scanTries: assetTransferDocuments.scanTries,
        scanAfter: assetTransferDocuments.scanAfter,
      })
      .from(assetTransferDocuments)
      .where(eq(assetTransferDocuments.transferId, of))
      .orderBy(assetTransferDocuments.kind, desc(assetTransferDocuments.sentAt)),
    database().select().from(openSpaceNotices).where(eq(openSpaceNotices.transferId, of)),
    database().select().from(assetTransferModerations).where(eq(assetTransferModerations.transferId, of)),
    database().select().from(assetTransferDecisions).where(eq(assetTransferDecisions.transferId, of)),
    database().select().from(assetTransferTerms).where(eq(assetTransferTerms.transferId, of)).orderBy(desc(assetTransferTerms.version)).limit(1),
    database().select().from(assetTransferAgreements).where(eq(assetTransferAgreements.transferId, of)),
    database()
      .select({ year: assetTransferReturns.year, version: assetTransferReturns.version, story: assetTransferReturns.story, reached: assetTransferReturns.reached, act: assetTransferReturnLooks.act, why: assetTransferReturnLooks.why })
      .from(assetTransferReturns)
      .leftJoin(assetTransferReturnLooks, and(eq(assetTransferReturnLooks.transferId, assetTransferReturns.transferId), eq(assetTransferReturnLooks.year, assetTransferReturns.year), eq(assetTransferReturnLooks.version, assetTransferReturns.version)))
      .where(eq(assetTransferReturns.transferId, of))
      .orderBy(asc(assetTransferReturns.year), asc(assetTransferReturns.version)),
  ]);
  const [notice] = notices;
  const review = (await listReviews([of], ownersWords ? "owner" : reader)).get(of) ?? null;
  const listing = view.regimeId === "right-to-bid" ? await findListingNotice(of) : null;
  const agreed = timesAgreed(await listTimeProposals(of));
  const [moderation] = moderations;
  const [decision] = decisions;
  const [newest] = terms;
  const agreement = agreements.find(({ version }) => version === newest?.version);
  const reached = Object.fromEntries(stages.map(({ stage, reachedOn }) => [stage, reachedOn]));
  return {
    ...view,
    applicantId: transfer.applicantId,
    interest: transfer.interest,
    leaseYears: transfer.leaseYears,
    bodyKind: transfer.bodyKind,
    bodyNumber: transfer.bodyNumber,
    members: transfer.members,
    gains: transfer.gains,
    funding: transfer.funding,
    offeredPence: transfer.offeredPence,
    writtenIn: transfer.writtenIn,
    declaration: transfer.declaration,
    declared: transfer.declaredAt !== null,
    shownAt: transfer.sight === "shown" ? (looks[0]?.lookedAt ?? null) : null,
    sentBack: reader === "insider" && transfer.sight === "sent-back" ? (looks[0]?.why ?? null) : null,
    openSpace: openSpace ?? false,
    stages: stages.map((s) => ({ stage: s.stage, reachedOn: s.reachedOn, note: bilingual(s.noteEn, s.noteCy) })),
    clocks: clocksOf(view.regimeId, reached, aftermathOf(reached, decision?.decidedOn ?? null, review, agreed.at(-1)?.until ?? null, listing)),
    listingNotice: listing,
    timesAgreed: agreed,
    ownerNotices: await listOwnerNotices(of),
    review,
    documents: newestOfKind([...documents.filter(({ scan }) => scan !== "refused"), ...documents.filter(({ scan }) => scan === "refused")]),
    papers: newestOfKind(documents.filter(({ kind, scan }) => transfer.sight === "shown" && scan === "clean" && isPublished(kind))),
    notice: notice ? { newspaper: notice.newspaper, firstOn: notice.firstOn, secondOn: notice.secondOn } : null,
    moderated: moderation ? { scores: moderation.scores, why: bilingual(moderation.whyEn, moderation.whyCy), declared: allDeclared(await judgesOf(database(), of)) } : null,
    decision: decision
      ? {
          outcome: decision.outcome,
          decidedOn: decision.decidedOn,
          reasons: bilingual(decision.reasonsEn, decision.reasonsCy),
          unrestrictedPence: decision.unrestrictedPence,
          pricePence: decision.pricePence,
          consentReference: decision.consentReference,
        }
      : null,
    terms: newest
      ? { version: newest.version, text: bilingual(newest.textEn, newest.textCy), benefits: newest.benefits, agreed: agreement ? { signedAs: agreement.signedAs, agreedAt: agreement.agreedAt } : null }
      : null,
    returns: returns.filter(({ act }) => act === "shown").map(({ year, story, reached: counted }) => ({ year, story, reached: counted })),
    returnsSent:
      reader === "everybody"
        ? []
        : returns
            .filter(({ year }, index) => returns[index + 1]?.year !== year)
            .map(({ year, version, story, reached: counted, act, why }) => ({ year, version, story, reached: counted, sight: act ?? "waiting", why: why ?? "" })),
  };
}

const allDeclared = ({ scorers, settledBy, interested }: Judges): boolean => [...scorers, settledBy].every((id) => id !== null && interested[id] === false);

/** The first of each kind, where the newest come first. */
const newestOfKind = (documents: readonly DocumentInView[]): readonly DocumentInView[] => documents.filter(({ kind }, index) => documents.findIndex((each) => each.kind === kind) === index).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

const ORDER: readonly AnyDocumentKind[] = [...DOCUMENT_KINDS, ...OFFICER_DOCUMENTS];

export interface QuestionInView {
  readonly id: string;
  readonly text: string;
  readonly askedAt: Date;
  readonly answer: string | null;
}

/** What was asked and answered; for the organisation and for officers. */
async function listQuestions(transferId: string): Promise<readonly QuestionInView[]> {
  return database()
    .select({ id: assetTransferQuestions.id, text: assetTransferQuestions.text, askedAt: assetTransferQuestions.askedAt, answer: assetTransferAnswers.text })
    .from(assetTransferQuestions)
    .leftJoin(assetTransferAnswers, eq(assetTransferAnswers.questionId, assetTransferQuestions.id))
    .where(eq(assetTransferQuestions.transferId, transferId))
    .orderBy(asc(assetTransferQuestions.askedAt));
}

export interface OwnTransfer extends TransferRecord {
  /** What is known for judging whether a review can be asked for. */
  readonly reviewable: Reviewable;
  readonly questions: readonly QuestionInView[];
  /** Proposals for a longer time to decide; for the organisation, and for officers who look after it. */
  readonly timeProposals: readonly TimeProposal[];
}

/** The application as whoever sent it sees it; 403 for anybody else. */
export async function getOwnTransfer(scope: MemberScope, slug: string): Promise<OwnTransfer> {
  const transfer = await readTransfer(scope, slug, "insider");
  if (transfer.applicantId !== scope.actor.personId) throw new AccessError("forbidden", "asset transfer");
  // What council and owner agree on about a listing is theirs.
  return { ...transfer, timeProposals: transfer.regimeId === "right-to-bid" ? [] : await listTimeProposals(transfer.id), questions: await listQuestions(transfer.id), reviewable: await reviewableOf(database(), { id: transfer.id, regime: transfer.regimeId, stage: transfer.stage }) };
}

/** Listed land as its owner sees it. */
export interface OwnListing extends TransferRecord {
  readonly reviewable: Reviewable;
  readonly timeProposals: readonly TimeProposal[];
}

/** Listed land for whoever has opened its owner's page; null for anybody else, and for what is under other rules. */
export async function findOwnListing(scope: MemberScope, slug: string): Promise<OwnListing | null> {
  const [row] = await database().select({ id: assetTransfers.id, regime: assetTransfers.regime, stage: assetTransfers.stage }).from(assetTransfers).where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.slug, slug)));
  const transfer = found(row, "asset transfer");
  if ((await findOwner(transfer.id)) !== scope.actor.personId) return null;
  return { ...(await readTransfer(scope, slug, "everybody", true)), timeProposals: await listTimeProposals(transfer.id), reviewable: await reviewableOf(database(), transfer) };
}

export interface SheetInView {
  readonly scorer: string;
  readonly own: boolean;
  readonly scores: Scores;
  readonly why: string;
}

/** An officer who was asked to do a part of an application. */
export interface PartInView {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly part: TransferPart;
  readonly givenAt: Date;
}

export interface DeskTransfer extends OwnTransfer {
  /** Whether this officer reads its papers, answers and points: they were asked to do a part of it. */
  readonly reads: boolean;
  /** Whether the keys of the same asset were handed over to another applicant. */
  readonly otherHandedOver: boolean;
  /** Kinds of papers that are in, read or not. */
  readonly kindsSent: readonly AnyDocumentKind[];
  readonly judged: TransferToJudge;
  /** The owner's code and page of a listing, for those who look after it. */
  readonly listing: ListingOnDesk | null;
  readonly judges: Judges;
  readonly parts: readonly PartInView[];
  /** Who stood aside, and why; for those who read it. */
  readonly stoodAside: readonly { readonly name: string; readonly what: string }[];
  /** What those who commented were told. */
  readonly notices: readonly NoticeInView[];
  /** Comments that came on paper, whose writers are told by letter. */
  readonly byLetter: number;
  readonly identityChecked: { readonly way: "documents-seen" | "one-login-p2"; readonly by: string; readonly at: Date } | null;
  /** How many scored. */
  readonly sheetsIn: number;
  /** One's own; the other's only when both are in. */
  readonly sheets: readonly SheetInView[];
  /** An earlier request for the same that was refused, which a Scottish council need not look at again for two years. */
  readonly repeatOf: { readonly slug: string; readonly madeOn: string } | null;
}

/**
 * The application as an officer sees it: what is public, and for those who were asked to do a part of it its papers, answers and points too.
 * Scorers are blind to one another until both have scored.
 */
export async function getTransferForOfficers(scope: ActorScope, slug: string): Promise<DeskTransfer> {
  authorise(scope, "asset-transfer.list", null);
  const [row] = await database().select({ id: assetTransfers.id, applicantId: assetTransfers.applicantId, assetId: assetTransfers.assetId }).from(assetTransfers).where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.slug, slug)));
  const { assetId, ...owner } = found(row, "asset transfer");
  const judged = await toJudge(database(), owner);
  const reads = can(scope.actor, "asset-transfer.read", judged);
  const transfer = await readTransfer(scope, slug, reads || can(scope.actor, "asset-transfer.look", judged) ? "insider" : "everybody", reads);
  const [questions, checks, sheets, repeatOf, judges, parts, stoodAside] = await Promise.all([
    reads ? listQuestions(transfer.id) : [],
    database()
      .select({ way: assetTransferChecks.way, at: assetTransferChecks.checkedAt, name: people.name, email: people.email })
      .from(assetTransferChecks)
      .innerJoin(people, eq(people.id, assetTransferChecks.checkedBy))
      .where(eq(assetTransferChecks.transferId, transfer.id)),
    database()
      .select({ scorerId: assetTransferSheets.scorerId, scores: assetTransferSheets.scores, why: assetTransferSheets.why, name: people.name, email: people.email })
      .from(assetTransferSheets)
      .innerJoin(people, eq(people.id, assetTransferSheets.scorerId))
      .where(eq(assetTransferSheets.transferId, transfer.id))
      .orderBy(asc(assetTransferSheets.seat)),
    findRepeat(scope, transfer),
    judgesOf(database(), transfer.id),
    listParts(transfer.id),
    reads
      ? database()
          .select({ name: nameOf, what: assetTransferInterests.what })
          .from(assetTransferInterests)
          .innerJoin(people, eq(people.id, assetTransferInterests.personId))
          .where(and(eq(assetTransferInterests.transferId, transfer.id), eq(assetTransferInterests.interested, true)))
          .orderBy(asc(assetTransferInterests.declaredAt))
      : [],
  ]);
  const [check] = checks;
  return {
    ...transfer,
    documents: reads ? transfer.documents : transfer.papers,
    otherHandedOver: assetId !== null && (await isHandedOver(database(), assetId, transfer.id)),
    kindsSent: transfer.documents.filter(({ scan }) => scan !== "refused").map(({ kind }) => kind),
    reads,
    reviewable: await reviewableOf(database(), { id: transfer.id, regime: transfer.regimeId, stage: transfer.stage }),
    judged,
    listing: transfer.regimeId === "right-to-bid" && can(scope.actor, "asset-transfer.move", judged) ? await getListingOnDesk(transfer.id) : null,
    judges,
    parts,
    stoodAside,
    timeProposals: reads ? await listTimeProposals(transfer.id) : [],
    questions,
    notices: await listNotices(transfer.id),
    byLetter: await countToTellByLetter(transfer.id),
    identityChecked: check ? { way: check.way, by: check.name || check.email, at: check.at } : null,
    sheetsIn: sheets.length,
    sheets: sheets
      .filter(({ scorerId }) => reads && (sheets.length === 2 || scorerId === scope.actor.personId))
      .map(({ scorerId, scores, why, name, email }) => ({ scorer: name || email, own: scorerId === scope.actor.personId, scores, why })),
    repeatOf,
  };
}

const nameOf = sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})`;

async function listParts(transferId: string): Promise<readonly PartInView[]> {
  return database()
    .select({ id: assetTransferParts.id, personId: people.id, name: nameOf, part: assetTransferParts.part, givenAt: assetTransferParts.givenAt })
    .from(assetTransferParts)
    .innerJoin(people, eq(people.id, assetTransferParts.personId))
    .where(and(eq(assetTransferParts.transferId, transferId), isNull(assetTransferParts.endedAt)))
    .orderBy(asc(assetTransferParts.part), asc(assetTransferParts.givenAt));
}

/** Officers of the council who hold a role for one of the parts, by name. For those who ask them. */
export async function listOfficersToAsk(scope: ActorScope, judged: TransferToJudge): Promise<readonly { readonly personId: string; readonly name: string; readonly roles: readonly Role[] }[]> {
  authorise(scope, "asset-transfer.give-part", judged);
  return database()
    .select({ personId: people.id, name: nameOf, roles: sql<Role[]>`array_agg(${memberships.role}::text order by ${memberships.role})` })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.councilId, scope.council.id), inArray(memberships.role, ["engagement-officer", "approver", "service-reviewer", "council-admin"])))
    .groupBy(people.id)
    .orderBy(sql`lower(${nameOf})`);
}

async function findRepeat(scope: AnyScope, transfer: TransferRecord): Promise<DeskTransfer["repeatOf"]> {
  const reached = (stage: TransferStage) => transfer.stages.find((each) => each.stage === stage)?.reachedOn;
  const madeOn = reached("validated") ?? reached("request");
  if (transfer.regimeId !== "scottish-request" || transfer.assetSlug === null || madeOn === undefined) return null;
  const earlier = await database()
    .select({
      slug: assetTransfers.slug,
      // Made on the day it was complete; one that was refused before that, on the day it came in.
      madeOn: sql<string>`coalesce(min(${assetTransferStages.reachedOn}) filter (where ${assetTransferStages.stage} = 'validated'), min(${assetTransferStages.reachedOn}))::text`,
    })
    .from(assetTransfers)
    .innerJoin(assets, and(eq(assets.id, assetTransfers.assetId), eq(assets.slug, transfer.assetSlug)))
    .innerJoin(assetTransferStages, eq(assetTransferStages.transferId, assetTransfers.id))
    .leftJoin(assetTransferDecisions, eq(assetTransferDecisions.transferId, assetTransfers.id))
    .leftJoin(assetTransferReviewDecisions, eq(assetTransferReviewDecisions.transferId, assetTransfers.id))
    .where(
      and(
        eq(assetTransfers.councilId, scope.council.id),
        eq(assetTransfers.interest, transfer.interest),
        eq(assetTransfers.stage, "declined"),
        or(eq(assetTransferDecisions.outcome, "refused"), eq(assetTransferReviewDecisions.result, "refused")),
      ),
    )
    .groupBy(assetTransfers.slug);
  return earlier.find((each) => each.slug !== transfer.slug && mayDeclineRepeat(each.madeOn, madeOn)) ?? null;
}

/** A paper of an application with its bytes, where whoever asks may read it: everybody what is published, the organisation its own, officers who were asked to work on it all. 404 for one that waits for the scanner or was refused. */
export async function findDocument(scope: AnyScope, slug: string, id: string) {
  const transfer = await getTransfer(scope, slug);
  const [row] = !isUuid(id) ? [] : await database().select().from(assetTransferDocuments).where(and(eq(assetTransferDocuments.transferId, transfer.id), eq(assetTransferDocuments.id, id), eq(assetTransferDocuments.scan, "clean")));
  const document = found(row, "document");
  const reader = scope.kind === "actor" && (scope.actor.personId === transfer.applicantId || can(scope.actor, "asset-transfer.read", await toJudge(database(), transfer)));
  if ((!isPublished(document.kind) || transfer.sight !== "shown") && !reader) throw new AccessError("not-found", "document");
  return document;
}

/** A review of the decision and what followed; civil days, `2026-10-18`. */
export interface ReviewInView {
  readonly ground: ReviewGround;
  readonly askedOn: string;
  readonly procedure: ReviewProcedure;
  /** Empty for everybody before the council acknowledged it; of a listing always, as they are its owner's. */
  readonly reasons: string;
  readonly writtenIn: Locale;
  readonly acknowledgedAt: Date | null;
  /** Hearings and visits held within it, in order. Who took part is empty for everybody. */
  readonly hearings: readonly { readonly kind: ReviewProcedure; readonly heldOn: string; readonly place: string; readonly who: string; readonly note: BilingualText }[];
  readonly decision: { readonly outcome: ReviewOutcome; readonly result: "agreed" | "refused"; readonly decidedOn: string; readonly body: string; readonly reasons: BilingualText } | null;
  readonly appeal: { readonly appealedOn: string; readonly reference: string; readonly ended: { readonly outcome: AppealOutcome; readonly decidedOn: string; readonly summary: BilingualText } | null } | null;
}

/** Reviews of decisions on these applications, by application. */
async function listReviews(transferIds: readonly string[], reader: Reader): Promise<ReadonlyMap<string, ReviewInView>> {
  if (transferIds.length === 0) return new Map();
  const rows = await database()
    .select({ review: assetTransferReviews, decision: assetTransferReviewDecisions, appeal: assetTransferAppeals, ended: assetTransferAppealOutcomes })
    .from(assetTransferReviews)
    .leftJoin(assetTransferReviewDecisions, eq(assetTransferReviewDecisions.transferId, assetTransferReviews.transferId))
    .leftJoin(assetTransferAppeals, eq(assetTransferAppeals.transferId, assetTransferReviews.transferId))
    .leftJoin(assetTransferAppealOutcomes, eq(assetTransferAppealOutcomes.transferId, assetTransferReviews.transferId))
    .where(inArray(assetTransferReviews.transferId, [...transferIds]));
  const reads = (ground: ReviewGround): boolean => (ground === "listed" ? reader === "owner" : reader !== "everybody");
  const hearings = await database().select().from(assetTransferHearings).where(inArray(assetTransferHearings.transferId, [...transferIds])).orderBy(asc(assetTransferHearings.heldOn));
  return new Map(
    rows.map(({ review, decision, appeal, ended }) => [
      review.transferId,
      {
        ground: review.ground,
        askedOn: review.askedOn,
        procedure: review.procedure,
        reasons: reads(review.ground) || (review.ground !== "listed" && review.acknowledgedAt !== null) ? review.reasons : "",
        writtenIn: review.writtenIn,
        acknowledgedAt: review.acknowledgedAt,
        hearings: hearings.filter(({ transferId }) => transferId === review.transferId).map(({ kind, heldOn, place, who, noteEn, noteCy }) => ({ kind, heldOn, place, who: reads(review.ground) ? who : "", note: bilingual(noteEn, noteCy) })),
        decision: decision ? { outcome: decision.outcome, result: decision.result, decidedOn: decision.decidedOn, body: decision.body, reasons: bilingual(decision.reasonsEn, decision.reasonsCy) } : null,
        appeal: appeal ? { appealedOn: appeal.appealedOn, reference: appeal.reference, ended: ended ? { outcome: ended.outcome, decidedOn: ended.decidedOn, summary: bilingual(ended.summaryEn, ended.summaryCy) } : null } : null,
      },
    ]),
  );
}

/** What came of a decision: of one that was agreed a review can be asked about until the keys are handed over. */
function aftermathOf(reached: Partial<Record<TransferStage, string>>, decidedOn: string | null, review: ReviewInView | null, agreedUntil: string | null, listing: ListingNotice | null): Aftermath {
  return { agreedUntil, listing, decidedOn: reached.completion === undefined ? decidedOn : null, review: review ? { askedOn: review.askedOn, decidedOn: review.decision?.decidedOn ?? null, appealed: review.appeal !== null } : null };
}

export interface TransferLine {
  readonly transfer: TransferInView;
  readonly stages: readonly StageReached[];
  /** The last day for the decision that both sides agreed on. */
  readonly agreedUntil: string | null;
  readonly review: ReviewInView | null;
  readonly listingNotice: ListingNotice | null;
}

/** Every application with the days of its stages: what is published as open data, and what the tracker shows. */
export const listTransferLines = (scope: AnyScope): Promise<readonly TransferLine[]> => readLines(scope, null);

/** The same for an officer, with the words that they may read before everybody does. */
export function listTransferLinesForOfficers(scope: ActorScope): Promise<readonly TransferLine[]> {
  authorise(scope, "asset-transfer.list", null);
  return readLines(scope, scope);
}

async function readLines(scope: AnyScope, officer: ActorScope | null): Promise<readonly TransferLine[]> {
  const transfers = await listTransfers(scope, officer);
  if (transfers.length === 0) return [];
  const stages = await database()
    .select({ transferId: assetTransferStages.transferId, stage: assetTransferStages.stage, reachedOn: assetTransferStages.reachedOn, noteEn: assetTransferStages.noteEn, noteCy: assetTransferStages.noteCy })
    .from(assetTransferStages)
    .where(inArray(assetTransferStages.transferId, transfers.map(({ id }) => id)))
    .orderBy(asc(assetTransferStages.reachedOn), asc(assetTransferStages.recordedAt));
  const reviews = await listReviews(transfers.map(({ id }) => id), "everybody");
  const agreed = await listAgreedDays(transfers.map(({ id }) => id));
  const notices = await listListingNotices(transfers.flatMap(({ id, regimeId }) => (regimeId === "right-to-bid" ? [id] : [])));
  return transfers.map((transfer) => ({ transfer, listingNotice: notices.get(transfer.id) ?? null, agreedUntil: agreed.get(transfer.id) ?? null, review: reviews.get(transfer.id) ?? null, stages: stages.filter(({ transferId }) => transferId === transfer.id).map(({ stage, reachedOn, noteEn, noteCy }) => ({ stage, reachedOn, note: bilingual(noteEn, noteCy) })) }));
}

/** The periods of an application of the list. One of a decision runs from the day it was declined or went on to heads of terms. */
export function clocksOfLine({ transfer, stages, agreedUntil, review, listingNotice }: TransferLine): readonly Clock[] {
  const reached = Object.fromEntries(stages.map(({ stage, reachedOn }) => [stage, reachedOn]));
  return clocksOf(transfer.regimeId, reached, aftermathOf(reached, reached["declined"] ?? reached["heads-of-terms"] ?? null, review, agreedUntil, listingNotice));
}

/** What policy asks of an application. */
export async function toJudge(tx: Executor, { id, applicantId }: { readonly id: string; readonly applicantId: string | null }): Promise<TransferToJudge> {
  const parts = await tx
    .select({ personId: assetTransferParts.personId, part: assetTransferParts.part })
    .from(assetTransferParts)
    .where(and(eq(assetTransferParts.transferId, id), isNull(assetTransferParts.endedAt)));
  return { applicantId, ownerId: await findOwner(id, tx), parts };
}

/** Who has judged an application, and what those asked to judge it declared. */
export async function judgesOf(tx: Executor, transferId: string): Promise<Judges> {
  const sheets = await tx.select({ by: assetTransferSheets.scorerId }).from(assetTransferSheets).where(eq(assetTransferSheets.transferId, transferId)).orderBy(asc(assetTransferSheets.seat));
  const [settled] = await tx.select({ by: assetTransferModerations.moderatorId }).from(assetTransferModerations).where(eq(assetTransferModerations.transferId, transferId));
  const [decided] = await tx.select({ by: assetTransferDecisions.decidedBy }).from(assetTransferDecisions).where(eq(assetTransferDecisions.transferId, transferId));
  const [reviewed] = await tx.select({ by: assetTransferReviewDecisions.notedBy }).from(assetTransferReviewDecisions).where(eq(assetTransferReviewDecisions.transferId, transferId));
  const listed = await tx.execute<{ person_id: string }>(sql`select person_id from listing_deciders(${transferId})`);
  const owners = await listOwners(transferId, tx);
  const said = await tx
    .select({ personId: assetTransferInterests.personId, interested: assetTransferInterests.interested })
    .from(assetTransferInterests)
    .where(eq(assetTransferInterests.transferId, transferId))
    .orderBy(asc(assetTransferInterests.declaredAt), asc(assetTransferInterests.id));
  return { scorers: sheets.map(({ by }) => by), settledBy: settled?.by ?? null, decidedBy: decided?.by ?? null, reviewedBy: reviewed?.by ?? null, listedBy: [...listed].map(({ person_id: personId }) => personId), interested: Object.fromEntries([...said.map(({ personId, interested }) => [personId, interested] as const), ...owners.map((personId) => [personId, true] as const)]) };
}

/** How many consultations and votes, or what came out of them, are tied to an application by the golden thread. */
export async function countEngagementsTiedTo(scope: AnyScope, id: string, executor: Executor = database()): Promise<number> {
  const [row] = await executor
    .select({ count: count() })
    .from(threadLinks)
    .where(and(eq(threadLinks.councilId, scope.council.id), eq(threadLinks.toKind, "asset-transfer"), eq(threadLinks.toId, id), isNull(threadLinks.takenBackAt)));
  return row?.count ?? 0;
}
