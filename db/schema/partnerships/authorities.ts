import { check, pgTable, text } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { instant } from "#db/columns.ts";

/** The local authorities of the United Kingdom, the same for every council: read in by the operator, never written by hand. */
export const localAuthorities = pgTable(
  "local_authorities",
  {
    /** ONS (GSS) code. */
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    officialName: text("official_name").notNull(),
    nation: text("nation").notNull(),
    kind: text("kind").notNull(),
    /** Where it comes from, with its licence, as the file says. */
    source: text("source").notNull(),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [check("local_authorities_code_check", sql`${t.code} ~ '^[EWSN][0-9]{8}$'`)],
);
