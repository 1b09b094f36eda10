import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { findSignedIn } from "#features/accounts/session.ts";
import { getCouncilInView, localeOf } from "./public-scope.ts";

/**
 * The scope of a signed-in person at a council's address.
 * AccessError `sign-in` when nobody is signed in, `not-found` when there is no such council.
 */
export async function actorScope(params: { readonly locale: string; readonly council: string }, request: Request): Promise<ActorScope> {
  const locale = localeOf(params.locale);
  const council = await getCouncilInView(params.council);
  const person = await findSignedIn(request);
  if (!person) throw new AccessError("sign-in");
  const roles = await database()
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.councilId, council.id), eq(memberships.personId, person.personId)));
  const actor: Actor = {
    personId: person.personId,
    email: person.email,
    name: person.name,
    roles: roles.map(({ role }) => role),
    operator: person.operator,
    secondFactor: person.secondFactor,
  };
  return { kind: "actor", council, locale, actor } as ActorScope;
}

/** The same for the workspace: an officer of this council who has shown a second factor in this session. */
export async function officerScope(params: { readonly locale: string; readonly council: string }, request: Request): Promise<ActorScope> {
  const scope = await actorScope(params, request);
  if (scope.actor.roles.length === 0) throw new AccessError("forbidden", "workspace");
  if (!scope.actor.secondFactor) throw new AccessError("second-factor", "workspace");
  return scope;
}
