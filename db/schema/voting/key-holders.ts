import { check, foreignKey, index, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { KEY_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import { councilId, id, instant } from "#db/columns.ts";

/** Three people who hold the count key of one vote between them. Named anew, they are another circle. Their codes are nowhere in the database. */
export const keyCircles = pgTable(
  "key_circles",
  {
    id: id(),
    councilId: councilId(),
    /** The engagement whose polls it will open. */
    subjectId: uuid("subject_id").notNull(),
    namedAt: instant("named_at").notNull(),
    /** The circle that took its place, or the key went back into the store. */
    endedAt: instant("ended_at"),
  },
  (t) => [index("key_circles_subject_idx").on(t.councilId, t.subjectId)],
);

export const keyHolders = pgTable(
  "key_holders",
  {
    circleId: uuid("circle_id").notNull(),
    number: smallint("number").notNull(),
    role: text("role", { enum: KEY_HOLDERS }).notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.circleId, t.number] }),
    foreignKey({ columns: [t.circleId], foreignColumns: [keyCircles.id] }),
    // Two of three must be two people.
    unique("key_holders_email_key").on(t.circleId, t.email),
    check("key_holders_number_check", sql`${t.number} between 1 and 3`),
  ],
);
