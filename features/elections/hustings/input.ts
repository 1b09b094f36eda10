import { z } from "zod";
import { civilDate, clockTime, line, once, oneOf, optionalLine, optionalParagraphs, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { londonInstant } from "#domain/basics/london-time.ts";
import { HUSTINGS_REASONS, LONGEST_QUESTION } from "#domain/elections/hustings.ts";

export const eventInput = withDates(
  ["on"],
  formInput(
    z
      .object({
        once: once(),
        titleEn: line(120),
        titleCy: optionalLine(120),
        on: civilDate(),
        from: clockTime(),
        until: clockTime(),
        placeEn: optionalLine(200),
        placeCy: optionalLine(200),
        accessEn: optionalParagraphs(600),
        accessCy: optionalParagraphs(600),
        onlineUrl: optionalLine(300).refine((url) => url === "" || /^https:\/\/[^\s]+$/.test(url), "https-address"),
      })
      .transform(({ titleEn, titleCy, on, from, until, placeEn, placeCy, accessEn, accessCy, ...rest }) => ({
        ...rest,
        title: { en: titleEn, cy: titleCy },
        startsAt: londonInstant(on, from),
        endsAt: londonInstant(on, until),
        place: { en: placeEn, cy: placeCy },
        access: { en: accessEn, cy: accessCy },
      })),
  ),
);

export const cancelInput = formInput(z.object({ reasonEn: line(200), reasonCy: optionalLine(200) }).transform(({ reasonEn, reasonCy }) => ({ reason: { en: reasonEn, cy: reasonCy } })));
export const questionInput = formInput(z.object({ once: once(), contest: z.uuid("choose-one"), text: paragraphs(LONGEST_QUESTION) }));
export const answerInput = formInput(z.object({ number: wholeNumber(1, 100_000), text: paragraphs(3_000) }));

/** Shown, or refused with a reason; in words of the moderator's own where none of the usual ones is it. */
export const moderateInput = formInput(
  z
    .object({ what: oneOf(["question", "answer"]), id: z.uuid("choose-one"), read: z.string().default(""), decision: oneOf(["show", "refuse"]), reason: z.union([z.literal(""), oneOf(HUSTINGS_REASONS)]).default(""), note: optionalParagraphs(400) })
    .transform(({ decision, reason, ...rest }, context) => {
      if (decision === "refuse" && reason === "") context.addIssue({ code: "custom", message: "reason-missing", path: ["reason"] });
      if (decision === "refuse" && reason === "other" && rest.note === "") context.addIssue({ code: "custom", message: "note-missing", path: ["note"] });
      // What the browser sends back has the line breaks of forms.
      return { ...rest, read: rest.read.replace(/\r\n?/g, "\n"), act: decision, reason: reason === "" ? null : reason };
    }),
);
