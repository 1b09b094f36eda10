import { boolean, check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ENTRY_PASSES } from "#domain/voting/paper/double-entry.ts";
import { PAPER_FINDINGS, type RejectionGround } from "#domain/voting/paper/doubtful.ts";
import { FIRST_NUMBER, LAST_NUMBER } from "#domain/voting/paper/paper-number.ts";
import { councilId, id, instant, jsonText } from "#db/columns.ts";
import { polls } from "./polls.ts";
import { pollingPlaces } from "./polling-places.ts";

export const entryPass = pgEnum("entry_pass", ENTRY_PASSES);
export const paperFinding = pgEnum("paper_finding", PAPER_FINDINGS);

/**
 * A pad of papers printed for one polling place, and its account. What is handed out is counted as it happens; the rest is written by the
 * presiding officer when the pad comes back. Sealed, it never changes again (triggers in the migration).
 */
export const paperBatches = pgTable(
  "paper_batches",
  {
    id: id(),
    councilId: councilId(),
    pollId: uuid("poll_id").notNull().references(() => polls.id),
    placeId: uuid("place_id").notNull(),
    number: integer("number").notNull(),
    printed: integer("printed").notNull(),
    /** The lot by which its papers were put in the order they are printed in. */
    seed: text("seed").notNull(),
    printedBy: uuid("printed_by").notNull(),
    printedAt: instant("printed_at").notNull(),
    /** Papers handed out to voters whom the roll marked with them. */
    marked: integer("marked").notNull().default(0),
    /** The account. Null until the presiding officer has written it. */
    issued: integer("issued"),
    unused: integer("unused"),
    damaged: integer("damaged"),
    returned: integer("returned"),
    spoilt: integer("spoilt"),
    notReturned: integer("not_returned"),
    accountBy: uuid("account_by"),
    accountAt: instant("account_at"),
    /** What came of the papers keyed; null until the batch is sealed. */
    accepted: integer("accepted"),
    rejected: integer("rejected"),
    /** Of both together, those on which nothing was marked. */
    blank: integer("blank"),
    grounds: jsonText<Partial<Record<RejectionGround, number>>>("grounds").notNull().default({}),
    reason: text("reason").notNull().default(""),
    signedBy: uuid("signed_by"),
    signedAt: instant("signed_at"),
    countersignedBy: uuid("countersigned_by"),
    sealedAt: instant("sealed_at"),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.councilId], foreignColumns: [pollingPlaces.id, pollingPlaces.councilId] }),
    unique("paper_batches_number_key").on(t.pollId, t.placeId, t.number),
    unique("paper_batches_poll_key").on(t.id, t.pollId),
    check("paper_batches_printed_check", sql`${t.printed} between 1 and 500 and ${t.number} between 1 and 999`),
    check("paper_batches_marked_check", sql`${t.marked} between 0 and ${t.printed}`),
    check("paper_batches_counts_check", sql`least(${t.issued}, ${t.unused}, ${t.damaged}, ${t.returned}, ${t.spoilt}, ${t.notReturned}, ${t.accepted}, ${t.rejected}) >= 0`),
    check("paper_batches_account_check", sql`num_nulls(${t.issued}, ${t.unused}, ${t.damaged}, ${t.returned}, ${t.spoilt}, ${t.notReturned}, ${t.accountBy}, ${t.accountAt}) in (0, 8)`),
    check("paper_batches_names_check", sql`${t.countersignedBy} is null or ${t.countersignedBy} is distinct from ${t.signedBy}`),
    // Everything is somewhere, or there is a reason and two names.
    check(
      "paper_batches_sealed_check",
      sql`${t.sealedAt} is null or (
        ${t.accountAt} is not null and ${t.accepted} is not null and ${t.rejected} is not null and ${t.signedBy} is not null and (
          (${t.printed} = ${t.issued} + ${t.unused} + ${t.damaged} and ${t.issued} = ${t.returned} + ${t.spoilt} + ${t.notReturned}
            and ${t.returned} = ${t.accepted} + ${t.rejected} and ${t.issued} - ${t.spoilt} = ${t.marked})
          or (${t.reason} <> '' and ${t.countersignedBy} is not null)))`,
    ),
  ],
);

/** Every paper that was printed, by number; of no two batches of a poll the same. */
export const papers = pgTable(
  "papers",
  {
    pollId: uuid("poll_id").notNull(),
    number: integer("number").notNull(),
    batchId: uuid("batch_id").notNull(),
    /** Handed back and replaced: it may not be counted. */
    cancelled: boolean("cancelled").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.number] }),
    unique("papers_batch_key").on(t.batchId, t.number),
    foreignKey({ columns: [t.batchId, t.pollId], foreignColumns: [paperBatches.id, paperBatches.pollId] }),
    check("papers_number_check", sql`${t.number} between ${sql.raw(String(FIRST_NUMBER))} and ${sql.raw(String(LAST_NUMBER))}`),
  ],
);

/** Who keys a batch first and who second: never the same person. */
export const entryPasses = pgTable(
  "entry_passes",
  {
    batchId: uuid("batch_id").notNull().references(() => paperBatches.id),
    pass: entryPass("pass").notNull(),
    officerId: uuid("officer_id").notNull(),
    begunAt: instant("begun_at").notNull(),
    /** The officer has said that no paper is left. */
    doneAt: instant("done_at"),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.pass] }),
    unique("entry_passes_one_each_key").on(t.batchId, t.officerId),
    unique("entry_passes_officer_key").on(t.batchId, t.pass, t.officerId),
  ],
);

/** What one pass read on one paper. A paper stands in a pass once. */
export const paperReadings = pgTable(
  "paper_readings",
  {
    batchId: uuid("batch_id").notNull(),
    pass: entryPass("pass").notNull(),
    number: integer("number").notNull(),
    officerId: uuid("officer_id").notNull(),
    finding: paperFinding("finding").notNull(),
    options: integer("options").array().notNull(),
    values: integer("values").array().notNull(),
    setAside: boolean("set_aside").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.pass, t.number] }),
    foreignKey({ columns: [t.batchId, t.pass, t.officerId], foreignColumns: [entryPasses.batchId, entryPasses.pass, entryPasses.officerId] }),
    foreignKey({ columns: [t.batchId, t.number], foreignColumns: [papers.batchId, papers.number] }),
    check("paper_readings_marks_check", sql`cardinality(${t.options}) = cardinality(${t.values})`),
  ],
);

/** What a third person decided of a paper that the two read differently or set aside. */
export const paperDecisions = pgTable(
  "paper_decisions",
  {
    batchId: uuid("batch_id").notNull(),
    number: integer("number").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    /** The paper is not there: it was keyed by mistake, and is left out. */
    leftOut: boolean("left_out").notNull().default(false),
    finding: paperFinding("finding").notNull(),
    options: integer("options").array().notNull(),
    values: integer("values").array().notNull(),
    reason: text("reason").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.number] }),
    foreignKey({ columns: [t.batchId, t.number], foreignColumns: [papers.batchId, papers.number] }),
    check("paper_decisions_marks_check", sql`cardinality(${t.options}) = cardinality(${t.values})`),
    check("paper_decisions_reason_check", sql`${t.reason} <> ''`),
  ],
);

/** Papers that count, as the count reads them. Append-only, in no order, without their numbers. */
export const paperBallots = pgTable(
  "paper_ballots",
  {
    id: id(),
    pollId: uuid("poll_id").notNull(),
    batchId: uuid("batch_id").notNull(),
    choices: integer("choices").array().notNull(),
    points: integer("points").array(),
  },
  (t) => [
    index("paper_ballots_poll_idx").on(t.pollId),
    foreignKey({ columns: [t.batchId, t.pollId], foreignColumns: [paperBatches.id, paperBatches.pollId] }),
    check("paper_ballots_points_check", sql`${t.points} is null or cardinality(${t.points}) = cardinality(${t.choices})`),
  ],
);

/** That an officer helped somebody to vote, by telephone or at their side: never whom, and never what was chosen. */
export const assistedVotes = pgTable(
  "assisted_votes",
  {
    id: id(),
    councilId: councilId(),
    pollId: uuid("poll_id").notNull().references(() => polls.id),
    officerId: uuid("officer_id").notNull(),
    way: text("way").notNull(),
    begunAt: instant("begun_at").notNull(),
    endedAt: instant("ended_at"),
    outcome: text("outcome").notNull().default("under-way"),
  },
  (t) => [
    index("assisted_votes_poll_idx").on(t.pollId),
    check("assisted_votes_way_check", sql`${t.way} in ('telephone', 'in-person')`),
    check("assisted_votes_outcome_check", sql`(${t.outcome} = 'under-way') = (${t.endedAt} is null) and ${t.outcome} in ('under-way', 'cast', 'not-cast')`),
  ],
);
