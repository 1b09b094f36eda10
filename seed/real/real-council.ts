import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { actorScopeOf } from "#features/councils/actor-scope.ts";
import { mailStaysHere } from "#platform/env.ts";
import { seal } from "#platform/keys.ts";
import { DEMO_TOTP_SECRET } from "#seed/demo-people.ts";

/** Those who take a real vote through the house: nobody approves their own work. */
export interface RealOfficers {
  readonly author: ActorScope;
  readonly approver: ActorScope;
  readonly returning: ActorScope;
}

const PARTS = { author: "engagement-officer", approver: "approver", returning: "returning-officer" } as const satisfies Record<keyof RealOfficers, Role>;

/** The council of one file and its officers; made where they are not there yet. It publishes in English only. */
export async function realCouncil(slug: string, name: string): Promise<RealOfficers> {
  const email = (part: string) => `${part}@${slug}.example`;
  await inTransaction(async (tx) => {
    await tx.insert(councils).values({ slug, nameEn: name, nameCy: name, contactEmail: email("help"), welsh: false, demo: true }).onConflictDoNothing();
    const [council] = await tx.select({ id: councils.id }).from(councils).where(eq(councils.slug, slug));
    for (const [part, role] of Object.entries(PARTS)) {
      await tx.insert(people).values({ email: email(part), name: `${part[0]?.toUpperCase() ?? ""}${part.slice(1)} of ${name}` }).onConflictDoNothing();
      const [person] = await tx.select({ id: people.id }).from(people).where(and(eq(people.email, email(part))));
      if (!council || !person) throw new Error("The council of a real vote could not be made");
      await tx.insert(memberships).values({ councilId: council.id, personId: person.id, role }).onConflictDoNothing();
      // So that one can sign in as them where mail stays here; elsewhere the factor would be everybody's.
      if (mailStaysHere())
        await tx.execute(sql`
          insert into authenticator_apps (person_id, sealed_secret, confirmed_at)
          values (${person.id}, ${seal("authenticator", DEMO_TOTP_SECRET)}, now()) on conflict do nothing`);
    }
  });
  return { author: await actorScopeOf(slug, email("author")), approver: await actorScopeOf(slug, email("approver")), returning: await actorScopeOf(slug, email("returning")) };
}
