import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { CLAIM_PARTS, CLAIM_ROUNDS } from "#domain/asset-transfers/compensation.ts";
import { bytes, id, instant, pence } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { scanColumns } from "#db/schema/platform.ts";
import { appealOutcome } from "./reviews.ts";
import { assetTransfers } from "./transfers.ts";

export const claimPart = pgEnum("listing_claim_part", CLAIM_PARTS);
export const claimRound = pgEnum("listing_claim_round", CLAIM_ROUNDS);

/** An owner's claim for compensation, because their land was listed as an asset of community value; not public. With an account goes the person, else append-only. */
export const assetListingClaims = pgTable(
  "asset_listing_claims",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    /** Who claims; null where it came on paper, or that person has deleted their account. */
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    /** The day it came in. */
    claimedOn: date("claimed_on").notNull(),
    /** Of one that came on paper: where it and its evidence are found, and who entered it. */
    letter: text("letter").notNull().default(""),
    enteredBy: uuid("entered_by").references(() => people.id),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [index("asset_listing_claims_idx").on(t.transferId, t.claimedOn), index("asset_listing_claims_person_idx").on(t.personId), check("asset_listing_claims_letter_check", sql`(trim(${t.letter}) <> '') = (${t.enteredBy} is not null)`)],
);

const claimId = () => uuid("claim_id").notNull().references(() => assetListingClaims.id, { onDelete: "cascade" });
const claimKey = () => uuid("claim_id").primaryKey().references(() => assetListingClaims.id, { onDelete: "cascade" });

/** What is claimed, part by part. In 13 weeks after the loss ended (a trigger sees to that). Append-only. */
export const assetListingClaimParts = pgTable(
  "asset_listing_claim_parts",
  {
    claimId: claimId(),
    part: claimPart("part").notNull(),
    amountPence: pence("amount_pence").notNull(),
    /** The day the loss or expense was incurred, or finished being incurred. */
    endedOn: date("ended_on").notNull(),
    what: text("what").notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.part] }), check("asset_listing_claim_parts_check", sql`${t.amountPence} > 0 and trim(${t.what}) <> ''`)],
);

/** The evidence sent with a part; opened by nobody before the scanner found it clean. Only what that says is written later. */
export const assetListingEvidence = pgTable(
  "asset_listing_evidence",
  {
    id: id(),
    claimId: uuid("claim_id").notNull(),
    part: claimPart("part").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    byteLength: integer("byte_length").notNull(),
    content: bytes("content").notNull(),
    sentAt: instant("sent_at").notNull(),
    ...scanColumns(),
  },
  (t) => [
    foreignKey({ name: "asset_listing_evidence_part_fk", columns: [t.claimId, t.part], foreignColumns: [assetListingClaimParts.claimId, assetListingClaimParts.part] }).onDelete("cascade"),
    index("asset_listing_evidence_idx").on(t.claimId),
    index("asset_listing_evidence_waiting_idx").on(t.sentAt).where(sql`${t.scan} = 'waiting'`),
    check("asset_listing_evidence_refused_check", sql`${t.scan} <> 'refused' or length(${t.content}) = 0`),
    check("asset_listing_evidence_size_check", sql`${t.byteLength} between 1 and 10485760`),
  ],
);

/** Who was asked to decide on a claim, and on a review of that. The newest of a round counts. Append-only. */
export const assetListingClaimOfficers = pgTable(
  "asset_listing_claim_officers",
  {
    id: id(),
    claimId: claimId(),
    round: claimRound("round").notNull(),
    personId: uuid("person_id").notNull().references(() => people.id),
    askedBy: uuid("asked_by").notNull().references(() => people.id),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [index("asset_listing_claim_officers_idx").on(t.claimId, t.round, t.askedAt), index("asset_listing_claim_officers_person_idx").on(t.personId)],
);

/** What was decided on a claim, at first and on its review, by two people. Append-only. */
export const assetListingClaimDecisions = pgTable(
  "asset_listing_claim_decisions",
  {
    claimId: claimId(),
    round: claimRound("round").notNull(),
    /** What is paid; nothing where it is refused. No more than was claimed (a trigger sees to that). */
    amountPence: pence("amount_pence").notNull(),
    decidedOn: date("decided_on").notNull(),
    decidedBy: uuid("decided_by").notNull().references(() => people.id),
    /** The post of the officer. */
    post: text("post").notNull(),
    reasons: text("reasons").notNull(),
    /** The day of the hearing within the review; null where there was none. */
    heardOn: date("heard_on"),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.round] }),
    unique("asset_listing_claim_decisions_another_key").on(t.claimId, t.decidedBy),
    check("asset_listing_claim_decisions_check", sql`${t.amountPence} >= 0 and trim(${t.post}) <> '' and trim(${t.reasons}) <> '' and (${t.heardOn} is null or ${t.round} = 'review')`),
  ],
);

/** That a review of the decision was asked for, once. Append-only. */
export const assetListingClaimReviews = pgTable(
  "asset_listing_claim_reviews",
  {
    claimId: claimKey(),
    askedOn: date("asked_on").notNull(),
    reasons: text("reasons").notNull(),
    /** Whether a hearing was asked for, which must then be held. */
    hearing: boolean("hearing").notNull(),
    /** Of one that came on paper, and of one for which more time was allowed: where the letter is. */
    letter: text("letter").notNull().default(""),
    enteredBy: uuid("entered_by").references(() => people.id),
  },
  (t) => [check("asset_listing_claim_reviews_check", sql`trim(${t.reasons}) <> '' and (trim(${t.letter}) <> '') = (${t.enteredBy} is not null)`)],
);

/** That the owner appealed to the First-tier Tribunal against the decision on the review, and how it ended. Append-only but for its end. */
export const assetListingClaimAppeals = pgTable(
  "asset_listing_claim_appeals",
  {
    claimId: claimKey(),
    appealedOn: date("appealed_on").notNull(),
    reference: text("reference").notNull().default(""),
    outcome: appealOutcome("outcome"),
    /** What the Tribunal said is to be paid; null where it said nothing of it. */
    amountPence: pence("amount_pence"),
    endedOn: date("ended_on"),
    notedBy: uuid("noted_by").notNull().references(() => people.id),
  },
  (t) => [check("asset_listing_claim_appeals_check", sql`(${t.outcome} is null) = (${t.endedOn} is null) and (${t.amountPence} is null or (${t.outcome} is not null and ${t.amountPence} >= 0)) and ${t.endedOn} >= ${t.appealedOn}`)],
);
