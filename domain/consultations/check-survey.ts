import type { Answer, Answers } from "./answer.ts";
import { DONT_KNOW, RESPONDENT, TESTS, type Condition, type Test } from "./condition.ts";
import { RESPONDENT_KINDS } from "./response.ts";
import { walk } from "./routing.ts";
import { END, isClosed, optionsOf, OTHER, questionsOf, YES_NO, type Question, type Section, type Survey, type SurveyText } from "./survey.ts";

/** Something found in a survey, and where: a question, a section, or neither for the whole. */
export interface Finding {
  readonly code: string;
  /** `error` stands in the way of publishing; `warning` is for a person to weigh. */
  readonly weight: "error" | "warning";
  readonly question: string | null;
  readonly section: string | null;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * Everything that would leave somebody stuck, lost or asked nonsense. Run before publishing and beside the builder.
 * `welsh`: whether both languages must be complete.
 */
export function checkSurvey(survey: Survey, { welsh }: { readonly welsh: boolean }): readonly Finding[] {
  if (questionsOf(survey).length === 0) return [{ code: "no-questions", weight: "error", question: null, section: null }];
  const structure = [...codeFindings(survey), ...survey.sections.flatMap((section, at) => sectionFindings(survey, section, at))];
  const texts = textFindings(survey, welsh);
  // What can be reached is only known where conditions and jumps make sense.
  const routes = structure.some(({ weight }) => weight === "error") ? [] : reachFindings(survey);
  return [...structure, ...routes, ...texts];
}

const error = (code: string, at: { question?: string; section?: string }, params?: Readonly<Record<string, string | number>>): Finding => ({
  code,
  weight: "error",
  question: at.question ?? null,
  section: at.section ?? null,
  ...(params ? { params } : {}),
});

function codeFindings(survey: Survey): Finding[] {
  const twice = (codes: readonly string[]) => [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
  return [
    ...twice(survey.sections.map(({ code }) => code)).map((section) => error("code-twice", { section }, { code: section })),
    ...twice(questionsOf(survey).map(({ code }) => code)).map((question) => error("code-twice", { question }, { code: question })),
    ...questionsOf(survey).flatMap((question) => {
      if (question.code === RESPONDENT) return [error("code-reserved", { question: question.code }, { code: question.code })];
      const within = [optionsOf(question), "rows" in question ? question.rows : []];
      return within.flatMap((options) => twice(options.map(({ code }) => code)).map((code) => error("option-code-twice", { question: question.code }, { code })));
    }),
  ];
}

function sectionFindings(survey: Survey, section: Section, at: number): Finding[] {
  const before = survey.sections.slice(0, at).flatMap(({ questions }) => questions);
  const here = { section: section.code };
  const chapters = survey.layout === "chapters";
  return [
    ...(section.questions.length === 0 ? [error("section-empty", here)] : []),
    ...conditionFindings(survey, section.condition, before, here),
    ...(chapters && section.jumps.length > 0 ? [error("jumps-in-chapters", here)] : []),
    ...section.jumps.flatMap((jump) => jumpFindings(survey, jump.to, at, here).concat(conditionFindings(survey, jump.when, [...before, ...section.questions], here))),
    ...section.jumps.slice(0, -1).flatMap((jump) => (jump.when === null ? [error("jump-hides-others", here)] : [])),
    ...section.questions.flatMap((question, place) => [
      ...conditionFindings(survey, question.condition, [...before, ...section.questions.slice(0, place)], { question: question.code, section: section.code }),
      ...deadEnds(question, section),
    ]),
  ];
}

function jumpFindings(survey: Survey, to: string, at: number, here: { section: string }): Finding[] {
  if (to === END) return [];
  const target = survey.sections.findIndex(({ code }) => code === to);
  if (target === -1) return [error("jump-to-nowhere", here, { to })];
  // Whoever is sent back comes to the same section again: a loop.
  return target <= at ? [error("jump-loops", here, { to })] : [];
}

function conditionFindings(survey: Survey, condition: Condition | null, before: readonly Question[], here: { question?: string; section: string }): Finding[] {
  if (condition === null) return [];
  return condition.tests.flatMap((test) => {
    if (test.question === RESPONDENT)
      return survey.organisations && (RESPONDENT_KINDS as readonly string[]).includes(test.value) ? [] : [error("condition-on-respondent", here)];
    const question = before.find(({ code }) => code === test.question);
    if (question) return testFindings(question, test, here);
    const later = questionsOf(survey).some(({ code }) => code === test.question);
    return [error(later ? "condition-on-later" : "condition-on-nothing", here, { about: test.question })];
  });
}

/** The tests that make sense of a question, and the values they may name; null for a number of any size. */
export function testsOf(question: Question): { readonly tests: readonly Test["test"][]; readonly values: readonly string[] | null } {
  const answered = ["is-answered", "is-not-answered"] as const;
  const none = question.dontKnow ? [DONT_KNOW] : [];
  if (question.type === "number") return { tests: ["more-than", "less-than", ...answered], values: null };
  if (question.type === "yes-no") return { tests: ["is", "is-not", ...answered], values: [...YES_NO, ...none] };
  if (question.type === "consent") return { tests: ["is", "is-not", ...answered], values: [...YES_NO] };
  if (isClosed(question.type)) {
    const other = "other" in question && question.other ? [OTHER] : [];
    return { tests: ["is", "is-not", ...answered], values: [...optionsOf(question).map(({ code }) => code), ...other, ...none] };
  }
  return { tests: answered, values: [] };
}

function testFindings(question: Question, { test, value }: Test, here: { question?: string; section: string }): Finding[] {
  const { tests, values } = testsOf(question);
  if (!TESTS.includes(test) || !tests.includes(test)) return [error("condition-test-unfit", here, { about: question.code })];
  if (test === "is-answered" || test === "is-not-answered") return [];
  if (values === null) return value.trim() !== "" && Number.isFinite(Number(value)) ? [] : [error("condition-needs-number", here, { about: question.code })];
  return values.includes(value) ? [] : [error("condition-value-unknown", here, { about: question.code, value })];
}

/** A question nobody could answer: whoever must would be stuck there. */
function deadEnds(question: Question, section: Section): Finding[] {
  const stuck = (code: string, params?: Readonly<Record<string, string | number>>) => [error(code, { question: question.code, section: section.code }, params)];
  switch (question.type) {
    case "single-choice":
    case "autocomplete":
    case "likert":
    case "multiple-choice":
    case "ranking":
      return question.options.length < 2 ? stuck("too-few-options") : "most" in question && question.most !== null && question.most < 1 ? stuck("none-may-be-chosen") : [];
    case "matrix-single":
    case "matrix-multiple":
      return question.rows.length === 0 ? stuck("no-rows") : question.options.length < 2 ? stuck("too-few-options") : [];
    case "number":
      return question.least !== null && question.greatest !== null && question.least > question.greatest ? stuck("no-number-fits") : [];
    case "budget":
      return question.options.length < 2 ? stuck("too-few-options") : question.total < 1 ? stuck("nothing-to-share") : [];
    case "date":
      return question.earliest !== null && question.latest !== null && question.earliest > question.latest ? stuck("no-date-fits") : [];
    case "short-text":
      return question.maxLength < 1 ? stuck("no-room") : [];
    case "long-text":
      return question.maxWords < 1 ? stuck("no-room") : [];
    case "file":
      return question.kinds.length === 0 || question.mostFiles < 1 ? stuck("no-file-fits") : [];
    case "map":
      return question.shapes.length === 0 || question.most < 1 ? stuck("no-place-fits") : [];
    case "yes-no":
    case "postcode":
    case "address":
    case "contact":
    case "organisation":
    case "consent":
      return [];
  }
}

const gapsIn = (text: SurveyText, welsh: boolean): readonly ("en" | "cy")[] => (welsh ? (["en", "cy"] as const) : (["en"] as const)).filter((language) => text[language].trim() === "");

function textFindings(survey: Survey, welsh: boolean): Finding[] {
  const missing = (what: string, text: SurveyText, at: { question?: string; section?: string }): Finding[] =>
    gapsIn(text, welsh).map((language) => error("text-missing", at, { what, language }));
  /** May be left empty, but not in one language only. */
  const uneven = (what: string, text: SurveyText, at: { question?: string; section?: string }): Finding[] => (text.en + text.cy === "" ? [] : missing(what, text, at));
  return [
    ...(["why", "canChange", "cannotChange", "otherWays", "use"] as const).flatMap((name) => (name === "why" ? missing(name, survey.start.why, {}) : uneven(name, survey.start[name], {}))),
    ...survey.sections.flatMap((section) => [
      ...missing("title", section.title, { section: section.code }),
      ...uneven("intro", section.intro, { section: section.code }),
      ...uneven("fact", section.fact, { section: section.code }),
      ...section.questions.flatMap((question) => {
        const at = { question: question.code, section: section.code };
        const within = [...optionsOf(question), ...("rows" in question ? question.rows : [])];
        return [
          ...missing("question", question.text, at),
          ...uneven("hint", question.hint, at),
          ...uneven("label", question.label, at),
          ...uneven("fact", question.fact, at),
          ...within.flatMap((option) => missing("option", option.text, at)),
        ];
      }),
    ]),
  ];
}

/** Beyond this many different ways through, what can be reached is not worked out: nothing is said of it. */
const MOST_WAYS = 20_000;

/** Sections and questions to which no answers lead. */
function reachFindings(survey: Survey): Finding[] {
  const reached = reachable(survey);
  if (reached === null) return [];
  return survey.sections.flatMap((section) => {
    if (section.questions.every(({ code }) => !reached.has(code))) return [error("section-unreachable", { section: section.code })];
    return section.questions.filter(({ code }) => !reached.has(code)).map(({ code }) => error("question-unreachable", { question: code, section: section.code }));
  });
}

/**
 * The codes of every question that some answers lead to; null where there are too many ways to tell.
 * Goes through one answer for each way in which the survey's conditions can tell answers apart.
 */
export function reachable(survey: Survey): ReadonlySet<string> | null {
  const tests = allTests(survey);
  const telling = questionsOf(survey).filter(({ code }) => tests.some((test) => test.question === code));
  const kinds = survey.organisations ? RESPONDENT_KINDS : (["person"] as const);
  const reached = new Set<string>();
  let ways = 0;
  const follow = (answers: Answers, at: number): boolean => {
    const question = telling[at];
    if (question === undefined) {
      ways += 1;
      for (const kind of kinds) for (const step of walk(survey, answers, kind)) for (const { code } of step.questions) reached.add(code);
      return ways <= MOST_WAYS;
    }
    return typicalAnswers(question, tests).every((answer) => follow(answer === undefined ? answers : { ...answers, [question.code]: answer }, at + 1));
  };
  return follow({}, 0) ? reached : null;
}

const allTests = (survey: Survey): readonly Test[] =>
  survey.sections.flatMap((section) => [section.condition, ...section.jumps.map(({ when }) => when), ...section.questions.map(({ condition }) => condition)]).flatMap((condition) => condition?.tests ?? []);

/** One answer of each sort that the tests tell apart; none given where it may be left out. */
function typicalAnswers(question: Question, tests: readonly Test[]): readonly (Answer | undefined)[] {
  const about = tests.filter((test) => test.question === question.code);
  const none: readonly (Answer | undefined)[] = question.optional ? [undefined] : [];
  const unsure: readonly Answer[] = question.dontKnow ? [{ dontKnow: true }] : [];
  if (question.type === "number") {
    const edges = about.filter(({ test }) => test === "more-than" || test === "less-than").flatMap(({ value }) => [Number(value) - 1, Number(value), Number(value) + 1]);
    const fitting = [question.least ?? 0, question.greatest ?? 0, ...edges].filter((number) => number >= (question.least ?? -Infinity) && number <= (question.greatest ?? Infinity));
    return [...none, ...unsure, ...[...new Set(fitting)].map((number) => ({ number }))];
  }
  const { values } = testsOf(question);
  const named = [...new Set(about.filter(({ test }) => test === "is" || test === "is-not").map(({ value }) => value))].filter((value) => value !== DONT_KNOW);
  if (question.type === "consent") return [...none, { agreed: true }, { agreed: false }];
  if (question.type === "multiple-choice") {
    const sets = named.length > 6 ? [...named.map((code) => [code]), named] : subsets(named);
    return [...none, ...unsure, ...sets.map((choices) => ({ choices })), ...(values ?? []).slice(0, 1).map((code) => ({ choices: [code] }))];
  }
  if (values !== null && values.length > 0) {
    const unnamed = values.find((value) => !named.includes(value) && value !== DONT_KNOW);
    return [...none, ...unsure, ...[...named, ...(unnamed === undefined ? [] : [unnamed])].map((choice) => ({ choice }))];
  }
  return [...none, ...unsure, { text: "…" }];
}

const subsets = (codes: readonly string[]): readonly (readonly string[])[] =>
  codes.reduce<readonly (readonly string[])[]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]]).filter((set) => set.length > 0);
