import { doublePrecision, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
import { TARGET_STATUSES } from "#domain/priorities/target.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { councils } from "#db/schema/councils/councils.ts";

export const targetStatus = pgEnum("target_status", TARGET_STATUSES);

/** One thing the council has promised to move, with the number that shows it. */
export const priorityTargets = pgTable(
  "priority_targets",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    theme: text("theme").notNull().default(""),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    narrativeEn: englishOf("narrative"),
    narrativeCy: welshOf("narrative"),
    /** What is measured, and in what unit; the three readings are in that unit. */
    indicatorEn: englishOf("indicator"),
    indicatorCy: welshOf("indicator"),
    baseline: doublePrecision("baseline"),
    latest: doublePrecision("latest"),
    target: doublePrecision("target"),
    lead: text("lead").notNull().default(""),
    status: targetStatus("status").notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [unique("priority_targets_slug_key").on(t.councilId, t.slug)],
);
