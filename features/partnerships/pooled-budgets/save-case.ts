import { and, eq, inArray } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { poolCaseLines, poolCases, poolCaseShares, poolSignOffs } from "#db/schema/partnerships/pooled-budgets.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeShares } from "#domain/partnerships/pooled-budget.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listOfficersOf } from "#features/partnerships/partners/change-partner-officers.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { currentVersion } from "#platform/kept-versions.ts";
import { renewPages } from "#platform/renewal.ts";
import type { WrittenCase } from "./input.ts";
import { lockPool } from "./save-pool.ts";

/** Writes a business case, new or changed. Its shares make exactly 100 %, here and in the database; a change is a new version, kept by the database, and is signed anew. */
export async function saveCase(scope: ActorScope, slug: string, { once: id, title, summary, shares, lines }: WrittenCase): Promise<Result<void, Fault>> {
  authorise(scope, "pool.edit", null);
  const [first] = shares;
  const beside = first ? `share-${first.partnerId}` : "";
  const whole = judgeShares(shares);
  if (!whole.ok) return err({ field: beside, code: whole.error.code, params: { sum: whole.error.sum / 100 } });
  return inTransaction(async (tx) => {
    const pool = await lockPool(tx, scope, slug);
    const bodies = [...new Set([...shares, ...lines].map(({ partnerId }) => partnerId))];
    const known = await tx.select({ id: partners.id }).from(partners).where(and(eq(partners.councilId, scope.council.id), inArray(partners.id, bodies)));
    if (known.length !== bodies.length) return err({ field: beside, code: "choose-one" });
    const words = { titleEn: title.en, titleCy: title.cy, summaryEn: summary.en, summaryCy: summary.cy };
    const [there] = await tx.select().from(poolCases).where(eq(poolCases.id, id)).for("update");
    if (there && there.poolId !== pool.id) return err({ field: "", code: "form-expired" });
    if (there) await tx.update(poolCases).set(words).where(eq(poolCases.id, id));
    else await tx.insert(poolCases).values({ id, councilId: scope.council.id, poolId: pool.id, ...words });
    await tx.delete(poolCaseLines).where(eq(poolCaseLines.caseId, id));
    await tx.delete(poolCaseShares).where(eq(poolCaseShares.caseId, id));
    await tx.insert(poolCaseShares).values(shares.map((share) => ({ caseId: id, ...share })));
    if (lines.length > 0) await tx.insert(poolCaseLines).values(lines.map((each) => ({ caseId: id, ...each })));
    await record(tx, scope, { act: "pool.case-written", thing: { kind: "pool", id: pool.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** A body signs the version of a case that was read; where it has changed meanwhile it is read first. Signed twice it is signed once. */
export async function signCase(scope: ActorScope, slug: string, { caseId, partnerId, version, signedAs }: { readonly caseId: string; readonly partnerId: string; readonly version: number; readonly signedAs: string }): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const pool = await lockPool(tx, scope, slug);
    authorise(scope, "pool.sign", { partnerOfficers: await listOfficersOf(tx, scope.council.id, [partnerId]) });
    const [row] = await tx.select({ id: poolCases.id }).from(poolCases).where(and(eq(poolCases.id, caseId), eq(poolCases.poolId, pool.id)));
    found(row, "business case");
    const current = (await currentVersion(caseId, tx))?.number ?? 0;
    if (current !== version) return err({ field: "", code: "case-changed", params: { read: version, current } });
    const [body] = await tx.select({ id: poolCaseShares.partnerId }).from(poolCaseShares).where(and(eq(poolCaseShares.caseId, caseId), eq(poolCaseShares.partnerId, partnerId)));
    const [investor] = await tx.select({ id: poolCaseLines.partnerId }).from(poolCaseLines).where(and(eq(poolCaseLines.caseId, caseId), eq(poolCaseLines.partnerId, partnerId))).limit(1);
    if (!body && !investor) return err({ field: "partnerId", code: "not-in-case" });
    const [kept] = await tx.insert(poolSignOffs).values({ caseId, partnerId, version, signedAs, signedBy: scope.actor.personId, signedAt: now() }).onConflictDoNothing().returning({ version: poolSignOffs.version });
    if (kept) await record(tx, scope, { act: "pool.case-signed", thing: { kind: "pool", id: pool.id }, detail: { partnerId, version } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
