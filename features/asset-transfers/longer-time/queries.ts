import { and, asc, eq, inArray } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { assetTransferTimeAnswers, assetTransferTimeProposals } from "#db/schema/asset-transfers/longer-time.ts";
import type { TimeAnswer, TimeSide } from "#domain/asset-transfers/longer-time.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";

/** A longer time to decide that one side proposed, and what came of it. */
export interface TimeProposal {
  readonly id: string;
  readonly side: TimeSide;
  readonly until: CivilDay;
  readonly why: string;
  readonly proposedOn: CivilDay;
  readonly answer: { readonly answer: TimeAnswer; readonly letter: string; readonly on: CivilDay } | null;
}

/** Every proposal about an application, the oldest first. For the council and the organisation. */
export async function listTimeProposals(transferId: string, executor: Executor = database()): Promise<readonly TimeProposal[]> {
  const rows = await executor
    .select({ proposal: assetTransferTimeProposals, answer: assetTransferTimeAnswers })
    .from(assetTransferTimeProposals)
    .leftJoin(assetTransferTimeAnswers, eq(assetTransferTimeAnswers.proposalId, assetTransferTimeProposals.id))
    .where(eq(assetTransferTimeProposals.transferId, transferId))
    .orderBy(asc(assetTransferTimeProposals.proposedAt));
  return rows.map(({ proposal: { id, side, until, why, proposedAt }, answer }) => ({
    id,
    side,
    until,
    why,
    proposedOn: londonDay(proposedAt),
    answer: answer ? { answer: answer.answer, letter: answer.letter, on: londonDay(answer.answeredAt) } : null,
  }));
}

/** That both sides agreed on a last day for the decision, and when. */
export interface TimeAgreed {
  readonly until: CivilDay;
  readonly on: CivilDay;
}

/** What both sides agreed on, the last agreement last. */
export const timesAgreed = (proposals: readonly TimeProposal[]): readonly TimeAgreed[] => proposals.flatMap(({ until, answer }) => (answer?.answer === "accepted" ? [{ until, on: answer.on }] : []));

/** The last day that was agreed on; null where none was. */
export const agreedUntilOf = (proposals: readonly TimeProposal[]): CivilDay | null => timesAgreed(proposals).at(-1)?.until ?? null;

/** The last day that was agreed on for each of these applications. */
export async function listAgreedDays(transferIds: readonly string[]): Promise<ReadonlyMap<string, CivilDay>> {
  if (transferIds.length === 0) return new Map();
  const rows = await database()
    .select({ transferId: assetTransferTimeProposals.transferId, until: assetTransferTimeProposals.until })
    .from(assetTransferTimeProposals)
    .innerJoin(assetTransferTimeAnswers, eq(assetTransferTimeAnswers.proposalId, assetTransferTimeProposals.id))
    .where(and(inArray(assetTransferTimeProposals.transferId, [...transferIds]), eq(assetTransferTimeAnswers.answer, "accepted")))
    .orderBy(asc(assetTransferTimeProposals.until));
  return new Map(rows.map(({ transferId, until }) => [transferId, until]));
}
