import { z } from "zod";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { civilDate, email, line, oneOf, optionalLine, optionalParagraphs, orEmpty, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates, type FormInput } from "#domain/basics/form-input.ts";
import { missingAlternative, photoAnswer, photoFields } from "#domain/basics/photo-fields.ts";
import { err, ok } from "#domain/basics/result.ts";
import { TAUGHT_AT_HOME } from "#domain/elections/taught-at-home.ts";
import type { NominationContent } from "./nomination-content.ts";

const content = z.object({
  contestId: z.uuid("choose-one"),
  givenName: line(60),
  surname: optionalLine(60),
  showsSurname: z.string().default(""),
  school: optionalLine(100),
  taughtAtHome: z.string().default(""),
  yearGroup: orEmpty(wholeNumber(1, 14)),
  born: civilDate(),
  statement: optionalParagraphs(4000),
  otherStatement: optionalParagraphs(4000),
  promises: optionalParagraphs(1000),
  otherPromises: optionalParagraphs(1000),
  videoUrl: optionalLine(300).refine((url) => url === "" || /^https:\/\/[^\s]+$/.test(url), "https-address"),
  videoCaptioned: z.string().default(""),
  parentName: optionalLine(120),
  parentEmail: z.string().default("").transform((typed) => typed.trim()).pipe(z.union([z.literal(""), email()])),
  ...photoFields(),
});

/** What somebody who stands has written, with the contest they stand in. `locale` is the language of the page it was written on. */
export const nominationInput =
  (locale: Locale): FormInput<{ readonly contestId: string; readonly content: NominationContent }> =>
  (values) => {
    const read = withDates(["born"], formInput(content))(values);
    if (!read.ok) return read;
    const { contestId, photoId, photoAltEn, photoAltCy, showsSurname, videoCaptioned, taughtAtHome, school, ...rest } = read.value;
    const photo = photoAnswer({ photoId, photoAltEn, photoAltCy });
    const missing = missingAlternative(photo, [locale]);
    const faults: Fault[] = [...(missing === null ? [] : [{ field: missing, code: "photo-alt" }]), ...(showsSurname === "yes" && rest.surname === "" ? [{ field: "surname", code: "required" }] : []), ...(taughtAtHome !== "yes" && school === "" ? [{ field: "school", code: "required" }] : [])];
    if (faults.length > 0) return err(faults);
    return ok({ contestId, content: { ...rest, school: taughtAtHome === "yes" ? TAUGHT_AT_HOME : school, writtenIn: locale, showsSurname: showsSurname === "yes", videoCaptioned: videoCaptioned === "yes", photo } });
  };

export const askInput = formInput(z.object({ name: line(80), email: email() }));
const sure = z.literal("yes", "sure");
export const sureInput = formInput(z.object({ sure }));

/** Yes needs a name and a school; no needs nothing. */
export const answerInput = formInput(z.discriminatedUnion("answer", [z.object({ answer: z.literal("yes"), name: line(80), school: line(100) }), z.object({ answer: z.literal("no"), name: optionalLine(80), school: optionalLine(100) })], "choose-one"));
export const consentInput = formInput(z.discriminatedUnion("answer", [z.object({ answer: z.literal("yes"), name: line(120), parent: sure }), z.object({ answer: z.literal("no"), name: optionalLine(120), parent: z.string().default("") })], "choose-one"));

export const decideInput = formInput(
  z
    .object({ decision: oneOf(["accept", "reject", "return"]), reasonEn: optionalParagraphs(600), reasonCy: optionalParagraphs(600), tellApartEn: optionalLine(60), tellApartCy: optionalLine(60) })
    .transform(({ decision, reasonEn, reasonCy, tellApartEn, tellApartCy }) => ({ act: decision, reason: { en: reasonEn, cy: reasonCy }, tellApart: { en: tellApartEn, cy: tellApartCy } })),
);
export const paperConsentInput = formInput(z.object({ parent: line(120) }));
export const strikeInput = formInput(z.object({ nominator: z.uuid("choose-one") }));

/** The lines of a paper form: name, comma, school. Every line that is not like that is told. */
export const paperPeopleInput: FormInput<{ readonly people: readonly { readonly name: string; readonly school: string }[] }> = (values) => {
  const read = formInput(z.object({ people: paragraphs(8000) }))(values);
  if (!read.ok) return read;
  const lines = read.value.people.split("\n").map((text, at) => ({ at: at + 1, parts: text.split(",").map((part) => part.trim().slice(0, 100)) })).filter(({ parts }) => parts.join("") !== "");
  const wrong = lines.find(({ parts }) => parts.length < 2 || parts[0] === "" || parts.slice(1).join("") === "");
  if (wrong) return err([{ field: "people", code: "people-line", params: { line: wrong.at } }]);
  return ok({ people: lines.map(({ parts: [name = "", ...school] }) => ({ name, school: school.join(", ") })) });
};
