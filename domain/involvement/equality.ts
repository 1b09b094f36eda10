/**
 * Equality questions that may be asked of people who took part, and who they were beside the people of the area. Questions and answers
 * follow the harmonised standards of the Government Statistical Service; "skip" is prefer not to say, and what a blank counts as.
 */
import { hideSmallCounts } from "#domain/basics/small-counts.ts";

export const EQUALITY_QUESTIONS = {
  "age-band": ["under-16", "16-24", "25-44", "45-64", "65-and-over", "skip"],
  sex: ["female", "male", "skip"],
  disability: ["yes", "no", "skip"],
  "ethnic-group": ["asian", "black", "multiple", "white", "other", "skip"],
  religion: ["none", "buddhist", "christian", "hindu", "jewish", "muslim", "sikh", "other", "skip"],
  "sexual-orientation": ["straight", "gay-or-lesbian", "bisexual", "other", "skip"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EqualityQuestion = keyof typeof EQUALITY_QUESTIONS;
export const EQUALITY_QUESTION_IDS = Object.keys(EQUALITY_QUESTIONS) as readonly EqualityQuestion[];

/** The answers of a question that say something, without "skip". */
export const tellingAnswers = (question: EqualityQuestion): readonly string[] => EQUALITY_QUESTIONS[question].filter((answer) => answer !== "skip");

/** How many gave an answer, or live in the area with it. */
export interface AnswerCount {
  readonly question: string;
  readonly answer: string;
  readonly people: number;
}

export interface ProfileLine {
  readonly answer: string;
  /** Null where too few to be shown, or hidden so that those cannot be found by subtraction. */
  readonly people: number | null;
  /** Of those who answered the question, between 0 and 1. */
  readonly share: number | null;
  /** Of the people of the area, between 0 and 1; null where its figures are not known. */
  readonly areaShare: number | null;
}

export interface QuestionProfile {
  readonly question: EqualityQuestion;
  /** Those who gave an answer that says something; null where it would give a hidden number away. */
  readonly answered: number | null;
  readonly lines: readonly ProfileLine[];
}

/**
 * Who took part beside who lives in the area, question by question; questions nobody was asked are left out. Every blank was counted
 * as "skip", so each question sums to the same number of forms and no question gives another's hidden numbers away.
 */
export function equalityProfile(tallies: readonly AnswerCount[], area: readonly AnswerCount[]): readonly QuestionProfile[] {
  return EQUALITY_QUESTION_IDS.flatMap((question) => {
    const counts = EQUALITY_QUESTIONS[question].map((answer) => ({ key: answer, count: peopleOf(tallies, question, answer) }));
    if (counts.every(({ count }) => count === 0)) return [];
    const shown = new Map(hideSmallCounts<string>(counts).map(({ key, count }) => [key, count]));
    const skipped = shown.get("skip") ?? null;
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    // Without the number of those who skipped nobody knows of how many a share is.
    const answered = skipped === null ? null : all - skipped;
    const telling = tellingAnswers(question);
    const living = telling.reduce((sum, answer) => sum + peopleOf(area, question, answer), 0);
    return [
      {
        question,
        answered,
        lines: telling.map((answer) => {
          const people = shown.get(answer) ?? null;
          return {
            answer,
            people,
            share: people === null || answered === null || answered === 0 ? null : people / answered,
            areaShare: living === 0 ? null : peopleOf(area, question, answer) / living,
          };
        }),
      },
    ];
  });
}

const peopleOf = (counts: readonly AnswerCount[], question: string, answer: string): number => counts.find((each) => each.question === question && each.answer === answer)?.people ?? 0;

/** Most people of an area that a figure may say: more than live in any council of the United Kingdom. */
const MOST_PEOPLE = 10_000_000;

/** A line of pasted figures that cannot be taken, by its number from 1. */
export interface FigureFault {
  readonly line: number;
  readonly code: "three-parts" | "no-such-question" | "no-such-answer" | "no-number" | "twice";
}

/** Reads figures of an area as they are pasted from a spreadsheet: question, answer and people, apart by comma, semicolon or tab. Every bad line is named. */
export function readAreaFigures(text: string): { readonly figures: readonly AnswerCount[]; readonly faults: readonly FigureFault[] } {
  const figures: AnswerCount[] = [];
  const faults: FigureFault[] = [];
  text.split("\n").forEach((typed, at) => {
    if (typed.trim() === "") return;
    const bad = (code: FigureFault["code"]) => faults.push({ line: at + 1, code });
    const parts = (/[;\t]/.test(typed) ? typed.split(/[;\t]/) : typed.split(",")).map((part) => part.trim());
    const [question, answer, people] = parts;
    if (people === undefined || parts.length > 3) return bad("three-parts");
    const id = EQUALITY_QUESTION_IDS.find((each) => each === question);
    if (id === undefined) return bad("no-such-question");
    if (!tellingAnswers(id).includes(answer ?? "")) return bad("no-such-answer");
    const number = people.replaceAll(/[ ,]/g, "");
    if (!/^\d{1,8}$/.test(number) || Number(number) > MOST_PEOPLE) return bad("no-number");
    if (figures.some((each) => each.question === id && each.answer === answer)) return bad("twice");
    figures.push({ question: id, answer: answer ?? "", people: Number(number) });
    return undefined;
  });
  return { figures, faults };
}

/** Figures as they are shown to be changed: one line each, as they are read again. */
export const writeAreaFigures = (figures: readonly AnswerCount[]): string => figures.map(({ question, answer, people }) => `${question}; ${answer}; ${String(people)}`).join("\n");
