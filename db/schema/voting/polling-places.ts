import { boolean, check, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { people } from "#db/schema/accounts/people.ts";
import { bytes, councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";

/** Where people vote in person or hand in papers: a library, a school hall. Kept from one vote to the next. */
export const pollingPlaces = pgTable(
  "polling_places",
  {
    id: id(),
    councilId: councilId(),
    /** Two to four capitals with which the numbers of its papers begin. */
    letters: text("letters").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    address: text("address").notNull().default(""),
    /** Steps, door widths, parking, hearing loops: what somebody must know before they set out. */
    accessEn: englishOf("access"),
    accessCy: welshOf("access"),
    hoursEn: englishOf("hours"),
    hoursCy: welshOf("hours"),
    /** No longer used; kept for the votes it served. */
    closed: boolean("closed").notNull().default(false),
  },
  (t) => [
    unique("polling_places_letters_key").on(t.councilId, t.letters),
    unique("polling_places_council_key").on(t.id, t.councilId),
    check("polling_places_letters_check", sql`${t.letters} ~ '^[A-Z]{2,4}$'`),
    check("polling_places_name_check", sql`${t.nameEn} <> ''`),
  ],
);

/** The presiding officers of a place: they hand out papers there, and write its accounts. */
export const presidingOfficers = pgTable(
  "presiding_officers",
  {
    placeId: uuid("place_id").notNull().references(() => pollingPlaces.id),
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.placeId, t.personId] })],
);

/** A device on which one voter after another votes at a place. The browser holds the token; here is its hash. */
export const sharedDevices = pgTable(
  "shared_devices",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    councilId: councilId(),
    placeId: uuid("place_id").notNull(),
    /** Part of the address of the vote it shows. */
    voteSlug: text("vote_slug").notNull(),
    startedBy: uuid("started_by").notNull(),
    startedAt: instant("started_at").notNull(),
    /** By itself at the end of the day, or earlier by the officer. */
    endsAt: instant("ends_at").notNull(),
    /** How long a page may stand untouched before the device wipes itself. */
    idleMinutes: integer("idle_minutes").notNull(),
    /** How often it has wiped itself. */
    wipes: integer("wipes").notNull().default(0),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.councilId], foreignColumns: [pollingPlaces.id, pollingPlaces.councilId] }),
    check("shared_devices_idle_check", sql`${t.idleMinutes} between 1 and 60`),
    check("shared_devices_token_check", sql`octet_length(${t.tokenHash}) = 32`),
  ],
);
