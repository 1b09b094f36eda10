import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import type { BadBody } from "#platform/form-body.ts";
import { storePhoto } from "./keep-photo.ts";
import { PHOTO_MOST_BYTES, preparePhoto, type PhotoFault } from "./prepare-photo.ts";

export interface PhotoForm {
  /** As `readForm` gives them, with `<field>Id` for each photo that was sent or stays from before; a removed one is empty. */
  readonly values: TypedValues;
  /** What is wrong with the photos, beside their fields. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a posted form with photos (`<PhotoField>` of components/forms). A good photo is stored at once, whatever else is wrong
 * with the form, and known from then on by its id in `<field>Id`: a browser cannot be given a chosen file back, so without this
 * one would have to choose it again after every fault. It belongs to nothing until a command calls `keepPhoto`.
 */
export async function readPhotoForm(request: Request, councilId: string): Promise<Result<PhotoForm, BadBody>> {
  const faults: Fault[] = [];
  const upload = await readUpload<Result<string, PhotoFault>>(request, {
    mostBytes: PHOTO_MOST_BYTES,
    keep: async (file) => {
      const pieces: Buffer[] = [];
      for await (const chunk of file.chunks) pieces.push(chunk);
      if (file.cut()) return { ok: false, error: "photo-too-large" };
      const prepared = await preparePhoto(Buffer.concat(pieces));
      return prepared.ok ? ok(await storePhoto(councilId, prepared.value)) : prepared;
    },
    // What is stored and belongs to nothing is forgotten by the clock.
    drop: () => Promise.resolve(),
  });
  if (!upload.ok) return upload;
  const values: Record<string, readonly string[]> = { ...upload.value.values };
  for (const field of Object.keys(values).filter((name) => name.endsWith("Remove"))) values[`${field.slice(0, -"Remove".length)}Id`] = [""];
  for (const [field, photo] of Object.entries(upload.value.files)) {
    if (photo.ok) values[`${field}Id`] = [photo.value];
    else faults.push({ field, code: photo.error });
  }
  return ok({ values, faults });
}
