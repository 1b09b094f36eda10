import { z } from "zod";
import { line, oneOf, optionalLine, optionalParagraphs, orEmpty, paragraphs, slug, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { STATUTE_NATIONS, type OwnStatutoryConsultation } from "#domain/involvement/statutory-consultations.ts";

const statute = z
  .object({
    code: slug(),
    nation: oneOf(STATUTE_NATIONS),
    titleEn: line(160),
    titleCy: optionalLine(160),
    statuteEn: line(300),
    statuteCy: optionalLine(300),
    minimumDays: orEmpty(wholeNumber(1, 365)),
    consulteesEn: paragraphs(1000),
    consulteesCy: optionalParagraphs(1000),
    source: line(500).refine((v) => /^https:\/\/[^\s<>"]+$/.test(v), "web-address"),
    withdrawn: z.string().optional(),
  })
  .transform((typed): OwnStatutoryConsultation => ({
    code: typed.code,
    nation: typed.nation,
    title: { en: typed.titleEn, cy: typed.titleCy },
    statute: { en: typed.statuteEn, cy: typed.statuteCy },
    minimumDays: typed.minimumDays,
    consultees: { en: typed.consulteesEn, cy: typed.consulteesCy },
    source: typed.source,
    withdrawn: typed.withdrawn !== undefined,
  }));
export const statuteInput = formInput(statute);
