import { and, eq, like, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { assets } from "#db/schema/asset-transfers/assets.ts";
import { assetTransfers, assetTransferStages } from "#db/schema/asset-transfers/transfers.ts";
import { defined } from "#domain/basics/assert.ts";
import { mayApply, REGIMES } from "#domain/asset-transfers/regime.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { isHandedOver } from "../assets/queries.ts";
import type { ApplicationInput } from "./input.ts";

export interface NewApplication {
  readonly assetSlug: string;
  readonly application: ApplicationInput;
  /** Null where it came on paper. */
  readonly applicantId: string | null;
  readonly sentOn: string;
}

/**
 * Keeps an application that somebody sent: for an asset that may be applied for, by a body that may, once. The asset is locked
 * meanwhile, so that two at once get addresses of their own. In the transaction of a command.
 */
export async function putApplication(tx: Transaction, scope: AnyScope, { assetSlug, application, applicantId, sentOn }: NewApplication): Promise<Result<{ readonly slug: string }, Fault>> {
  const council = scope.council.id;
  const [row] = await tx.select().from(assets).where(and(eq(assets.councilId, council), eq(assets.slug, assetSlug))).for("update");
  const asset = found(row, "asset");
  const { once: id, summary, leaseYears, interest, ...words } = application;
  const [there] = await tx.select({ slug: assetTransfers.slug, applicantId: assetTransfers.applicantId }).from(assetTransfers).where(and(eq(assetTransfers.id, id), eq(assetTransfers.councilId, council)));
  if (there) return there.applicantId === applicantId ? ok({ slug: there.slug }) : err({ field: "", code: "form-expired" });
  if (asset.barredBy.length > 0) return err({ field: "", code: "asset-not-available" });
  if (await isHandedOver(tx, asset.id, null)) return err({ field: "", code: "asset-handed-over" });
  const may = mayApply(asset.regime, interest, { kind: words.bodyKind, members: words.members });
  if (!may.ok) {
    const { code, fewest } = may.error;
    return err({ field: code === "interest-not-offered" ? "interest" : code === "too-few-members" ? "members" : "bodyKind", code, params: { fewest, source: REGIMES[asset.regime].source } });
  }
  const [used] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(assetTransfers)
    .where(and(eq(assetTransfers.councilId, council), or(eq(assetTransfers.slug, asset.slug), like(assetTransfers.slug, `${asset.slug}-%`))));
  const slug = (used?.count ?? 0) === 0 ? asset.slug : `${asset.slug}-${(used?.count ?? 0) + 1}`;
  const stage = defined(REGIMES[asset.regime].path[0], "first stage");
  const welsh = scope.locale === "cy";
  await tx.insert(assetTransfers).values({
    ...words,
    id,
    councilId: council,
    slug,
    reference: asset.reference,
    titleEn: asset.nameEn,
    titleCy: asset.nameCy,
    summaryEn: welsh ? "" : summary,
    summaryCy: welsh ? summary : "",
    areaId: asset.areaId,
    stage,
    assetId: asset.id,
    regime: asset.regime,
    interest,
    leaseYears: interest === "lease" ? leaseYears : null,
    writtenIn: scope.locale,
    applicantId,
    declaredAt: now(),
  });
  await tx.insert(assetTransferStages).values({ transferId: id, stage, reachedOn: sentOn, recordedAt: now() });
  await record(tx, scope, { act: "asset-transfer.written", thing: { kind: "asset-transfer", id } });
  await renewPages(tx, scope.council.slug);
  return ok({ slug });
}
