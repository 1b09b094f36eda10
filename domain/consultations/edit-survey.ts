import { err, ok, type Result } from "#domain/basics/result.ts";
import { NO_TEXT, questionsOf, type Option, type Question, type QuestionType, type Section, type Survey } from "./survey.ts";

/*
 * Edits of a survey that is being written. Pure: each gives a new survey, or says why not.
 * What an edit breaks elsewhere (a condition on a question that is gone) is not mended in silence: checkSurvey finds it.
 */

export type EditFault = "no-such-section" | "no-such-question" | "code-taken" | "survey-full" | "cannot-move";

export const MOST_SECTIONS = 60;
const MOST_QUESTIONS = 200;

/** A code that no question or section of the survey has: the one given, else with a number behind it. */
export function unusedCode(survey: Survey, wanted: string): string {
  const taken = new Set([...questionsOf(survey).map(({ code }) => code), ...survey.sections.map(({ code }) => code), "respondent", "end"]);
  const base = wanted.slice(0, 34).replace(/-+$/, "") || "question";
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(code)) return code;
  }
}

const SCALE = [
  ["strongly-agree", "Strongly agree", "Cytuno’n gryf"],
  ["agree", "Agree", "Cytuno"],
  ["neither", "Neither agree nor disagree", "Ddim yn cytuno nac yn anghytuno"],
  ["disagree", "Disagree", "Anghytuno"],
  ["strongly-disagree", "Strongly disagree", "Anghytuno’n gryf"],
] as const;

export const AGREEMENT_SCALE: readonly Option[] = SCALE.map(([code, en, cy]) => ({ code, text: { ...NO_TEXT, en, cy } }));

/** A new question of a type, with nothing written in it and the usual settings. */
export function newQuestion(type: QuestionType, code: string): Question {
  const basics = {
    code,
    text: NO_TEXT,
    hint: NO_TEXT,
    label: NO_TEXT,
    fact: NO_TEXT,
    optional: false,
    dontKnow: false,
    personal: ["postcode", "address", "contact", "organisation"].includes(type),
    notPublished: ["postcode", "address", "contact", "file"].includes(type),
    byGroup: false,
    condition: null,
  };
  switch (type) {
    case "short-text":
      return { ...basics, type, maxLength: 200 };
    case "long-text":
      return { ...basics, type, maxWords: 250 };
    case "likert":
      return { ...basics, type, options: AGREEMENT_SCALE, other: false, dontKnow: true };
    case "single-choice":
    case "autocomplete":
      return { ...basics, type, options: [], other: false };
    case "multiple-choice":
      return { ...basics, type, options: [], other: false, most: null };
    case "matrix-single":
    case "matrix-multiple":
      return { ...basics, type, rows: [], options: [] };
    case "ranking":
      return { ...basics, type, options: [], most: null };
    case "number":
      return { ...basics, type, least: 0, greatest: null, decimals: 0, unit: NO_TEXT };
    case "budget":
      return { ...basics, type, options: [], unit: "points", total: 100, spendAll: false };
    case "date":
      return { ...basics, type, earliest: null, latest: null };
    case "postcode":
      return { ...basics, type, keepDays: 90 };
    case "file":
      return { ...basics, type, kinds: ["picture", "document"], mostFiles: 3, mostMegabytes: 5, optional: true };
    case "map":
      return { ...basics, type, shapes: ["point"], most: 5 };
    case "yes-no":
      return { ...basics, type, dontKnow: true };
    case "address":
    case "contact":
    case "organisation":
    case "consent":
      return { ...basics, type };
  }
}

export const newSection = (code: string): Section => ({ code, title: NO_TEXT, intro: NO_TEXT, fact: NO_TEXT, condition: null, jumps: [], questions: [] });

/** Where a question stands: which section, and which in it, from 0. */
export function placeOf(survey: Survey, code: string): { readonly section: number; readonly at: number } | null {
  for (const [section, { questions }] of survey.sections.entries()) {
    const at = questions.findIndex((question) => question.code === code);
    if (at !== -1) return { section, at };
  }
  return null;
}

const withSection = (survey: Survey, at: number, change: (section: Section) => Section): Survey => ({ ...survey, sections: survey.sections.map((section, index) => (index === at ? change(section) : section)) });

/** Puts a question at the end of a section, or behind another question. */
export function addQuestion(survey: Survey, question: Question, { section, after }: { readonly section: string; readonly after?: string }): Result<Survey, EditFault> {
  const at = survey.sections.findIndex(({ code }) => code === section);
  if (at === -1) return err("no-such-section");
  if (questionsOf(survey).length >= MOST_QUESTIONS) return err("survey-full");
  if (placeOf(survey, question.code)) return err("code-taken");
  return ok(
    withSection(survey, at, (each) => {
      const behind = after === undefined ? each.questions.length - 1 : each.questions.findIndex(({ code }) => code === after);
      return { ...each, questions: [...each.questions.slice(0, behind + 1), question, ...each.questions.slice(behind + 1)] };
    }),
  );
}

/** A copy right behind the question, under a code of its own. */
export function copyQuestion(survey: Survey, code: string): Result<Survey, EditFault> {
  const place = placeOf(survey, code);
  const section = place && survey.sections[place.section];
  const question = section?.questions[place?.at ?? -1];
  if (!section || !question) return err("no-such-question");
  return addQuestion(survey, { ...question, code: unusedCode(survey, code) }, { section: section.code, after: code });
}

export function removeQuestion(survey: Survey, code: string): Result<Survey, EditFault> {
  const place = placeOf(survey, code);
  return place ? ok(withSection(survey, place.section, (section) => ({ ...section, questions: section.questions.filter((question) => question.code !== code) }))) : err("no-such-question");
}

/** One place up or down; from the edge of a section into the next one. */
export function moveQuestion(survey: Survey, code: string, way: "up" | "down"): Result<Survey, EditFault> {
  const place = placeOf(survey, code);
  const question = place && survey.sections[place.section]?.questions[place.at];
  if (!place || !question) return err("no-such-question");
  const { questions = [] } = survey.sections[place.section] ?? {};
  const target = place.at + (way === "up" ? -1 : 1);
  if (target >= 0 && target < questions.length) return ok(withSection(survey, place.section, (section) => ({ ...section, questions: swapped(section.questions, place.at, target) })));
  const beside = place.section + (way === "up" ? -1 : 1);
  if (survey.sections[beside] === undefined) return err("cannot-move");
  const without = withSection(survey, place.section, (section) => ({ ...section, questions: section.questions.filter((each) => each.code !== code) }));
  return ok(withSection(without, beside, (section) => ({ ...section, questions: way === "up" ? [...section.questions, question] : [question, ...section.questions] })));
}

/** Writes a question anew; under another code only where nobody has it. Conditions that ask about it follow its code. */
export function putQuestion(survey: Survey, code: string, question: Question): Result<Survey, EditFault> {
  const place = placeOf(survey, code);
  if (!place) return err("no-such-question");
  if (question.code !== code && placeOf(survey, question.code)) return err("code-taken");
  const changed = withSection(survey, place.section, (section) => ({ ...section, questions: section.questions.map((each) => (each.code === code ? question : each)) }));
  return ok(question.code === code ? changed : renamed(changed, code, question.code));
}

function renamed(survey: Survey, from: string, to: string): Survey {
  type Tested = Question["condition"];
  const follow = (condition: Tested): Tested => condition && { ...condition, tests: condition.tests.map((test) => (test.question === from ? { ...test, question: to } : test)) };
  return {
    ...survey,
    sections: survey.sections.map((section) => ({
      ...section,
      condition: follow(section.condition),
      jumps: section.jumps.map((jump) => ({ ...jump, when: follow(jump.when) })),
      questions: section.questions.map((question) => ({ ...question, condition: follow(question.condition) })),
    })),
  };
}

export function addSection(survey: Survey, section: Section): Result<Survey, EditFault> {
  if (survey.sections.length >= MOST_SECTIONS) return err("survey-full");
  return survey.sections.some(({ code }) => code === section.code) ? err("code-taken") : ok({ ...survey, sections: [...survey.sections, section] });
}

/** Writes a section's own parts anew; its questions stay. */
export function putSection(survey: Survey, code: string, change: Omit<Section, "code" | "questions">): Result<Survey, EditFault> {
  const at = survey.sections.findIndex((section) => section.code === code);
  return at === -1 ? err("no-such-section") : ok(withSection(survey, at, (section) => ({ ...section, ...change })));
}

/** Takes a section out with its questions. */
export function removeSection(survey: Survey, code: string): Result<Survey, EditFault> {
  return survey.sections.some((section) => section.code === code) ? ok({ ...survey, sections: survey.sections.filter((section) => section.code !== code) }) : err("no-such-section");
}

export function moveSection(survey: Survey, code: string, way: "up" | "down"): Result<Survey, EditFault> {
  const at = survey.sections.findIndex((section) => section.code === code);
  if (at === -1) return err("no-such-section");
  const target = at + (way === "up" ? -1 : 1);
  return survey.sections[target] === undefined ? err("cannot-move") : ok({ ...survey, sections: swapped(survey.sections, at, target) });
}

function swapped<T>(list: readonly T[], a: number, b: number): readonly T[] {
  const copy = [...list];
  [copy[a], copy[b]] = [copy[b] as T, copy[a] as T];
  return copy;
}
