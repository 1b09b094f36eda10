import { check, integer, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { MOST_VERSIONS } from "#domain/voting/poll.ts";
import { bytes } from "#db/columns.ts";

/**
 * The ballots: the side that must not know people. Append-only. No person, place, time, channel or order
 * of arrival; the key is a hash of random bytes that only the voter holds. The last version counts.
 */
export const ballots = pgTable(
  "ballots",
  {
    pollId: uuid("poll_id").notNull(),
    keyHash: bytes("key_hash").notNull(),
    version: smallint("version").notNull(),
    /** Numbers of the options marked; in the voter's order where the ballot is ranked, else rising. */
    choices: integer("choices").array().notNull(),
    /** Points given to each choice, where the ballot has points. */
    points: integer("points").array(),
    tracking: text("tracking").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.keyHash, t.version] }),
    unique("ballots_tracking_key").on(t.pollId, t.tracking),
    check("ballots_version_check", sql`${t.version} between 1 and ${sql.raw(String(MOST_VERSIONS))}`),
    check("ballots_points_check", sql`${t.points} is null or cardinality(${t.points}) = cardinality(${t.choices})`),
    check("ballots_key_check", sql`octet_length(${t.keyHash}) = 32`),
  ],
);
