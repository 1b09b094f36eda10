import { and, asc, desc, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { assetTransfers, assetTransferStages } from "#db/schema/asset-transfers.ts";
import { areas } from "#db/schema/councils/areas.ts";
import type { TransferStage } from "#domain/asset-transfers/transfer.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";

export interface TransferInView {
  readonly id: string;
  readonly slug: string;
  readonly reference: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly organisation: string;
  readonly areaId: string | null;
  readonly areaName: BilingualText | null;
  readonly stage: TransferStage;
}

export interface StageReached {
  readonly stage: TransferStage;
  /** Civil date, `2026-10-18`. */
  readonly reachedOn: string;
  readonly note: BilingualText;
}

interface Row {
  readonly transfer: typeof assetTransfers.$inferSelect;
  readonly areaEn: string | null;
  readonly areaCy: string | null;
}

const inView = ({ transfer: row, areaEn, areaCy }: Row): TransferInView => ({
  id: row.id,
  slug: row.slug,
  reference: row.reference,
  title: bilingual(row.titleEn, row.titleCy),
  summary: bilingual(row.summaryEn, row.summaryCy),
  organisation: row.organisation,
  areaId: row.areaId,
  areaName: areaEn === null ? null : bilingual(areaEn, areaCy ?? ""),
  stage: row.stage,
});

const withArea = () =>
  database()
    .select({ transfer: assetTransfers, areaEn: areas.nameEn, areaCy: areas.nameCy })
    .from(assetTransfers)
    .leftJoin(areas, eq(areas.id, assetTransfers.areaId));

/** Every asset transfer of the council. */
export async function listTransfers(scope: AnyScope): Promise<readonly TransferInView[]> {
  const rows = await withArea().where(eq(assetTransfers.councilId, scope.council.id)).orderBy(asc(assetTransfers.slug));
  return rows.map(inView);
}

/** One asset transfer with the stages it has reached; 404 where the council has none of that name. */
export async function getTransfer(scope: AnyScope, slug: string): Promise<TransferInView & { readonly stages: readonly StageReached[] }> {
  const [row] = await withArea().where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.slug, slug)));
  const transfer = inView(found(row, "asset transfer"));
  const stages = await database().select().from(assetTransferStages).where(eq(assetTransferStages.transferId, transfer.id)).orderBy(asc(assetTransferStages.reachedOn), desc(assetTransferStages.stage));
  return { ...transfer, stages: stages.map((s) => ({ stage: s.stage, reachedOn: s.reachedOn, note: bilingual(s.noteEn, s.noteCy) })) };
}
