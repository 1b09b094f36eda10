import { check, date, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { REISSUE_ANSWERS, REISSUE_STATES } from "#domain/voting/reissue.ts";
import { bytes, councilId, id, instant } from "#db/columns.ts";

export const reissueState = pgEnum("reissue_state", REISSUE_STATES);
export const reissueAnswer = pgEnum("reissue_answer", REISSUE_ANSWERS);

/**
 * Voters who were given a ballot, lost its key and say they never cast it. One officer proposes an answer, another confirms it. Each
 * that is made is a public leaf; which voter it was stays on the side that knows people.
 */
export const reissues = pgTable(
  "reissues",
  {
    id: id(),
    councilId: councilId(),
    pollId: uuid("poll_id").notNull(),
    voterHash: bytes("voter_hash").notNull(),
    /** What happened, in the voter's words. */
    story: text("story").notNull(),
    /** Sealed with the installation's key; null where they gave none. */
    sealedEmail: bytes("sealed_email"),
    locale: text("locale", { enum: ["en", "cy"] }).notNull(),
    askedAt: instant("asked_at").notNull(),
    state: reissueState("state").notNull().default("asked"),
    proposal: reissueAnswer("proposal"),
    proposedBy: uuid("proposed_by"),
    /** Told to the voter with the answer. */
    reason: text("reason").notNull().default(""),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    /** SHA-256 of what was signed the second time. */
    blindedHash: bytes("blinded_hash"),
    usedOn: date("used_on"),
  },
  (t) => [
    // Nobody asks twice in one poll.
    unique("reissues_voter_key").on(t.pollId, t.voterHash),
    unique("reissues_blinded_key").on(t.pollId, t.blindedHash),
    index("reissues_council_idx").on(t.councilId, t.pollId, t.state),
    check("reissues_two_people_check", sql`${t.state} = 'asked' or (${t.proposedBy} is not null and ${t.decidedBy} is not null and ${t.proposedBy} <> ${t.decidedBy} and length(trim(${t.reason})) > 0)`),
    check("reissues_proposal_check", sql`(${t.proposal} is null) = (${t.proposedBy} is null)`),
    check("reissues_state_check", sql`${t.state} = 'asked' or (${t.state} = 'made') = (${t.proposal} = 'reissue')`),
    check("reissues_used_check", sql`${t.blindedHash} is null or ${t.state} = 'made'`),
  ],
);
