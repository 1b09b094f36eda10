import { check, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ANSWER_WAYS, CLAIM_STATES, CLAIM_WAYS, PROPOSALS } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { DEFAULT_LIMITS, type SharedPlace } from "#domain/eligibility/claims/limits.ts";
import type { Signal } from "#domain/eligibility/claims/signals.ts";
import { bytes, councilId, id, instant, jsonText } from "#db/columns.ts";

export const claimState = pgEnum("claim_state", CLAIM_STATES);
export const claimWay = pgEnum("claim_way", CLAIM_WAYS);
export const claimProposal = pgEnum("claim_proposal", PROPOSALS);
export const claimAnswerWay = pgEnum("claim_answer_way", ANSWER_WAYS);

/**
 * Requests for a ballot: who asked, what spoke against it and what people decided. The side that knows people, and it knows little:
 * browser and connection as hashes keyed by the day, home and postcode as hashes keyed by the vote, the hour in place of the moment,
 * the address sealed. All of that goes when the vote is well over; the state stays, for the published numbers.
 */
export const claims = pgTable(
  "claims",
  {
    id: id(),
    councilId: councilId(),
    /** The engagement whose ballots are asked for. */
    exerciseId: uuid("exercise_id").notNull(),
    /** What the person is told and may say on the telephone. */
    reference: text("reference").notNull(),
    /** Who asks: one request for each voter of a vote, by whatever way they come again. */
    claimantHash: bytes("claimant_hash").notNull(),
    way: claimWay("way").notNull(),
    state: claimState("state").notNull(),
    locale: text("locale", { enum: ["en", "cy"] }).notNull(),
    askedHour: instant("asked_hour").notNull(),
    areaId: uuid("area_id"),
    deviceHash: bytes("device_hash"),
    networkHash: bytes("network_hash"),
    householdHash: bytes("household_hash"),
    postcodeHash: bytes("postcode_hash"),
    /** Sealed with the installation's key; null where they came without one. */
    sealedEmail: bytes("sealed_email"),
    signals: jsonText<readonly Signal[]>("signals").notNull().default([]),
    heldAt: instant("held_at"),
    /** By when the person was promised an answer. */
    dueAt: instant("due_at"),
    answerWay: claimAnswerWay("answer_way"),
    answer: text("answer").notNull().default(""),
    answerPhone: text("answer_phone").notNull().default(""),
    answeredAt: instant("answered_at"),
    proposal: claimProposal("proposal"),
    proposedBy: uuid("proposed_by"),
    proposedAt: instant("proposed_at"),
    /** Told to the person with the outcome. */
    reason: text("reason").notNull().default(""),
    decidedBy: uuid("decided_by"),
    /** What two people did against it, if they did; kept when an appeal follows. */
    decidedAgainst: claimProposal("decided_against"),
    decidedAt: instant("decided_at"),
    appeal: text("appeal").notNull().default(""),
    appealedAt: instant("appealed_at"),
    appealDecidedBy: uuid("appeal_decided_by"),
    appealReason: text("appeal_reason").notNull().default(""),
    appealDecidedAt: instant("appeal_decided_at"),
    /** From then on only the state is kept. */
    forgetAt: instant("forget_at").notNull(),
    forgottenAt: instant("forgotten_at"),
  },
  (t) => [
    unique("claims_claimant_key").on(t.exerciseId, t.claimantHash),
    unique("claims_reference_key").on(t.reference),
    index("claims_queue_idx").on(t.councilId, t.exerciseId, t.state),
    index("claims_device_idx").on(t.exerciseId, t.deviceHash),
    index("claims_household_idx").on(t.exerciseId, t.householdHash),
    index("claims_postcode_idx").on(t.exerciseId, t.postcodeHash, t.askedHour),
    index("claims_network_idx").on(t.exerciseId, t.networkHash, t.askedHour),
    check("claims_hour_check", sql`${t.askedHour} = date_trunc('hour', ${t.askedHour} at time zone 'UTC') at time zone 'UTC'`),
    check("claims_held_check", sql`${t.state} <> 'held' or (${t.heldAt} is not null and ${t.dueAt} is not null)`),
    // What goes against somebody takes two different people and a reason.
    check(
      "claims_two_people_check",
      sql`${t.state} in ('passed', 'held') or (${t.proposedBy} is not null and ${t.decidedBy} is not null and ${t.proposedBy} <> ${t.decidedBy} and length(trim(${t.reason})) > 0)`,
    ),
    check("claims_proposal_check", sql`${t.proposal} is null or (${t.proposedBy} is not null and ${t.proposedAt} is not null and length(trim(${t.reason})) > 0)`),
    // An appeal is heard by somebody who was neither of them.
    check("claims_appeal_check", sql`${t.appealDecidedBy} is null or (${t.proposedBy} is not null and ${t.decidedBy} is not null and ${t.appealDecidedBy} <> ${t.proposedBy} and ${t.appealDecidedBy} <> ${t.decidedBy})`),
    check("claims_against_check", sql`${t.state} in ('passed', 'held') or ${t.decidedAgainst} is not null`),
    check("claims_upheld_check", sql`${t.state} <> 'upheld' or (${t.appealDecidedBy} is not null and length(trim(${t.appealReason})) > 0)`),
    check(
      "claims_forgotten_check",
      sql`${t.forgottenAt} is null or (${t.deviceHash} is null and ${t.networkHash} is null and ${t.householdHash} is null and ${t.postcodeHash} is null and ${t.sealedEmail} is null and ${t.answer} = '' and ${t.answerPhone} = '' and ${t.appeal} = '')`,
    ),
  ],
);

/** Which voter of which poll a request would become; while it is held, refused or voided no pass is issued to them. */
export const claimVoters = pgTable(
  "claim_voters",
  {
    claimId: uuid("claim_id").notNull().references(() => claims.id, { onDelete: "cascade" }),
    pollId: uuid("poll_id").notNull(),
    voterHash: bytes("voter_hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.pollId] }), index("claim_voters_voter_idx").on(t.pollId, t.voterHash)],
);

/** How many asked, and how many were held, in each minute of a vote: the crowd without the people. */
export const claimMinutes = pgTable(
  "claim_minutes",
  {
    exerciseId: uuid("exercise_id").notNull(),
    minute: instant("minute").notNull(),
    councilId: councilId(),
    asked: integer("asked").notNull().default(0),
    held: integer("held").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.exerciseId, t.minute] })],
);

/** Wrong access codes from one browser or connection in an hour. */
export const claimMisuses = pgTable(
  "claim_misuses",
  {
    councilId: councilId(),
    sourceHash: bytes("source_hash").notNull(),
    hour: instant("hour").notNull(),
    tries: integer("tries").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.councilId, t.sourceHash, t.hour] })],
);

/** That more asked, or more were held, than chance explains; the returning officer was written to. */
export const claimAlarms = pgTable(
  "claim_alarms",
  {
    id: id(),
    councilId: councilId(),
    exerciseId: uuid("exercise_id").notNull(),
    kind: text("kind", { enum: ["burst", "held"] }).notNull(),
    seen: integer("seen").notNull(),
    expectedTenths: integer("expected_tenths").notNull(),
    raisedAt: instant("raised_at").notNull(),
    seenBy: uuid("seen_by"),
    seenAt: instant("seen_at"),
  },
  (t) => [index("claim_alarms_open_idx").on(t.councilId, t.exerciseId, t.raisedAt), check("claim_alarms_seen_check", sql`(${t.seenBy} is null) = (${t.seenAt} is null)`)],
);

/** A council's own numbers in place of the usual ones, and the connections of its schools and libraries (networks, never people). */
export const claimLimits = pgTable(
  "claim_limits",
  {
    councilId: uuid("council_id").primaryKey(),
    perDevice: integer("per_device").notNull().default(DEFAULT_LIMITS.perDevice),
    perHousehold: integer("per_household").notNull().default(DEFAULT_LIMITS.perHousehold),
    perPostcode: integer("per_postcode").notNull().default(DEFAULT_LIMITS.perPostcode),
    perNetwork: integer("per_network").notNull().default(DEFAULT_LIMITS.perNetwork),
    wrongCodes: integer("wrong_codes").notNull().default(DEFAULT_LIMITS.wrongCodes),
    perDay: integer("per_day").notNull().default(DEFAULT_LIMITS.perDay),
    sharedPlaces: jsonText<readonly SharedPlace[]>("shared_places").notNull().default([]),
  },
  (t) => [check("claim_limits_check", sql`least(${t.perDevice}, ${t.perHousehold}, ${t.perPostcode}, ${t.perNetwork}, ${t.wrongCodes}, ${t.perDay}) >= 1`)],
);
