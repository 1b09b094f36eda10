import { type AnyPgColumn, check, date, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { PHASES } from "#domain/budgeting/phase.ts";
import { bytes, councilId, englishOf, id, instant, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { polls } from "#db/schema/voting/polls.ts";

export const phase = pgEnum("programme_phase", PHASES);

/** A participatory budget: a pot or several, and dated phases. Its texts and lifecycle are the engagement's. */
export const programmes = pgTable("programmes", {
  id: id(),
  councilId: councilId(),
  /** Where it stands, by date or by hand; null before its first phase and between two. The worker and officers move it. */
  phase: phase("phase"),
});

export const programmePhases = pgTable(
  "programme_phases",
  {
    programmeId: uuid("programme_id").notNull().references(() => programmes.id, { onDelete: "cascade" }),
    phase: phase("phase").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.phase] }), check("programme_phases_dates_check", sql`${t.endsOn} >= ${t.startsOn}`)],
);

/** Each time a programme moved to another phase. Grows only. */
export const phaseSwitches = pgTable(
  "programme_phase_switches",
  {
    id: id(),
    councilId: councilId(),
    programmeId: uuid("programme_id").notNull().references(() => programmes.id),
    /** Null where it left a phase and no other has begun. */
    phase: phase("phase"),
    switchedAt: instant("switched_at").notNull(),
    /** The officer who moved it; null where its date had come. */
    switchedBy: uuid("switched_by").references(() => people.id),
    /** Why an officer moved it: everybody reads it. */
    becauseEn: englishOf("because"),
    becauseCy: welshOf("because"),
  },
  (t) => [
    index("programme_phase_switches_idx").on(t.programmeId, t.switchedAt),
    check("programme_phase_switches_reason_check", sql`(${t.switchedBy} is null) or (${t.phase} is not null and ${t.becauseEn} || ${t.becauseCy} <> '')`),
  ],
);

/** A secret address at which people who do not sign in read a draft. Only a hash of its secret is kept. */
export const previewLinks = pgTable(
  "programme_preview_links",
  {
    id: id(),
    councilId: councilId(),
    programmeId: uuid("programme_id").notNull().references(() => programmes.id, { onDelete: "cascade" }),
    /** For whom: so that one knows which to withdraw. */
    madeFor: text("made_for").notNull(),
    secretHash: bytes("secret_hash").notNull(),
    madeBy: uuid("made_by").notNull().references(() => people.id),
    madeAt: instant("made_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [unique("programme_preview_links_secret_key").on(t.secretHash), index("programme_preview_links_idx").on(t.programmeId)],
);

/** Money with one ballot of its own: for the whole council, for one area or for one theme. */
export const pots = pgTable(
  "pots",
  {
    id: id(),
    councilId: councilId(),
    programmeId: uuid("programme_id").notNull().references(() => programmes.id),
    slug: text("slug").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    areaId: uuid("area_id").references(() => areas.id),
    /** What its projects are for, such as young people; empty for anything. */
    themeEn: englishOf("theme"),
    themeCy: welshOf("theme"),
    /** The pot whose money it keeps for its theme. */
    ringFencedFrom: uuid("ring_fenced_from").references((): AnyPgColumn => pots.id),
    /** What its own ballot decides on: without what is ring-fenced from it. */
    amountPence: pence("amount_pence").notNull(),
    /** What one project may cost at least and at most; no limit of its own where null. The pot is always a limit. */
    minProjectPence: pence("min_project_pence"),
    maxProjectPence: pence("max_project_pence"),
    pollId: uuid("poll_id").notNull().references(() => polls.id),
    position: integer("position").notNull(),
  },
  (t) => [
    unique("pots_slug_key").on(t.programmeId, t.slug),
    unique("pots_poll_key").on(t.pollId),
    index("pots_council_idx").on(t.councilId),
    check("pots_ring_fence_check", sql`${t.ringFencedFrom} is null or (${t.ringFencedFrom} <> ${t.id} and ${t.themeEn} || ${t.themeCy} <> '')`),
    check("pots_amount_check", sql`${t.amountPence} > 0`),
    check("pots_project_limits_check", sql`${t.minProjectPence} > 0 and ${t.maxProjectPence} <= ${t.amountPence} and ${t.maxProjectPence} >= coalesce(${t.minProjectPence}, 1)`),
  ],
);

/** Who gives how much to a pot. Where there are any, they make up the pot and what is ring-fenced from it, to the penny. */
export const potFunders = pgTable(
  "pot_funders",
  {
    id: id(),
    councilId: councilId(),
    potId: uuid("pot_id").notNull().references(() => pots.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    amountPence: pence("amount_pence").notNull(),
    /** What the money may be spent on. */
    conditionEn: englishOf("condition"),
    conditionCy: welshOf("condition"),
  },
  (t) => [unique("pot_funders_position_key").on(t.potId, t.position), check("pot_funders_amount_check", sql`${t.amountPence} > 0`)],
);
