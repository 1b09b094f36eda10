import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { RolesHeld } from "#domain/councils/people.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope } from "#domain/councils/scope.ts";

/**
 * Everybody's roles in the council, which nobody else changes before the transaction ends:
 * of two administrators who remove each other at once, one stays.
 */
export async function lockOfficers(tx: Transaction, scope: ActorScope): Promise<readonly RolesHeld[]> {
  await tx.execute(sql`select 1 from councils where id = ${scope.council.id} for update`);
  const rows = await tx.execute<{ person_id: string; roles: Role[] }>(sql`
    select person_id, array_agg(role::text order by role) as roles from memberships where council_id = ${scope.council.id} group by person_id
  `);
  return rows.map(({ person_id, roles }) => ({ personId: person_id, roles }));
}
