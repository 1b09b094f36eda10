import { z } from "zod";
import { civilDate, email, line, oneOf, once, optionalLine, optionalParagraphs, paragraphs, pounds } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { missingAlternative, photoAnswer, photoFields } from "#domain/basics/photo-fields.ts";
import { MONEY_KINDS } from "#domain/budgeting/delivery.ts";

const optionalEmail = () => z.union([z.literal(""), email()]).default("");
const optionalDate = () => z.union([z.literal("").transform(() => null), civilDate()]).default(null);
/** A text in the languages of the council: Welsh is asked for where it publishes in Welsh. */
const welshLine = (welsh: boolean, max: number) => (welsh ? line(max) : optionalLine(max));
const welshParagraphs = (welsh: boolean, max: number) => (welsh ? paragraphs(max) : optionalParagraphs(max));

export const assignInput = formInput(
  z
    .object({ doneBy: line(200), contractor: optionalLine(200), contactEmail: optionalEmail(), placeEn: optionalLine(200), placeCy: optionalLine(200) })
    .transform(({ placeEn, placeCy, ...who }) => ({ ...who, place: { en: placeEn, cy: placeCy } })),
);

export const milestoneInput = (welsh: boolean) =>
  withDates(["plannedFor", "doneOn"], formInput(
    z
      .object({ once: once(), titleEn: line(120), titleCy: welshLine(welsh, 120), noteEn: optionalLine(300), noteCy: optionalLine(300), plannedFor: civilDate(), doneOn: optionalDate() })
      .transform(({ titleEn, titleCy, noteEn, noteCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy }, note: { en: noteEn, cy: noteCy } })),
  ));

export const removeInput = formInput(z.object({ milestoneId: z.uuid("form-expired") }));

export const moneyInput = (welsh: boolean) =>
  withDates(["on"], formInput(
    z
      .object({
        once: once(),
        kind: oneOf(MONEY_KINDS),
        whatEn: line(120),
        whatCy: welshLine(welsh, 120),
        paidTo: line(120),
        on: civilDate(),
        amount: pounds(),
        becauseEn: optionalLine(300),
        becauseCy: optionalLine(300),
      })
      .transform(({ whatEn, whatCy, becauseEn, becauseCy, amount, ...rest }) => ({
        ...rest,
        amountPence: amount,
        what: { en: whatEn, cy: whatCy },
        because: { en: becauseEn, cy: becauseCy },
      })),
  ));

export const takeBackInput = (welsh: boolean) =>
  formInput(
    z
      .object({ entryId: z.uuid("choose-one"), becauseEn: line(300), becauseCy: welshLine(welsh, 300) })
      .transform(({ entryId, becauseEn, becauseCy }) => ({ entryId, because: { en: becauseEn, cy: becauseCy } })),
  );

export const updateInput = (welsh: boolean) =>
  formInput(
    z
      .object({ once: once(), titleEn: line(120), titleCy: welshLine(welsh, 120), textEn: paragraphs(3000), textCy: welshParagraphs(welsh, 3000), writtenBy: line(120), ...photoFields() })
      .superRefine((typed, context) => {
        const missing = missingAlternative(photoAnswer(typed), welsh ? ["en", "cy"] : ["en"]);
        if (missing !== null) context.addIssue({ code: "custom", path: [missing], message: "required" });
      })
      .transform(({ once: id, titleEn, titleCy, textEn, textCy, writtenBy, ...photo }) => ({ once: id, writtenBy, title: { en: titleEn, cy: titleCy }, text: { en: textEn, cy: textCy }, photo: photoAnswer(photo) })),
  );

export const endInput = withDates(["on"], formInput(
  z
    .object({ kind: oneOf(["finished", "stopped"]), on: civilDate(), reasonEn: optionalParagraphs(2000), reasonCy: optionalParagraphs(2000) })
    .transform(({ kind, on, reasonEn, reasonCy }) => ({ kind, on, reason: { en: reasonEn, cy: reasonCy } })),
));

export const returnInput = formInput(z.object({ toPotId: z.uuid("choose-one") }));
