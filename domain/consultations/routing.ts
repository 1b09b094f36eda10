import type { Answers } from "./answer.ts";
import { holds, RESPONDENT } from "./condition.ts";
import type { RespondentKind } from "./response.ts";
import { END, type Question, type Section, type Survey } from "./survey.ts";

/** A section somebody is asked, and the questions of it that are for them. */
export interface Step {
  readonly section: Section;
  readonly questions: readonly Question[];
}

/**
 * What somebody is asked, in order, given what they have answered so far: sections and questions whose condition does not
 * hold are passed over, and jumps are followed, forward only. Conditions see the answers of questions that are asked and
 * nothing else, so that an answer left behind by a change of mind decides nothing. A section with nothing to ask is passed over.
 */
export function walk(survey: Survey, answers: Answers, respondent: RespondentKind = "person"): readonly Step[] {
  const seen: Record<string, Answers[string]> = { [RESPONDENT]: { choice: respondent } };
  const steps: Step[] = [];
  let at = 0;
  while (at < survey.sections.length) {
    const section = survey.sections[at];
    if (section === undefined) break;
    if (!holds(section.condition, seen)) {
      at += 1;
      continue;
    }
    const asked: Question[] = [];
    for (const question of section.questions) {
      if (!holds(question.condition, seen)) continue;
      asked.push(question);
      const answer = answers[question.code];
      if (answer !== undefined) seen[question.code] = answer;
    }
    if (asked.length > 0) steps.push({ section, questions: asked });
    at = nextAfter(survey, at, seen);
  }
  return steps;
}

/** Where the section leads: the first jump whose condition holds, else the section below it. Never back. */
function nextAfter(survey: Survey, at: number, seen: Answers): number {
  const jump = survey.layout === "chapters" ? undefined : survey.sections[at]?.jumps.find(({ when }) => holds(when, seen));
  if (jump === undefined) return at + 1;
  if (jump.to === END) return survey.sections.length;
  const target = survey.sections.findIndex(({ code }) => code === jump.to);
  return target > at ? target : at + 1;
}

/** Every question somebody is asked, in order. */
export const askedOf = (survey: Survey, answers: Answers, respondent: RespondentKind = "person"): readonly Question[] => walk(survey, answers, respondent).flatMap(({ questions }) => questions);

/** The answers that count: those of questions that are asked. The others are left out of a response when it is sent. */
export function answersThatCount(survey: Survey, answers: Answers, respondent: RespondentKind): Answers {
  return Object.fromEntries(askedOf(survey, answers, respondent).flatMap(({ code }) => (answers[code] === undefined ? [] : [[code, answers[code]]])));
}

/** The fewest and the most questions anybody can still be asked after those answered, for "between 5 and 8 more". */
export function questionsLeft(survey: Survey, answers: Answers, respondent: RespondentKind): { readonly answered: number; readonly least: number; readonly most: number } {
  const asked = askedOf(survey, answers, respondent);
  const answered = asked.filter(({ code }) => answers[code] !== undefined).length;
  const open = asked.filter(({ code }) => answers[code] === undefined);
  const codes = new Set(asked.map(({ code }) => code));
  const last = asked.findLastIndex(({ code }) => answers[code] !== undefined);
  const all = survey.sections.flatMap(({ questions }) => questions);
  const from = last === -1 ? 0 : all.findIndex(({ code }) => code === asked[last]?.code);
  const mayCome = all.slice(from).filter((question) => !codes.has(question.code)).length;
  return { answered, least: open.filter(({ condition }) => condition === null).length, most: open.length + mayCome };
}
