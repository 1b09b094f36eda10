import { check, doublePrecision, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { PROJECT_STATES } from "#domain/budgeting/project.ts";
import { councilId, englishOf, id, pence, welshOf } from "#db/columns.ts";
import { pots } from "./programmes.ts";

export const projectState = pgEnum("project_state", PROJECT_STATES);

export const projects = pgTable(
  "projects",
  {
    id: id(),
    councilId: councilId(),
    potId: uuid("pot_id").notNull().references(() => pots.id),
    /** Its number on the ballot and in downloads; never reused in a pot. */
    number: integer("number").notNull(),
    slug: text("slug").notNull(),
    /** Its id in the file it came from. */
    reference: text("reference").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    summaryEn: englishOf("summary"),
    summaryCy: welshOf("summary"),
    descriptionEn: englishOf("description"),
    descriptionCy: welshOf("description"),
    proposer: text("proposer").notNull().default(""),
    category: text("category").notNull().default(""),
    tile: text("tile").notNull().default("ring"),
    costPence: pence("cost_pence").notNull(),
    longitude: doublePrecision("longitude"),
    latitude: doublePrecision("latitude"),
    state: projectState("state").notNull().default("draft"),
  },
  (t) => [
    unique("projects_number_key").on(t.potId, t.number),
    unique("projects_slug_key").on(t.potId, t.slug),
    index("projects_council_idx").on(t.councilId),
    check("projects_cost_check", sql`${t.costPence} > 0`),
  ],
);
