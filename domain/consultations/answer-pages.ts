import type { Answers } from "./answer.ts";
import { judgeAnswer, judgeMissing } from "./judge-answer.ts";
import type { RespondentKind } from "./response.ts";
import { walk } from "./routing.ts";
import type { Question, Section, Survey } from "./survey.ts";

/** What stands on one page: a question of its own, or a section's questions together. */
export interface AnswerPage {
  /** Part of the page's address: the question's code, or the section's. */
  readonly code: string;
  readonly section: Section;
  readonly questions: readonly Question[];
  /** The section begins here, so its intro stands on this page. */
  readonly begins: boolean;
}

/** The pages somebody is asked, in order. */
export function answerPages(survey: Survey, answers: Answers, respondent: RespondentKind): readonly AnswerPage[] {
  return walk(survey, answers, respondent).flatMap(({ section, questions }): readonly AnswerPage[] =>
    survey.layout === "questions"
      ? questions.map((question, at) => ({ code: question.code, section, questions: [question], begins: at === 0 }))
      : [{ code: section.code, section, questions, begins: true }],
  );
}

/** How far somebody is with a page. An optional question left out hinders nothing. */
export type PageState = "done" | "begun" | "none";

export function stateOfPage({ questions }: Pick<AnswerPage, "questions">, answers: Answers): PageState {
  const given = questions.filter(({ code }) => answers[code] !== undefined);
  const whole = questions.every((question) => {
    const answer = answers[question.code];
    return (answer === undefined ? judgeMissing(question) : judgeAnswer(question, answer)).length === 0;
  });
  if (whole && (given.length > 0 || questions.length === 0)) return "done";
  return given.length > 0 ? "begun" : "none";
}

/** Whether a page has nothing left that must be answered. */
export const isComplete = (page: Pick<AnswerPage, "questions">, answers: Answers): boolean =>
  page.questions.every((question) => {
    const answer = answers[question.code];
    return (answer === undefined ? judgeMissing(question) : judgeAnswer(question, answer)).length === 0;
  });

/** Where somebody who comes back goes on: behind the last page with an answer, or at the first with something missing before it; null where all is answered. */
export function pageToGoOn(pages: readonly AnswerPage[], answers: Answers): AnswerPage | null {
  const last = pages.findLastIndex(({ questions }) => questions.some(({ code }) => answers[code] !== undefined));
  return pages.find((page, at) => at > last || !isComplete(page, answers)) ?? null;
}
