/** The nations whose lists differ: Wales has its own order and words, and one question more. */
export const EQUALITY_LISTS = ["england", "wales"] as const;
export type EqualityList = (typeof EQUALITY_LISTS)[number];

/** The list a council's residents are asked by: a council that publishes in Welsh asks by the Welsh one. */
export const equalityListOf = ({ welsh }: { readonly welsh: boolean }): EqualityList => (welsh ? "wales" : "england");

/**
 * The equality questions, by code and choices: GSS harmonised standards as laid out in the GOV.UK Design System's equality-information
 * pattern, the detailed ethnic groups and unpaid care as in the Census 2021 of England and Wales, and ability in Welsh as in the
 * National Survey for Wales. An age band is asked for in place of a date of birth, so that none is ever stored.
 * Every one may be left out; words stand in i18n/messages/<locale>/answering.ts.
 */
export const EQUALITY_QUESTIONS = {
  age: ["under-16", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85-over", "skip"],
  sex: ["female", "male", "skip"],
  "gender-identity": ["yes", "no", "skip"],
  "sexual-orientation": ["heterosexual", "gay-lesbian", "bisexual", "other", "skip"],
  disability: ["yes", "no", "skip"],
  "disability-impact": ["lot", "little", "no", "skip"],
  "unpaid-care": ["none", "up-to-9", "10-19", "20-34", "35-49", "50-over", "skip"],
  "ethnic-group": ["white", "multiple", "asian", "black", "other", "skip"],
  "ethnic-white": ["british", "irish", "gypsy-traveller", "roma", "other", "skip"],
  "ethnic-multiple": ["white-black-caribbean", "white-black-african", "white-asian", "other", "skip"],
  "ethnic-asian": ["indian", "pakistani", "bangladeshi", "chinese", "other", "skip"],
  "ethnic-black": ["african", "caribbean", "other", "skip"],
  "ethnic-other": ["arab", "other", "skip"],
  religion: ["none", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "other", "skip"],
  "marital-status": ["never", "married", "civil-partnership", "separated-married", "separated-civil-partnership", "divorced", "dissolved-civil-partnership", "widowed", "widowed-civil-partnership", "skip"],
  "welsh-speaking": ["yes", "some", "no", "skip"],
} as const;
export type EqualityQuestion = keyof typeof EQUALITY_QUESTIONS;

/** Questions that are asked only of those who gave a certain answer to another. */
export const FOLLOW_UPS: Partial<Record<EqualityQuestion, { readonly question: EqualityQuestion; readonly choice: string }>> = {
  "disability-impact": { question: "disability", choice: "yes" },
  "ethnic-white": { question: "ethnic-group", choice: "white" },
  "ethnic-multiple": { question: "ethnic-group", choice: "multiple" },
  "ethnic-asian": { question: "ethnic-group", choice: "asian" },
  "ethnic-black": { question: "ethnic-group", choice: "black" },
  "ethnic-other": { question: "ethnic-group", choice: "other" },
};

const ONLY_IN_WALES: readonly EqualityQuestion[] = ["welsh-speaking"];

/** The questions of a list in the order they are asked, those that follow up another with the rest. */
export const equalityQuestionsOf = (list: EqualityList): readonly EqualityQuestion[] =>
  (Object.keys(EQUALITY_QUESTIONS) as EqualityQuestion[]).filter((code) => list === "wales" || !ONLY_IN_WALES.includes(code));

/** The questions everybody is asked. */
export const firstQuestionsOf = (list: EqualityList): readonly EqualityQuestion[] => equalityQuestionsOf(list).filter((code) => FOLLOW_UPS[code] === undefined);

/** The questions that follow from what was answered. */
export const followUpsTo = (answers: Readonly<Record<string, string>>): readonly EqualityQuestion[] =>
  (Object.keys(FOLLOW_UPS) as EqualityQuestion[]).filter((code) => {
    const asked = FOLLOW_UPS[code];
    return asked !== undefined && answers[asked.question] === asked.choice;
  });

/** What was chosen, by question; choices that were not offered, and follow-ups of an answer that was not given, fall away. */
export function readEquality(values: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  const chosen = Object.fromEntries(
    equalityQuestionsOf("wales").flatMap((code) => {
      const value = values[code]?.at(-1) ?? "";
      return (EQUALITY_QUESTIONS[code] as readonly string[]).includes(value) ? [[code, value] as const] : [];
    }),
  );
  const asked = followUpsTo(chosen);
  return Object.fromEntries(Object.entries(chosen).filter(([code]) => FOLLOW_UPS[code as EqualityQuestion] === undefined || asked.includes(code as EqualityQuestion)));
}
