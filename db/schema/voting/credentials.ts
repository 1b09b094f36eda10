import { date, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { PASS_WAYS } from "#domain/eligibility/voter-identity.ts";
import { CHANNELS } from "#domain/voting/poll.ts";
import { bytes, councilId, instant } from "#db/columns.ts";

export const channel = pgEnum("channel", CHANNELS);
export const passWay = pgEnum("pass_way", PASS_WAYS);

/**
 * Somebody who was found eligible and may now open the ballot: the side that knows people.
 * `voterHash` is keyed by poll, so that nobody can be followed from one poll to the next.
 */
export const voterPasses = pgTable(
  "voter_passes",
  {
    tokenHash: bytes("token_hash").notNull(),
    pollId: uuid("poll_id").notNull(),
    councilId: councilId(),
    voterHash: bytes("voter_hash").notNull(),
    areaId: uuid("area_id"),
    ageBand: text("age_band").notNull().default(""),
    channel: channel("channel").notNull().default("online"),
    /** How they showed who they are. */
    way: passWay("way").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenHash, t.pollId] }), index("voter_passes_voter_idx").on(t.pollId, t.voterHash)],
);

/**
 * The roll's marks: who has voted, on which day, and nothing of what. One for each voter in a poll,
 * whatever the channel. Nothing here points at a ballot, and no ballot points here.
 */
export const rollMarks = pgTable(
  "roll_marks",
  {
    councilId: councilId(),
    pollId: uuid("poll_id").notNull(),
    voterHash: bytes("voter_hash").notNull(),
    areaId: uuid("area_id"),
    ageBand: text("age_band").notNull().default(""),
    channel: channel("channel").notNull(),
    /** Which of the poll's ballots it was; each has a signing key of its own. */
    style: text("style").notNull().default("1"),
    /** SHA-256 of what was signed blindly for this voter; null for paper and telephone. The same again gets the same answer. */
    blindedHash: bytes("blinded_hash"),
    markedOn: date("marked_on").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.voterHash] }),
    index("roll_marks_turnout_idx").on(t.pollId, t.areaId, t.channel),
  ],
);
