import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope, CouncilId, CouncilInView } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { findSignedIn, type SignedIn } from "#features/accounts/session.ts";
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
  const { personId, email, name, operator, secondFactor } = person;
  const actor: Actor = { personId, email, name, roles: await rolesOf(council.id, personId), operator, secondFactor };
  return { kind: "actor", council, locale, actor } as ActorScope;
}

/** The same for the workspace: an officer of this council who has shown a second factor in this session. */
export async function officerScope(params: { readonly locale: string; readonly council: string }, request: Request): Promise<ActorScope> {
  const scope = await actorScope(params, request);
  if (scope.actor.roles.length === 0) throw new AccessError("forbidden", "workspace");
  if (!scope.actor.secondFactor) throw new AccessError("second-factor", "workspace");
  return scope;
}

/**
 * The scope of somebody of the council with nobody at a keyboard: only the seed asks for one, to do through the real
 * commands what a person would. 404 for a council or address that is not there.
 */
export async function actorScopeOf(slug: string, email: string): Promise<ActorScope> {
  const council = await getCouncilInView(slug);
  const [row] = await database().select().from(people).where(eq(sql`lower(${people.email})`, email.toLowerCase()));
  const person = found(row, "person");
  const actor: Actor = { personId: person.id, email, name: person.name, roles: await rolesOf(council.id, person.id), operator: person.operator, secondFactor: true };
  return { kind: "actor", council, locale: "en", actor } as ActorScope;
}

async function rolesOf(council: CouncilId, personId: string): Promise<readonly Role[]> {
  const roles = await database()
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.councilId, council), eq(memberships.personId, personId)));
  return roles.map(({ role }) => role);
}

/** Somebody who looks after the installation: its councils and its health, no council's content. */
export interface Operator {
  readonly locale: Locale;
  readonly actor: Actor;
}

/**
 * The operator who is signed in. AccessError `sign-in` for nobody, `not-found` for anybody else,
 * `second-factor` until one was shown in this session.
 */
export function operatorOf({ locale, person }: { readonly locale: Locale; readonly person: SignedIn | null }): Operator {
  if (!person) throw new AccessError("sign-in");
  if (!person.operator) throw new AccessError("not-found", "operator");
  if (!person.secondFactor) throw new AccessError("second-factor", "operator");
  const { personId, email, name } = person;
  return { locale, actor: { personId, email, name, roles: [], operator: true, secondFactor: true } };
}

/** The operator at a council, where they have no roles: for what they may do to the council itself. */
export const operatorAt = ({ locale, actor }: Operator, council: CouncilInView): ActorScope => ({ kind: "actor", council, locale, actor }) as ActorScope;
