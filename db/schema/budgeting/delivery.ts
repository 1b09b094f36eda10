import { type AnyPgColumn, bigint, check, date, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { MONEY_KINDS } from "#domain/budgeting/delivery.ts";
import { councilId, englishOf, id, instant, pence, welshOf } from "#db/columns.ts";
import { photos } from "#db/schema/platform.ts";
import { pots } from "./programmes.ts";
import { projects } from "./projects.ts";

export const moneyKind = pgEnum("money_kind", MONEY_KINDS);
export const deliveryEnd = pgEnum("delivery_end", ["finished", "stopped"]);

/** Who carries a funded project out, where, and how it ended. A project without a row here has not been taken up yet. */
export const projectDeliveries = pgTable(
  "project_deliveries",
  {
    projectId: uuid("project_id").primaryKey().references(() => projects.id),
    councilId: councilId(),
    /** The service or people who do it. */
    doneBy: text("done_by").notNull().default(""),
    contractor: text("contractor").notNull().default(""),
    contactEmail: text("contact_email").notNull().default(""),
    placeEn: englishOf("place"),
    placeCy: welshOf("place"),
    ended: deliveryEnd("ended"),
    endedOn: date("ended_on"),
    /** Why it cost more or less than it won, or why it stopped. */
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
  },
  (t) => [
    check("project_deliveries_end_check", sql`(${t.ended} is null) = (${t.endedOn} is null)`),
    check("project_deliveries_stopped_check", sql`${t.ended} is distinct from 'stopped' or ${t.reasonEn} <> ''`),
  ],
);

export const projectMilestones = pgTable(
  "project_milestones",
  {
    id: id(),
    councilId: councilId(),
    projectId: uuid("project_id").notNull().references(() => projects.id),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    noteEn: englishOf("note"),
    noteCy: welshOf("note"),
    plannedFor: date("planned_for").notNull(),
    /** The day residents were told first. Never changed. */
    firstPlannedFor: date("first_planned_for").notNull(),
    doneOn: date("done_on"),
  },
  (t) => [index("project_milestones_project_idx").on(t.projectId)],
);

/** Orders and payments. Grows only: a mistake is taken back by an entry of the opposite amount. */
export const projectMoney = pgTable(
  "project_money",
  {
    id: id(),
    councilId: councilId(),
    projectId: uuid("project_id").notNull().references(() => projects.id),
    kind: moneyKind("kind").notNull(),
    whatEn: englishOf("what"),
    whatCy: welshOf("what"),
    paidTo: text("paid_to").notNull(),
    on: date("on_day").notNull(),
    amountPence: bigint("amount_pence", { mode: "number" }).notNull(),
    /** Why, where the project goes above what it won or an entry is taken back. */
    becauseEn: englishOf("because"),
    becauseCy: welshOf("because"),
    /** The entry it takes back. */
    takesBack: uuid("takes_back").references((): AnyPgColumn => projectMoney.id),
  },
  (t) => [
    index("project_money_project_idx").on(t.projectId),
    unique("project_money_takes_back_key").on(t.takesBack),
    check("project_money_amount_check", sql`case when ${t.takesBack} is null then ${t.amountPence} > 0 else ${t.amountPence} < 0 and ${t.becauseEn} <> '' end`),
  ],
);

export const projectUpdates = pgTable(
  "project_updates",
  {
    id: id(),
    councilId: councilId(),
    projectId: uuid("project_id").notNull().references(() => projects.id),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    textEn: englishOf("text"),
    textCy: welshOf("text"),
    /** What it shows, where it shows something; described in words with the photo. */
    photoId: uuid("photo_id").references(() => photos.id),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [index("project_updates_project_idx").on(t.projectId), unique("project_updates_photo_key").on(t.photoId)],
);

/** Money an ended project did not need, put into a pot that is still being drafted. Once for each project. */
export const potReturns = pgTable(
  "pot_returns",
  {
    projectId: uuid("project_id").primaryKey().references(() => projects.id),
    councilId: councilId(),
    toPotId: uuid("to_pot_id").notNull().references(() => pots.id),
    amountPence: pence("amount_pence").notNull(),
    returnedAt: instant("returned_at").notNull(),
  },
  (t) => [index("pot_returns_pot_idx").on(t.toPotId), check("pot_returns_amount_check", sql`${t.amountPence} > 0`)],
);
