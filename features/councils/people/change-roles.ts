import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import { decideRoles } from "#domain/councils/people.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { lockOfficers } from "./lock-officers.ts";

/** Gives an officer these roles in place of those they had. None: they no longer work for the council in Folkmoot. */
export async function changeRoles(scope: ActorScope, personId: string, roles: readonly Role[]): Promise<Result<void, "last-admin">> {
  authorise(scope, "council.manage-people", null);
  return inTransaction(async (tx) => {
    const officers = await lockOfficers(tx, scope);
    const decided = decideRoles(officers, personId, roles);
    if (!decided.ok) {
      if (decided.error === "not-an-officer") throw new AccessError("not-found", "officer");
      return { ok: false, error: decided.error };
    }
    const before = officers.find((officer) => officer.personId === personId)?.roles ?? [];
    const after = decided.value;
    if (before.length === after.length && before.every((role) => after.includes(role))) return ok();
    const wanted = JSON.stringify(after);
    await tx.execute(sql`
      delete from memberships where council_id = ${scope.council.id} and person_id = ${personId}
        and role::text not in (select json_array_elements_text(${wanted}::json))
    `);
    await tx.execute(sql`
      insert into memberships (council_id, person_id, role)
      select ${scope.council.id}, ${personId}, role::council_role from json_array_elements_text(${wanted}::json) as role
      on conflict do nothing
    `);
    const act = after.length === 0 ? "person.removed" : "person.roles-changed";
    await record(tx, scope, { act, thing: { kind: "person", id: personId }, detail: { before, after } });
    return ok();
  });
}
