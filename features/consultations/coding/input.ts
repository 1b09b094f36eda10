import { z } from "zod";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { line, optionalLine, optionalParagraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ThemeChange } from "./change-theme.ts";
import type { Readings } from "./save-readings.ts";

export const addThemeInput = formInput(z.object({ nameEn: line(120), nameCy: optionalLine(120) }).transform(({ nameEn, nameCy }): { readonly name: BilingualText } => ({ name: { en: nameEn, cy: nameCy } })));

export const changeThemeInput = formInput(
  z
    .object({ theme: z.uuid("form-expired"), nameEn: line(120), nameCy: optionalLine(120), main: z.string().optional(), answerEn: optionalParagraphs(2000), answerCy: optionalParagraphs(2000) })
    .transform((typed): Omit<ThemeChange, "consultationId"> => ({
      themeId: typed.theme,
      name: { en: typed.nameEn, cy: typed.nameCy },
      main: typed.main !== undefined,
      answer: { en: typed.answerEn, cy: typed.answerCy },
    })),
);

export const dropThemeInput = formInput(z.object({ theme: z.uuid("form-expired") }).transform(({ theme }) => ({ themeId: theme })));

/** From the boxes of a page of answers: `answer` names those on it, `themes-<answer>` what was ticked. What is no key is passed over. */
export function readReadings(values: TypedValues): Readings["read"] {
  const keys = (given: readonly string[] | undefined) => [...new Set(given ?? [])].filter(isUuid).slice(0, 200);
  return keys(values["answer"]).map((responseId) => ({ responseId, themeIds: keys(values[`themes-${responseId}`]) }));
}
