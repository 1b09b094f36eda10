import { integer, pgEnum, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import type { OrderedLeaf } from "#domain/voting/ballot-box/leaves.ts";
import { bytes, instant, jsonText } from "#db/columns.ts";

/** Leaf 0 of each poll's ballot log, byte for byte: everything agreed before the vote. Written once, when the poll is made ready. */
export const pollManifests = pgTable("poll_manifests", {
  pollId: uuid("poll_id").primaryKey(),
  leaf: bytes("leaf").notNull(),
  /** SHA-256 of the leaf: the rules fingerprint. */
  hash: bytes("hash").notNull(),
});

export const orderedLeaf = pgEnum("ordered_leaf", ["amendment", "paper-batch", "paper-ballot", "counts", "reissue", "seed", "result"] as const satisfies readonly OrderedLeaf["type"][]);

/**
 * Leaves that the side that knows people asks the ballot box to write: what happened that is not a ballot. The box writes
 * them in their order, each once, and never changes them. The log's own tables (schemas box and log) stand in SQL alone:
 * only the box's role may use them.
 */
export const logOrders = pgTable(
  "log_orders",
  {
    id: uuid("id").primaryKey(),
    pollId: uuid("poll_id").notNull(),
    position: integer("position").notNull(),
    kind: orderedLeaf("kind").notNull(),
    /** What stands in the leaf besides its type. Public, for good. */
    body: jsonText<Readonly<Record<string, unknown>>>("body").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [unique("log_orders_position_key").on(t.pollId, t.position)],
);
