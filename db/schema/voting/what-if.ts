import { boolean, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, councilId, id, instant, jsonText } from "#db/columns.ts";
import { countRunState } from "./results.ts";

/** Rules tried on made-up or published ballots before a vote: what was asked, how far the job is, and what came of it. Kept for a month. */
export const whatIfRuns = pgTable(
  "what_if_runs",
  {
    id: id(),
    councilId: councilId(),
    /** The exercise that is being prepared. */
    engagementId: uuid("engagement_id").notNull(),
    /** The form's one-use number: sent twice it is one run. */
    once: uuid("once").notNull(),
    /** What was asked, and the projects as they stood then. */
    asked: jsonText<unknown>("asked").notNull(),
    /** The file of ballots, until it has been read. */
    file: bytes("file"),
    state: countRunState("state").notNull().default("waiting"),
    stopAsked: boolean("stop_asked").notNull().default(false),
    /** How many rules are done, the one being counted, and how often the endowment has been raised in it. */
    rulesDone: integer("rules_done").notNull().default(0),
    rule: text("rule").notNull().default(""),
    steps: integer("steps").notNull().default(0),
    answer: jsonText<unknown>("answer"),
    /** Why nothing was counted, and the faults of the file; empty while all is well. */
    refusal: text("refusal").notNull().default(""),
    faults: jsonText<readonly unknown[]>("faults").notNull().default([]),
    startedAt: instant("started_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [unique("what_if_runs_once_key").on(t.councilId, t.once), index("what_if_runs_engagement_idx").on(t.councilId, t.engagementId)],
);
