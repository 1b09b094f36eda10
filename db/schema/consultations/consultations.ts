import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { Survey } from "#domain/consultations/survey.ts";
import { councilId, englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { councils } from "#db/schema/councils/councils.ts";

/** A consultation by survey. Its texts and lifecycle are the engagement's; when it takes answers is written here at publication. */
export const consultations = pgTable(
  "consultations",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    /** The survey being written: what the next version will be. */
    draft: jsonText<Survey>("draft").notNull(),
    /** The version that is asked now; null until the first is published. */
    version: integer("version"),
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
  },
  (t) => [
    index("consultations_council_idx").on(t.councilId),
    check("consultations_times_check", sql`${t.closesAt} > ${t.opensAt}`),
    check("consultations_published_check", sql`${t.version} is null or (${t.opensAt} is not null and ${t.closesAt} is not null)`),
  ],
);

/** Every version that was ever asked, as it was asked. Append-only. */
export const surveyVersions = pgTable(
  "survey_versions",
  {
    consultationId: uuid("consultation_id").notNull().references(() => consultations.id),
    councilId: councilId(),
    /** 1 for the first. */
    version: integer("version").notNull(),
    document: jsonText<Survey>("document").notNull(),
    /** Why there is a new one; shown publicly. Empty for the first. */
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    publishedBy: uuid("published_by").notNull().references(() => people.id),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.version] }),
    check("survey_versions_version_check", sql`${t.version} >= 1`),
    check("survey_versions_reason_check", sql`${t.version} = 1 or ${t.reasonEn} <> ''`),
  ],
);

/** Surveys a council keeps to begin others from. */
export const surveyTemplates = pgTable(
  "survey_templates",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    name: text("name").notNull(),
    document: jsonText<Survey>("document").notNull(),
    createdBy: uuid("created_by").notNull().references(() => people.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("survey_templates_council_idx").on(t.councilId)],
);
