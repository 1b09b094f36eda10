import { crc32, deflateSync } from "node:zlib";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { photos } from "#db/schema/platform.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { forgetLoosePhotos, forgetPhoto, holdPhotoBack, keepPhoto, storePhoto } from "./keep-photo.ts";
import { preparePhoto, type PreparedPhoto } from "./prepare-photo.ts";
import { findPhotos, photoResponse } from "./read-photo.ts";
import { readPhotoForm } from "./read-photo-form.ts";

const { db, sql } = await testDatabase();
const COUNCIL = "00000000-0000-4000-8000-000000000001";
const OTHER = "00000000-0000-4000-8000-000000000002";
const ALT = { en: "Swings without seats", cy: "" };

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#c4472c" } });

async function prepared(bytes: Buffer): Promise<PreparedPhoto> {
  const answer = await preparePhoto(bytes);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** A PNG whose head says any size, with a body of `rows` rows of nothing, which deflate packs a thousandfold. */
function png(width: number, height: number, rows = 1): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.alloc(rows * (1 + width * 3)))), chunk("IEND", Buffer.alloc(0))]);
}

test("a photo is turned upright, made in a few widths and freed of everything written into it", async () => {
  const sent = await picture(3000, 2000)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Copyright: "SECRET-NAME" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 0/1 0/1" } })
    .toBuffer();
  expect(sent.includes("SECRET-NAME")).toBe(true);
  const { width, height, sizes } = await prepared(sent);
  expect({ width, height }).toEqual({ width: 1280, height: 1920 });
  expect(sizes.map((size) => `${size.width}.${size.format}`)).toEqual(["320.webp", "640.webp", "1280.webp", "640.jpeg"]);
  for (const size of sizes) {
    const { exif, icc, xmp, iptc, orientation, width: own, format } = await sharp(size.content).metadata();
    expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect([own, format]).toEqual([size.width, size.format]);
    expect(size.content.includes("SECRET-NAME")).toBe(false);
  }
});

test("a small photo is not enlarged, one that can be seen through has a white ground as JPEG, PNG and WebP are taken", async () => {
  const clear = await sharp({ create: { width: 200, height: 150, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
  const { width, sizes } = await prepared(clear);
  expect([width, ...sizes.map((size) => size.width)]).toEqual([200, 200, 200]);
  const jpeg = sizes.find(({ format }) => format === "jpeg");
  const { data } = await sharp(jpeg?.content).raw().toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(250);
  expect((await prepared(await picture(400, 300).webp().toBuffer())).width).toBe(400);
});

test("everything that is no photo of ours is refused by what it is, not by what it is called", async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>';
  const whole = await picture(800, 600).jpeg().toBuffer();
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(500)]);
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ["nothing", Buffer.alloc(0), "photo-empty"],
    ["a drawing that may run", Buffer.from(drawing), "photo-kind"],
    ["a drawing behind white space", Buffer.from(`\n\n  <?xml version="1.0"?>${drawing}`), "photo-kind"],
    ["an animation", await picture(300, 300).gif().toBuffer(), "photo-kind"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "photo-kind"],
    ["an archive", Buffer.from("PK\u0003\u0004 and so on"), "photo-kind"],
    ["a TIFF", await picture(300, 300).tiff().toBuffer(), "photo-kind"],
    ["a phone's HEIC", heic, "photo-heif"],
    ["three bytes of a JPEG", Buffer.from([0xff, 0xd8, 0xff]), "photo-unreadable"],
    ["a JPEG's head before a drawing", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(drawing)]), "photo-unreadable"],
    ["half a JPEG", whole.subarray(0, whole.length / 2), "photo-unreadable"],
    ["a PNG whose body is not there", png(2000, 2000), "photo-unreadable"],
    ["a stamp", await picture(40, 400).png().toBuffer(), "photo-too-small"],
  ];
  for (const [what, bytes, code] of cases) expect([what, await preparePhoto(bytes)]).toEqual([what, { ok: false, error: code }]);
});

test("a pixel bomb is refused by its head: nothing of it is unpacked", async () => {
  const before = process.memoryUsage().rss;
  for (const [width, height] of [[30_000, 30_000], [65_000, 65_000], [2_000_000, 27]] as const) expect(await preparePhoto(png(width, height, 20))).toMatchObject({ ok: false });
  expect(await preparePhoto(png(30_000, 30_000, 20))).toEqual({ ok: false, error: "photo-too-many-pixels" });
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test("a photo is shown for good once something keeps it, and by its sizes only", async () => {
  const id = await storePhoto(COUNCIL, await prepared(await picture(1000, 500).jpeg().toBuffer()));
  expect((await photoResponse(id, "640.webp")).headers.get("cache-control")).toBe("private, no-store");
  expect(await inTransaction((tx) => keepPhoto(tx, OTHER, id, ALT))).toBe(false);
  expect(await inTransaction((tx) => keepPhoto(tx, COUNCIL, id, ALT))).toBe(true);
  // Nobody else's words come under it.
  expect(await inTransaction((tx) => keepPhoto(tx, COUNCIL, id, { en: "Another", cy: "" }))).toBe(false);

  const answer = await photoResponse(id, "640.jpg");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(640);
  for (const file of ["641.webp", "320.jpg", "640.svg", "../640.webp", "640", ""]) expect((await photoResponse(id, file)).status).toBe(404);
  expect((await photoResponse("' or 1=1", "640.webp")).status).toBe(404);
  expect(await findPhotos(COUNCIL, [id, "nonsense"])).toEqual(new Map([[id, { id, width: 1000, height: 500, alt: ALT }]]));
  expect((await findPhotos(OTHER, [id])).size).toBe(0);

  await inTransaction((tx) => holdPhotoBack(tx, COUNCIL, id, true));
  expect((await photoResponse(id, "640.webp")).status).toBe(404);
  expect((await findPhotos(COUNCIL, [id])).size).toBe(0);
  await inTransaction((tx) => holdPhotoBack(tx, COUNCIL, id, false));
  expect((await photoResponse(id, "640.webp")).status).toBe(200);
  await inTransaction((tx) => forgetPhoto(tx, COUNCIL, id));
  expect((await photoResponse(id, "640.webp")).status).toBe(404);
});

test("no photo is kept without words for who cannot see it, whoever asks", async () => {
  const id = await storePhoto(COUNCIL, await prepared(await picture(300, 300).png().toBuffer()));
  expect(await refusalOf(inTransaction((tx) => keepPhoto(tx, COUNCIL, id, { en: " ", cy: "" })))).toContain("photos_alt_check");
  await expect(sql`update photos set kept_at = now() where id = ${id}`.then(() => undefined)).rejects.toThrow("photos_alt_check");
});

test("a photo of a form never finished is forgotten after a day, one that is shown never", async () => {
  const photo = await prepared(await picture(300, 300).png().toBuffer());
  const [loose, shown] = [await storePhoto(COUNCIL, photo), await storePhoto(COUNCIL, photo)];
  await inTransaction((tx) => keepPhoto(tx, COUNCIL, shown, ALT));
  await sql`update photos set created_at = now() - interval '25 hours' where id in (${loose}, ${shown})`;
  await forgetLoosePhotos();
  expect(await db.select({ id: photos.id }).from(photos).where(eq(photos.id, loose))).toEqual([]);
  expect((await photoResponse(shown, "300.webp")).status).toBe(200);
});

test("a form gives what was typed, a stored photo and every fault together", async () => {
  const send = (parts: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, part] of Object.entries(parts)) form.append(name, part);
    return readPhotoForm(new Request("https://folkmoot.test/x", { method: "POST", body: form, headers: { "sec-fetch-site": "same-origin" } }), COUNCIL);
  };
  const jpeg = new Blob([new Uint8Array(await picture(500, 400).jpeg().toBuffer())]);
  const good = await send({ title: "Swings", photoAltEn: "Swings", photo: jpeg });
  if (!good.ok) throw new Error("refused");
  expect(good.value.faults).toEqual([]);
  const [id = ""] = good.value.values["photoId"] ?? [];
  expect((await findPhotos(COUNCIL, [id])).get(id)?.width).toBe(500);

  const bad = await send({ title: "Swings", photoId: id, photo: new Blob(["<svg/>"]) });
  expect(bad).toMatchObject({ ok: true, value: { values: { title: ["Swings"], photoId: [id] }, faults: [{ field: "photo", code: "photo-kind" }] } });
  expect(await send({ photoId: id, photoRemove: "yes" })).toMatchObject({ ok: true, value: { values: { photoId: [""] } } });
});
