import { bigint, bigserial, boolean, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { SCAN_STATES } from "#domain/basics/scan-state.ts";
import { bytes, councilId, englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";

export const scanState = pgEnum("scan_state", SCAN_STATES);

/** What a table holds of a file that waits in quarantine for the scanner (platform/files/scan-waiting.ts); it also has `id`, `content` and `sent_at`. */
export const scanColumns = () => ({
  scan: scanState("scan").notNull().default("waiting"),
  /** When the scanner looked at it; null while it waits, and for what needs none. */
  scannedAt: instant("scanned_at"),
  /** How often the scanner gave no answer about it, and when it is asked again. */
  scanTries: integer("scan_tries").notNull().default(0),
  scanAfter: instant("scan_after"),
});

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
    /** Of news one asked for: the address that ends it with one press (RFC 8058). Empty for other mail. */
    unsubscribe: text("unsubscribe").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
    tries: integer("tries").notNull().default(0),
    lastFault: text("last_fault").notNull().default(""),
  },
  (t) => [index("mail_messages_created_idx").on(t.createdAt), index("mail_messages_news_idx").on(t.recipient).where(sql`${t.unsubscribe} <> ''`)],
);

export const photoFormat = pgEnum("photo_format", ["webp", "jpeg"]);

/** A photo somebody sent: turned upright, resized and free of what the camera wrote into it. The file as sent is never kept. */
export const photos = pgTable(
  "photos",
  {
    id: id(),
    councilId: councilId(),
    /** Of its largest size, in pixels. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** What it shows, for whoever does not see it. */
    altEn: englishOf("alt"),
    altCy: welshOf("alt"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Since when something shows it. A photo of a form that was never finished has none, and is forgotten after a day. */
    keptAt: instant("kept_at"),
    /** Since when a moderator holds it back: its address then answers as if it were not there. */
    heldBackAt: instant("held_back_at"),
  },
  (t) => [
    index("photos_loose_idx").on(t.createdAt).where(sql`${t.keptAt} is null`),
    check("photos_size_check", sql`${t.width} > 0 and ${t.height} > 0`),
    check("photos_alt_check", sql`${t.keptAt} is null or trim(${t.altEn}) <> '' or trim(${t.altCy}) <> ''`),
  ],
);

export const photoSizes = pgTable(
  "photo_sizes",
  {
    photoId: uuid("photo_id").notNull().references(() => photos.id, { onDelete: "cascade" }),
    width: integer("width").notNull(),
    format: photoFormat("format").notNull(),
    content: bytes("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.photoId, t.width, t.format] })],
);

/**
 * What was written, as it stood each time it changed: a joint plan's draft, a business case, a strategy. Written by triggers at the end of
 * the transaction that changed it, whoever did; numbered from 1 and append-only, so that a signature can name what was read.
 */
export const keptVersions = pgTable(
  "kept_versions",
  {
    councilId: councilId(),
    thingId: uuid("thing_id").notNull(),
    number: integer("number").notNull(),
    /** JSON, byte for byte what the fingerprint is of. */
    content: text("content").notNull(),
    /** SHA-256 of the content, hex. */
    sha256: text("sha256").notNull(),
    writtenAt: instant("written_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.thingId, t.number] }), check("kept_versions_sha256_check", sql`${t.sha256} = encode(sha256(convert_to(${t.content}, 'UTF8')), 'hex')`)],
);

/** Who was told that what was signed under a version no longer counts. Grows only: each person once of each version. A person is known by an id alone. */
export const toldOfVoid = pgTable(
  "told_of_void",
  {
    thingId: uuid("thing_id").notNull(),
    version: integer("version").notNull(),
    personId: uuid("person_id").notNull(),
    toldAt: instant("told_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.thingId, t.version, t.personId] })],
);
