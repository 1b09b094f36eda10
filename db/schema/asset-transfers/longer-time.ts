import { check, date, foreignKey, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { TIME_ANSWERS, TIME_SIDES } from "#domain/asset-transfers/longer-time.ts";
import { id, instant } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransfers } from "./transfers.ts";

export const timeSide = pgEnum("transfer_time_side", TIME_SIDES);
export const timeAnswer = pgEnum("transfer_time_answer", TIME_ANSWERS);

/** That one side proposed a longer time to decide. One waits at a time (a trigger sees to that). Append-only. */
export const assetTransferTimeProposals = pgTable(
  "asset_transfer_time_proposals",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    side: timeSide("side").notNull(),
    /** The last day for the decision. */
    until: date("until").notNull(),
    /** For the other side; not public. */
    why: text("why").notNull(),
    proposedAt: instant("proposed_at").notNull(),
  },
  (t) => [index("asset_transfer_time_proposals_idx").on(t.transferId, t.proposedAt), check("asset_transfer_time_proposals_why_check", sql`trim(${t.why}) <> ''`)],
);

/** What came of a proposal, once: accepted while the time that runs is not over (a trigger sees to that). Append-only. */
export const assetTransferTimeAnswers = pgTable(
  "asset_transfer_time_answers",
  {
    proposalId: uuid("proposal_id").primaryKey(),
    answer: timeAnswer("answer").notNull(),
    side: timeSide("side").notNull(),
    /** Where the answer of an organisation or owner that wrote on paper is found; empty for one given here. */
    letter: text("letter").notNull().default(""),
    /** The officer who noted that letter. */
    notedBy: uuid("noted_by").references(() => people.id),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "asset_transfer_time_answers_proposal_fk", columns: [t.proposalId], foreignColumns: [assetTransferTimeProposals.id] }).onDelete("cascade"),
    check("asset_transfer_time_answers_letter_check", sql`(trim(${t.letter}) <> '') = (${t.notedBy} is not null) and (${t.notedBy} is null or ${t.side}::text in ('organisation', 'owner'))`),
  ],
);
