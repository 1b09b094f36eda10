import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { assets } from "#db/schema/asset-transfers/assets.ts";
import { assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { HANDED_OVER, type Condition, type Tenure } from "#domain/asset-transfers/asset.ts";
import type { GateQuestion } from "#domain/asset-transfers/readiness.ts";
import type { RegimeId } from "#domain/asset-transfers/regime.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";

/** A building or piece of land as the register has it. Money in pence, days as `2026-10-18`. */
export interface AssetInView {
  readonly id: string;
  readonly slug: string;
  readonly reference: string;
  readonly name: BilingualText;
  readonly description: BilingualText;
  readonly address: string;
  readonly uprn: string;
  readonly areaId: string | null;
  readonly areaName: BilingualText | null;
  readonly regime: RegimeId;
  readonly tenure: Tenure;
  readonly condition: Condition;
  readonly floorSquareMetres: number | null;
  readonly runningCostPence: number | null;
  readonly valuationPence: number | null;
  readonly valuedOn: string | null;
  readonly openSpace: boolean;
  readonly ownConsent: boolean;
  readonly covenants: BilingualText;
  readonly barredBy: readonly GateQuestion[];
  /** Whether it has passed to a community. */
  readonly handedOver: boolean;
}

interface Row {
  readonly asset: typeof assets.$inferSelect;
  readonly areaEn: string | null;
  readonly areaCy: string | null;
  readonly handedOver: boolean;
}

const inView = ({ asset, areaEn, areaCy, handedOver }: Row): AssetInView => {
  const { nameEn, nameCy, descriptionEn, descriptionCy, covenantsEn, covenantsCy, councilId: _council, changedAt: _changed, ...rest } = asset;
  return {
    ...rest,
    handedOver,
    name: bilingual(nameEn, nameCy),
    description: bilingual(descriptionEn, descriptionCy),
    covenants: bilingual(covenantsEn, covenantsCy),
    areaName: areaEn === null ? null : bilingual(areaEn, areaCy ?? ""),
  };
};

const handedOver = sql<boolean>`exists (select 1 from asset_transfers t where t.asset_id = assets.id and t.stage in (${sql.join(HANDED_OVER.map((stage) => sql`${stage}`), sql`, `)}))`;

const withArea = () => database().select({ asset: assets, areaEn: areas.nameEn, areaCy: areas.nameCy, handedOver }).from(assets).leftJoin(areas, eq(areas.id, assets.areaId));

/** The whole register of the council, by name. */
export async function listAssets(scope: AnyScope): Promise<readonly AssetInView[]> {
  const rows = await withArea().where(eq(assets.councilId, scope.council.id)).orderBy(asc(assets.nameEn), asc(assets.reference));
  return rows.map(inView);
}

/** One entry of the register; 404 where the council has none of that name. */
export async function getAsset(scope: AnyScope, slug: string): Promise<AssetInView> {
  const [row] = await withArea().where(and(eq(assets.councilId, scope.council.id), eq(assets.slug, slug)));
  return inView(found(row, "asset"));
}

/** Whether an asset has passed to a community, by another application than the one named. */
export async function isHandedOver(tx: Executor, assetId: string, besides: string | null): Promise<boolean> {
  const rows = await tx.select({ id: assetTransfers.id }).from(assetTransfers).where(and(eq(assetTransfers.assetId, assetId), inArray(assetTransfers.stage, [...HANDED_OVER])));
  return rows.some(({ id }) => id !== besides);
}
