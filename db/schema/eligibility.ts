import { check, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, id } from "#db/columns.ts";

/** Who may take part in a poll. The areas are those of the council; none named means all of it. */
export const electorates = pgTable(
  "electorates",
  {
    id: id(),
    councilId: councilId(),
    minAge: integer("min_age"),
    maxAge: integer("max_age"),
    areaIds: uuid("area_ids").array().notNull().default([]),
    /** 0 open, 1 e-mail confirmed, 2 e-mail and a postcode in the area. */
    identityLevel: integer("identity_level").notNull().default(2),
  },
  (t) => [
    check("electorates_ages_check", sql`${t.minAge} between 0 and 120 and (${t.maxAge} is null or ${t.maxAge} >= coalesce(${t.minAge}, 0))`),
    check("electorates_level_check", sql`${t.identityLevel} between 0 and 4`),
  ],
);
