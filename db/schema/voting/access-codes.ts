import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { BATCH_KINDS, BATCH_STATES } from "#domain/voting/access-codes/code-batch.ts";
import { bytes, councilId, id, instant } from "#db/columns.ts";
import { pollingPlaces } from "./polling-places.ts";

export const batchKind = pgEnum("code_batch_kind", BATCH_KINDS);
export const batchState = pgEnum("code_batch_state", BATCH_STATES);

/** Access codes asked for together, for one vote: a school class, a posting, the people of a roll. */
export const codeBatches = pgTable(
  "code_batches",
  {
    id: id(),
    councilId: councilId(),
    /** The vote it is for, known to other contexts as an engagement; look-up parts are its own. */
    voteId: uuid("vote_id").notNull(),
    kind: batchKind("kind").notNull(),
    label: text("label").notNull(),
    /** School or place; who hands the slips out. */
    place: text("place").notNull().default(""),
    state: batchState("state").notNull().default("waiting"),
    codesWanted: integer("codes_wanted").notNull(),
    codesMade: integer("codes_made").notNull().default(0),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    madeAt: instant("made_at"),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason").notNull().default(""),
  },
  (t) => [
    index("code_batches_vote_idx").on(t.councilId, t.voteId, t.askedAt),
    check("code_batches_count_check", sql`${t.codesWanted} > 0 and ${t.codesMade} between 0 and ${t.codesWanted}`),
    check("code_batches_revoked_check", sql`(${t.state} = 'revoked') = (${t.revokedAt} is not null)`),
  ],
);

/** What a code lets its holder do, and what the roll's mark will say of them. */
const entitlement = () => ({
  /** The ballots that it opens. */
  pollIds: uuid("poll_ids").array().notNull(),
  areaId: uuid("area_id"),
  ageBand: text("age_band").notNull().default(""),
  /** Entry of a roll it is bound to. */
  electorId: uuid("elector_id"),
  /** The code it takes the place of. */
  reissueOf: uuid("reissue_of"),
});

/**
 * A code, of which only the look-up part and the slow hash of its secret are kept. Used on a day, not at a time.
 * A reissued code is the same voter as the one it takes the place of.
 */
export const accessCodes = pgTable(
  "access_codes",
  {
    id: id(),
    councilId: councilId(),
    voteId: uuid("vote_id").notNull(),
    batchId: uuid("batch_id").notNull(),
    /** From 1 in its batch; printed on the slip, so that a slip can be named without its code. */
    number: integer("number").notNull(),
    lookUp: text("look_up").notNull(),
    salt: bytes("salt").notNull(),
    hash: bytes("hash").notNull(),
    ...entitlement(),
    /** Who votes with it where no entry of a roll says so: the first code of its line of reissues. */
    voterId: uuid("voter_id").notNull(),
    printedAt: instant("printed_at"),
    usedOn: date("used_on"),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason").notNull().default(""),
  },
  (t) => [
    unique("access_codes_look_up_key").on(t.voteId, t.lookUp),
    unique("access_codes_number_key").on(t.batchId, t.number),
    unique("access_codes_reissue_key").on(t.reissueOf),
    foreignKey({ columns: [t.batchId], foreignColumns: [codeBatches.id] }),
    check("access_codes_look_up_check", sql`${t.lookUp} ~ '^[0-9A-HJKMNP-TV-Z]{4}$'`),
    check("access_codes_polls_check", sql`cardinality(${t.pollIds}) > 0`),
    check("access_codes_hash_check", sql`octet_length(${t.salt}) = 16 and octet_length(${t.hash}) = 32`),
  ],
);

/**
 * A letter or slip that is still to be printed: to whom it goes and, once it is made, its code, sealed with the
 * installation's key. Gone as soon as somebody says that it is printed.
 */
export const codeSlips = pgTable(
  "code_slips",
  {
    batchId: uuid("batch_id").notNull(),
    number: integer("number").notNull(),
    ...entitlement(),
    codeId: uuid("code_id"),
    sealed: bytes("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.number] }), foreignKey({ columns: [t.batchId], foreignColumns: [codeBatches.id] })],
);

/** How often codes of a vote were tried in each five minutes, and how often they were wrong. */
export const codeTries = pgTable(
  "code_tries",
  { voteId: uuid("vote_id").notNull(), since: instant("since").notNull(), tries: integer("tries").notNull().default(0), wrong: integer("wrong").notNull().default(0) },
  (t) => [primaryKey({ columns: [t.voteId, t.since] })],
);

/** Too many wrong codes: raised once, until somebody has looked into it. */
export const codeAlarms = pgTable(
  "code_alarms",
  {
    id: id(),
    councilId: councilId(),
    voteId: uuid("vote_id").notNull(),
    raisedAt: instant("raised_at").notNull(),
    tries: integer("tries").notNull(),
    wrong: integer("wrong").notNull(),
    closedAt: instant("closed_at"),
    closedBy: uuid("closed_by"),
    finding: text("finding").notNull().default(""),
  },
  (t) => [index("code_alarms_vote_idx").on(t.voteId, t.raisedAt)],
);

/** Somebody whom an officer saw at a polling place: that they came, what they showed, and nothing of them but a keyed hash. */
export const checkIns = pgTable(
  "check_ins",
  {
    id: id(),
    councilId: councilId(),
    voteId: uuid("vote_id").notNull(),
    pollIds: uuid("poll_ids").array().notNull(),
    /** The polling place. */
    placeId: uuid("place_id")
      .notNull()
      .references(() => pollingPlaces.id),
    /** Hash of who they are, so that the same person is known at the next polling place. */
    voterKey: bytes("voter_key").notNull(),
    document: text("document").notNull(),
    outcome: text("outcome").notNull(),
    areaId: uuid("area_id"),
    ageBand: text("age_band").notNull().default(""),
    officerId: uuid("officer_id").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [unique("check_ins_voter_key").on(t.voteId, t.voterKey), index("check_ins_place_idx").on(t.voteId, t.placeId)],
);

/** A code that an officer hands over to be typed on a shared device, with what its pass will say. Used once, within minutes. */
export const handOverCodes = pgTable(
  "hand_over_codes",
  {
    codeHash: bytes("code_hash").primaryKey(),
    councilId: councilId(),
    voteId: uuid("vote_id").notNull(),
    checkInId: uuid("check_in_id")
      .notNull()
      .references(() => checkIns.id),
    /** Who they are, sealed, for the voter of each ballot. */
    identity: bytes("identity").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("hand_over_codes_expiry_idx").on(t.expiresAt)],
);
