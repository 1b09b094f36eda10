import { pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "#domain/councils/role.ts";
import { councilId, instant } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { councils } from "./councils.ts";

export const councilRole = pgEnum("council_role", ROLES);

export const memberships = pgTable(
  "memberships",
  {
    councilId: councilId().references(() => councils.id),
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
    role: councilRole("role").notNull(),
    since: instant("since").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.councilId, t.personId, t.role] })],
);
