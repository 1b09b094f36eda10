import type { Answer, Answers } from "./answer.ts";

/** What can be asked of an answer already given. */
export const TESTS = ["is", "is-not", "is-answered", "is-not-answered", "more-than", "less-than"] as const;
export type TestKind = (typeof TESTS)[number];

/** One line of a condition: "How often do you go by bus · is · never". Of a question with several ticks `is` means that it is among them. */
export interface Test {
  /** A question's code, or `respondent`: whether a person or an organisation answers. */
  readonly question: string;
  readonly test: TestKind;
  /** An option's code, `yes`, `no`, `dont-know`, or a number; empty where the test needs none. */
  readonly value: string;
}

/** All of these must hold, or any of them. */
export interface Condition {
  readonly match: "all" | "any";
  readonly tests: readonly Test[];
}

/** Stands for the answer to "Are you answering for an organisation?" in conditions. */
export const RESPONDENT = "respondent";
/** Stands for "I don't know" in conditions. */
export const DONT_KNOW = "dont-know";

/** Whether a condition holds for the answers given so far. A question not answered, or not asked, satisfies neither `is` nor the comparisons. */
export function holds(condition: Condition | null, answers: Answers): boolean {
  if (condition === null || condition.tests.length === 0) return true;
  return condition.match === "all" ? condition.tests.every((test) => passes(test, answers)) : condition.tests.some((test) => passes(test, answers));
}

function passes({ question, test, value }: Test, answers: Answers): boolean {
  const answer = answers[question];
  switch (test) {
    case "is":
      return chosenIn(answer).includes(value);
    case "is-not":
      return !chosenIn(answer).includes(value);
    case "is-answered":
      return answer !== undefined;
    case "is-not-answered":
      return answer === undefined;
    case "more-than":
      return answer?.number !== undefined && answer.number > Number(value);
    case "less-than":
      return answer?.number !== undefined && answer.number < Number(value);
  }
}

/** The codes that a closed answer chose. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return [];
  if (answer.dontKnow === true) return [DONT_KNOW];
  if (answer.agreed !== undefined) return [answer.agreed ? "yes" : "no"];
  if (answer.choice !== undefined) return [answer.choice];
  return answer.choices ?? [];
}
