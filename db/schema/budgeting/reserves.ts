import { boolean, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, id, instant, pence } from "#db/columns.ts";
import { pots } from "./programmes.ts";
import { projects } from "./projects.ts";

/** Money of a pot that nobody had, offered to a project of its reserve list. One offer to a project. */
export const reserveOffers = pgTable(
  "reserve_offers",
  {
    id: id(),
    councilId: councilId(),
    potId: uuid("pot_id").notNull().references(() => pots.id),
    projectId: uuid("project_id").notNull().references(() => projects.id),
    amountPence: pence("amount_pence").notNull(),
    /** Less than it costs. */
    part: boolean("part").notNull(),
    offeredAt: instant("offered_at").notNull(),
    answer: text("answer"),
    answeredAt: instant("answered_at"),
    /** What the proposer said, published. */
    reason: text("reason").notNull().default(""),
  },
  (t) => [
    unique("reserve_offers_project_key").on(t.projectId),
    index("reserve_offers_pot_idx").on(t.potId),
    check("reserve_offers_amount_check", sql`${t.amountPence} > 0`),
    check("reserve_offers_answer_check", sql`${t.answer} in ('accepted', 'declined') and (${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);
