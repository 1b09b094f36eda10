import { z } from "zod";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { optionalLine, optionalParagraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import { ASKING, IDEA_FIELDS, IDEA_QUESTION_KINDS, type Asking, type IdeaField, type IdeaForm, type IdeaQuestion } from "#domain/budgeting/idea-form.ts";
import type { SaveCall } from "./save-call.ts";

/** How many own questions the form offers. */
export const QUESTION_ROWS = 6;

const main = formInput(
  z.object({
    seen: z.string().default("0").transform(Number).pipe(z.number().int("form-expired").min(0, "form-expired")),
    introEn: optionalParagraphs(2000),
    introCy: optionalParagraphs(2000),
    policyEn: optionalParagraphs(4000),
    policyCy: optionalParagraphs(4000),
    categories: optionalParagraphs(2000),
    most: wholeNumber(1, 50),
    seenFirst: z.string().default(""),
    supportsTaken: z.string().default(""),
  }),
);

/** Lines of `English | Welsh`, each with a code of its own that stays while its English stays. Null where a language is missing that is needed. */
export function readLines(text: string, welsh: boolean): readonly { readonly code: string; readonly text: BilingualText }[] | null {
  const codes = new Set<string>();
  const lines = text.split("\n").map((each) => each.trim()).filter((each) => each !== "");
  const read = lines.map((each) => {
    const [en = "", cy = ""] = each.split("|").map((part) => part.trim());
    const code = unusedSlug(slugOf(en || cy, "choice"), codes);
    codes.add(code);
    return { code, text: { en, cy } };
  });
  return read.every(({ text: { en, cy } }) => en !== "" && (!welsh || cy !== "")) ? read : null;
}

/** The lines as an officer typed them. */
export const showLines = (lines: readonly { readonly text: BilingualText }[]): string => lines.map(({ text: { en, cy } }) => (cy === "" ? en : `${en} | ${cy}`)).join("\n");

/** How a programme asks for ideas, from the officer's form; `before` are the questions that stand, whose codes are kept. */
export function callInput(values: TypedValues, welsh: boolean, before: readonly IdeaQuestion[]): Result<Omit<SaveCall, "programmeId">, readonly Fault[]> {
  const read = main(values);
  const faults: Fault[] = read.ok ? [] : [...read.error];
  const last = (name: string) => values[name]?.at(-1)?.replaceAll("\r\n", "\n").trim() ?? "";
  const fields = Object.fromEntries(IDEA_FIELDS.map((field): [IdeaField, Asking] => [field, ASKING.find((asking) => asking === last(`field-${field}`)) ?? "off"])) as IdeaForm["fields"];
  const categories = readLines(last("categories"), welsh);
  if (categories === null) faults.push({ field: "categories", code: "two-languages" });

  const codes = new Set<string>();
  const questions: IdeaQuestion[] = [];
  for (let row = 1; row <= QUESTION_ROWS; row += 1) {
    const at = (name: string) => last(`q${row}-${name}`);
    const label = { en: at("labelEn"), cy: at("labelCy") };
    if (label.en === "" && label.cy === "") continue;
    if (welsh && (label.en === "" || label.cy === "")) faults.push({ field: `q${row}-label${label.en === "" ? "En" : "Cy"}`, code: "required" });
    if (formInput(z.object({ en: optionalLine(300), cy: optionalLine(300) }))({ en: [label.en], cy: [label.cy] }).ok === false) faults.push({ field: `q${row}-labelEn`, code: "too-long", params: { max: 300 } });
    const kind = IDEA_QUESTION_KINDS.find((each) => each === at("kind")) ?? "line";
    const options = kind === "choice" || kind === "choices" ? readLines(at("options"), welsh) : [];
    if (options === null) faults.push({ field: `q${row}-options`, code: "two-languages" });
    else if ((kind === "choice" || kind === "choices") && options.length < 2) faults.push({ field: `q${row}-options`, code: "too-few-options" });
    const code = before.find((each) => each.code === at("code"))?.code ?? unusedSlug(slugOf(label.en || label.cy, "question"), new Set([...codes, ...before.map((each) => each.code)]));
    codes.add(code);
    questions.push({ code, kind, label, hint: { en: at("hintEn"), cy: at("hintCy") }, required: at("required") !== "", public: at("public") !== "", options: options ?? [] });
  }
  if (faults.length > 0 || !read.ok || categories === null) return err(faults);
  const { seen, introEn, introCy, policyEn, policyCy, most, seenFirst, supportsTaken } = read.value;
  return ok({
    seen,
    intro: { en: introEn, cy: introCy },
    policy: { en: policyEn, cy: policyCy },
    form: { fields, categories: categories.map(({ code, text }) => ({ code, name: text })), questions },
    mostPerPerson: most,
    seenFirst: seenFirst !== "",
    supportsTaken: supportsTaken !== "",
  });
}
