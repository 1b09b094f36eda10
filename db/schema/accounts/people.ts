import { boolean, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { id, instant } from "#db/columns.ts";

/** Somebody who has confirmed an e-mail address. What they may do is said by memberships, never here. */
export const people = pgTable(
  "people",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull().default(""),
    locale: text("locale", { enum: ["en", "cy"] }).notNull().default("en"),
    /** Runs the installation: tenants and health, no council's content. */
    operator: boolean("operator").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("people_email_key").on(sql`lower(${t.email})`)],
);
