import { z } from "zod";
import { civilDate, clockTime, once, optionalParagraphs, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { londonInstant } from "#domain/basics/london-time.ts";

/** New times of something public, and why; in Welsh too where the council publishes in it. */
export const moveInput = (welsh: boolean) =>
  withDates(
    ["opensOn", "closesOn", "resultsOn"],
    formInput(
      z
        .object({
          once: once(),
          opensOn: civilDate(),
          opensTime: clockTime(),
          closesOn: civilDate(),
          closesTime: clockTime(),
          resultsOn: civilDate(),
          resultsTime: clockTime(),
          reasonEn: paragraphs(2000),
          reasonCy: welsh ? paragraphs(2000) : optionalParagraphs(2000),
        })
        .transform((typed) => ({
          once: typed.once,
          times: { opensAt: londonInstant(typed.opensOn, typed.opensTime), closesAt: londonInstant(typed.closesOn, typed.closesTime), resultsAt: londonInstant(typed.resultsOn, typed.resultsTime) },
          reason: { en: typed.reasonEn, cy: typed.reasonCy },
        })),
    ),
  );

export const delayInput = (welsh: boolean) =>
  withDates(
    ["expectedOn"],
    formInput(
      z
        .object({ once: once(), expectedOn: civilDate(), reasonEn: paragraphs(2000), reasonCy: welsh ? paragraphs(2000) : optionalParagraphs(2000) })
        .transform((typed) => ({ once: typed.once, expectedOn: typed.expectedOn, reason: { en: typed.reasonEn, cy: typed.reasonCy } })),
    ),
  );
