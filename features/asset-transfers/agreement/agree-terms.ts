import { and, desc, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransferAgreements, assetTransferReturnLooks, assetTransferReturns, assetTransferTerms } from "#db/schema/asset-transfers/decisions.ts";
import { assetTransferStages } from "#db/schema/asset-transfers/transfers.ts";
import { judgeReturnYear, type PromisedBenefit, type ReturnFault } from "#domain/asset-transfers/terms.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockOwnTransfer, lockTransfer } from "../load-transfer.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";

/** An officer puts heads of terms to the organisation; a further version takes the place of the one before, which stays. */
export function putTerms(scope: ActorScope, slug: string, { text, benefits }: { readonly text: BilingualText; readonly benefits: readonly PromisedBenefit[] }): Promise<Result<void, "not-agreed-yet">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (row.stage !== "heads-of-terms") return err("not-agreed-yet");
    const [newest] = await tx.select().from(assetTransferTerms).where(eq(assetTransferTerms.transferId, row.id)).orderBy(desc(assetTransferTerms.version)).limit(1);
    if (newest && newest.textEn === text.en && newest.textCy === text.cy && JSON.stringify(newest.benefits) === JSON.stringify(benefits)) return ok();
    await tx.insert(assetTransferTerms).values({ transferId: row.id, version: (newest?.version ?? 0) + 1, textEn: text.en, textCy: text.cy, benefits, putAt: now() });
    await record(tx, scope, { act: "asset-transfer.terms-put", thing: { kind: "asset-transfer", id: row.id } });
    await tellApplicant(tx, scope, row, "terms");
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** The organisation agrees to the version it read; where a newer one was put meanwhile it is asked to read that first. */
export function agreeTerms(scope: MemberScope, slug: string, { version, signedAs }: { readonly version: number; readonly signedAs: string }): Promise<Result<void, "terms-changed">> {
  return inTransaction(async (tx) => {
    const row = await lockOwnTransfer(tx, scope, slug);
    const [newest] = await tx.select({ version: assetTransferTerms.version }).from(assetTransferTerms).where(eq(assetTransferTerms.transferId, row.id)).orderBy(desc(assetTransferTerms.version)).limit(1);
    if (newest?.version !== version) return err("terms-changed");
    const [kept] = await tx.insert(assetTransferAgreements).values({ transferId: row.id, version, signedAs, agreedAt: now() }).onConflictDoNothing().returning();
    if (kept) await record(tx, scope, { act: "asset-transfer.terms-agreed", thing: { kind: "asset-transfer", id: row.id }, detail: { version } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

export type SendReturnFault = ReturnFault | "not-in-monitoring" | "year-sent" | "benefits-count";

/** The organisation tells what came of it in a year; everybody reads it once an officer has looked. One that was sent back is sent again. */
export function sendReturn(scope: MemberScope, slug: string, { year, story, reached }: { readonly year: number; readonly story: string; readonly reached: readonly number[] }): Promise<Result<void, SendReturnFault>> {
  return inTransaction(async (tx) => {
    const row = await lockOwnTransfer(tx, scope, slug);
    if (row.stage !== "monitoring") return err("not-in-monitoring");
    const stages = await tx.select({ stage: assetTransferStages.stage, reachedOn: assetTransferStages.reachedOn }).from(assetTransferStages).where(eq(assetTransferStages.transferId, row.id));
    const completedOn = stages.find(({ stage }) => stage === "completion")?.reachedOn ?? londonDay(now());
    const wrong = judgeReturnYear(year, completedOn, londonDay(now()));
    if (wrong !== null) return err(wrong);
    const [terms] = await tx.select({ benefits: assetTransferTerms.benefits }).from(assetTransferTerms).where(eq(assetTransferTerms.transferId, row.id)).orderBy(desc(assetTransferTerms.version)).limit(1);
    if ((terms?.benefits.length ?? 0) !== reached.length) return err("benefits-count");
    const [newest] = await tx
      .select({ version: assetTransferReturns.version, act: assetTransferReturnLooks.act })
      .from(assetTransferReturns)
      .leftJoin(assetTransferReturnLooks, and(eq(assetTransferReturnLooks.transferId, assetTransferReturns.transferId), eq(assetTransferReturnLooks.year, assetTransferReturns.year), eq(assetTransferReturnLooks.version, assetTransferReturns.version)))
      .where(and(eq(assetTransferReturns.transferId, row.id), eq(assetTransferReturns.year, year)))
      .orderBy(desc(assetTransferReturns.version))
      .limit(1);
    if (newest && newest.act !== "sent-back") return err("year-sent");
    await tx.insert(assetTransferReturns).values({ transferId: row.id, year, version: (newest?.version ?? 0) + 1, story, reached, sentAt: now() });
    await record(tx, scope, { act: "asset-transfer.return-sent", thing: { kind: "asset-transfer", id: row.id }, detail: { year } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
