import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { noticeWay } from "./notices.ts";
import { assetTransfers } from "./transfers.ts";

/** That the owner was told in writing that their land is on the list of assets of community value, once, without their name. Append-only. */
export const assetListingNotices = pgTable("asset_listing_notices", {
  transferId: uuid("transfer_id").primaryKey().references(() => assetTransfers.id, { onDelete: "cascade" }),
  givenOn: date("given_on").notNull(),
  /** By a notice on the land where the owner cannot be told otherwise: Localism Act 2011, section 91(3). */
  way: noticeWay("way").notNull(),
  notedBy: uuid("noted_by").notNull().references(() => people.id),
  notedAt: instant("noted_at").notNull(),
});

/** That the council allowed the owner in writing to ask for a review later than in eight weeks. The latest day counts. Append-only. */
export const assetListingTimes = pgTable(
  "asset_listing_times",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    until: date("until").notNull(),
    /** For the council's own file; not public. */
    why: text("why").notNull(),
    allowedBy: uuid("allowed_by").notNull().references(() => people.id),
    allowedAt: instant("allowed_at").notNull(),
  },
  (t) => [index("asset_listing_times_idx").on(t.transferId, t.until), check("asset_listing_times_why_check", sql`trim(${t.why}) <> ''`)],
);

/** Who opened the owner's page with the code of the notice. One at a time; only that it ended is written later, once. With an account goes the name. */
export const assetListingOwners = pgTable(
  "asset_listing_owners",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    since: instant("since").notNull(),
    /** When an officer closed the page to them, because the land was sold or the code went astray; the code is another one from then on. */
    endedAt: instant("ended_at"),
  },
  (t) => [uniqueIndex("asset_listing_owners_one_key").on(t.transferId).where(sql`${t.endedAt} is null`), index("asset_listing_owners_person_idx").on(t.personId)],
);
