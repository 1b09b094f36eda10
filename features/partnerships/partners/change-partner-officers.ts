import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction, type Executor } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { partnerOfficers, partners } from "#db/schema/partnerships/partners.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/**
 * Lets somebody speak for a partner: they are known by their e-mail address, and by a second factor before each act.
 * Somebody who has never signed in may be named; the address is theirs when they do.
 */
export async function addPartnerOfficer(scope: ActorScope, { partnerId, email }: { readonly partnerId: string; readonly email: string }): Promise<Ok<void>> {
  authorise(scope, "partnership.edit", null);
  return inTransaction(async (tx) => {
    const [partner] = await tx.select({ id: partners.id }).from(partners).where(and(eq(partners.councilId, scope.council.id), eq(partners.id, partnerId)));
    found(partner, "partner");
    await tx.execute(sql`insert into people (email, name) values (${email}, '') on conflict (lower(email)) do nothing`);
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(sql`lower(${people.email})`, email.toLowerCase()));
    const personId = found(person, "person").id;
    const added = await tx.insert(partnerOfficers).values({ partnerId, personId, councilId: scope.council.id, addedAt: now() }).onConflictDoNothing().returning({ personId: partnerOfficers.personId });
    if (added.length > 0) await record(tx, scope, { act: "partner.officer-added", thing: { kind: "partner", id: partnerId }, detail: { personId } });
    return ok();
  });
}

/** Somebody no longer speaks for a partner. What they gave stays. */
export async function removePartnerOfficer(scope: ActorScope, { partnerId, personId }: { readonly partnerId: string; readonly personId: string }): Promise<Ok<void>> {
  authorise(scope, "partnership.edit", null);
  return inTransaction(async (tx) => {
    const gone = await tx
      .delete(partnerOfficers)
      .where(and(eq(partnerOfficers.councilId, scope.council.id), eq(partnerOfficers.partnerId, partnerId), eq(partnerOfficers.personId, personId)))
      .returning({ personId: partnerOfficers.personId });
    if (gone.length > 0) await record(tx, scope, { act: "partner.officer-removed", thing: { kind: "partner", id: partnerId }, detail: { personId } });
    return ok();
  });
}

/** Ids of the people who speak for any of these partners; for one that has left nobody does. */
export async function listOfficersOf(executor: Executor, councilId: string, partnerIds: readonly string[]): Promise<readonly string[]> {
  const rows = await executor
    .select({ personId: partnerOfficers.personId, partnerId: partnerOfficers.partnerId })
    .from(partnerOfficers)
    .innerJoin(partners, eq(partners.id, partnerOfficers.partnerId))
    .where(and(eq(partnerOfficers.councilId, councilId), isNull(partners.leftOn)));
  return rows.filter(({ partnerId }) => partnerIds.includes(partnerId)).map(({ personId }) => personId);
}
