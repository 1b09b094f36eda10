import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/columns.ts";
import { people } from "./people.ts";

/** A signed-in browser. Only the hash of the cookie's token is kept. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    /** When the second factor was shown in this session; officers need it. */
    secondFactorAt: instant("second_factor_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [index("sessions_person_idx").on(t.personId)],
);

/** A code or link sent by e-mail: hashed, ten minutes, five tries, used once. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text("identifier").notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    tries: integer("tries").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.tokenHash] })],
);
