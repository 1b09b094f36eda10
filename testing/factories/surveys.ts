import { EMPTY_SURVEY, NO_TEXT, type Option, type Question, type Section, type Survey, type SurveyText } from "#domain/consultations/survey.ts";

export const words = (en: string): SurveyText => ({ ...NO_TEXT, en, cy: `${en} (cy)` });

export const option = (code: string): Option => ({ code, text: words(code) });

type QuestionOf<T extends Question["type"], Q extends Question = Question> = Q extends unknown ? (T extends Q["type"] ? Q : never) : never;

/** A question with nothing but its code and type, and what is given. */
export const question = <T extends Question["type"]>(code: string, type: T, more: Partial<Omit<QuestionOf<T>, "type" | "code">> = {}): QuestionOf<T> =>
  ({
    code,
    type,
    text: words(`What about ${code}?`),
    hint: NO_TEXT,
    label: NO_TEXT,
    fact: NO_TEXT,
    optional: false,
    dontKnow: false,
    personal: false,
    notPublished: false,
    byGroup: false,
    condition: null,
    ...more,
  }) as unknown as QuestionOf<T>;

export const section = (code: string, questions: readonly Question[], more: Partial<Section> = {}): Section => ({
  code,
  title: words(code),
  intro: NO_TEXT,
  fact: NO_TEXT,
  condition: null,
  jumps: [],
  questions,
  ...more,
});

export const survey = (...sections: readonly Section[]): Survey => ({ ...EMPTY_SURVEY, minutes: 5, sections });

/** Buses: how often, why not for those who never go, and anything else. */
export const BUS_SURVEY: Survey = survey(
  section("travel", [
    question("how-often", "single-choice", { options: [option("daily"), option("weekly"), option("never")], other: false, byGroup: true }),
    question("why-not", "long-text", { maxWords: 50, condition: { match: "all", tests: [{ question: "how-often", test: "is", value: "never" }] } }),
  ]),
  section("more", [question("postcode", "postcode", { keepDays: 90, personal: true, optional: true }), question("anything", "long-text", { maxWords: 100, optional: true })]),
);
