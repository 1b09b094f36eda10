import { check, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { AnyOf } from "#domain/eligibility/electorate.ts";
import { councilId, id, jsonText } from "#db/columns.ts";
import { rolls } from "./rolls.ts";

/** Who may take part in a poll. The database locks it with the poll. */
export const electorates = pgTable(
  "electorates",
  {
    id: id(),
    councilId: councilId(),
    /** All of them must be met; each by any one of its conditions. */
    rules: jsonText<readonly AnyOf[]>("rules").notNull().default([]),
    /** 0 open, 1 e-mail confirmed, 2 e-mail and a postcode in the area, 3 a code or a match with a roll, 4 seen by an officer. */
    identityLevel: integer("identity_level").notNull().default(2),
  },
  (t) => [
    check("electorates_rules_check", sql`jsonb_typeof(${t.rules}) = 'array'`),
    check("electorates_level_check", sql`${t.identityLevel} between 0 and 4`),
  ],
);

/** The rolls that the rules of an electorate name: none of them can be taken away. Several electorates may name one. */
export const electorateRolls = pgTable(
  "electorate_rolls",
  {
    electorateId: uuid("electorate_id").notNull().references(() => electorates.id, { onDelete: "cascade" }),
    rollId: uuid("roll_id").notNull().references(() => rolls.id),
  },
  (t) => [primaryKey({ columns: [t.electorateId, t.rollId] })],
);
