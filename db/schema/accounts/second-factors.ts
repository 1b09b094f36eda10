import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant } from "#db/columns.ts";
import { people } from "./people.ts";

export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
    credentialId: text("credential_id").notNull().unique(),
    publicKey: bytes("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull().default(0),
    transports: text("transports").array().notNull().default([]),
    name: text("name").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index("passkeys_person_idx").on(t.personId)],
);

/** One authenticator app for each person; the secret is sealed with the installation's key. */
export const authenticatorApps = pgTable("authenticator_apps", {
  personId: uuid("person_id").primaryKey().references(() => people.id, { onDelete: "cascade" }),
  sealedSecret: bytes("sealed_secret").notNull(),
  confirmedAt: instant("confirmed_at"),
  /** The 30-second step last accepted, so that a code works once. */
  lastStep: integer("last_step").notNull().default(0),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.codeHash] })],
);

/** A passkey challenge waiting for its answer; short-lived, used once. */
export const passkeyChallenges = pgTable("passkey_challenges", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
  challenge: text("challenge").notNull(),
  expiresAt: instant("expires_at").notNull(),
});
