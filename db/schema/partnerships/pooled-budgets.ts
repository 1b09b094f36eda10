import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { MONEY_KINDS } from "#domain/partnerships/pooled-budget.ts";
import { councilId, englishOf, id, instant, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { keptVersions } from "#db/schema/platform.ts";
import { partners, partnershipGroups } from "./partners.ts";

export const poolMoneyKind = pgEnum("pool_money_kind", MONEY_KINDS);

/** Money that several bodies put together for some years. */
export const pooledBudgets = pgTable(
  "pooled_budgets",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    purposeEn: englishOf("purpose"),
    purposeCy: welshOf("purpose"),
    /** The board that looks after it, such as a neighbourhood's. */
    boardId: uuid("board_id").references(() => partnershipGroups.id),
    /** Its first financial year: 2026 is 2026-27. */
    fromYear: integer("from_year").notNull(),
    years: integer("years").notNull(),
  },
  (t) => [unique("pooled_budgets_slug_key").on(t.councilId, t.slug), check("pooled_budgets_years_check", sql`${t.years} between 1 and 5 and ${t.fromYear} between 2000 and 2100`)],
);

/** What part of the money may only be spent on. */
export const poolRingFences = pgTable(
  "pool_ring_fences",
  {
    poolId: uuid("pool_id").notNull().references(() => pooledBudgets.id),
    code: text("code").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
  },
  (t) => [primaryKey({ columns: [t.poolId, t.code] }), check("pool_ring_fences_code_check", sql`${t.code} <> ''`)],
);

const purse = { year: integer("year").notNull(), kind: poolMoneyKind("kind").notNull(), ringFence: text("ring_fence").notNull().default("") };

/**
 * What was put into each purse and given out of it. Kept by triggers of the contributions and allocations, and by nothing else;
 * its check is why nothing can be given out that was not put in, whoever does it and however many at once.
 */
export const poolPurses = pgTable(
  "pool_purses",
  {
    poolId: uuid("pool_id").notNull().references(() => pooledBudgets.id),
    ...purse,
    contributedPence: pence("contributed_pence").notNull().default(0),
    allocatedPence: pence("allocated_pence").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.poolId, t.year, t.kind, t.ringFence] }), check("pool_purses_allocated_check", sql`${t.allocatedPence} between 0 and ${t.contributedPence}`)],
);

export const poolContributions = pgTable(
  "pool_contributions",
  {
    id: id(),
    councilId: councilId(),
    poolId: uuid("pool_id").notNull().references(() => pooledBudgets.id),
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    ...purse,
    amountPence: pence("amount_pence").notNull(),
    conditionEn: englishOf("condition"),
    conditionCy: welshOf("condition"),
    enteredAt: instant("entered_at").notNull(),
  },
  (t) => [index("pool_contributions_idx").on(t.poolId, t.year), check("pool_contributions_amount_check", sql`${t.amountPence} > 0`)],
);

export const poolAllocations = pgTable(
  "pool_allocations",
  {
    id: id(),
    councilId: councilId(),
    poolId: uuid("pool_id").notNull().references(() => pooledBudgets.id),
    ...purse,
    amountPence: pence("amount_pence").notNull(),
    whatEn: englishOf("what"),
    whatCy: welshOf("what"),
    /** The pot of a participatory budget that it was put into; then it cannot be taken back. */
    potId: uuid("pot_id").references(() => pots.id),
    allocatedAt: instant("allocated_at").notNull(),
  },
  (t) => [index("pool_allocations_idx").on(t.poolId, t.year), index("pool_allocations_pot_idx").on(t.potId), check("pool_allocations_amount_check", sql`${t.amountPence} > 0`)],
);

/** A business case: who puts in how much in which year, what is gained, and who gains. Its versions are kept; what was signed is one of them. */
export const poolCases = pgTable(
  "pool_cases",
  {
    id: id(),
    councilId: councilId(),
    poolId: uuid("pool_id").notNull().references(() => pooledBudgets.id),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    summaryEn: englishOf("summary"),
    summaryCy: welshOf("summary"),
  },
  (t) => [index("pool_cases_pool_idx").on(t.poolId)],
);

export const poolCaseLines = pgTable(
  "pool_case_lines",
  {
    caseId: uuid("case_id").notNull().references(() => poolCases.id),
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    year: integer("year").notNull(),
    investPence: pence("invest_pence").notNull(),
    gainPence: pence("gain_pence").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.partnerId, t.year] }), check("pool_case_lines_check", sql`${t.investPence} >= 0 and ${t.gainPence} >= 0`)],
);

/** Who gains by how much, in basis points; of one case exactly 10,000 together, when the transaction ends. */
export const poolCaseShares = pgTable(
  "pool_case_shares",
  {
    caseId: uuid("case_id").notNull().references(() => poolCases.id),
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    basisPoints: integer("basis_points").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.partnerId] }), check("pool_case_shares_check", sql`${t.basisPoints} between 0 and 10000`)],
);

/** That a body signed a version of a case. Append-only. */
export const poolSignOffs = pgTable(
  "pool_sign_offs",
  {
    caseId: uuid("case_id").notNull(),
    partnerId: uuid("partner_id").notNull(),
    version: integer("version").notNull(),
    signedAs: text("signed_as").notNull(),
    signedBy: uuid("signed_by").notNull().references(() => people.id),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.partnerId, t.version] }),
    foreignKey({ name: "pool_sign_offs_case_fk", columns: [t.caseId], foreignColumns: [poolCases.id] }),
    foreignKey({ name: "pool_sign_offs_version_fk", columns: [t.caseId, t.version], foreignColumns: [keptVersions.thingId, keptVersions.number] }),
    foreignKey({ name: "pool_sign_offs_partner_fk", columns: [t.partnerId], foreignColumns: [partners.id] }),
  ],
);
