import { check, foreignKey, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { BALLOT_KINDS, KEY_HOLDINGS, POLL_STATES } from "#domain/voting/poll.ts";
import { bytes, councilId, englishOf, id, instant, jsonText, pence, welshOf } from "#db/columns.ts";

export const ballotKind = pgEnum("ballot_kind", BALLOT_KINDS);
export const pollState = pgEnum("poll_state", POLL_STATES);
export const keyHolding = pgEnum("key_holding", KEY_HOLDINGS);

export const polls = pgTable(
  "polls",
  {
    id: id(),
    councilId: councilId(),
    questionEn: englishOf("question"),
    questionCy: welshOf("question"),
    ballotKind: ballotKind("ballot_kind").notNull(),
    minChoices: integer("min_choices").notNull().default(0),
    maxChoices: integer("max_choices"),
    /** The pot, where the vote shares out money. */
    budgetPence: pence("budget_pence"),
    /** Points to give away in all, where the ballot shares out points. */
    pointsTotal: integer("points_total"),
    /** The most points for one option; the top of the scale, where options are scored. */
    pointsMost: integer("points_most"),
    rule: text("rule").notNull(),
    ruleParameters: jsonText<Record<string, unknown>>("rule_parameters").notNull().default({}),
    electorateId: uuid("electorate_id").notNull(),
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
    state: pollState("state").notNull().default("draft"),
    /** When voting was in fact ended; before `closes_at` where it was closed early. */
    closedAt: instant("closed_at"),
    /** Who will be able to open the sealed ballots. */
    keyHeld: keyHolding("key_held").notNull().default("store"),
    /** The people who hold it between them; null for a key in the store. */
    keyCircle: uuid("key_circle"),
    /** SHA-256 of the manifest, leaf 0 of the ballot log; set when the poll is made ready. */
    fingerprint: bytes("fingerprint"),
    /** Published seed of the order of names and of the lots; set when the poll is made ready. */
    seed: text("seed"),
  },
  (t) => [
    check("polls_closed_check", sql`${t.closedAt} is null or ${t.state} in ('closed', 'counted', 'declared')`),
    check("polls_times_check", sql`${t.closesAt} > ${t.opensAt}`),
    check("polls_key_check", sql`(${t.keyHeld} = 'shares') = (${t.keyCircle} is not null)`),
    check("polls_budget_check", sql`${t.budgetPence} > 0`),
    check("polls_points_check", sql`${t.pointsTotal} > 0 and ${t.pointsMost} > 0`),
    check("polls_choices_check", sql`${t.minChoices} >= 0 and (${t.maxChoices} is null or ${t.maxChoices} >= greatest(${t.minChoices}, 1))`),
    check("polls_ready_check", sql`${t.state} = 'draft' or (${t.opensAt} is not null and ${t.closesAt} is not null and ${t.fingerprint} is not null and ${t.seed} is not null)`),
  ],
);

/** What stands on the ballot paper. Frozen when the poll is made ready. */
export const pollOptions = pgTable(
  "poll_options",
  {
    pollId: uuid("poll_id").notNull(),
    number: integer("number").notNull(),
    /** The project or candidate it stands for. */
    subjectId: uuid("subject_id").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    costPence: pence("cost_pence"),
    /** As it is named in the file it came from; shown in downloads. */
    reference: text("reference").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.number] }),
    foreignKey({ columns: [t.pollId], foreignColumns: [polls.id] }),
    check("poll_options_cost_check", sql`${t.costPence} >= 0`),
  ],
);
