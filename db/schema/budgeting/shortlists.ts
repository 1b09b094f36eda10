import { boolean, check, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, englishOf, id, instant, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { programmes } from "./programmes.ts";

/** By which criteria proposals were put on the ballots, each time it was done, and why officers decided otherwise where they did. Append-only; everybody reads it. */
export const shortlists = pgTable(
  "shortlists",
  {
    id: id(),
    councilId: councilId(),
    programmeId: uuid("programme_id").notNull().references(() => programmes.id),
    fewestSupports: integer("fewest_supports").notNull(),
    most: integer("most").notNull(),
    balanced: boolean("balanced").notNull(),
    mostPence: pence("most_pence"),
    /** Proposals about which officers decided otherwise than the criteria say. */
    departed: uuid("departed").array().notNull().default(sql`'{}'`),
    departureEn: englishOf("departure"),
    departureCy: welshOf("departure"),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: uuid("decided_by").notNull().references(() => people.id),
  },
  (t) => [
    index("shortlists_programme_idx").on(t.councilId, t.programmeId, t.decidedAt),
    check("shortlists_criteria_check", sql`${t.fewestSupports} >= 0 and ${t.most} > 0 and ${t.mostPence} > 0`),
    check("shortlists_departure_check", sql`cardinality(${t.departed}) = 0 or trim(${t.departureEn}) <> '' or trim(${t.departureCy}) <> ''`),
  ],
);
