import { check, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { consultations } from "./consultations.ts";

/** A comparison and a choice of responses that officers keep under a name; those with a comparison stand in the report. */
export const analysisViews = pgTable(
  "analysis_views",
  {
    id: id(),
    councilId: councilId(),
    consultationId: uuid("consultation_id").notNull().references(() => consultations.id),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    /** `rows`, `columns` and `hide` of a comparison, `channel`, `respondent` and `source` of the responses: as an address has them. */
    view: jsonText<Readonly<Record<string, string>>>("view").notNull(),
    savedBy: uuid("saved_by").notNull().references(() => people.id),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [
    unique("analysis_views_name_key").on(t.consultationId, t.nameEn),
    check("analysis_views_name_check", sql`length(${t.nameEn}) between 1 and 120`),
    check("analysis_views_view_check", sql`jsonb_typeof(${t.view}) = 'object' and ${t.view} <> '{}'::jsonb`),
  ],
);
