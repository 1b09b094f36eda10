import { boolean, check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { LOCALES } from "#domain/basics/bilingual.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { PUBLISH_CONSENTS, RECRUITMENT_SOURCES, RESPONDENT_KINDS, RESPONSE_CHANNELS, RESPONSE_STATES } from "#domain/consultations/response.ts";
import { bytes, councilId, id, instant, jsonText } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { scanColumns } from "#db/schema/platform.ts";
import { consultations, surveyVersions } from "./consultations.ts";

export const responseState = pgEnum("response_state", RESPONSE_STATES);
export const responseChannel = pgEnum("response_channel", RESPONSE_CHANNELS);
export const respondentKind = pgEnum("respondent_kind", RESPONDENT_KINDS);
export const recruitmentSource = pgEnum("recruitment_source", RECRUITMENT_SOURCES);
export const responseLanguage = pgEnum("response_language", LOCALES);
export const publishConsent = pgEnum("publish_consent", PUBLISH_CONSENTS);

/** One person's or organisation's answers to a consultation, from the first page to the register. */
export const responses = pgTable(
  "responses",
  {
    id: id(),
    councilId: councilId(),
    consultationId: uuid("consultation_id").notNull().references(() => consultations.id),
    /** The version that was last answered. */
    version: integer("version").notNull(),
    state: responseState("state").notNull().default("in-progress"),
    channel: responseChannel("channel").notNull(),
    respondent: respondentKind("respondent").notNull().default("person"),
    /** Empty for a person. */
    organisationName: text("organisation_name").notNull().default(""),
    recruitmentSource: recruitmentSource("recruitment_source").notNull().default("not-known"),
    language: responseLanguage("language").notNull().default("en"),
    easyRead: boolean("easy_read").notNull().default(false),
    /** When it reached the council: of a web response the instant it was sent, of paper the day it came. */
    receivedAt: instant("received_at"),
    startedAt: instant("started_at").notNull(),
    savedAt: instant("saved_at").notNull(),
    /** Said to the person who sent it; eight readable characters. */
    reference: text("reference"),
    /** SHA-256 of the secret in the browser, and of the code to return with. Null once sent, and for what came on paper. */
    keyHash: bytes("key_hash"),
    returnCodeHash: bytes("return_code_hash"),
    /** Whether the equality page has been answered or passed over. What was said there is not linked to this. */
    equalityAsked: boolean("equality_asked").notNull().default(false),
    /** Whether their own words may be published. Once sent a yes can only become a no. */
    publishConsent: publishConsent("publish_consent").notNull().default("not-asked"),
    /** Who wrote it into the register; null of what came by the web. */
    enteredBy: uuid("entered_by").references(() => people.id),
    /** Number written on the paper; one of each in a consultation. */
    paperNumber: text("paper_number"),
    /** Corrections that came to stand of what officers wrote in. */
    corrections: integer("corrections").notNull().default(0),
  },
  (t) => [
    unique("responses_reference_key").on(t.reference),
    unique("responses_key_key").on(t.keyHash),
    unique("responses_return_code_key").on(t.consultationId, t.returnCodeHash),
    unique("responses_consultation_key").on(t.id, t.consultationId),
    unique("responses_paper_number_key").on(t.consultationId, t.paperNumber),
    index("responses_register_idx").on(t.consultationId, t.state, t.receivedAt),
    index("responses_council_idx").on(t.councilId),
    foreignKey({ name: "responses_version_fk", columns: [t.consultationId, t.version], foreignColumns: [surveyVersions.consultationId, surveyVersions.version] }),
    check("responses_submitted_check", sql`${t.state} = 'in-progress' or (${t.receivedAt} is not null and ${t.reference} is not null)`),
    check("responses_entered_check", sql`${t.channel} <> 'web' or (${t.enteredBy} is null and ${t.paperNumber} is null)`),
    check("responses_organisation_check", sql`${t.respondent} = 'organisation' or ${t.organisationName} = ''`),
  ],
);

/** One answer to one question. A question left out has no row; codes outlive versions. */
export const responseAnswers = pgTable(
  "response_answers",
  {
    responseId: uuid("response_id").notNull(),
    consultationId: uuid("consultation_id").notNull(),
    questionCode: text("question_code").notNull(),
    value: jsonText<Answer>("value").notNull(),
    /** The correction of the response by which it stands; 0 as it was first given. */
    correction: integer("correction").notNull().default(0),
    /** The one code of an answer that is a single choice, "dont-know", or the ward of a postcode: what tables are counted from without opening the answer. */
    closed: text("closed").generatedAlwaysAs(sql`left(coalesce(value ->> 'choice', value ->> 'areaId', case when value ->> 'dontKnow' = 'true' then 'dont-know' end), 60)`),
    /** The codes of an answer with several choices, as JSON, for the same; null where they are too long for an index. */
    several: text("several").generatedAlwaysAs(sql`case when length(value ->> 'choices') <= 1000 then value ->> 'choices' end`),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.questionCode] }),
    check("response_answers_value_check", sql`jsonb_typeof(${t.value}) = 'object'`),
    index("response_answers_question_idx").on(t.consultationId, t.questionCode),
    index("response_answers_closed_idx").on(t.consultationId, t.questionCode, t.responseId, t.closed).where(sql`closed is not null`),
    index("response_answers_several_idx").on(t.consultationId, t.questionCode, t.responseId, t.several).where(sql`several is not null`),
    index("response_answers_long_idx").on(t.consultationId, t.questionCode).where(sql`several is null and value ? 'choices'`),
    foreignKey({ name: "response_answers_response_fk", columns: [t.responseId, t.consultationId], foreignColumns: [responses.id, responses.consultationId] }).onDelete("cascade"),
  ],
);

/** Files people sent with an answer. Shown to officers once a scanner has found them clean. */
export const responseFiles = pgTable(
  "response_files",
  {
    id: id(),
    responseId: uuid("response_id").notNull().references(() => responses.id, { onDelete: "cascade" }),
    questionCode: text("question_code").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    sha256: bytes("sha256").notNull(),
    content: bytes("content").notNull(),
    /** Photos are made anew and need none. */
    ...scanColumns(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [check("response_files_refused_check", sql`${t.scan} <> 'refused' or length(${t.content}) = 0`), index("response_files_waiting_idx").on(t.sentAt).where(sql`${t.scan} = 'waiting'`), index("response_files_response_idx").on(t.responseId, t.questionCode), unique("response_files_once_key").on(t.responseId, t.questionCode, t.sha256)],
);

/**
 * Answers to the equality questions, one record to a person who gave any. No response, no reference, no time stands here:
 * `alongside` holds a copy of the closed answers by which the survey compares groups, and nothing else. Append-only.
 */
export const equalityRecords = pgTable(
  "equality_records",
  {
    id: id(),
    councilId: councilId(),
    consultationId: uuid("consultation_id").notNull().references(() => consultations.id),
    /** Codes of choices by equality question (domain/consultations/equality.ts); an age band, never a date of birth. */
    answers: jsonText<Readonly<Record<string, string>>>("answers").notNull(),
    alongside: jsonText<Readonly<Record<string, Answer>>>("alongside").notNull(),
  },
  (t) => [index("equality_records_consultation_idx").on(t.consultationId)],
);
