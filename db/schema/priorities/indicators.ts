import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { instant } from "#db/columns.ts";

/** The national indicator set of 2008 to 2011, the same for every council: read in by the operator, never written by hand. */
export const nationalIndicators = pgTable(
  "national_indicators",
  {
    number: integer("number").primaryKey(),
    code: text("code").notNull(),
    /** Empty where the title has not been found; nobody fills it from memory. */
    title: text("title").notNull().default(""),
    status: text("status").notNull(),
    annex: text("annex").notNull().default(""),
    source: text("source").notNull().default(""),
    sourceUrl: text("source_url").notNull().default(""),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [check("national_indicators_number_check", sql`${t.number} between 1 and 999 and ${t.code} = 'NI ' || ${t.number}`)],
);
