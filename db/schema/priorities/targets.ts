import { check, date, doublePrecision, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { TARGET_KINDS } from "#domain/priorities/agreement.ts";
import { POLARITIES } from "#domain/priorities/progress.ts";
import { TARGET_STATUSES } from "#domain/priorities/target.ts";
import { councilId, englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { agreements, strategyOutcomes } from "./agreements.ts";
import { nationalIndicators } from "./indicators.ts";

export const targetStatus = pgEnum("target_status", TARGET_STATUSES);
export const targetKind = pgEnum("target_kind", TARGET_KINDS);
export const targetPolarity = pgEnum("target_polarity", POLARITIES);

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
    /** What is measured, and in what unit; all readings are in that unit. */
    indicatorEn: englishOf("indicator"),
    indicatorCy: welshOf("indicator"),
    baseline: doublePrecision("baseline"),
    latest: doublePrecision("latest"),
    /** The number for the end: of the last year where there are yearly ones. */
    target: doublePrecision("target"),
    lead: text("lead").notNull().default(""),
    status: targetStatus("status").notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    /** The plan it stands in; null for a promise of the council's outside any. */
    agreementId: uuid("agreement_id").references(() => agreements.id),
    outcomeId: uuid("outcome_id").references(() => strategyOutcomes.id),
    kind: targetKind("kind").notNull().default("local"),
    indicatorNumber: integer("indicator_number").references(() => nationalIndicators.number),
    polarity: targetPolarity("polarity").notNull().default("higher"),
    baselineOn: date("baseline_on"),
    baselineDeferredUntil: date("baseline_deferred_until"),
    /** Where it should stand at the end of each year its plan lasts; null where that is not known yet. */
    yearly: jsonText<readonly (number | null)[]>("yearly").notNull().default([]),
    /** The day its plan was approved, or the change that added it. */
    approvedOn: date("approved_on"),
    designatedOn: date("designated_on"),
    removedOn: date("removed_on"),
  },
  (t) => [
    unique("priority_targets_slug_key").on(t.councilId, t.slug),
    index("priority_targets_agreement_idx").on(t.agreementId),
    check("priority_targets_designated_check", sql`${t.designatedOn} is null or (${t.kind} = 'designated' and ${t.agreementId} is not null)`),
    check("priority_targets_kind_check", sql`${t.kind} = 'local' or ${t.agreementId} is not null`),
    check("priority_targets_indicator_check", sql`${t.kind} <> 'designated' or ${t.indicatorNumber} is not null`),
    check("priority_targets_yearly_check", sql`jsonb_typeof(${t.yearly}) = 'array'`),
    check("priority_targets_removed_check", sql`${t.removedOn} is null or ${t.agreementId} is not null`),
  ],
);

/** Whom a target relates to: who leads on it and who co-operates. */
export const targetPartners = pgTable(
  "target_partners",
  {
    targetId: uuid("target_id").notNull().references(() => priorityTargets.id),
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    councilId: councilId(),
    part: text("part", { enum: ["lead", "co-operates"] }).notNull(),
    /** What it has promised. */
    promiseEn: englishOf("promise"),
    promiseCy: welshOf("promise"),
  },
  (t) => [primaryKey({ columns: [t.targetId, t.partnerId] }), index("target_partners_partner_idx").on(t.partnerId), check("target_partners_part_check", sql`${t.part} in ('lead', 'co-operates')`)],
);

/** The part of a target's whole movement that each council of a plan takes; in the unit of the target. */
export const targetContributions = pgTable(
  "target_contributions",
  {
    targetId: uuid("target_id").notNull().references(() => priorityTargets.id),
    /** The member council. */
    memberId: uuid("member_id").notNull().references(() => councils.id),
    councilId: councilId(),
    amount: doublePrecision("amount").notNull(),
  },
  (t) => [primaryKey({ columns: [t.targetId, t.memberId] })],
);

/** Where a target is narrower than the whole council. */
export const targetAreas = pgTable(
  "target_areas",
  {
    targetId: uuid("target_id").notNull().references(() => priorityTargets.id),
    areaId: uuid("area_id").notNull().references(() => areas.id),
    councilId: councilId(),
  },
  (t) => [primaryKey({ columns: [t.targetId, t.areaId] })],
);

/** What was measured in a quarter. Grows only: a correction is a further row while the quarter is open, and the last counts. */
export const targetReturns = pgTable(
  "target_returns",
  {
    id: id(),
    councilId: councilId(),
    targetId: uuid("target_id").notNull().references(() => priorityTargets.id),
    /** The first day of the quarter. */
    quarter: date("quarter").notNull(),
    version: integer("version").notNull(),
    /** Null where there is no reading yet; the narrative then says why. */
    value: doublePrecision("value"),
    /** As the rule said, with what was expected; null without a reading or a whole trajectory. */
    status: targetStatus("status"),
    expected: doublePrecision("expected"),
    narrativeEn: englishOf("narrative"),
    narrativeCy: welshOf("narrative"),
    evidence: text("evidence").notNull().default(""),
    partnerId: uuid("partner_id").references(() => partners.id),
    givenBy: uuid("given_by").references(() => people.id),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [
    unique("target_returns_version_key").on(t.targetId, t.quarter, t.version),
    check("target_returns_quarter_check", sql`extract(day from ${t.quarter}) = 1 and extract(month from ${t.quarter}) in (1, 4, 7, 10)`),
    check("target_returns_value_check", sql`${t.value} is not null or ${t.narrativeEn} || ${t.narrativeCy} <> ''`),
  ],
);

/** A closed quarter opened again, for everybody to see why. Grows only. */
export const quarterReopenings = pgTable(
  "quarter_reopenings",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    quarter: date("quarter").notNull(),
    until: date("until").notNull(),
    becauseEn: englishOf("because"),
    becauseCy: welshOf("because"),
    openedBy: uuid("opened_by").references(() => people.id),
    openedAt: instant("opened_at").notNull(),
  },
  (t) => [index("quarter_reopenings_idx").on(t.agreementId, t.quarter), check("quarter_reopenings_reason_check", sql`${t.becauseEn} || ${t.becauseCy} <> ''`)],
);
