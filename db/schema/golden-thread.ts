import { index, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
import { THREAD_KINDS } from "#domain/golden-thread/thread.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";

export const threadKind = pgEnum("thread_kind", THREAD_KINDS);

/** One strand: what residents said or decided, and what it moved. Both ends show it. */
export const threadLinks = pgTable(
  "thread_links",
  {
    id: id(),
    councilId: councilId(),
    fromKind: threadKind("from_kind").notNull(),
    fromId: text("from_id").notNull(),
    toKind: threadKind("to_kind").notNull(),
    toId: text("to_id").notNull(),
    /** How the one moved the other, in a sentence. */
    howEn: englishOf("how"),
    howCy: welshOf("how"),
    madeAt: instant("made_at").notNull().defaultNow(),
  },
  (t) => [
    unique("thread_links_ends_key").on(t.councilId, t.fromKind, t.fromId, t.toKind, t.toId),
    index("thread_links_to_idx").on(t.councilId, t.toKind, t.toId),
  ],
);
