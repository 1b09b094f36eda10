import sharp from "sharp";
import { PHOTO_WIDTHS, photoWidths, plainPhotoWidth } from "#domain/basics/photo-sizes.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { photoKind } from "./photo-kind.ts";

/** What can be wrong with a photo; the words are in i18n/messages/<locale>/photos.ts. */
export type PhotoFault = "photo-empty" | "photo-too-large" | "photo-kind" | "photo-heif" | "photo-too-many-pixels" | "photo-too-small" | "photo-unreadable";

export interface PhotoSize {
  readonly width: number;
  readonly format: "webp" | "jpeg";
  readonly content: Buffer;
}

export interface PreparedPhoto {
  /** Of the largest size, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly PhotoSize[];
}

export const PHOTO_MOST_BYTES = 20 * 1024 * 1024;
/** A 50-megapixel phone passes. What decodes to more would be memory, not detail. */
export const PHOTO_MOST_PIXELS = 52_000_000;
const LEAST_SIDE = 120;
const MOST_HEIGHT = 2560;
const MOST_SECONDS = 20;

sharp.cache(false);

/**
 * Makes of a file as sent what is shown: upright, in a few widths as WebP and one as JPEG, without a word of what the camera
 * or anybody else wrote into it (place, time, name). Its size in pixels is read from its head and judged before it is decoded.
 * One photo at a time in a process, so that twenty senders cost the memory of one.
 */
export async function preparePhoto(bytes: Buffer): Promise<Result<PreparedPhoto, PhotoFault>> {
  if (bytes.length === 0) return err("photo-empty");
  if (bytes.length > PHOTO_MOST_BYTES) return err("photo-too-large");
  const kind = photoKind(bytes);
  if (kind === null) return err("photo-kind");
  if (kind === "heif") return err("photo-heif");
  return inTurn(async () => {
    try {
      const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (format !== kind) return err("photo-kind");
      if (width * height > PHOTO_MOST_PIXELS) return err("photo-too-many-pixels");
      if (Math.min(width, height) < LEAST_SIDE) return err("photo-too-small");
      return ok(await inSizes(bytes));
    } catch {
      return err("photo-unreadable");
    }
  });
}

async function inSizes(bytes: Buffer): Promise<PreparedPhoto> {
  const largest = await sharp(bytes, { limitInputPixels: PHOTO_MOST_PIXELS, failOn: "error" })
    .autoOrient()
    .timeout({ seconds: MOST_SECONDS })
    .resize({ width: Math.max(...PHOTO_WIDTHS), height: MOST_HEIGHT, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = largest.info;
  const plain = plainPhotoWidth(width);
  const sizes: PhotoSize[] = [];
  for (const each of photoWidths(width)) sizes.push({ width: each, format: "webp", content: await sharp(largest.data).resize({ width: each }).webp({ quality: 78 }).toBuffer() });
  sizes.push({ width: plain, format: "jpeg", content: await sharp(largest.data).resize({ width: plain }).flatten({ background: "#fff" }).jpeg({ quality: 80, mozjpeg: true }).toBuffer() });
  return { width, height, sizes };
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
