import { z } from "zod";
import { email, line, optionalLine, optionalParagraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

const PRIVACY_MAX = 20_000;

const phone = z
  .string()
  .default("")
  .transform((v) => v.trim().replace(/\s+/g, " "))
  .pipe(z.string().regex(/^(\+?[\d ()-]{5,24})?$/, "phone"));

const settings = z
  .object({
    nameEn: line(120),
    nameCy: optionalLine(120),
    contactEmail: z.union([z.string().trim().length(0), email()]).default(""),
    contactPhone: phone,
    privacyEn: optionalParagraphs(PRIVACY_MAX),
    privacyCy: optionalParagraphs(PRIVACY_MAX),
    welsh: z.enum(["yes", ""]).default("").transform((v) => v === "yes"),
  })
  .check(({ value, issues }) => {
    // A council that publishes in Welsh has both languages complete.
    if (!value.welsh) return;
    if (value.nameCy === "") issues.push({ code: "custom", message: "welsh-missing", path: ["nameCy"], input: value });
    if (value.privacyEn !== "" && value.privacyCy === "") issues.push({ code: "custom", message: "welsh-missing", path: ["privacyCy"], input: value });
  });

export type ChangeSettingsInput = z.output<typeof settings>;
export const changeSettingsInput = formInput(settings);

/** A colour as brand guides give it: six hexadecimal digits, with or without the sign before them. */
const colour = z.object({
  colour: z
    .string("required")
    .transform((v) => v.trim().replace(/^#/, "").toLowerCase())
    .pipe(z.string().min(1, "required").regex(/^[0-9a-f]{6}$/, "colour"))
    .transform((v) => `#${v}`),
  show: z.enum(["preview", ""]).default(""),
});

export const changeColourInput = formInput(colour);
