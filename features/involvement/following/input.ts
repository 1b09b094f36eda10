import { z } from "zod";
import { line, once, optionalLine, optionalParagraphs, paragraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const closeInput = formInput(z.object({ earlyBecause: optionalParagraphs(1000) }));

/** What changed and why; in Welsh too where the council publishes in it. */
export const changeInput = (welsh: boolean) =>
  formInput(
    z
      .object({
        once: once(),
        whatEn: line(300),
        whatCy: welsh ? line(300) : optionalLine(300),
        reasonEn: paragraphs(2000),
        reasonCy: welsh ? paragraphs(2000) : optionalParagraphs(2000),
      })
      .transform((typed) => ({ once: typed.once, what: { en: typed.whatEn, cy: typed.whatCy }, reason: { en: typed.reasonEn, cy: typed.reasonCy } })),
  );

export const feedbackInput = formInput(
  z
    .object({
      seen: z.string().max(40).default(""),
      publish: z.string().default(""),
      askedEn: optionalParagraphs(3000),
      askedCy: optionalParagraphs(3000),
      saidEn: optionalParagraphs(3000),
      saidCy: optionalParagraphs(3000),
      didEn: optionalParagraphs(3000),
      didCy: optionalParagraphs(3000),
    })
    .transform((typed) => ({
      seen: typed.seen,
      publish: typed.publish === "yes",
      texts: { asked: { en: typed.askedEn, cy: typed.askedCy }, said: { en: typed.saidEn, cy: typed.saidCy }, did: { en: typed.didEn, cy: typed.didCy } },
    })),
);

/** A form that is only a button. */
export const nothingInput = formInput(z.object({}));
