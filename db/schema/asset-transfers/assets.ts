import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { CONDITIONS, TENURES } from "#domain/asset-transfers/asset.ts";
import type { GateQuestion } from "#domain/asset-transfers/readiness.ts";
import { REGIME_IDS } from "#domain/asset-transfers/regime.ts";
import { councilId, englishOf, id, instant, jsonText, pence, welshOf } from "#db/columns.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";

export const transferRegime = pgEnum("transfer_regime", REGIME_IDS);
export const assetTenure = pgEnum("asset_tenure", TENURES);
export const assetCondition = pgEnum("asset_condition", CONDITIONS);

/** A building or piece of land in the public register. */
export const assets = pgTable(
  "assets",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    /** The council's own reference. */
    reference: text("reference").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    descriptionEn: englishOf("description"),
    descriptionCy: welshOf("description"),
    address: text("address").notNull(),
    /** Unique Property Reference Number; empty where there is none. */
    uprn: text("uprn").notNull().default(""),
    areaId: uuid("area_id").references(() => areas.id),
    /** The rules under which it may pass to a community. */
    regime: transferRegime("regime").notNull(),
    tenure: assetTenure("tenure").notNull(),
    condition: assetCondition("condition").notNull(),
    floorSquareMetres: integer("floor_square_metres"),
    /** What it costs the council in a year. */
    runningCostPence: pence("running_cost_pence"),
    valuationPence: pence("valuation_pence"),
    valuedOn: date("valued_on"),
    openSpace: boolean("open_space").notNull().default(false),
    /** Held for housing or planning, so that its disposal needs a consent of its own. */
    ownConsent: boolean("own_consent").notNull().default(false),
    covenantsEn: englishOf("covenants"),
    covenantsCy: welshOf("covenants"),
    /** The questions of the gate that were answered yes; none where it is available. */
    barredBy: jsonText<readonly GateQuestion[]>("barred_by").notNull().default([]),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    unique("assets_slug_key").on(t.councilId, t.slug),
    unique("assets_reference_key").on(t.councilId, t.reference),
    index("assets_area_idx").on(t.areaId),
    check("assets_money_check", sql`${t.runningCostPence} >= 0 and ${t.valuationPence} >= 0 and ${t.floorSquareMetres} > 0`),
    check("assets_valued_check", sql`(${t.valuationPence} is null) = (${t.valuedOn} is null)`),
    check("assets_barred_check", sql`jsonb_typeof(${t.barredBy}) = 'array'`),
  ],
);
