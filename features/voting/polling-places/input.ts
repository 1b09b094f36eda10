import { z } from "zod";
import { line, optionalParagraphs, slug, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import type { PlaceDetails } from "./save-place.ts";

const letters = z
  .string()
  .default("")
  .transform((typed) => typed.trim().toUpperCase())
  .pipe(z.string().regex(/^([A-Z]{2,4})?$/, "letters"));

/** A polling place as it is typed; the Welsh name is asked for where the council publishes in Welsh. */
export const placeInput = (welsh: boolean): FormInput<PlaceDetails> =>
  formInput(
    z
      .object({
        nameEn: line(120),
        nameCy: welsh ? line(120) : z.string().default(""),
        address: optionalParagraphs(400),
        accessEn: optionalParagraphs(600),
        accessCy: optionalParagraphs(600),
        hoursEn: optionalParagraphs(400),
        hoursCy: optionalParagraphs(400),
        letters,
        officers: z.array(z.uuid("not-presiding")),
        closed: z.string().default(""),
      })
      .transform(({ nameEn, nameCy, accessEn, accessCy, hoursEn, hoursCy, closed, ...rest }) => ({
        ...rest,
        name: { en: nameEn, cy: nameCy },
        access: { en: accessEn, cy: accessCy },
        hours: { en: hoursEn, cy: hoursCy },
        closed: closed === "yes",
      })),
    ["officers"],
  );

export const deviceInput = formInput(z.object({ vote: slug(), idle: wholeNumber(1, 60) }));
export const endDeviceInput = formInput(z.object({ device: z.string().regex(/^[0-9a-f]{64}$/) }));
