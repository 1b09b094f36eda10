import { readCivilDate } from "#domain/basics/fields.ts";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { joinedDate } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf } from "#domain/basics/slug.ts";
import { MAP_SHAPES } from "./answer.ts";
import { testsOf } from "./check-survey.ts";
import { RESPONDENT, TESTS, type Condition, type Test, type TestKind } from "./condition.ts";
import { RESPONDENT_KINDS } from "./response.ts";
import { CODE_PATTERN, END, FILE_KINDS, NO_TEXT, type Jump, type Option, type Question, type Section, type Survey, type SurveyText } from "./survey.ts";

/*
 * The builder's forms: from what an officer typed to a question or section, and back to fields. A text has four boxes,
 * `textEn`, `textCy`, `textEasyEn`, `textEasyCy`; options have a row of boxes each, and some empty rows to add with.
 */

const LANGUAGES = [
  ["en", "En"],
  ["cy", "Cy"],
  ["easyEn", "EasyEn"],
  ["easyCy", "EasyCy"],
] as const;

/** Beyond this a text is no question any more. */
const MOST_TEXT = 5_000;
/** Empty rows offered under the options, and empty lines under a condition. */
export const SPARE_OPTIONS = 3;
export const SPARE_TESTS = 2;
const MOST_ROWS = 500;

const one = (values: TypedValues, name: string): string => (values[name]?.at(-1) ?? "").replace(/\r\n?/g, "\n").normalize("NFC").trim();
const ticked = (values: TypedValues, name: string): boolean => values[name]?.at(-1) === "yes";

const readText = (values: TypedValues, name: string): SurveyText => ({ en: one(values, `${name}En`), cy: one(values, `${name}Cy`), easyEn: one(values, `${name}EasyEn`), easyCy: one(values, `${name}EasyCy`) });

/** The four boxes of a text. */
export const textFields = (name: string, text: SurveyText): Record<string, string> => Object.fromEntries(LANGUAGES.map(([key, ending]) => [`${name}${ending}`, text[key]]));

const longTexts = (values: TypedValues, names: readonly string[]): Fault[] =>
  names.flatMap((name) => LANGUAGES.map(([, ending]) => `${name}${ending}`).filter((field) => one(values, field).length > MOST_TEXT).map((field) => ({ field, code: "too-long", params: { max: MOST_TEXT } })));

/** Options as rows: `options-0-code`, `options-0-En` … A row without words is none; a code that was left empty is made of the words. */
function readOptions(values: TypedValues, name: "options" | "rows"): Result<readonly Option[], readonly Fault[]> {
  const faults: Fault[] = [];
  const read: { option: Option; place: number }[] = [];
  const taken = new Set<string>();
  for (let at = 0; at < MOST_ROWS && values[`${name}-${at}-En`] !== undefined; at += 1) {
    const text = readText(values, `${name}-${at}-`);
    if (text.en === "" && text.cy === "") continue;
    const typed = one(values, `${name}-${at}-code`).toLowerCase();
    const made = slugOf(text.en || text.cy, "option").slice(0, 30).replace(/-+$/, "");
    let code = typed;
    for (let number = 1; typed === "" && (code === "" || taken.has(code)); number += 1) code = number === 1 ? made : `${made}-${number}`;
    if (!CODE_PATTERN.test(code)) faults.push({ field: `${name}-${at}-code`, code: "code-form" });
    else if (taken.has(code)) faults.push({ field: `${name}-${at}-code`, code: "option-code-twice", params: { code } });
    taken.add(code);
    const place = Number(one(values, `${name}-${at}-place`)) || at + 1;
    read.push({ option: { code, text, ...(ticked(values, `${name}-${at}-exclusive`) ? { exclusive: true } : {}) }, place });
  }
  if (faults.length > 0) return err(faults);
  return ok(read.sort((a, b) => a.place - b.place).map(({ option }) => option));
}

/** Rows of boxes for the options that there are. */
export function optionFields(name: "options" | "rows", options: readonly Option[]): Record<string, string> {
  return Object.assign(
    {},
    ...options.map((option, at) => ({ ...textFields(`${name}-${at}-`, option.text), [`${name}-${at}-code`]: option.code, [`${name}-${at}-place`]: String(at + 1), ...(option.exclusive ? { [`${name}-${at}-exclusive`]: "yes" } : {}) })),
  ) as Record<string, string>;
}

/** Every line a condition may have at a place: what can be asked of the questions before it. `how-often|is|never`. */
export function testsBefore(survey: Survey, place: { readonly section: string; readonly question?: string; readonly within?: boolean }): readonly { readonly question: Question | null; readonly tests: readonly Test[] }[] {
  const at = survey.sections.findIndex(({ code }) => code === place.section);
  const own = survey.sections[at]?.questions ?? [];
  const until = place.within === true ? own.length : place.question === undefined ? 0 : own.findIndex(({ code }) => code === place.question);
  const before = [...survey.sections.slice(0, Math.max(at, 0)).flatMap(({ questions }) => questions), ...own.slice(0, Math.max(until, 0))];
  const respondent: readonly Test[] = survey.organisations ? RESPONDENT_KINDS.map((value) => ({ question: RESPONDENT, test: "is", value })) : [];
  return [
    ...(respondent.length > 0 ? [{ question: null, tests: respondent }] : []),
    ...before.map((question) => {
      const { tests, values } = testsOf(question);
      return {
        question,
        tests: tests.flatMap((test): readonly Test[] =>
          test === "is" || test === "is-not" ? (values ?? []).map((value) => ({ question: question.code, test, value })) : [{ question: question.code, test, value: "" }],
        ),
      };
    }),
  ];
}

/** A line of a condition as one choice of a list. */
export const testChoice = ({ question, test, value }: Test): string => [question, test, test === "more-than" || test === "less-than" ? "" : value].join("|");

function readTest(choice: string, number: string): Test | null {
  const [question = "", test = "", value = ""] = choice.split("|");
  if (!(TESTS as readonly string[]).includes(test)) return null;
  const compares = test === "more-than" || test === "less-than";
  return { question, test: test as TestKind, value: compares ? number.replace(/[\s,]/g, "") : value };
}

/** The lines of a condition: `test-0` and, for a comparison, `test-0-number`. None chosen is no condition. */
export function readCondition(values: TypedValues, prefix = "test"): Condition | null {
  const tests: Test[] = [];
  for (let at = 0; at < 50 && values[`${prefix}-${at}`] !== undefined; at += 1) {
    const test = readTest(one(values, `${prefix}-${at}`), one(values, `${prefix}-${at}-number`));
    if (test) tests.push(test);
  }
  return tests.length === 0 ? null : { match: one(values, "match") === "any" ? "any" : "all", tests };
}

export function conditionFields(condition: Condition | null, prefix = "test"): Record<string, string> {
  const compares = (test: Test) => test.test === "more-than" || test.test === "less-than";
  return {
    match: condition?.match ?? "all",
    ...(Object.assign({}, ...(condition?.tests ?? []).map((test, at) => ({ [`${prefix}-${at}`]: testChoice(test), ...(compares(test) ? { [`${prefix}-${at}-number`]: test.value } : {}) }))) as Record<string, string>),
  };
}

const TEXTS = ["text", "hint", "label", "fact"] as const;
const FLAGS = ["optional", "dontKnow", "personal", "notPublished", "byGroup"] as const;

/** A question as its form has it now. Its type stays; faults stand beside their boxes. */
export function readQuestion(question: Question, values: TypedValues): Result<Question, readonly Fault[]> {
  const faults: Fault[] = longTexts(values, TEXTS);
  const code = one(values, "code").toLowerCase() || question.code;
  if (!CODE_PATTERN.test(code)) faults.push({ field: "code", code: "code-form" });
  const lists: Record<string, readonly Option[]> = {};
  for (const name of ["options", "rows"] as const) {
    if (!(name in question)) continue;
    const read = readOptions(values, name);
    if (read.ok) lists[name] = read.value;
    else faults.push(...read.error);
  }
  const number = (name: string, { whole = true, empty = null }: { readonly whole?: boolean; readonly empty?: number | null } = {}): number | null => {
    const typed = one(values, name).replace(/[£\s,]/g, "");
    if (typed === "") return empty;
    const good = whole ? /^\d{1,9}$/.test(typed) : /^-?\d{1,12}(\.\d{1,4})?$/.test(typed);
    if (!good) faults.push({ field: name, code: whole ? "whole-number" : "number" });
    return good ? Number(typed) : empty;
  };
  const day = (name: string): string | null => {
    const typed = joinedDate(values, name);
    const read = typed === "" ? null : readCivilDate(typed);
    if (typed !== "" && read === null) faults.push({ field: name, code: "date" });
    return read;
  };
  const basics = {
    ...question,
    code,
    ...Object.fromEntries(TEXTS.map((name) => [name, readText(values, name)])),
    ...Object.fromEntries(FLAGS.map((name) => [name, ticked(values, name)])),
    condition: readCondition(values),
    ...lists,
  } as Question;
  const settled = withSettings(basics, { values, number, day });
  return faults.length === 0 ? ok(settled) : err(faults);
}

interface Reading {
  readonly values: TypedValues;
  readonly number: (name: string, more?: { readonly whole?: boolean; readonly empty?: number | null }) => number | null;
  readonly day: (name: string) => string | null;
}

function withSettings(question: Question, { values, number, day }: Reading): Question {
  switch (question.type) {
    case "short-text":
      return { ...question, maxLength: number("maxLength", { empty: 200 }) ?? 200 };
    case "long-text":
      return { ...question, maxWords: number("maxWords", { empty: 250 }) ?? 250 };
    case "single-choice":
    case "autocomplete":
    case "likert":
      return { ...question, other: ticked(values, "other") };
    case "multiple-choice":
      return { ...question, other: ticked(values, "other"), most: number("most") };
    case "ranking":
      return { ...question, most: number("most") };
    case "number":
      return { ...question, least: number("least", { whole: false }), greatest: number("greatest", { whole: false }), decimals: Math.min(4, number("decimals", { empty: 0 }) ?? 0), unit: readText(values, "unit") };
    case "budget": {
      const unit = one(values, "unit") === "pounds" ? ("pounds" as const) : ("points" as const);
      return { ...question, unit, total: (number("total", { empty: 0 }) ?? 0) * (unit === "pounds" ? 100 : 1), spendAll: ticked(values, "spendAll") };
    }
    case "date":
      return { ...question, earliest: day("earliest"), latest: day("latest") };
    case "postcode":
      return { ...question, keepDays: number("keepDays", { empty: 90 }) ?? 90 };
    case "file":
      return { ...question, kinds: FILE_KINDS.filter((kind) => values["kinds"]?.includes(kind)), mostFiles: Math.min(20, number("mostFiles", { empty: 1 }) ?? 1), mostMegabytes: Math.min(20, number("mostMegabytes", { empty: 5 }) ?? 5) };
    case "map":
      return { ...question, shapes: MAP_SHAPES.filter((shape) => values["shapes"]?.includes(shape)), most: Math.min(50, number("most", { empty: 1 }) ?? 1) };
    case "matrix-single":
    case "matrix-multiple":
    case "yes-no":
    case "address":
    case "contact":
    case "organisation":
    case "consent":
      return question;
  }
}

/** The boxes of a question's form as they stand. */
export function questionFields(question: Question): Record<string, string> {
  const day = (name: string, date: string | null): Record<string, string> => {
    const [year = "", month = "", of = ""] = (date ?? "").split("-");
    return { [`${name}-day`]: of.replace(/^0/, ""), [`${name}-month`]: month.replace(/^0/, ""), [`${name}-year`]: year };
  };
  const fields: Record<string, string> = {
    code: question.code,
    ...Object.assign({}, ...TEXTS.map((name) => textFields(name, question[name]))) as Record<string, string>,
    ...Object.fromEntries(FLAGS.filter((name) => question[name]).map((name) => [name, "yes"])),
    ...conditionFields(question.condition),
  };
  for (const [name, value] of Object.entries(question)) {
    if (name === "options" || name === "rows") Object.assign(fields, optionFields(name, value as readonly Option[]));
    else if (name === "earliest" || name === "latest") Object.assign(fields, day(name, value as string | null));
    else if (name === "unit" && typeof value === "object") Object.assign(fields, textFields("unit", (value ?? NO_TEXT) as unknown as SurveyText));
    else if (name === "total" && question.type === "budget") fields["total"] = String(question.unit === "pounds" ? Math.round(question.total / 100) : question.total);
    else if (name === "other" || name === "spendAll") fields[name] = value === true ? "yes" : "";
    else if (["maxLength", "maxWords", "most", "least", "greatest", "decimals", "keepDays", "mostFiles", "mostMegabytes", "unit"].includes(name)) fields[name] = value === null ? "" : String(value);
  }
  return fields;
}

/** A section's own parts as its form has them. A jump is a line `jump-0` (when) and `jump-0-to`; without a place to go it is none. */
export function readSection(values: TypedValues): Result<Omit<Section, "code" | "questions">, readonly Fault[]> {
  const faults = longTexts(values, ["title", "intro", "fact"]);
  const jumps: Jump[] = [];
  for (let at = 0; at < 20 && values[`jump-${at}-to`] !== undefined; at += 1) {
    const to = one(values, `jump-${at}-to`);
    if (to === "") continue;
    const test = readTest(one(values, `jump-${at}`), one(values, `jump-${at}-number`));
    jumps.push({ when: test ? { match: "all", tests: [test] } : null, to });
  }
  if (faults.length > 0) return err(faults);
  return ok({ title: readText(values, "title"), intro: readText(values, "intro"), fact: readText(values, "fact"), condition: readCondition(values), jumps });
}

export function sectionFields(section: Section): Record<string, string> {
  return {
    ...textFields("title", section.title),
    ...textFields("intro", section.intro),
    ...textFields("fact", section.fact),
    ...conditionFields(section.condition),
    ...(Object.assign({}, ...section.jumps.map(({ when, to }, at) => ({ [`jump-${at}-to`]: to, ...(when?.tests[0] ? { [`jump-${at}`]: testChoice(when.tests[0]), [`jump-${at}-number`]: when.tests[0].value } : {}) }))) as Record<string, string>),
  };
}

/** The places a section may lead to: the ones after it, and the end. */
export const placesAfter = (survey: Survey, section: string): readonly string[] => [...survey.sections.slice(survey.sections.findIndex(({ code }) => code === section) + 1).map(({ code }) => code), END];

/** The start page and settings of a survey as their form has them. */
export function readSettings(survey: Survey, values: TypedValues): Result<Survey, readonly Fault[]> {
  const faults = longTexts(values, ["why", "canChange", "cannotChange", "otherWays", "use"]);
  const typed = one(values, "minutes");
  if (typed !== "" && !/^[1-9]\d{0,2}$/.test(typed)) faults.push({ field: "minutes", code: "whole-number" });
  if (faults.length > 0) return err(faults);
  const layout = one(values, "layout");
  return ok({
    ...survey,
    layout: layout === "sections" || layout === "chapters" ? layout : "questions",
    minutes: typed === "" ? null : Number(typed),
    organisations: ticked(values, "organisations"),
    equality: ticked(values, "equality"),
    start: { why: readText(values, "why"), canChange: readText(values, "canChange"), cannotChange: readText(values, "cannotChange"), otherWays: readText(values, "otherWays"), use: readText(values, "use") },
  });
}

export const settingsFields = (survey: Survey): Record<string, string> => ({
  layout: survey.layout,
  minutes: survey.minutes?.toString() ?? "",
  organisations: survey.organisations ? "yes" : "",
  equality: survey.equality ? "yes" : "",
  ...(Object.assign({}, ...Object.entries(survey.start).map(([name, text]) => textFields(name, text as SurveyText))) as Record<string, string>),
});
