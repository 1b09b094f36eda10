import { z } from "zod";
import { rawClient } from "#db/client.ts";
import type { PhotoInView } from "./photo-in-view.ts";

const FILE = /^(\d{2,4})\.(webp|jpg)$/;

/** Photos of one council by their ids, in one statement; those held back are left out. */
export async function findPhotos(councilId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PhotoInView>> {
  const wanted = ids.filter((id) => z.uuid().safeParse(id).success);
  if (wanted.length === 0) return new Map();
  const rows = await rawClient()<{ id: string; width: number; height: number; en: string; cy: string }[]>`
    select id, width, height, alt_en as en, alt_cy as cy from photos where council_id = ${councilId} and id = any(${wanted}::uuid[]) and held_back_at is null`;
  return new Map(rows.map(({ id, width, height, en, cy }) => [id, { id, width, height, alt: { en, cy } }]));
}

/**
 * One size of a photo as an answer, at `/photo/{id}/{width}.webp` or `.jpg`. Its bytes never change, so a browser keeps one that is shown
 * for good; one of a form not finished it keeps for nobody. 404 for a size that was not made and for a photo that is held back.
 */
export async function photoResponse(id: string, file: string): Promise<Response> {
  const [, width, extension] = FILE.exec(file) ?? [];
  if (width === undefined || !z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  const format = extension === "jpg" ? "jpeg" : "webp";
  const [row] = await rawClient()<{ content: Buffer; kept: boolean }[]>`
    select s.content, p.kept_at is not null as kept from photo_sizes s join photos p on p.id = s.photo_id
    where s.photo_id = ${id} and s.width = ${Number(width)} and s.format = ${format} and p.held_back_at is null`;
  if (!row) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(row.content), {
    headers: {
      "Content-Type": `image/${format}`,
      "Cache-Control": row.kept ? "public, max-age=31536000, immutable" : "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
