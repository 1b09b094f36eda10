import { type AnyPgColumn, bigint, boolean, check, customType, doublePrecision, index, integer, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { IdeaAnswers, IdeaForm } from "#domain/budgeting/idea-form.ts";
import { IDEA_STATES } from "#domain/budgeting/idea-lifecycle.ts";
import { LINEAGE_KINDS } from "#domain/budgeting/idea-lineage.ts";
import { IDEA_SIGHTS, MODERATION_ACTS } from "#domain/budgeting/idea-moderation.ts";
import { councilId, englishOf, id, instant, jsonText, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { photos } from "#db/schema/platform.ts";
import { programmes } from "./programmes.ts";
import { projects } from "./projects.ts";

export const ideaState = pgEnum("idea_state", IDEA_STATES);
export const ideaSight = pgEnum("idea_sight", IDEA_SIGHTS);
export const lineageKind = pgEnum("idea_lineage_kind", LINEAGE_KINDS);
export const moderationAct = pgEnum("idea_moderation_act", MODERATION_ACTS);

const words = customType<{ data: string }>({ dataType: () => "tsvector" });

/** That and how a programme asks residents for ideas. */
export const ideaCalls = pgTable(
  "idea_calls",
  {
    programmeId: uuid("programme_id").primaryKey().references(() => programmes.id),
    councilId: councilId(),
    introEn: englishOf("intro"),
    introCy: welshOf("intro"),
    /** What residents may write, in the council's own words; ours where empty. */
    policyEn: englishOf("policy"),
    policyCy: welshOf("policy"),
    form: jsonText<IdeaForm>("form").notNull(),
    mostPerPerson: integer("most_per_person").notNull().default(3),
    /** A moderator sees each idea before everybody does. */
    seenFirst: boolean("seen_first").notNull().default(false),
    supportsTaken: boolean("supports_taken").notNull().default(true),
    version: integer("version").notNull().default(1),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
  },
  (t) => [
    check("idea_calls_most_check", sql`${t.mostPerPerson} between 1 and 50`),
    check("idea_calls_times_check", sql`${t.closedAt} is null or ${t.openedAt} is not null`),
  ],
);

/** What a resident would like done, from the first thought to the ballot: one record, whose states domain/budgeting/idea-lifecycle.ts draws. */
export const ideas = pgTable(
  "ideas",
  {
    id: id(),
    councilId: councilId(),
    programmeId: uuid("programme_id").notNull().references(() => programmes.id),
    /** Its number in the programme and its address; never reused. */
    number: integer("number").notNull(),
    state: ideaState("state").notNull().default("collected"),
    sight: ideaSight("sight").notNull().default("shown"),
    /** Null once they asked to be forgotten. */
    authorId: uuid("author_id").references(() => people.id, { onDelete: "set null" }),
    /** As they wish to be called; empty for nobody in particular. */
    authorName: text("author_name").notNull().default(""),
    /** The language it was written in; the other's texts are a translation, or empty. */
    writtenIn: text("written_in", { enum: ["en", "cy"] }).notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    textEn: englishOf("text"),
    textCy: welshOf("text"),
    category: text("category").notNull().default(""),
    areaId: uuid("area_id").references(() => areas.id),
    /** Where, in the writer's words. */
    place: text("place").notNull().default(""),
    longitude: doublePrecision("longitude"),
    latitude: doublePrecision("latitude"),
    /** What its author thinks it costs. What it is found to cost is the reviewers'. */
    costPence: pence("cost_pence"),
    photoId: uuid("photo_id").references(() => photos.id),
    answers: jsonText<IdeaAnswers>("answers").notNull().default({}),
    /** How many changes were written; a change names the one it began from. */
    version: integer("version").notNull().default(1),
    /** Kept by a trigger on idea_supports. */
    supports: integer("supports").notNull().default(0),
    /** The idea it lives on in; never one that is merged itself (a trigger sees to it). */
    mergedInto: uuid("merged_into").references((): AnyPgColumn => ideas.id),
    /** What it is on the ballot. */
    projectId: uuid("project_id").references(() => projects.id),
    /** Why it stands where it stands, for everybody. */
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    sentAt: instant("sent_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** Stems of its words, the title's first. English as English is stemmed; Welsh word for word. */
    words: words("words").generatedAlwaysAs(
      sql`setweight(to_tsvector('english', title_en), 'A') || setweight(to_tsvector('simple', title_cy), 'A') || setweight(to_tsvector('english', text_en), 'B') || setweight(to_tsvector('simple', text_cy || ' ' || place), 'C')`,
    ),
  },
  (t) => [
    unique("ideas_number_key").on(t.programmeId, t.number),
    unique("ideas_project_key").on(t.projectId),
    unique("ideas_photo_key").on(t.photoId),
    index("ideas_newest_idx").on(t.programmeId, t.sight, t.sentAt),
    index("ideas_supports_idx").on(t.programmeId, t.sight, t.supports),
    index("ideas_state_idx").on(t.programmeId, t.state),
    index("ideas_author_idx").on(t.programmeId, t.authorId),
    index("ideas_merged_idx").on(t.mergedInto),
    index("ideas_words_idx").using("gin", t.words),
    index("ideas_trigrams_idx").using("gin", sql`(${t.titleEn} || ' ' || ${t.titleCy}) gin_trgm_ops`),
    check("ideas_title_check", sql`case ${t.writtenIn} when 'en' then trim(${t.titleEn}) else trim(${t.titleCy}) end <> ''`),
    check("ideas_cost_check", sql`${t.costPence} > 0`),
    check("ideas_point_check", sql`(${t.longitude} is null) = (${t.latitude} is null) and ${t.longitude} between -180 and 180 and ${t.latitude} between -90 and 90`),
    check("ideas_supports_check", sql`${t.supports} >= 0 and ${t.version} >= 1`),
    check("ideas_merged_check", sql`(${t.state} = 'merged') = (${t.mergedInto} is not null) and ${t.mergedInto} is distinct from ${t.id}`),
    check("ideas_ballot_check", sql`(${t.state} = 'on-ballot') = (${t.projectId} is not null)`),
    check("ideas_reason_check", sql`${t.state} not in ('not-feasible', 'not-shortlisted', 'declined') or trim(${t.reasonEn} || ${t.reasonCy}) <> ''`),
  ],
);

/** Those who stand behind an idea with its author: asked by e-mail, in once they say so themselves. */
export const ideaCoAuthors = pgTable(
  "idea_co_authors",
  {
    id: id(),
    councilId: councilId(),
    ideaId: uuid("idea_id").notNull().references(() => ideas.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "cascade" }),
    name: text("name").notNull().default(""),
    invitedAt: instant("invited_at").notNull(),
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [
    uniqueIndex("idea_co_authors_email_key").on(t.ideaId, sql`lower(${t.email})`),
    index("idea_co_authors_person_idx").on(t.personId),
    check("idea_co_authors_confirmed_check", sql`(${t.confirmedAt} is null) = (${t.personId} is null)`),
  ],
);

/** One for each person; taken back by removing it. */
export const ideaSupports = pgTable(
  "idea_supports",
  {
    ideaId: uuid("idea_id").notNull().references(() => ideas.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
    councilId: councilId(),
    supportedAt: instant("supported_at").notNull(),
    /** The merged idea it was given to, where it came over with it. */
    cameWith: uuid("came_with").references(() => ideas.id),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index("idea_supports_person_idx").on(t.personId)],
);

/** Which idea came of which. Grows only. */
export const ideaLineage = pgTable(
  "idea_lineage",
  {
    fromId: uuid("from_id").notNull().references(() => ideas.id),
    toId: uuid("to_id").notNull().references(() => ideas.id),
    councilId: councilId(),
    kind: lineageKind("kind").notNull(),
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    madeBy: uuid("made_by"),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.fromId, t.toId, t.kind] }), index("idea_lineage_to_idx").on(t.toId), check("idea_lineage_self_check", sql`${t.fromId} <> ${t.toId}`)],
);

/** What happened to an idea, for everybody. Grows only. */
export const ideaEvents = pgTable(
  "idea_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    councilId: councilId(),
    ideaId: uuid("idea_id").notNull().references(() => ideas.id),
    /** An act of the lifecycle, or `sent`, `promised`, `changed`, `co-author`, `gained`, `copied`, `part-of`, `removed`, `shown-again`. */
    event: text("event").notNull(),
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    /** The other idea, where two are concerned. */
    otherId: uuid("other_id").references(() => ideas.id),
    happenedAt: instant("happened_at").notNull(),
  },
  (t) => [index("idea_events_idea_idx").on(t.ideaId, t.id)],
);

/** An idea as it read in each of its versions. Grows only. */
export const ideaVersions = pgTable(
  "idea_versions",
  {
    ideaId: uuid("idea_id").notNull().references(() => ideas.id),
    version: integer("version").notNull(),
    councilId: councilId(),
    content: jsonText<Readonly<Record<string, unknown>>>("content").notNull(),
    writtenBy: uuid("written_by"),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.version] })],
);

/** Reports, what moderators did with reasons, and appeals. Grows only. A person is known by an id alone, so that forgetting them leaves the log whole. */
export const ideaModeration = pgTable(
  "idea_moderation",
  {
    id: id(),
    councilId: councilId(),
    ideaId: uuid("idea_id").notNull().references(() => ideas.id),
    act: moderationAct("act").notNull(),
    /** A code of MODERATION_REASONS, where there is one. */
    reason: text("reason").notNull().default(""),
    note: text("note").notNull().default(""),
    /** Who did it; null for somebody who reported without signing in. */
    personId: uuid("person_id"),
    at: instant("at").notNull(),
    /** Of an appeal the removal it is against, of its answer the appeal. */
    answers: uuid("answers").references((): AnyPgColumn => ideaModeration.id),
  },
  (t) => [
    index("idea_moderation_idea_idx").on(t.ideaId, t.at),
    index("idea_moderation_log_idx").on(t.councilId, t.at),
    // A removal is appealed against once, and an appeal answered once.
    uniqueIndex("idea_moderation_answers_key").on(t.answers),
    check("idea_moderation_reason_check", sql`${t.act} <> 'removed' or (${t.reason} <> '' and ${t.personId} is not null)`),
    check("idea_moderation_appeal_check", sql`${t.act} not in ('appealed', 'appeal-upheld', 'appeal-refused') or (${t.answers} is not null and ${t.personId} is not null and trim(${t.note}) <> '')`),
  ],
);
