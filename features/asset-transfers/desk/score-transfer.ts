import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransferModerations, assetTransferSheets } from "#db/schema/asset-transfers/decisions.ts";
import type { InterestFault, PartTaken } from "#domain/asset-transfers/part.ts";
import { judgeModeration, type Scores } from "#domain/asset-transfers/scoring.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer, mayJudge } from "#features/asset-transfers/load-transfer.ts";

export type ScoreFault = "not-in-assessment" | "already-scored" | "both-scored" | PartTaken | InterestFault;

/** A scorer gives their points, without having seen another's. The third is refused: there are two seats. */
export function scoreTransfer(scope: ActorScope, slug: string, { scores, why }: { readonly scores: Scores; readonly why: string }): Promise<Result<void, ScoreFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const may = await mayJudge(tx, scope, row, "score");
    if (!may.ok) return may;
    const { scorers } = may.value;
    if (row.stage !== "assessment") return err("not-in-assessment");
    if (scorers.includes(scope.actor.personId)) return err("already-scored");
    if (scorers.length >= 2) return err("both-scored");
    await tx.insert(assetTransferSheets).values({ transferId: row.id, seat: scorers.length + 1, scorerId: scope.actor.personId, scores, why, sentAt: now() });
    await record(tx, scope, { act: "asset-transfer.scored", thing: { kind: "asset-transfer", id: row.id } });
    return ok();
  });
}

/** A third person settles what two gave; the settled points are public. */
export function moderateTransfer(scope: ActorScope, slug: string, { scores, why }: { readonly scores: Scores; readonly why: BilingualText }): Promise<Result<void, Fault | readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const may = await mayJudge(tx, scope, row, "settle");
    if (!may.ok) return err({ field: "", code: may.error });
    const [one, other] = await tx.select({ scores: assetTransferSheets.scores }).from(assetTransferSheets).where(eq(assetTransferSheets.transferId, row.id)).orderBy(assetTransferSheets.seat);
    if (!one || !other) return err({ field: "", code: "scores-missing" });
    const judged = judgeModeration(one.scores, other.scores, scores);
    if (!judged.ok) return err(judged.error.map((criterion) => ({ field: criterion, code: "outside-both", params: { low: Math.min(one.scores[criterion], other.scores[criterion]), high: Math.max(one.scores[criterion], other.scores[criterion]) } })));
    const [kept] = await tx.insert(assetTransferModerations).values({ transferId: row.id, moderatorId: scope.actor.personId, scores, whyEn: why.en, whyCy: why.cy, moderatedAt: now() }).onConflictDoNothing().returning();
    if (!kept) return err({ field: "", code: "already-moderated" });
    await record(tx, scope, { act: "asset-transfer.moderated", thing: { kind: "asset-transfer", id: row.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
