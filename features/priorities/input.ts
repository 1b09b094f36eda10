import { z } from "zod";
import { line, oneOf, once, optionalLine, optionalParagraphs, slug } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { TARGET_STATUSES } from "#domain/priorities/target.ts";

/** A reading as typed: a plain decimal, or nothing where there is none yet. */
const reading = z
  .string()
  .default("")
  .transform((v) => v.replace(/[\s,%]/g, ""))
  .pipe(z.string().regex(/^(-?\d{1,12}(\.\d{1,6})?)?$/, "reading"))
  .transform((v) => (v === "" ? null : Number(v)));

export const writeTargetInput = formInput(
  z.object({
    once: once(),
    slug: slug(),
    theme: optionalLine(120),
    titleEn: line(160),
    titleCy: optionalLine(160),
    narrativeEn: optionalParagraphs(3000),
    narrativeCy: optionalParagraphs(3000),
    indicatorEn: line(200),
    indicatorCy: optionalLine(200),
    baseline: reading,
    latest: reading,
    target: reading,
    lead: optionalLine(160),
    status: oneOf(TARGET_STATUSES),
  }),
);

export type WriteTargetInput = Extract<ReturnType<typeof writeTargetInput>, { ok: true }>["value"];
