import { bigint, boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, councilId, id, instant, jsonText } from "#db/columns.ts";

/** One count of a closed poll. A count can be repeated; the published one is what the result page shows. */
export const pollCounts = pgTable(
  "poll_counts",
  {
    id: id(),
    councilId: councilId(),
    pollId: uuid("poll_id").notNull(),
    rule: text("rule").notNull(),
    ruleParameters: jsonText<Record<string, unknown>>("rule_parameters").notNull(),
    ballotsCounted: integer("ballots_counted").notNull(),
    /** Numbers of the winning options in the order they won. */
    winners: integer("winners").array().notNull(),
    spentPence: bigint("spent_pence", { mode: "number" }).notNull(),
    /** The count sheet: every stage with its numbers, as domain/voting/counting writes it. */
    sheet: jsonText<unknown>("sheet").notNull(),
    /** SHA-256 of rules, ballots and sheet, so that a repeated count can be compared. */
    digest: bytes("digest").notNull(),
    /** The rule agreed before the vote, or one shown beside it. */
    official: boolean("official").notNull(),
    countedAt: instant("counted_at").notNull(),
    publishedAt: instant("published_at"),
  },
  (t) => [index("poll_counts_poll_idx").on(t.pollId)],
);

/** Lots drawn by the returning officer for a tie, as they were called. */
export const pollLots = pgTable("poll_lots", {
  id: id(),
  councilId: councilId(),
  pollId: uuid("poll_id").notNull(),
  /** Options in the order in which the lots fell. */
  lotOrder: integer("lot_order").array().notNull(),
  witness: text("witness").notNull(),
  drawnAt: instant("drawn_at").notNull(),
});
