import { z } from "zod";
import { readClockTime } from "#domain/basics/clock-time.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { londonInstant } from "#domain/basics/london-time.ts";

/** Unused where no day is filled in. */
const eveningOr = z
  .string()
  .default("")
  .transform((typed, context) => {
    const time = readClockTime(typed.trim() === "" ? "8pm" : typed);
    if (time !== null) return time;
    context.addIssue({ code: "custom", message: "time" });
    return z.NEVER;
  });

/** A change of the rules of a running vote: what, why, and a later close where the day is filled in. */
export const amendmentInput = (welsh: boolean) =>
  withDates(
    ["closesOn"],
    formInput(
      z
        .object({
          once: once(),
          wordsEn: line(600),
          wordsCy: welsh ? line(600) : optionalLine(600),
          reasonEn: paragraphs(2000),
          reasonCy: welsh ? paragraphs(2000) : optionalParagraphs(2000),
          closesOn: orEmpty(civilDate()),
          closesTime: eveningOr,
        })
        .transform((typed) => ({
          once: typed.once,
          words: { en: typed.wordsEn, cy: typed.wordsCy },
          reason: { en: typed.reasonEn, cy: typed.reasonCy },
          closesAt: typed.closesOn === null ? null : londonInstant(typed.closesOn, typed.closesTime),
        })),
    ),
  );

export const amendmentAnswerInput = formInput(z.object({ amendment: z.uuid(), answer: oneOf(["make", "turn-down"]) }));
