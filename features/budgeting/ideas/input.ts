import { z } from "zod";
import { LOCALES } from "#domain/basics/bilingual.ts";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { email, line, oneOf, once, optionalLine, optionalParagraphs, orEmpty, paragraphs, pounds } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import { missingAlternative, photoAnswer, photoFields } from "#domain/basics/photo-fields.ts";
import { err, ok } from "#domain/basics/result.ts";
import { readIdeaAnswers, type IdeaField, type IdeaForm } from "#domain/budgeting/idea-form.ts";
import { MODERATION_REASONS } from "#domain/budgeting/idea-moderation.ts";
import type { IdeaContent } from "./idea-content.ts";
import type { PlainIdeaAct } from "./move-idea.ts";

const degrees = (most: number) =>
  z
    .string()
    .default("")
    .transform((typed) => (/^-?\d{1,3}(\.\d{1,12})?$/.test(typed) && Math.abs(Number(typed)) <= most ? Number(typed) : null));

const contentFields = z.object({
  writtenIn: z.enum(LOCALES, "form-expired"),
  title: line(120),
  text: paragraphs(4000),
  otherTitle: optionalLine(120),
  otherText: optionalParagraphs(4000),
  category: optionalLine(60),
  areaId: orEmpty(z.uuid("choose-one")),
  place: optionalLine(200),
  longitude: degrees(180),
  latitude: degrees(90),
  cost: orEmpty(pounds(10_000_000_000)),
  authorName: optionalLine(80),
  ...photoFields(),
});

/** What somebody wrote of an idea, by the programme's own form. What the form does not ask is not taken. `areas` are those of the council. */
export function ideaContentInput({ fields, categories, questions }: IdeaForm, areas: readonly string[]): FormInput<IdeaContent> {
  const read = formInput(contentFields);
  return (values) => {
    const content = read(values);
    const answers = readIdeaAnswers(questions, values);
    const faults: Fault[] = [...(content.ok ? [] : content.error), ...(answers.ok ? [] : answers.error)];
    if (!content.ok || !answers.ok) return err(faults);
    const { title, text, otherTitle, otherText, writtenIn, areaId, category, place, longitude, latitude, cost, authorName } = content.value;
    const asked = (field: IdeaField) => fields[field] !== "off";
    const point = asked("map") && longitude !== null && latitude !== null ? { longitude, latitude } : null;
    const photo = photoAnswer(asked("photo") ? content.value : { ...content.value, photoId: null });
    const inOrder = (own: string, other: string) => (writtenIn === "en" ? { en: own, cy: other } : { en: other, cy: own });
    const taken = {
      category: asked("category") && categories.some(({ code }) => code === category) ? category : "",
      areaId: asked("area") && areaId !== null && areas.includes(areaId) ? areaId : null,
      place: asked("place") ? place : "",
      costPence: asked("cost") ? cost : null,
    };
    const missing = (field: IdeaField, name: string, empty: boolean) => (fields[field] === "required" && empty ? [{ field: name, code: "required" }] : []);
    const alternative = missingAlternative(photo, [writtenIn]);
    const wrong: readonly Fault[] = [
      ...missing("category", "category", taken.category === ""),
      ...missing("area", "areaId", taken.areaId === null),
      ...missing("place", "place", taken.place === ""),
      ...missing("map", "map", point === null),
      ...missing("cost", "cost", taken.costPence === null),
      ...missing("photo", "photo", photo.photoId === null),
      ...(alternative === null ? [] : [{ field: alternative, code: "photo-alt" }]),
      ...((otherTitle === "") === (otherText === "") ? [] : [{ field: otherTitle === "" ? "otherTitle" : "otherText", code: "required" }]),
    ];
    return wrong.length > 0 ? err(wrong) : ok({ authorName, writtenIn, title: inOrder(title, otherTitle), text: inOrder(text, otherText), ...taken, point, photo, answers: answers.value });
  };
}

export const onceInput = formInput(z.object({ once: once() }));
export const supportInput = formInput(z.object({ support: z.enum(["yes", "no"], "choose-one") }));
export const reportInput = formInput(z.object({ reason: oneOf(MODERATION_REASONS), note: optionalParagraphs(1000) }));
export const appealInput = formInput(z.object({ text: paragraphs(2000) }));
export const inviteInput = formInput(z.object({ email: email() }));
export const signInput = formInput(z.object({ sign: z.enum(["yes", "no"], "choose-one"), name: optionalLine(80) }));

const PLAIN_ACTS = ["develop", "find-feasible", "find-not-feasible", "reopen", "shortlist", "pass-over", "decline"] as const satisfies readonly PlainIdeaAct[];
const reasons = { reasonEn: optionalParagraphs(1000), reasonCy: optionalParagraphs(1000) };
const reasonOf = ({ reasonEn, reasonCy }: { readonly reasonEn: string; readonly reasonCy: string }) => ({ en: reasonEn, cy: reasonCy });

export const moveInput = formInput(z.object({ act: oneOf(PLAIN_ACTS), ...reasons }).transform((typed) => ({ act: typed.act, reason: reasonOf(typed) })));
export const moderateInput = formInput(z.object({ act: oneOf(["show", "hold", "remove", "dismiss"]), reason: z.union([z.literal(""), oneOf(MODERATION_REASONS)]).default(""), note: optionalParagraphs(1000) }));
export const answerAppealInput = formInput(z.object({ decision: oneOf(["uphold", "refuse"]), answer: paragraphs(2000) }).transform(({ decision, answer }) => ({ uphold: decision === "uphold", answer })));

/** Numbers of ideas as people type them: `12, 15` or `12 and 15`. */
export const mergeInput = formInput(
  z
    .object({
      numbers: z
        .string("required")
        .transform((typed) => typed.split(/[^\d]+/).filter((part) => part !== ""))
        .pipe(z.array(z.string().regex(/^\d{1,6}$/, "numbers")).min(1, "numbers").max(50, "numbers"))
        .transform((parts) => [...new Set(parts.map(Number))]),
      ...reasons,
    })
    .transform((typed) => ({ numbers: typed.numbers, reason: reasonOf(typed) })),
);

export const MOST_PARTS = 4;

/** The parts an idea is divided into; those left empty are left out. */
export function splitInput(values: TypedValues) {
  const read = formInput(z.object(reasons))(values);
  const faults: Fault[] = [];
  const parts: { readonly title: string; readonly text: string }[] = [];
  for (let part = 1; part <= MOST_PARTS; part += 1) {
    const one = formInput(z.object({ title: optionalLine(120), text: optionalParagraphs(4000) }))({ title: values[`title${part}`] ?? [""], text: values[`text${part}`] ?? [""] });
    if (!one.ok) faults.push(...one.error.map((fault) => ({ ...fault, field: `${fault.field}${part}` })));
    else if ((one.value.title === "") !== (one.value.text === "")) faults.push({ field: one.value.title === "" ? `title${part}` : `text${part}`, code: "part-half" });
    else if (one.value.title !== "") parts.push(one.value);
  }
  if (faults.length === 0 && parts.length < 2) faults.push({ field: "title1", code: "two-parts" });
  if (!read.ok) faults.push(...read.error);
  return faults.length > 0 || !read.ok ? err(faults) : ok({ parts, reason: reasonOf(read.value) });
}

export const copyInput = formInput(z.object({ once: once(), programmeId: z.uuid("choose-one") }));
