import { and, eq, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { pollingPlaces, presidingOfficers, sharedDevices } from "#db/schema/voting/polling-places.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";
import { randomToken } from "#platform/random.ts";

/** A device ends by itself after a long polling day. */
export const DEVICE_HOURS = 18;

/**
 * Makes the browser at hand a shared device of a place. Answers with the token that goes into its cookie; the database keeps only the hash.
 * 404 for another council's place; AccessError unless the person presides there.
 */
export function shareDevice(scope: ActorScope, { placeId, voteSlug, idleMinutes }: { readonly placeId: string; readonly voteSlug: string; readonly idleMinutes: number }): Promise<Result<{ readonly token: string; readonly idleMinutes: number }, "place-closed">> {
  return inTransaction(async (tx) => {
    const [place] = await tx.select().from(pollingPlaces).where(and(eq(pollingPlaces.councilId, scope.council.id), eq(pollingPlaces.id, placeId)));
    const { closed } = found(place, "place");
    const officers = await tx.select({ personId: presidingOfficers.personId }).from(presidingOfficers).where(eq(presidingOfficers.placeId, placeId));
    authorise(scope, "device.share", { presidingOfficers: officers.map(({ personId }) => personId) });
    if (closed) return err("place-closed");
    const token = randomToken();
    const startedAt = now();
    await tx.insert(sharedDevices).values({
      tokenHash: sha256("folkmoot/station/v1", token),
      councilId: scope.council.id,
      placeId,
      voteSlug,
      startedBy: scope.actor.personId,
      startedAt,
      endsAt: new Date(startedAt.getTime() + DEVICE_HOURS * 3_600_000),
      idleMinutes,
    });
    await record(tx, scope, { act: "device.shared", thing: { kind: "polling-place", id: placeId }, detail: { vote: voteSlug, idleMinutes } });
    return ok({ token, idleMinutes });
  });
}

/** Ends a shared device, wherever it stands: it shows no ballot any more. 404 for another place's. */
export function endDevice(scope: ActorScope, { placeId, deviceId }: { readonly placeId: string; readonly deviceId: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const here = and(eq(sharedDevices.councilId, scope.council.id), eq(sharedDevices.placeId, placeId), eq(sharedDevices.tokenHash, Buffer.from(deviceId, "hex")));
    found((await tx.select({ endsAt: sharedDevices.endsAt }).from(sharedDevices).where(here))[0], "device");
    const officers = await tx.select({ personId: presidingOfficers.personId }).from(presidingOfficers).where(eq(presidingOfficers.placeId, placeId));
    authorise(scope, "device.share", { presidingOfficers: officers.map(({ personId }) => personId) });
    await tx.update(sharedDevices).set({ endsAt: sql`least(ends_at, now())` }).where(here);
    await record(tx, scope, { act: "device.ended", thing: { kind: "polling-place", id: placeId } });
    return ok();
  });
}

/** Counts that a device has wiped itself; nothing for a token that is none. */
export async function noteWipe(scope: AnyScope, token: string | null): Promise<void> {
  if (token === null) return;
  await database()
    .update(sharedDevices)
    .set({ wipes: sql`wipes + 1` })
    .where(and(eq(sharedDevices.councilId, scope.council.id), eq(sharedDevices.tokenHash, sha256("folkmoot/station/v1", token))));
}
