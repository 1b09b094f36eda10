import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { BODY_KINDS, DOCUMENT_KINDS, INTERESTS, OFFICER_DOCUMENTS } from "#domain/asset-transfers/regime.ts";
import { TRANSFER_STAGES } from "#domain/asset-transfers/stage.ts";
import { TRANSFER_SIGHTS } from "#domain/asset-transfers/sight.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { bytes, councilId, englishOf, id, instant, jsonText, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { scanColumns } from "#db/schema/platform.ts";
import { assets, transferRegime } from "./assets.ts";

export const transferStage = pgEnum("transfer_stage", TRANSFER_STAGES);
export const transferSight = pgEnum("transfer_sight", TRANSFER_SIGHTS);
export const transferInterest = pgEnum("transfer_interest", INTERESTS);
export const bodyKind = pgEnum("body_kind", BODY_KINDS);
export const transferDocumentKind = pgEnum("transfer_document_kind", [...DOCUMENT_KINDS, ...OFFICER_DOCUMENTS]);

/** An application by a community organisation for a building or land, from its first day to the yearly returns. */
export const assetTransfers = pgTable(
  "asset_transfers",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    /** The council's own reference for the asset. */
    reference: text("reference").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    summaryEn: englishOf("summary"),
    summaryCy: welshOf("summary"),
    organisation: text("organisation").notNull(),
    areaId: uuid("area_id").references(() => areas.id),
    stage: transferStage("stage").notNull(),
    assetId: uuid("asset_id").references(() => assets.id),
    regime: transferRegime("regime").notNull().default("community-transfer"),
    interest: transferInterest("interest").notNull().default("lease"),
    /** Null for anything but a lease. */
    leaseYears: integer("lease_years"),
    bodyKind: bodyKind("body_kind"),
    members: integer("members").notNull().default(0),
    /** Charity or company number; empty where the body has none. */
    bodyNumber: text("body_number").notNull().default(""),
    /** What people gain and how it is paid for, in the language it was written in. */
    gains: text("gains").notNull().default(""),
    funding: text("funding").notNull().default(""),
    offeredPence: pence("offered_pence"),
    writtenIn: text("written_in", { enum: LOCALES }).notNull().default("en"),
    /** Who writes for the organisation; null where its application came on paper, or that person has deleted their account. */
    applicantId: uuid("applicant_id").references(() => people.id, { onDelete: "set null" }),
    /** Interests of its trustees in the council, or that there are none, as declared. */
    declaration: text("declaration").notNull().default(""),
    declaredAt: instant("declared_at"),
    /** What it wrote is shown once an officer has looked at it (a trigger sees to that), and then stays as it reads. */
    sight: transferSight("sight").notNull().default("waiting"),
  },
  (t) => [
    unique("asset_transfers_slug_key").on(t.councilId, t.slug),
    index("asset_transfers_asset_idx").on(t.assetId),
    index("asset_transfers_applicant_idx").on(t.applicantId),
    check("asset_transfers_lease_check", sql`${t.leaseYears} between 1 and 999`),
    check("asset_transfers_numbers_check", sql`${t.members} >= 0 and ${t.offeredPence} >= 0`),
  ],
);

/** What officers who looked at what an organisation wrote did about it. The newest counts. Append-only. */
export const assetTransferLooks = pgTable(
  "asset_transfer_looks",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    act: transferSight("act").notNull(),
    /** Why it was sent back, as the organisation is told; empty where it was shown. */
    why: text("why").notNull().default(""),
    lookedBy: uuid("looked_by").notNull().references(() => people.id),
    lookedAt: instant("looked_at").notNull(),
  },
  (t) => [index("asset_transfer_looks_idx").on(t.transferId, t.lookedAt), check("asset_transfer_looks_act_check", sql`${t.act} <> 'waiting' and (${t.act} = 'sent-back') = (trim(${t.why}) <> '')`)],
);

/** The days on which an application reached its stages. Append-only. */
export const assetTransferStages = pgTable(
  "asset_transfer_stages",
  {
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    stage: transferStage("stage").notNull(),
    reachedOn: date("reached_on").notNull(),
    noteEn: englishOf("note"),
    noteCy: welshOf("note"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    /** The officer who noted it; null where nobody did, or it was noted before this was kept. */
    recordedBy: uuid("recorded_by").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.transferId, t.stage] })],
);

/** An application that is not sent yet, as it was typed. One for each person and asset. */
export const assetTransferDrafts = pgTable(
  "asset_transfer_drafts",
  {
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
    assetId: uuid("asset_id").notNull().references(() => assets.id),
    councilId: councilId(),
    values: jsonText<TypedValues>("values").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.assetId] }), check("asset_transfer_drafts_values_check", sql`jsonb_typeof(${t.values}) = 'object'`)],
);

/** Papers of an application as they came in; a newer one of a kind takes the place of the older, which stays. Only what the scanner says is written later, once. */
export const assetTransferDocuments = pgTable(
  "asset_transfer_documents",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    kind: transferDocumentKind("kind").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    byteLength: integer("byte_length").notNull(),
    sha256: bytes("sha256").notNull(),
    content: bytes("content").notNull(),
    byOfficer: boolean("by_officer").notNull(),
    sentAt: instant("sent_at").notNull(),
    /** Opened by nobody before it is found clean. */
    ...scanColumns(),
  },
  (t) => [
    unique("asset_transfer_documents_once_key").on(t.transferId, t.kind, t.sha256),
    index("asset_transfer_documents_waiting_idx").on(t.sentAt).where(sql`${t.scan} = 'waiting'`),
    check("asset_transfer_documents_refused_check", sql`${t.scan} <> 'refused' or length(${t.content}) = 0`),
    check("asset_transfer_documents_size_check", sql`${t.byteLength} between 1 and 10485760`),
  ],
);

/** What officers asked the organisation. Append-only. */
export const assetTransferQuestions = pgTable(
  "asset_transfer_questions",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    askedBy: uuid("asked_by").references(() => people.id),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [index("asset_transfer_questions_idx").on(t.transferId, t.askedAt), unique("asset_transfer_questions_key").on(t.id, t.transferId)],
);

/** What it answered, once to each question. Append-only. */
export const assetTransferAnswers = pgTable(
  "asset_transfer_answers",
  {
    questionId: uuid("question_id").primaryKey(),
    transferId: uuid("transfer_id").notNull(),
    text: text("text").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [foreignKey({ name: "asset_transfer_answers_question_fk", columns: [t.questionId, t.transferId], foreignColumns: [assetTransferQuestions.id, assetTransferQuestions.transferId] }).onDelete("cascade")],
);

/** Notices in a newspaper that open space is to be let go. Append-only. */
export const openSpaceNotices = pgTable(
  "open_space_notices",
  {
    transferId: uuid("transfer_id").primaryKey().references(() => assetTransfers.id, { onDelete: "cascade" }),
    newspaper: text("newspaper").notNull(),
    firstOn: date("first_on").notNull(),
    secondOn: date("second_on").notNull(),
  },
  // The Monday of the one week is seven days before that of the other.
  (t) => [check("open_space_notices_weeks_check", sql`date_trunc('week', ${t.secondOn}::timestamp) - date_trunc('week', ${t.firstOn}::timestamp) = interval '7 days'`)],
);
