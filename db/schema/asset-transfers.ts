import { date, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { TRANSFER_STAGES } from "#domain/asset-transfers/transfer.ts";
import { councilId, englishOf, id, welshOf } from "#db/columns.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";

export const transferStage = pgEnum("transfer_stage", TRANSFER_STAGES);

/** A proposal that a community organisation takes over a building or land of the council. */
export const assetTransfers = pgTable(
  "asset_transfers",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    /** The council's own reference for the asset. */
    reference: text("reference").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    summaryEn: englishOf("summary"),
    summaryCy: welshOf("summary"),
    organisation: text("organisation").notNull(),
    areaId: uuid("area_id").references(() => areas.id),
    stage: transferStage("stage").notNull(),
  },
  (t) => [unique("asset_transfers_slug_key").on(t.councilId, t.slug)],
);

export const assetTransferStages = pgTable(
  "asset_transfer_stages",
  {
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    stage: transferStage("stage").notNull(),
    reachedOn: date("reached_on").notNull(),
    noteEn: englishOf("note"),
    noteCy: welshOf("note"),
  },
  (t) => [primaryKey({ columns: [t.transferId, t.stage] })],
);
