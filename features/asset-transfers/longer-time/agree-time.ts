import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetTransferTimeAnswers, assetTransferTimeProposals } from "#db/schema/asset-transfers/longer-time.ts";
import { assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { answersOpenTo, judgeLongerTime, type LongerTimeFault, type TimeAnswer, type TimeSide, type TimeToDecide } from "#domain/asset-transfers/longer-time.ts";
import { isOver } from "#domain/asset-transfers/transfer.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockOwnTransfer, lockTransfer, type TransferRow } from "../load-transfer.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";
import { reviewableOf } from "../reviewing/reviewable.ts";
import { listTimeProposals } from "./queries.ts";

/** What is known of an application for judging whether its time to decide may be made longer. */
async function timeOf(tx: Transaction, row: TransferRow): Promise<TimeToDecide> {
  const { decision, validatedOn, agreedUntil } = await reviewableOf(tx, row);
  const reviews = await tx.select({ id: assetTransferReviews.transferId }).from(assetTransferReviews).where(eq(assetTransferReviews.transferId, row.id));
  return { regimeId: row.regime, validatedOn, agreedUntil, decided: decision !== null || reviews.length > 0 || isOver(row.stage) };
}

export interface TimeToPropose {
  readonly once: string;
  readonly until: CivilDay;
  readonly why: string;
}

export type ProposeTimeFault = LongerTimeFault | "proposal-waits";

/** An officer proposes a longer time to decide; the organisation is written to. Sent twice it is one proposal. */
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

async function propose(tx: Transaction, scope: MemberScope, row: TransferRow, { once: id, until, why, side }: TimeToPropose & { readonly side: TimeSide }): Promise<Result<void, ProposeTimeFault>> {
  const proposals = await listTimeProposals(row.id, tx);
  if (proposals.some((each) => each.id === id)) return ok();
  if (proposals.some(({ answer }) => answer === null)) return err("proposal-waits");
  const judged = judgeLongerTime(await timeOf(tx, row), until, londonDay(now()));
  if (!judged.ok) return judged;
  await tx.insert(assetTransferTimeProposals).values({ id, transferId: row.id, side, until, why, proposedAt: now() });
  await record(tx, scope, { act: "asset-transfer.time-proposed", thing: { kind: "asset-transfer", id: row.id }, detail: { side, until } });
  await tellApplicant(tx, scope, row, { time: "proposed" });
  return ok();
}

export interface AnswerToTime {
  readonly proposalId: string;
  readonly answer: TimeAnswer;
  /** Where the answer of an organisation that applied on paper is found. */
  readonly letter: string;
}

export type AnswerTimeFault = LongerTimeFault | "form-expired" | "not-yours-to-answer" | "time-answered" | "letter-missing";

/** An officer answers what the organisation proposed, takes their own proposal back, or notes what an organisation that applied on paper wrote. */
export function answerTime(scope: ActorScope, slug: string, answer: AnswerToTime): Promise<Result<void, AnswerTimeFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    return keepAnswer(tx, scope, row, answer, row.applicantId === null ? ["council", "organisation"] : ["council"]);
  });
}

/** The organisation answers what the council proposed, or takes its own proposal back. */
export function answerOwnTime(scope: MemberScope, slug: string, answer: AnswerToTime): Promise<Result<void, AnswerTimeFault>> {
  return inTransaction(async (tx) => keepAnswer(tx, scope, await lockOwnTransfer(tx, scope, slug), { ...answer, letter: "" }, ["organisation"]));
}

async function keepAnswer(tx: Transaction, scope: MemberScope, row: TransferRow, { proposalId, answer, letter }: AnswerToTime, sides: readonly TimeSide[]): Promise<Result<void, AnswerTimeFault>> {
  const proposal = (await listTimeProposals(row.id, tx)).find(({ id }) => id === proposalId);
  if (!proposal) return err("form-expired");
  const side = sides.find((each) => answersOpenTo(each, proposal.side).includes(answer));
  if (side === undefined) return err("not-yours-to-answer");
  if (proposal.answer !== null) return proposal.answer.answer === answer ? ok() : err("time-answered");
  const onPaper = side === "organisation" && row.applicantId === null;
  if (onPaper && letter === "") return err("letter-missing");
  if (answer === "accepted") {
    const judged = judgeLongerTime(await timeOf(tx, row), proposal.until, londonDay(now()));
    if (!judged.ok) return judged;
  }
  await tx.insert(assetTransferTimeAnswers).values({ proposalId, answer, side, answeredAt: now(), ...(onPaper ? { letter, notedBy: scope.actor.personId } : {}) });
  await record(tx, scope, { act: "asset-transfer.time-answered", thing: { kind: "asset-transfer", id: row.id }, detail: { answer, side } });
  await tellApplicant(tx, scope, row, { time: answer });
  await renewPages(tx, scope.council.slug);
  return ok();
}
