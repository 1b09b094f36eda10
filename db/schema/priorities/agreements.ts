import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { AGREEMENT_STATES } from "#domain/priorities/agreement.ts";
import { APPROVAL_STEPS, FRAMEWORK_CODES, type FrameworkRules } from "#domain/priorities/framework.ts";
import { councilId, englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { keptVersions } from "#db/schema/platform.ts";

export const frameworkCode = pgEnum("framework_code", FRAMEWORK_CODES);
export const approvalStep = pgEnum("approval_step", APPROVAL_STEPS);
export const agreementState = pgEnum("agreement_state", AGREEMENT_STATES);

/** A framework that a council wrote itself. Its versions are kept; a plan keeps the one it was begun under. */
export const ownFrameworks = pgTable(
  "own_frameworks",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    law: text("law").notNull(),
    rules: jsonText<FrameworkRules>("rules").notNull(),
    /** Whether a new plan may be begun under it. */
    inUse: boolean("in_use").notNull().default(true),
  },
  (t) => [index("own_frameworks_council_idx").on(t.councilId), check("own_frameworks_approvals_check", sql`jsonb_array_length(${t.rules} -> 'approvals') > 0`)],
);

/** The limits and approvals one plan is under, as they stood when it was begun. Never changed. */
export const frameworks = pgTable(
  "frameworks",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    /** Of one that comes with the program; else the council's own, and its version. */
    code: frameworkCode("code"),
    ownId: uuid("own_id").references(() => ownFrameworks.id),
    ownVersion: integer("own_version"),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    law: text("law").notNull(),
    // What the database itself keeps to; the rest is in `rules`.
    mostDesignated: integer("most_designated"),
    mostStatutory: integer("most_statutory"),
    designateWithinMonths: integer("designate_within_months"),
    lockMonths: integer("lock_months").notNull(),
    designatedByRevision: boolean("designated_by_revision").notNull(),
    localNeedsConsent: boolean("local_needs_consent").notNull(),
    returnDays: integer("return_days").notNull(),
    rules: jsonText<FrameworkRules>("rules").notNull(),
  },
  (t) => [
    check("frameworks_origin_check", sql`(${t.code} is null) = (${t.ownId} is not null) and (${t.ownId} is null) = (${t.ownVersion} is null)`),
    foreignKey({ name: "frameworks_own_version_fk", columns: [t.ownId, t.ownVersion], foreignColumns: [keptVersions.thingId, keptVersions.number] }),
  ],
);

/** What the plan is for: themes and the outcomes wanted under each. */
export const strategies = pgTable(
  "strategies",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    /** The story of the place: what it is like and what it should become. */
    storyEn: englishOf("story"),
    storyCy: welshOf("story"),
    fromYear: integer("from_year").notNull(),
    toYear: integer("to_year").notNull(),
  },
  (t) => [unique("strategies_slug_key").on(t.councilId, t.slug), check("strategies_years_check", sql`${t.toYear} >= ${t.fromYear}`)],
);

export const strategyThemes = pgTable(
  "strategy_themes",
  {
    id: id(),
    councilId: councilId(),
    strategyId: uuid("strategy_id").notNull().references(() => strategies.id),
    position: integer("position").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    leadEn: englishOf("lead"),
    leadCy: welshOf("lead"),
  },
  (t) => [unique("strategy_themes_position_key").on(t.strategyId, t.position)],
);

export const strategyOutcomes = pgTable(
  "strategy_outcomes",
  {
    id: id(),
    councilId: councilId(),
    themeId: uuid("theme_id").notNull().references(() => strategyThemes.id),
    position: integer("position").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
  },
  (t) => [unique("strategy_outcomes_position_key").on(t.themeId, t.position)],
);

/** A plan under a framework: the local area agreement, the council plan. */
export const agreements = pgTable(
  "agreements",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    frameworkId: uuid("framework_id").notNull().references(() => frameworks.id),
    strategyId: uuid("strategy_id").references(() => strategies.id),
    slug: text("slug").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    /** Where it applies, in words: the whole area or parts of several that need not touch. */
    areaEn: englishOf("area"),
    areaCy: welshOf("area"),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    state: agreementState("state").notNull().default("draft"),
    /** The day of the last approval; from then on targets change by the rules only. */
    approvedOn: date("approved_on"),
    closedOn: date("closed_on"),
  },
  (t) => [
    unique("agreements_slug_key").on(t.councilId, t.slug),
    check("agreements_days_check", sql`${t.endsOn} > ${t.startsOn}`),
    check("agreements_approved_check", sql`(${t.state} = 'draft') = (${t.approvedOn} is null) and (${t.state} = 'closed') = (${t.closedOn} is not null)`),
  ],
);

/** Each approval as it was given. Grows only. */
export const agreementSteps = pgTable(
  "agreement_steps",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    step: approvalStep("step").notNull(),
    /** The version of the draft that was before whoever approved it. */
    version: integer("version").notNull(),
    on: date("on_day").notNull(),
    /** The minute, notice or letter that shows it. */
    reference: text("reference").notNull(),
    wordsEn: englishOf("words"),
    wordsCy: welshOf("words"),
    recordedBy: uuid("recorded_by").references(() => people.id),
  },
  (t) => [
    unique("agreement_steps_step_key").on(t.agreementId, t.step, t.version),
    foreignKey({ name: "agreement_steps_version_fk", columns: [t.agreementId, t.version], foreignColumns: [keptVersions.thingId, keptVersions.number] }),
    check("agreement_steps_reference_check", sql`trim(${t.reference}) <> ''`),
  ],
);

/** A partner agrees to a version of the draft. Grows only; one for each partner and version. */
export const draftConsents = pgTable(
  "draft_consents",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    version: integer("version").notNull(),
    on: date("on_day").notNull(),
    words: text("words").notNull().default(""),
    recordedBy: uuid("recorded_by").references(() => people.id),
  },
  (t) => [
    unique("draft_consents_partner_key").on(t.agreementId, t.partnerId, t.version),
    foreignKey({ name: "draft_consents_version_fk", columns: [t.agreementId, t.version], foreignColumns: [keptVersions.thingId, keptVersions.number] }),
  ],
);

/** What was said between council, government and partners on the way. Grows only. */
export const negotiationEntries = pgTable(
  "negotiation_entries",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    on: date("on_day").notNull(),
    /** Who said it to whom: "Government office to council". */
    between: text("between_whom").notNull(),
    wordsEn: englishOf("words"),
    wordsCy: welshOf("words"),
    recordedBy: uuid("recorded_by").references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [index("negotiation_entries_agreement_idx").on(t.agreementId, t.on)],
);

/** The yearly look at a plan in force, and what it found. */
export const agreementReviews = pgTable(
  "agreement_reviews",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    openedOn: date("opened_on").notNull(),
    closedOn: date("closed_on"),
    findingsEn: englishOf("findings"),
    findingsCy: welshOf("findings"),
    /** Whether changes are proposed in a refresh. */
    refresh: boolean("refresh").notNull().default(false),
  },
  (t) => [index("agreement_reviews_agreement_idx").on(t.agreementId), check("agreement_reviews_findings_check", sql`(${t.closedOn} is null) or (${t.closedOn} >= ${t.openedOn} and ${t.findingsEn} || ${t.findingsCy} <> '')`)],
);

/** A member of a plan of several councils. */
export const agreementCouncils = pgTable(
  "agreement_councils",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    memberId: uuid("member_id").notNull().references(() => councils.id),
    /** The part of the member that the plan covers. */
    areaEn: englishOf("area"),
    areaCy: welshOf("area"),
  },
  (t) => [unique("agreement_councils_member_key").on(t.agreementId, t.memberId), index("agreement_councils_member_idx").on(t.memberId)],
);

/** A member signs the version of the draft that it read. Grows only; one may be taken back while the plan is a draft. */
export const agreementSignatures = pgTable(
  "agreement_signatures",
  {
    id: id(),
    councilId: councilId(),
    agreementId: uuid("agreement_id").notNull().references(() => agreements.id),
    memberId: uuid("member_id").notNull().references(() => councils.id),
    version: integer("version").notNull(),
    signedOn: date("signed_on").notNull(),
    signedBy: uuid("signed_by").references(() => people.id),
    signedAs: text("signed_as").notNull(),
    takenBackOn: date("taken_back_on"),
  },
  (t) => [
    foreignKey({ name: "agreement_signatures_version_fk", columns: [t.agreementId, t.version], foreignColumns: [keptVersions.thingId, keptVersions.number] }),
    uniqueIndex("agreement_signatures_member_key").on(t.agreementId, t.memberId, t.version).where(sql`${t.takenBackOn} is null`),
    check("agreement_signatures_signed_as_check", sql`trim(${t.signedAs}) <> ''`),
  ],
);
