import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { TRANSFER_PARTS } from "#domain/asset-transfers/part.ts";
import type { Scores } from "#domain/asset-transfers/scoring.ts";
import type { PromisedBenefit } from "#domain/asset-transfers/terms.ts";
import { englishOf, id, instant, jsonText, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransfers, transferSight } from "./transfers.ts";

const transferId = () => uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" });
const transferKey = () => uuid("transfer_id").primaryKey().references(() => assetTransfers.id, { onDelete: "cascade" });

export const identityWay = pgEnum("identity_way", ["documents-seen", "one-login-p2"]);
export const transferOutcome = pgEnum("transfer_outcome", ["agreed", "refused"]);

export const transferPart = pgEnum("transfer_part", TRANSFER_PARTS);

/** Who was asked to do what about an application: they read its papers, no other officer does. A part is ended, never deleted. */
export const assetTransferParts = pgTable(
  "asset_transfer_parts",
  {
    id: id(),
    transferId: transferId(),
    personId: uuid("person_id").notNull().references(() => people.id),
    part: transferPart("part").notNull(),
    /** Null where the part came with entering the application from paper. */
    givenBy: uuid("given_by").references(() => people.id),
    givenAt: instant("given_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("asset_transfer_parts_key").on(t.transferId, t.personId, t.part).where(sql`${t.endedAt} is null`),
    uniqueIndex("asset_transfer_parts_one_judging_key").on(t.transferId, t.personId).where(sql`${t.endedAt} is null and ${t.part} <> 'case'`),
    index("asset_transfer_parts_person_idx").on(t.personId),
  ],
);

/** What those who judge an application said of their interest in it, before they did. The newest counts. Append-only. */
export const assetTransferInterests = pgTable(
  "asset_transfer_interests",
  {
    id: id(),
    transferId: transferId(),
    personId: uuid("person_id").notNull().references(() => people.id),
    interested: boolean("interested").notNull(),
    /** What the interest is; empty where there is none. */
    what: text("what").notNull().default(""),
    declaredAt: instant("declared_at").notNull(),
  },
  (t) => [index("asset_transfer_interests_idx").on(t.transferId, t.personId, t.declaredAt), check("asset_transfer_interests_what_check", sql`${t.interested} = (trim(${t.what}) <> '')`)],
);

/** That an officer found who signs for the organisation to be who they say, at level 4. Only that is kept, no document. Append-only. */
export const assetTransferChecks = pgTable("asset_transfer_checks", {
  transferId: transferKey(),
  way: identityWay("way").notNull(),
  checkedBy: uuid("checked_by").notNull().references(() => people.id),
  checkedAt: instant("checked_at").notNull(),
});

/** What a scorer gave and why, before they could see the other's. Two seats, two people. Append-only. */
export const assetTransferSheets = pgTable(
  "asset_transfer_sheets",
  {
    transferId: transferId(),
    seat: integer("seat").notNull(),
    scorerId: uuid("scorer_id").notNull().references(() => people.id),
    scores: jsonText<Scores>("scores").notNull(),
    why: text("why").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.transferId, t.seat] }), unique("asset_transfer_sheets_scorer_key").on(t.transferId, t.scorerId), check("asset_transfer_sheets_seat_check", sql`${t.seat} in (1, 2)`)],
);

/** The one set of scores that a third person made of two. Append-only. */
export const assetTransferModerations = pgTable("asset_transfer_moderations", {
  transferId: transferKey(),
  moderatorId: uuid("moderator_id").notNull().references(() => people.id),
  scores: jsonText<Scores>("scores").notNull(),
  whyEn: englishOf("why"),
  whyCy: welshOf("why"),
  moderatedAt: instant("moderated_at").notNull(),
});

/** The decision, taken once. The price is within the law or has a consent: General Disposal Consent 2003. Append-only. */
export const assetTransferDecisions = pgTable(
  "asset_transfer_decisions",
  {
    transferId: transferKey(),
    outcome: transferOutcome("outcome").notNull(),
    decidedOn: date("decided_on").notNull(),
    decidedBy: uuid("decided_by").notNull().references(() => people.id),
    reasonsEn: englishOf("reasons"),
    reasonsCy: welshOf("reasons"),
    /** Whether the price is judged by section 123 of the Local Government Act 1972. */
    undervalueRule: boolean("undervalue_rule").notNull(),
    ownConsent: boolean("own_consent").notNull(),
    unrestrictedPence: pence("unrestricted_pence"),
    pricePence: pence("price_pence"),
    leaseYears: integer("lease_years"),
    consentReference: text("consent_reference").notNull().default(""),
  },
  (t) => [
    check("asset_transfer_decisions_reasons_check", sql`length(trim(${t.reasonsEn} || ${t.reasonsCy})) > 0`),
    check("asset_transfer_decisions_money_check", sql`${t.unrestrictedPence} >= 0 and ${t.pricePence} >= 0 and ${t.leaseYears} > 0`),
    check(
      "asset_transfer_decisions_undervalue_check",
      sql`${t.outcome} = 'refused' or not ${t.undervalueRule} or (${t.unrestrictedPence} is not null and ${t.pricePence} is not null and (trim(${t.consentReference}) <> ''
        or (not ${t.ownConsent} and (${t.unrestrictedPence} - ${t.pricePence} <= 200000000 or coalesce(${t.leaseYears} <= 7, false)))))`,
    ),
  ],
);

/** Heads of terms as the council put them, version after version. Append-only. */
export const assetTransferTerms = pgTable(
  "asset_transfer_terms",
  {
    transferId: transferId(),
    version: integer("version").notNull(),
    textEn: englishOf("text"),
    textCy: welshOf("text"),
    /** What the organisation is to bring about each year, counted. */
    benefits: jsonText<readonly PromisedBenefit[]>("benefits").notNull(),
    putAt: instant("put_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.transferId, t.version] }), check("asset_transfer_terms_version_check", sql`${t.version} > 0`)],
);

/** That the organisation agreed to a version of the terms. Append-only. */
export const assetTransferAgreements = pgTable(
  "asset_transfer_agreements",
  {
    transferId: uuid("transfer_id").notNull(),
    version: integer("version").notNull(),
    /** Who signed for the organisation, as they wrote their name. */
    signedAs: text("signed_as").notNull(),
    agreedAt: instant("agreed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.transferId, t.version] }),
    foreignKey({ name: "asset_transfer_agreements_terms_fk", columns: [t.transferId, t.version], foreignColumns: [assetTransferTerms.transferId, assetTransferTerms.version] }).onDelete("cascade"),
  ],
);

/** What came of it in a year, as the organisation tells it; a further version only where the one before was sent back (a trigger sees to that). Append-only. */
export const assetTransferReturns = pgTable(
  "asset_transfer_returns",
  {
    transferId: transferId(),
    year: integer("year").notNull(),
    version: integer("version").notNull().default(1),
    story: text("story").notNull(),
    /** What was reached of each promised benefit, in their order. */
    reached: jsonText<readonly number[]>("reached").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.transferId, t.year, t.version] }), check("asset_transfer_returns_version_check", sql`${t.version} > 0`)],
);

/** What an officer who looked at a return did about it: shown to everybody, or sent back with why. Append-only. */
export const assetTransferReturnLooks = pgTable(
  "asset_transfer_return_looks",
  {
    transferId: uuid("transfer_id").notNull(),
    year: integer("year").notNull(),
    version: integer("version").notNull(),
    act: transferSight("act").notNull(),
    /** Why it was sent back, as the organisation is told; empty where it was shown. */
    why: text("why").notNull().default(""),
    /** Null for one that stood in public before there was a look. */
    lookedBy: uuid("looked_by").references(() => people.id),
    lookedAt: instant("looked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.transferId, t.year, t.version] }),
    foreignKey({ name: "asset_transfer_return_looks_return_fk", columns: [t.transferId, t.year, t.version], foreignColumns: [assetTransferReturns.transferId, assetTransferReturns.year, assetTransferReturns.version] }).onDelete("cascade"),
    check("asset_transfer_return_looks_act_check", sql`${t.act} <> 'waiting' and (${t.act} = 'sent-back') = (trim(${t.why}) <> '')`),
  ],
);
