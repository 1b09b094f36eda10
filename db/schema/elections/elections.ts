import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ELECTION_TEMPLATES, OFFICE_RULES } from "#domain/elections/template.ts";
import { WITHOUT_POLL } from "#domain/elections/without-poll.ts";
import { councilId, englishOf, id, instant, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { polls } from "#db/schema/voting/polls.ts";

export const electionTemplate = pgEnum("election_template", ELECTION_TEMPLATES);
export const officeRule = pgEnum("office_rule", OFFICE_RULES);
export const withoutPoll = pgEnum("without_poll", WITHOUT_POLL);

/** An election to office: its rules and its calendar. Its texts and lifecycle are the engagement's. */
export const elections = pgTable(
  "elections",
  {
    id: id(),
    councilId: councilId(),
    template: electionTemplate("template").notNull(),
    rule: officeRule("rule").notNull(),
    /** Age of a candidate on polling day, both ends allowed. */
    candidateMinAge: integer("candidate_min_age"),
    candidateMaxAge: integer("candidate_max_age"),
    /** People who must confirm that they nominate a candidate. */
    nominators: integer("nominators").notNull(),
    /** The most a candidate may spend. */
    spendingPence: pence("spending_pence").notNull(),
    conductEn: englishOf("conduct"),
    conductCy: welshOf("conduct"),
    noticeOn: date("notice_on").notNull(),
    nominationsOpenOn: date("nominations_open_on").notNull(),
    nominationsCloseOn: date("nominations_close_on").notNull(),
    withdrawByOn: date("withdraw_by_on").notNull(),
    votingOpensOn: date("voting_opens_on").notNull(),
    pollingDay: date("polling_day").notNull(),
    resultsOn: date("results_on").notNull(),
    /** When candidates' pages are taken down. */
    removedOn: date("removed_on").notNull(),
    removedAt: instant("removed_at"),
    /** Whether search engines may keep candidates' pages: only where the programme decides so. */
    indexed: boolean("indexed").notNull().default(false),
    /** Shown to everybody, by somebody who did not write it. */
    noticeGivenAt: instant("notice_given_at"),
    noticeGivenBy: uuid("notice_given_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique("elections_council_key").on(t.id, t.councilId),
    check("elections_nominators_check", sql`${t.nominators} between 0 and 100`),
    check("elections_spending_check", sql`${t.spendingPence} >= 0`),
    check("elections_ages_check", sql`${t.candidateMinAge} is null or ${t.candidateMaxAge} is null or ${t.candidateMinAge} <= ${t.candidateMaxAge}`),
    check("elections_notice_check", sql`(${t.noticeGivenAt} is null) = (${t.noticeGivenBy} is null)`),
    check(
      "elections_calendar_check",
      sql`${t.noticeOn} <= ${t.nominationsOpenOn} and ${t.nominationsOpenOn} < ${t.nominationsCloseOn} and ${t.nominationsCloseOn} <= ${t.withdrawByOn}
        and ${t.withdrawByOn} < ${t.votingOpensOn} and ${t.votingOpensOn} <= ${t.pollingDay} and ${t.pollingDay} <= ${t.resultsOn} and ${t.resultsOn} <= ${t.removedOn}`,
    ),
  ],
);

/** The offices an election fills, by rank; the same in each of its contests. */
export const electionOffices = pgTable(
  "election_offices",
  {
    id: id(),
    electionId: uuid("election_id").notNull().references(() => elections.id, { onDelete: "cascade" }),
    /** 1 is the highest. */
    rank: integer("rank").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    places: integer("places").notNull(),
  },
  (t) => [unique("election_offices_rank_key").on(t.electionId, t.rank), check("election_offices_places_check", sql`${t.places} between 1 and 40 and ${t.rank} >= 1`)],
);

/** One ballot of an election: for the whole council, or for one ward. */
export const contests = pgTable(
  "contests",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    slug: text("slug").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    areaId: uuid("area_id").references(() => areas.id),
    pollId: uuid("poll_id").notNull().references(() => polls.id),
    position: integer("position").notNull(),
    /** Published seed from which the order of names on the paper follows, and who drew it when. */
    lotSeed: text("lot_seed"),
    lotDrawnAt: instant("lot_drawn_at"),
    lotDrawnBy: uuid("lot_drawn_by").references(() => people.id),
    lotWitness: text("lot_witness").notNull().default(""),
  },
  (t) => [
    unique("contests_slug_key").on(t.electionId, t.slug),
    unique("contests_poll_key").on(t.pollId),
    unique("contests_council_key").on(t.id, t.councilId),
    unique("contests_election_key").on(t.id, t.electionId),
    foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] }),
    index("contests_council_idx").on(t.councilId),
    check("contests_lot_check", sql`(${t.lotSeed} is null) = (${t.lotDrawnAt} is null) and (${t.lotSeed} is null) = (${t.lotDrawnBy} is null) and (${t.lotSeed} is null or ${t.lotWitness} <> '')`),
  ],
);

/**
 * A contest that ended without a poll: those who stood were declared elected, or nobody stood. Written once and never changed; a trigger
 * (check_without_poll) lets nothing else be declared than follows from the nominations, and the contest's poll stays closed to ballots.
 */
export const contestsWithoutPoll = pgTable(
  "contests_without_poll",
  {
    contestId: uuid("contest_id").primaryKey(),
    councilId: councilId(),
    outcome: withoutPoll("outcome").notNull(),
    declaredAt: instant("declared_at").notNull(),
    declaredBy: uuid("declared_by").notNull().references(() => people.id),
    /** The name under the declaration. */
    signed: text("signed").notNull(),
  },
  (t) => [foreignKey({ columns: [t.contestId, t.councilId], foreignColumns: [contests.id, contests.councilId] }), check("contests_without_poll_check", sql`${t.signed} <> ''`)],
);
