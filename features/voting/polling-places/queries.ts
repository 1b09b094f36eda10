import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { pollingPlaces, presidingOfficers, sharedDevices } from "#db/schema/voting/polling-places.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { sha256 } from "#platform/keys.ts";

export interface PlaceInView {
  readonly id: string;
  readonly letters: string;
  readonly name: BilingualText;
  readonly address: string;
  readonly access: BilingualText;
  readonly hours: BilingualText;
  readonly closed: boolean;
  /** Ids of the people who preside there, and their names. */
  readonly presidingOfficers: readonly string[];
  readonly officerNames: readonly string[];
}

/** Polling places of the council by name. For officers who may see paper. */
export async function listPlaces(scope: ActorScope): Promise<readonly PlaceInView[]> {
  authorise(scope, "paper.see", null);
  const rows = await database().select().from(pollingPlaces).where(eq(pollingPlaces.councilId, scope.council.id)).orderBy(asc(pollingPlaces.closed), asc(pollingPlaces.nameEn));
  const officers =
    rows.length === 0
      ? []
      : await database()
          .select({ placeId: presidingOfficers.placeId, id: people.id, name: people.name, email: people.email })
          .from(presidingOfficers)
          .innerJoin(people, eq(people.id, presidingOfficers.personId))
          .where(inArray(presidingOfficers.placeId, rows.map(({ id }) => id)));
  return rows.map((row) => {
    const here = officers.filter(({ placeId }) => placeId === row.id);
    return {
      id: row.id,
      letters: row.letters,
      name: bilingual(row.nameEn, row.nameCy),
      address: row.address,
      access: bilingual(row.accessEn, row.accessCy),
      hours: bilingual(row.hoursEn, row.hoursCy),
      closed: row.closed,
      presidingOfficers: here.map(({ id }) => id),
      officerNames: here.map(({ name, email }) => name || email),
    };
  });
}

/** One place of the council; 404 for another's. */
export async function getPlace(scope: ActorScope, id: string): Promise<PlaceInView> {
  return found((await listPlaces(scope)).find((place) => place.id === id), "place");
}

/** Who may preside at a place of the council: everybody with that role. */
export async function listPresidingOfficers(scope: ActorScope): Promise<readonly { readonly id: string; readonly name: string }[]> {
  authorise(scope, "place.manage", null);
  const rows = await database()
    .select({ id: people.id, name: people.name, email: people.email })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.councilId, scope.council.id), eq(memberships.role, "presiding-officer")))
    .orderBy(asc(people.name));
  return rows.map(({ id, name, email }) => ({ id, name: name || email }));
}

export interface DeviceInView {
  /** What the page's form names it by: a hash, of no use to a voter. */
  readonly id: string;
  readonly voteSlug: string;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly wipes: number;
}

/** Shared devices in use at a place. */
export async function listDevices(scope: ActorScope, placeId: string): Promise<readonly DeviceInView[]> {
  authorise(scope, "paper.see", null);
  const rows = await database()
    .select()
    .from(sharedDevices)
    .where(and(eq(sharedDevices.councilId, scope.council.id), eq(sharedDevices.placeId, placeId), gt(sharedDevices.endsAt, sql`now()`)))
    .orderBy(desc(sharedDevices.startedAt));
  return rows.map(({ tokenHash, voteSlug, startedAt, endsAt, wipes }) => ({ id: tokenHash.toString("hex"), voteSlug, startedAt, endsAt, wipes }));
}

/** A browser that stands at a polling place, by its cookie's token. */
export interface Station {
  readonly place: BilingualText;
  readonly voteSlug: string;
  readonly idleMinutes: number;
}

/** The station a token stands for; null where it is none, or over, or another council's. */
export async function findStation(scope: AnyScope, token: string | null): Promise<Station | null> {
  if (token === null) return null;
  const [row] = await database()
    .select({ en: pollingPlaces.nameEn, cy: pollingPlaces.nameCy, voteSlug: sharedDevices.voteSlug, idleMinutes: sharedDevices.idleMinutes })
    .from(sharedDevices)
    .innerJoin(pollingPlaces, eq(pollingPlaces.id, sharedDevices.placeId))
    .where(and(eq(sharedDevices.tokenHash, sha256("folkmoot/station/v1", token)), eq(sharedDevices.councilId, scope.council.id), gt(sharedDevices.endsAt, sql`now()`)));
  return row ? { place: bilingual(row.en, row.cy), voteSlug: row.voteSlug, idleMinutes: row.idleMinutes } : null;
}
