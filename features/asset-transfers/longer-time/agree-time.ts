import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetTransferTimeAnswers, assetTransferTimeProposals } from "#db/schema/asset-transfers/longer-time.ts";
import { assetTransferReviewDecisions, assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { answersOpenTo, judgeLongerTime, otherSideOf, type LongerTimeFault, type TimeAnswer, type TimeSide, type TimeToDecide } from "#domain/asset-transfers/longer-time.ts";
import { isOver } from "#domain/asset-transfers/transfer.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockListingOfOwner } from "../listing/claim-listing.ts";
import { findOwner } from "../listing/queries.ts";
import { tellOwner } from "../listing/tell-owner.ts";
import { lockOwnTransfer, lockTransfer, type TransferRow } from "../load-transfer.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";
import { reviewableOf } from "../reviewing/reviewable.ts";
import { listTimeProposals } from "./queries.ts";

/** What is known of an application for judging whether its time to decide may be made longer. */
async function timeOf(tx: Transaction, row: TransferRow): Promise<TimeToDecide> {
  const { decision, validatedOn, agreedUntil } = await reviewableOf(tx, row);
  const [review] = await tx
    .select({ askedOn: assetTransferReviews.askedOn, decidedOn: assetTransferReviewDecisions.decidedOn })
    .from(assetTransferReviews)
    .leftJoin(assetTransferReviewDecisions, eq(assetTransferReviewDecisions.transferId, assetTransferReviews.transferId))
    .where(eq(assetTransferReviews.transferId, row.id));
  if (row.regime === "right-to-bid") return { regimeId: row.regime, validatedOn, agreedUntil, decided: review?.decidedOn != null, listingReviewOn: review?.askedOn ?? null };
  return { regimeId: row.regime, validatedOn, agreedUntil, decided: decision !== null || review !== undefined || isOver(row.stage), listingReviewOn: null };
}

export interface TimeToPropose {
  readonly once: string;
  readonly until: CivilDay;
  readonly why: string;
}

export type ProposeTimeFault = LongerTimeFault | "proposal-waits";

/** An officer proposes a longer time to decide, or to review a listing; the organisation, or the owner, is written to. Sent twice it is one proposal. */
export function proposeTime(scope: ActorScope, slug: string, proposal: TimeToPropose): Promise<Result<void, ProposeTimeFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    return propose(tx, scope, row, { ...proposal, side: "council" });
  });
}

/** The organisation proposes a longer time to decide. */
export function proposeOwnTime(scope: MemberScope, slug: string, proposal: TimeToPropose): Promise<Result<void, ProposeTimeFault>> {
  return inTransaction(async (tx) => propose(tx, scope, await lockOwnTransfer(tx, scope, slug), { ...proposal, side: "organisation" }));
}

/** The owner of listed land proposes a longer time to review the listing. */
export function proposeListingTime(scope: MemberScope, slug: string, proposal: TimeToPropose): Promise<Result<void, ProposeTimeFault>> {
  return inTransaction(async (tx) => propose(tx, scope, await lockListingOfOwner(tx, scope, slug), { ...proposal, side: "owner" }));
}

async function propose(tx: Transaction, scope: MemberScope, row: TransferRow, { once: id, until, why, side }: TimeToPropose & { readonly side: TimeSide }): Promise<Result<void, ProposeTimeFault>> {
  if (side !== "council" && side !== otherSideOf(row.regime)) return err("no-longer-time");
  const proposals = await listTimeProposals(row.id, tx);
  if (proposals.some((each) => each.id === id)) return ok();
  if (proposals.some(({ answer }) => answer === null)) return err("proposal-waits");
  const judged = judgeLongerTime(await timeOf(tx, row), until, londonDay(now()));
  if (!judged.ok) return judged;
  await tx.insert(assetTransferTimeProposals).values({ id, transferId: row.id, side, until, why, proposedAt: now() });
  await record(tx, scope, { act: "asset-transfer.time-proposed", thing: { kind: "asset-transfer", id: row.id }, detail: { side, until } });
  await tellOtherSide(tx, scope, row, "proposed");
  return ok();
}

export interface AnswerToTime {
  readonly proposalId: string;
  readonly answer: TimeAnswer;
  /** Where the answer of an organisation or owner that writes on paper is found. */
  readonly letter: string;
}

export type AnswerTimeFault = LongerTimeFault | "form-expired" | "not-yours-to-answer" | "time-answered" | "letter-missing";

/** An officer answers what the other side proposed, takes their own proposal back, or notes what an organisation or owner that writes on paper wrote. */
export function answerTime(scope: ActorScope, slug: string, answer: AnswerToTime): Promise<Result<void, AnswerTimeFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    const onPaper = row.regime === "right-to-bid" ? (await findOwner(row.id, tx)) === null : row.applicantId === null;
    return keepAnswer(tx, scope, row, answer, onPaper ? ["council", otherSideOf(row.regime)] : ["council"]);
  });
}

/** The organisation answers what the council proposed, or takes its own proposal back. */
export function answerOwnTime(scope: MemberScope, slug: string, answer: AnswerToTime): Promise<Result<void, AnswerTimeFault>> {
  return inTransaction(async (tx) => keepAnswer(tx, scope, await lockOwnTransfer(tx, scope, slug), { ...answer, letter: "" }, ["organisation"]));
}

/** The owner of listed land answers what the council proposed, or takes their own proposal back. */
export function answerListingTime(scope: MemberScope, slug: string, answer: AnswerToTime): Promise<Result<void, AnswerTimeFault>> {
  return inTransaction(async (tx) => keepAnswer(tx, scope, await lockListingOfOwner(tx, scope, slug), { ...answer, letter: "" }, ["owner"]));
}

async function tellOtherSide(tx: Transaction, scope: MemberScope, row: TransferRow, time: "proposed" | TimeAnswer): Promise<void> {
  return row.regime === "right-to-bid" ? tellOwner(tx, scope, row, { time }) : tellApplicant(tx, scope, row, { time });
}

async function keepAnswer(tx: Transaction, scope: MemberScope, row: TransferRow, { proposalId, answer, letter }: AnswerToTime, sides: readonly TimeSide[]): Promise<Result<void, AnswerTimeFault>> {
  const proposal = (await listTimeProposals(row.id, tx)).find(({ id }) => id === proposalId);
  if (!proposal) return err("form-expired");
  const side = sides.find((each) => (each === "council" || each === otherSideOf(row.regime)) && answersOpenTo(each, proposal.side).includes(answer));
  if (side === undefined) return err("not-yours-to-answer");
  if (proposal.answer !== null) return proposal.answer.answer === answer ? ok() : err("time-answered");
  // For the other side an officer answers only where it wrote on paper.
  const onPaper = side !== "council" && sides.includes("council");
  if (onPaper && letter === "") return err("letter-missing");
  if (answer === "accepted") {
    const judged = judgeLongerTime(await timeOf(tx, row), proposal.until, londonDay(now()));
    if (!judged.ok) return judged;
  }
  await tx.insert(assetTransferTimeAnswers).values({ proposalId, answer, side, answeredAt: now(), ...(onPaper ? { letter, notedBy: scope.actor.personId } : {}) });
  await record(tx, scope, { act: "asset-transfer.time-answered", thing: { kind: "asset-transfer", id: row.id }, detail: { answer, side } });
  await tellOtherSide(tx, scope, row, answer);
  await renewPages(tx, scope.council.slug);
  return ok();
}
