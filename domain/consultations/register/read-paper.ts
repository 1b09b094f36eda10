import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readAnswer, type KeptParts } from "#domain/consultations/answer-form.ts";
import type { Answer, Answers } from "#domain/consultations/answer.ts";
import { MOST_CHARACTERS } from "#domain/consultations/judge-answer.ts";
import { marksIn } from "#domain/consultations/map-marks.ts";
import { LETTER_CODE } from "#domain/consultations/response.ts";
import { movedRank } from "#domain/consultations/ranking.ts";
import { NO_TEXT, type LongTextQuestion, type Question, type SurveyText } from "#domain/consultations/survey.ts";

/**
 * A question as it binds an officer who writes in what stands on a paper: nobody can be asked again, so everything may be left out,
 * and words run as long as they run. What was ticked must still be among what was offered.
 */
export function asOnPaper(question: Question): Question {
  const free = { ...question, optional: true };
  if (free.type === "budget") return { ...free, spendAll: false };
  return free.type === "long-text" ? { ...free, maxWords: MOST_CHARACTERS } : free;
}

/** The words of a letter, an e-mail or a note, as a question of its own beside those of the survey. */
export const letterQuestion = (text: SurveyText): LongTextQuestion => ({
  code: LETTER_CODE,
  type: "long-text",
  text,
  hint: NO_TEXT,
  label: NO_TEXT,
  fact: NO_TEXT,
  optional: true,
  dontKnow: false,
  personal: false,
  notPublished: false,
  byGroup: false,
  condition: null,
  maxWords: MOST_CHARACTERS,
});

/** What was typed, to be shown again, where a button was pressed that only moves a place in an order or works out what is left; null where the form was sent. */
export function stillWriting(questions: readonly Question[], values: TypedValues): TypedValues | null {
  const move = values["move"]?.at(-1);
  if (move !== undefined) return movedRank(questions, values, move);
  return values["then"]?.at(-1) === "add" ? values : null;
}

/** What of a paper's answer travels in the form beside its fields: places that were marked already. */
export const keptOnPaper = (question: Question, values: TypedValues): KeptParts => (question.type === "map" ? { places: marksIn(question, values) } : {});

/**
 * What an officer wrote in of a paper or a letter, question by question. Conditions are left aside: what somebody answered on paper
 * stands, whether or not a screen would have asked it.
 */
export function readPaper(questions: readonly Question[], values: TypedValues): Result<Answers, readonly Fault[]> {
  const answers: Record<string, Answer> = {};
  const faults: Fault[] = [];
  for (const question of questions) {
    const read = readAnswer(asOnPaper(question), values, keptOnPaper(question, values));
    if (!read.ok) faults.push(...read.error);
    else if (read.value !== null && read.value.agreed !== false) answers[question.code] = read.value;
  }
  return faults.length > 0 ? err(faults) : ok(answers);
}
