import { z } from "zod";
import { line, once, oneOf, optionalLine, optionalParagraphs, paragraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { TOPICS } from "#domain/involvement/engagement.ts";

/** What begins a consultation: `template` is a built-in one's name or the id of one of the council's. */
export const createInput = formInput(
  z
    .object({ once: once(), titleEn: line(120), titleCy: optionalLine(120), topic: oneOf(TOPICS), template: z.string().max(60).default("empty") })
    .transform(({ titleEn, titleCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy } })),
);

export const versionInput = formInput(
  z
    .object({ once: once(), whatEn: paragraphs(600), whatCy: optionalParagraphs(600), reasonEn: paragraphs(600), reasonCy: optionalParagraphs(600) })
    .transform(({ once: id, whatEn, whatCy, reasonEn, reasonCy }) => ({ once: id, what: { en: whatEn, cy: whatCy }, reason: { en: reasonEn, cy: reasonCy } })),
);

export const templateInput = formInput(z.object({ once: once(), name: line(120) }));
