import { and, eq, ne } from "drizzle-orm";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import type { ActorScope } from "#domain/councils/scope.ts";

/** Those who could approve what this officer writes, by name. */
export async function listOtherApprovers(scope: ActorScope): Promise<readonly string[]> {
  const rows = await database()
    .selectDistinct({ name: people.name, email: people.email })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.councilId, scope.council.id), eq(memberships.role, "approver"), ne(memberships.personId, scope.actor.personId)));
  return rows.map(({ name, email }) => name || email).sort((a, b) => a.localeCompare(b));
}
