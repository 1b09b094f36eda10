import { bigint, bigserial, boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, councilId, id, instant, jsonText } from "#db/columns.ts";

/** Events written in the command's own transaction; the worker carries them on. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    councilId: uuid("council_id"),
    event: text("event").notNull(),
    payload: jsonText<Record<string, unknown>>("payload").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    carriedAt: instant("carried_at"),
  },
  (t) => [index("outbox_waiting_idx").on(t.id)],
);

/**
 * Every official act, append-only and hash-chained for each council:
 * hash = SHA-256(previous hash || canonical JSON of the act).
 */
export const auditTrail = pgTable(
  "audit_trail",
  {
    councilId: councilId(),
    position: bigint("position", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    /** Who, as shown: the person's e-mail or the job's name. */
    actorName: text("actor_name").notNull(),
    act: text("act").notNull(),
    thingKind: text("thing_kind").notNull(),
    thingId: text("thing_id").notNull(),
    detail: jsonText<Record<string, unknown>>("detail").notNull(),
    previousHash: bytes("previous_hash").notNull(),
    hash: bytes("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.councilId, t.position] })],
);

/** When each thing that is limited was done of late; never more instants than its limit. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  uses: instant("uses").array().notNull(),
  /** Whether the last asking was within the limit. */
  allowed: boolean("allowed").notNull(),
  lastAskedAt: instant("last_asked_at").notNull(),
});

/** Mail to be sent. With no mail server set it stays here and is read at the local mail page. */
export const mailMessages = pgTable(
  "mail_messages",
  {
    id: id(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
    tries: integer("tries").notNull().default(0),
    lastFault: text("last_fault").notNull().default(""),
  },
  (t) => [index("mail_messages_created_idx").on(t.createdAt)],
);
