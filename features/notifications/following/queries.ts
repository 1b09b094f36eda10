import { and, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { followers, followMessages, follows } from "#db/schema/notifications/following.ts";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Followable, FollowableKind, Rhythm } from "#domain/notifications/following.ts";
import { now } from "#platform/clock.ts";
import { followerOfManage, followerOfStop, readRequest } from "./follow-links.ts";

/** A thing that can be followed, as the view followable_things shows it. */
export interface FollowedThing extends Followable {
  readonly title: BilingualText;
  /** Below the council's address; empty for the council itself. */
  readonly address: string;
}

interface ThingRow extends Record<string, unknown> {
  readonly kind: FollowableKind;
  readonly id: string;
  readonly title_en: string;
  readonly title_cy: string;
  readonly address: string;
}

const asThing = (row: ThingRow): FollowedThing => ({ kind: row.kind, id: row.id, title: bilingual(row.title_en, row.title_cy), address: row.address });

/** A thing of the council that everybody may see; null for any other. */
export async function findFollowable(scope: AnyScope, { kind, id }: Followable): Promise<FollowedThing | null> {
  const [row] = await database().execute<ThingRow & Record<string, unknown>>(sql`
    select kind, id, title_en, title_cy, address from followable_things where council_id = ${scope.council.id} and kind = ${kind} and id = ${id}`);
  return row ? asThing(row) : null;
}

/** The council and its areas, to choose from. */
export async function listPlacesToFollow(scope: AnyScope): Promise<readonly FollowedThing[]> {
  const rows = await database().execute<ThingRow & Record<string, unknown>>(sql`
    select kind, id, title_en, title_cy, address from followable_things
    where council_id = ${scope.council.id} and kind in ('council', 'area') order by kind, title_en`);
  return rows.map(asThing);
}

export interface Follower {
  readonly id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly rhythm: Rhythm;
  readonly things: readonly FollowedThing[];
}

/** A follower of this council with what they follow; null when there is none (any longer). */
export async function findFollower(scope: AnyScope, followerId: string): Promise<Follower | null> {
  const [row] = await database().select().from(followers).where(and(eq(followers.id, followerId), eq(followers.councilId, scope.council.id)));
  if (!row) return null;
  const things = await database().execute<ThingRow & Record<string, unknown>>(sql`
    select t.kind, t.id, t.title_en, t.title_cy, t.address from ${follows} f
    join followable_things t on t.council_id = ${scope.council.id} and t.kind = f.kind and t.id = f.thing_id
    where f.follower_id = ${followerId} order by t.kind, t.title_en, t.id`);
  return { id: row.id, email: row.email, locale: row.locale, rhythm: row.rhythm, things: things.map(asThing) };
}

/** What a message was about: whose followers were told of it. */
export async function findAudience(tx: Executor, messageId: string): Promise<readonly Followable[]> {
  const [row] = await tx.select({ audience: followMessages.audience }).from(followMessages).where(eq(followMessages.id, messageId));
  return row?.audience ?? [];
}

/** What the link in a mail asks to have confirmed. */
export async function findAskedFor(scope: AnyScope, sealed: string): Promise<Result<{ readonly email: string; readonly title: BilingualText }, "expired" | "broken" | "not-followable">> {
  const request = readRequest(sealed, scope.council.id, now());
  if (!request.ok) return request;
  const thing = await findFollowable(scope, request.value.thing);
  return thing ? ok({ email: request.value.email, title: thing.title }) : err("not-followable");
}

/** Whose page a manage link opens; null when it opens none. */
export async function findManaged(scope: AnyScope, given: URLSearchParams): Promise<Follower | null> {
  const followerId = followerOfManage(given);
  return followerId === null ? null : findFollower(scope, followerId);
}

/** Whether an address to stop news was made by us. */
export const isStopLink = (given: URLSearchParams): boolean => followerOfStop(given) !== null;
