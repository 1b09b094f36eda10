import { z } from "zod";
import { once } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { AREA_CODE } from "#domain/councils/area-file.ts";

/** What comes with a file of boundaries: whose wards to keep, where the file has those of several councils. */
export const areaFileInput = formInput(
  z.object({
    once: once(),
    councilCode: z
      .string()
      .default("")
      .transform((v) => v.trim().toUpperCase())
      .pipe(z.string().refine((v) => v === "" || AREA_CODE.test(v), "area-code"))
      .transform((v) => (v === "" ? null : v)),
  }),
);

export const populationFileInput = formInput(z.object({ once: once() }));
