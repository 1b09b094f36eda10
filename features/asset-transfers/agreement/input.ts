import { z } from "zod";
import type { PromisedBenefit } from "#domain/asset-transfers/terms.ts";
import { line, optionalLine, optionalParagraphs, orEmpty, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

/** How many promised benefits a form has room for. */
export const BENEFIT_ROWS = [1, 2, 3, 4] as const;

const rows = Object.fromEntries(
  BENEFIT_ROWS.flatMap((row) => [
    [`benefit${row}En`, optionalLine(160)],
    [`benefit${row}Cy`, optionalLine(160)],
    [`target${row}`, orEmpty(wholeNumber(1, 10_000_000))],
  ]),
);

export const termsInput = formInput(
  z.object({ textEn: paragraphs(10_000), textCy: optionalParagraphs(10_000), ...rows }).transform((typed, context) => {
    const all = typed as Record<string, unknown>;
    const text = (name: string): string => (typeof all[name] === "string" ? all[name] : "");
    const benefits = BENEFIT_ROWS.flatMap((row): PromisedBenefit[] => {
      const what = { en: text(`benefit${row}En`), cy: text(`benefit${row}Cy`) };
      const target = all[`target${row}`];
      if (what.en === "" && what.cy === "") return [];
      if (typeof target !== "number") {
        context.addIssue({ code: "custom", path: [`target${row}`], message: "required" });
        return [];
      }
      return [{ what, target }];
    });
    if (benefits.length === 0) context.addIssue({ code: "custom", path: ["benefit1En"], message: "required" });
    return { text: { en: text("textEn"), cy: text("textCy") }, benefits };
  }),
);

export const agreeInput = formInput(z.object({ version: wholeNumber(1, 10_000), signedAs: line(160), agreed: z.literal("yes", "tick-to-agree") }));

/** The return of a year; as many numbers as benefits were promised. */
export const returnInput = (benefits: number) => {
  const reachedFields = Object.fromEntries(Array.from({ length: benefits }, (_, index) => [`reached${index + 1}`, wholeNumber(0, 100_000_000)]));
  return formInput(
    z.object({ year: wholeNumber(2000, 2200), ...reachedFields, story: paragraphs(4000) }).transform((typed) => ({
      year: typed.year,
      story: typed.story,
      reached: Array.from({ length: benefits }, (_, index) => Number((typed as Record<string, unknown>)[`reached${index + 1}`])),
    })),
  );
};
