import { bigint, boolean, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { COUNT_RUN_STATES } from "#domain/voting/results/count-run.ts";
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
    /** The name under the declaration. */
    publishedBy: text("published_by").notNull().default(""),
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

export const countRunState = pgEnum("count_run_state", COUNT_RUN_STATES);

/** The count being made of a poll, or the last one: how far it is, and whether somebody asked it to stop. */
export const pollCountRuns = pgTable("poll_count_runs", {
  pollId: uuid("poll_id").primaryKey(),
  councilId: councilId(),
  state: countRunState("state").notNull(),
  stopAsked: boolean("stop_asked").notNull().default(false),
  ballotsExpected: integer("ballots_expected").notNull().default(0),
  ballotsRead: integer("ballots_read").notNull().default(0),
  /** Rule being counted, and how often the endowment has been raised in it. */
  rule: text("rule").notNull().default(""),
  steps: integer("steps").notNull().default(0),
  /** Options among which lots must be drawn. */
  tied: integer("tied").array().notNull().default([]),
  startedAt: instant("started_at").notNull(),
  changedAt: instant("changed_at").notNull(),
});

/** What was published with a declared result, kept byte for byte: ballots with fresh voter numbers, projects, count sheet. */
export const pollDownloads = pgTable(
  "poll_downloads",
  {
    pollId: uuid("poll_id").notNull(),
    name: text("name").notNull(),
    councilId: councilId(),
    contentType: text("content_type").notNull(),
    content: bytes("content").notNull(),
    sha256: bytes("sha256").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.name] })],
);
