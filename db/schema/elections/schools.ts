import { check, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, id, instant } from "#db/columns.ts";
import { codeBatches } from "#db/schema/voting/access-codes.ts";
import { pollingPlaces } from "#db/schema/voting/polling-places.ts";
import { elections } from "./elections.ts";

/** A school or college that takes part: how many pupils, never who. */
export const electionSchools = pgTable(
  "election_schools",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    name: text("name").notNull(),
    /** The polling place in it; null where its pupils vote by code alone. */
    placeId: uuid("place_id").references(() => pollingPlaces.id),
    joinedAt: instant("joined_at").notNull(),
  },
  (t) => [
    unique("election_schools_name_key").on(t.electionId, t.name),
    unique("election_schools_council_key").on(t.id, t.councilId),
    foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] }),
    check("election_schools_name_check", sql`${t.name} <> ''`),
  ],
);

/** How many pupils of a year group may vote there. */
export const schoolYears = pgTable(
  "school_years",
  {
    schoolId: uuid("school_id").notNull().references(() => electionSchools.id, { onDelete: "cascade" }),
    yearGroup: integer("year_group").notNull(),
    pupils: integer("pupils").notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.yearGroup] }), check("school_years_check", sql`${t.yearGroup} between 1 and 14 and ${t.pupils} between 1 and 5000`)],
);

/** A pack of codes for one class, accounted for from the printer to the classroom and back. */
export const codePacks = pgTable(
  "code_packs",
  {
    batchId: uuid("batch_id").primaryKey(),
    councilId: councilId(),
    schoolId: uuid("school_id").notNull(),
    yearGroup: integer("year_group").notNull(),
    className: text("class_name").notNull(),
    /** Slips put into the pack, found in it on arrival, and brought back unused. */
    sent: integer("sent").notNull(),
    received: integer("received"),
    returned: integer("returned"),
    /** Why what was received is not what was sent. */
    difference: text("difference").notNull().default(""),
    receivedAt: instant("received_at"),
    returnedAt: instant("returned_at"),
  },
  (t) => [
    foreignKey({ columns: [t.batchId], foreignColumns: [codeBatches.id] }),
    foreignKey({ columns: [t.schoolId, t.councilId], foreignColumns: [electionSchools.id, electionSchools.councilId] }),
    unique("code_packs_class_key").on(t.schoolId, t.yearGroup, t.className),
    check("code_packs_sent_check", sql`${t.sent} > 0 and ${t.received} >= 0 and ${t.returned} between 0 and ${t.received}`),
    check("code_packs_difference_check", sql`${t.received} is null or ${t.received} = ${t.sent} or ${t.difference} <> ''`),
    check("code_packs_times_check", sql`(${t.received} is null) = (${t.receivedAt} is null) and (${t.returned} is null) = (${t.returnedAt} is null)`),
  ],
);
