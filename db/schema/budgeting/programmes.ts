import { check, date, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { PHASES } from "#domain/budgeting/phase.ts";
import { councilId, englishOf, id, pence, welshOf } from "#db/columns.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { polls } from "#db/schema/voting/polls.ts";

export const phase = pgEnum("programme_phase", PHASES);

/** A participatory budget: a pot or several, and dated phases. Its texts and lifecycle are the engagement's. */
export const programmes = pgTable("programmes", {
  id: id(),
  councilId: councilId(),
});

export const programmePhases = pgTable(
  "programme_phases",
  {
    programmeId: uuid("programme_id").notNull().references(() => programmes.id, { onDelete: "cascade" }),
    phase: phase("phase").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.phase] }), check("programme_phases_dates_check", sql`${t.endsOn} >= ${t.startsOn}`)],
);

/** Money with one ballot of its own: for the whole council or for one area. */
export const pots = pgTable(
  "pots",
  {
    id: id(),
    councilId: councilId(),
    programmeId: uuid("programme_id").notNull().references(() => programmes.id),
    slug: text("slug").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    areaId: uuid("area_id").references(() => areas.id),
    amountPence: pence("amount_pence").notNull(),
    /** What one project may cost at least and at most; no limit of its own where null. The pot is always a limit. */
    minProjectPence: pence("min_project_pence"),
    maxProjectPence: pence("max_project_pence"),
    pollId: uuid("poll_id").notNull().references(() => polls.id),
    position: integer("position").notNull(),
  },
  (t) => [
    unique("pots_slug_key").on(t.programmeId, t.slug),
    unique("pots_poll_key").on(t.pollId),
    index("pots_council_idx").on(t.councilId),
    check("pots_amount_check", sql`${t.amountPence} > 0`),
    check("pots_project_limits_check", sql`${t.minProjectPence} > 0 and ${t.maxProjectPence} <= ${t.amountPence} and ${t.maxProjectPence} >= coalesce(${t.minProjectPence}, 1)`),
  ],
);
