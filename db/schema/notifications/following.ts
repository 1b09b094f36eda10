import { boolean, index, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { LOCALES } from "#domain/basics/bilingual.ts";
import { FOLLOWABLE_KINDS, RHYTHMS, type Followable } from "#domain/notifications/following.ts";
import { councilId, englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";
import { councils } from "#db/schema/councils/councils.ts";

export const followableKind = pgEnum("followable_kind", FOLLOWABLE_KINDS);
export const followRhythm = pgEnum("follow_rhythm", RHYTHMS);
export const followLocale = pgEnum("follow_locale", LOCALES);

/** An address that asked for news of a council and showed that it is theirs. Until then nothing is kept of it. */
export const followers = pgTable(
  "followers",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    email: text("email").notNull(),
    locale: followLocale("locale").notNull(),
    rhythm: followRhythm("rhythm").notNull(),
    since: instant("since").notNull(),
  },
  (t) => [unique("followers_email_key").on(t.councilId, t.email)],
);

/** What each of them follows. What it names stands in the view followable_things, which reaches over the contexts. */
export const follows = pgTable(
  "follows",
  {
    followerId: uuid("follower_id").notNull().references(() => followers.id, { onDelete: "cascade" }),
    kind: followableKind("kind").notNull(),
    thingId: uuid("thing_id").notNull(),
    since: instant("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.followerId, t.kind, t.thingId] }), index("follows_thing_idx").on(t.kind, t.thingId, t.followerId)],
);

/** One piece of news to those who follow. Its event is named once: said again it is the same news. */
export const followMessages = pgTable(
  "follow_messages",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    event: text("event").notNull(),
    /** Whose followers are told. */
    audience: jsonText<readonly Followable[]>("audience").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    bodyEn: englishOf("body"),
    bodyCy: welshOf("body"),
    /** Where to read more, below the council's address: `votes/your-patch`. */
    address: text("address").notNull(),
    createdAt: instant("created_at").notNull(),
    /** The last follower, in the order of their keys, who has been reached. */
    reached: uuid("reached"),
    done: boolean("done").notNull().default(false),
  },
  (t) => [unique("follow_messages_event_key").on(t.councilId, t.event)],
);

/** Who was told what, once each; without `sentAt` it waits for the week's letter. */
export const followDeliveries = pgTable(
  "follow_deliveries",
  {
    messageId: uuid("message_id").notNull().references(() => followMessages.id, { onDelete: "cascade" }),
    followerId: uuid("follower_id").notNull().references(() => followers.id, { onDelete: "cascade" }),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.followerId] }),
    index("follow_deliveries_follower_idx").on(t.followerId),
    index("follow_deliveries_waiting_idx").on(t.followerId).where(sql`${t.sentAt} is null`),
  ],
);
