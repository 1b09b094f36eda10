import { check, date, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { CHANGE_KINDS, CHANGE_STATES } from "#domain/priorities/agreement.ts";
import type { Memorandum } from "#domain/priorities/memorandum.ts";
import type { TargetContent } from "#domain/priorities/target-content.ts";
import { councilId, englishOf, id, instant, jsonText, transactionId, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { agreements } from "./agreements.ts";

export const changeKind = pgEnum("target_change_kind", CHANGE_KINDS);
export const changeState = pgEnum("target_change_state", CHANGE_STATES);

/** What is published on each approval, designation and change. Grows only. */
export const memoranda = pgTable(
  "memoranda",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    number: integer("number").notNull(),
    madeOn: date("made_on").notNull(),
    content: jsonText<Memorandum>("content").notNull(),
    /** SHA-256 of the content as canonical JSON, hex. */
    sha256: text("sha256").notNull(),
    madeBy: uuid("made_by").references(() => people.id),
  },
  (t) => [unique("memoranda_number_key").on(t.agreementId, t.number)],
);

/** A change to a target of an approved plan: proposed, then put into effect or not, once. */
export const targetChanges = pgTable(
  "target_changes",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    /** The target it changes, or the one it will add. */
    targetId: uuid("target_id").notNull(),
    kind: changeKind("kind").notNull(),
    /** What the target is to be; null where it goes, or is designated or released as it stands. */
    proposed: jsonText<TargetContent>("proposed"),
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    /** Others who were asked besides the partners, and how. */
    consulted: text("consulted").notNull().default(""),
    /** Partners whose consent is needed, as they were when it was proposed. */
    concerned: uuid("concerned").array().notNull(),
    proposedOn: date("proposed_on").notNull(),
    proposedBy: uuid("proposed_by").references(() => people.id),
    state: changeState("state").notNull().default("proposed"),
    decidedOn: date("decided_on"),
    decidedBy: uuid("decided_by").references(() => people.id),
    /** The notice, letter or minute by which it was decided. */
    reference: text("reference").notNull().default(""),
    memorandumId: uuid("memorandum_id").references(() => memoranda.id),
    /** The transaction that decided it: only there may its target change. */
    decidedIn: transactionId("decided_in"),
  },
  (t) => [
    index("target_changes_agreement_idx").on(t.agreementId),
    index("target_changes_target_idx").on(t.targetId),
    check("target_changes_decided_check", sql`(${t.state} = 'proposed') = (${t.decidedOn} is null)`),
    check("target_changes_memorandum_check", sql`(${t.state} = 'in-effect') = (${t.memorandumId} is not null)`),
    check("target_changes_reason_check", sql`${t.reasonEn} || ${t.reasonCy} <> ''`),
    check("target_changes_proposed_check", sql`(${t.kind} in ('revision', 'amendment', 'addition')) = (${t.proposed} is not null)`),
  ],
);

/** A partner's answer to a proposed change. Grows only; the first answer stands. */
export const changeConsents = pgTable(
  "change_consents",
  {
    id: id(),
    councilId: councilId(),
    changeId: uuid("change_id").notNull().references(() => targetChanges.id),
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    answer: text("answer", { enum: ["consents", "refuses"] }).notNull(),
    on: date("on_day").notNull(),
    words: text("words").notNull().default(""),
    recordedBy: uuid("recorded_by").references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [unique("change_consents_partner_key").on(t.changeId, t.partnerId), check("change_consents_answer_check", sql`${t.answer} = 'consents' or (${t.answer} = 'refuses' and ${t.words} <> '')`)],
);
