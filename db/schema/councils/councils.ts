import { boolean, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { BrandColours } from "#domain/councils/brand-colours.ts";
import { DAMSON } from "#domain/councils/brand-colours.ts";
import { englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";

export const councils = pgTable("councils", {
  id: id(),
  /** Stands in every address of the council; never reused. */
  slug: text("slug").notNull().unique(),
  nameEn: englishOf("name"),
  nameCy: welshOf("name"),
  contactEmail: text("contact_email").notNull().default(""),
  contactPhone: text("contact_phone").notNull().default(""),
  privacyEn: englishOf("privacy"),
  privacyCy: welshOf("privacy"),
  /** The colour the council gave, beside the six worked out from it. */
  brandGiven: text("brand_given").notNull().default(DAMSON.brand),
  brand: jsonText<BrandColours>("brand").notNull().default(DAMSON),
  logoFileId: uuid("logo_file_id"),
  welsh: boolean("welsh").notNull().default(true),
  demo: boolean("demo").notNull().default(false),
  createdAt: instant("created_at").notNull().defaultNow(),
});
