import { and, asc, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { found } from "#domain/policy/access-error.ts";
import type { SignedIn } from "#features/accounts/session.ts";

/** What a person does for one council. */
export interface Work {
  readonly slug: string;
  readonly name: BilingualText;
  readonly roles: readonly Role[];
}

const rolesHeld = sql<Role[]>`array_agg(${memberships.role}::text order by ${memberships.role})`;

/** The councils a signed-in person works for, by name. */
export async function listWork(person: SignedIn): Promise<readonly Work[]> {
  const rows = await database()
    .select({ slug: councils.slug, nameEn: councils.nameEn, nameCy: councils.nameCy, roles: rolesHeld })
    .from(memberships)
    .innerJoin(councils, eq(councils.id, memberships.councilId))
    .where(eq(memberships.personId, person.personId))
    .groupBy(councils.id)
    .orderBy(asc(councils.nameEn));
  return rows.map(({ slug, nameEn, nameCy, roles }) => ({ slug, name: bilingual(nameEn, nameCy), roles }));
}

/** Somebody who works for the council at hand. */
export interface Officer {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Everybody who works for the council, by name or address. Only for those who manage people. */
export async function listOfficers(scope: ActorScope): Promise<readonly Officer[]> {
  authorise(scope, "council.manage-people", null);
  return database()
    .select({ personId: people.id, email: people.email, name: people.name, roles: rolesHeld })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.councilId, scope.council.id))
    .groupBy(people.id)
    .orderBy(sql`lower(coalesce(nullif(${people.name}, ''), ${people.email}))`);
}

/** One officer of the council; 404 for anybody else. */
export async function getOfficer(scope: ActorScope, personId: string): Promise<Officer> {
  authorise(scope, "council.manage-people", null);
  const [row] = await database()
    .select({ personId: people.id, email: people.email, name: people.name, roles: rolesHeld })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.councilId, scope.council.id), sql`${people.id} = ${isUuid(personId) ? personId : null}::uuid`))
    .groupBy(people.id);
  return found(row, "officer");
}

