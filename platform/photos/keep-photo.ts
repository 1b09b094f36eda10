import { and, eq, isNull, sql } from "drizzle-orm";
import { database, inTransaction, type Executor, type Transaction } from "#db/client.ts";
import { photoSizes, photos } from "#db/schema/platform.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { now } from "#platform/clock.ts";
import type { PreparedPhoto } from "./prepare-photo.ts";

/** Puts a prepared photo into the database, not yet shown by anything. Answers its id. */
export function storePhoto(councilId: string, { width, height, sizes }: PreparedPhoto): Promise<string> {
  return inTransaction(async (tx) => {
    const [row] = await tx.insert(photos).values({ councilId, width, height }).returning({ id: photos.id });
    const photoId = row?.id ?? "";
    await tx.insert(photoSizes).values(sizes.map((size) => ({ photoId, ...size })));
    return photoId;
  });
}

/**
 * Makes a stored photo part of what a command writes, with what it shows in words. False where the council has no such photo
 * waiting: it is another's, is shown by something already, or was forgotten. Nobody can so put their words under another's photo.
 */
export async function keepPhoto(tx: Transaction, councilId: string, id: string, alt: BilingualText): Promise<boolean> {
  const kept = await tx
    .update(photos)
    .set({ keptAt: now(), altEn: alt.en, altCy: alt.cy })
    .where(and(eq(photos.id, id), eq(photos.councilId, councilId), isNull(photos.keptAt)))
    .returning({ id: photos.id });
  return kept.length === 1;
}

/** Says anew what a photo shows that the caller's own thing shows already. */
export async function describePhoto(tx: Transaction, councilId: string, id: string, alt: BilingualText): Promise<void> {
  await tx.update(photos).set({ altEn: alt.en, altCy: alt.cy }).where(and(eq(photos.id, id), eq(photos.councilId, councilId)));
}

/** Holds a photo back, or shows it again. */
export async function holdPhotoBack(tx: Transaction, councilId: string, id: string, held: boolean): Promise<void> {
  await tx.update(photos).set({ heldBackAt: held ? now() : null }).where(and(eq(photos.id, id), eq(photos.councilId, councilId)));
}

/** Forgets a photo that nothing shows any longer. Take it off what showed it first, in the same transaction. */
export async function forgetPhoto(tx: Transaction, councilId: string, id: string): Promise<void> {
  await tx.delete(photos).where(and(eq(photos.id, id), eq(photos.councilId, councilId)));
}

/** Forgets photos a day old of forms that were never finished. */
export async function forgetLoosePhotos(executor: Executor = database()): Promise<void> {
  await executor.execute(sql`delete from photos where kept_at is null and created_at < now() - interval '1 day'`);
}
