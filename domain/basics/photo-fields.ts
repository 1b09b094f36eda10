import { z } from "zod";
import { optionalLine } from "./fields.ts";
import type { BilingualText, Locale } from "./bilingual.ts";

/** A photo as a form sends it: none, or one stored already with what it shows in words. */
export interface PhotoAnswer {
  readonly photoId: string | null;
  readonly alt: BilingualText;
}

const shape = { photoId: z.union([z.literal("").transform(() => null), z.uuid("photo-gone")]).default(null), photoAltEn: optionalLine(300), photoAltCy: optionalLine(300) };

/** The fields of a form's photo. Spread them into the form's own schema, and pass its outcome through {@link photoAnswer}. */
export const photoFields = (): typeof shape => shape;

/** The photo of a form's fields. */
export const photoAnswer = ({ photoId, photoAltEn, photoAltCy }: { readonly photoId: string | null; readonly photoAltEn: string; readonly photoAltCy: string }): PhotoAnswer => ({
  photoId,
  alt: { en: photoAltEn, cy: photoAltCy },
});

/** The field in which it is not said what a photo shows, in the first of the languages asked for where it is missing; null when all is said. */
export function missingAlternative({ photoId, alt }: PhotoAnswer, languages: readonly Locale[]): "photoAltEn" | "photoAltCy" | null {
  const missing = photoId === null ? undefined : languages.find((language) => alt[language] === "");
  return missing === undefined ? null : missing === "en" ? "photoAltEn" : "photoAltCy";
}
