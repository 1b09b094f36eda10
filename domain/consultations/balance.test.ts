import { describe, expect, test } from "vitest";
import { option, question, section, survey, words } from "#testing/factories/surveys.ts";
import { leaningOf, lintBalance } from "./balance.ts";
import { AGREEMENT_SCALE } from "./edit-survey.ts";
import type { Question } from "./survey.ts";

const codes = (asked: Question) => lintBalance(survey(section("s", [asked]))).map(({ code }) => code);
const named = (...texts: readonly string[]) => texts.map((text, at) => ({ ...option(`o${at}`), text: { ...words(text), cy: "" } }));
const likert = (text: string, more: object = {}) => question("a", "likert", { text: { ...words(text), cy: "" }, options: AGREEMENT_SCALE, other: false, dontKnow: true, ...more });

describe("the balance linter", () => {
  test("says nothing of a fair question", () => {
    expect(codes(likert("The library should open later. How far do you agree or disagree?"))).toEqual([]);
  });

  test.each(["Don't you think that the library is vital?", "Do you agree that cars should be banned?", "How much do you support our exciting plan?"])("marks words that lead: %s", (text) => {
    expect(codes(likert(text))).toContain("leading-words");
  });

  test("marks Welsh words that lead", () => {
    expect(codes(likert("", { text: { ...words(""), en: "Later?", cy: "Onid ydych yn meddwl bod y llyfrgell yn bwysig?" } }))).toContain("leading-words");
  });

  test("marks two questions with one answer, but not a list of things in a text", () => {
    expect(codes(likert("Are the parks clean and safe?"))).toContain("two-questions-in-one");
    expect(codes(question("a", "long-text", { text: words("What about parks and streets?"), maxWords: 10 }))).not.toContain("two-questions-in-one");
  });

  test("marks three ways to support and one to oppose, and no middle", () => {
    const options = named("I support option A", "I support option B", "I support both", "I oppose this");
    expect(codes(question("a", "single-choice", { text: { ...words("What do you think?"), cy: "" }, options, other: false }))).toEqual(["uneven-options", "no-middle"]);
  });

  test("marks a question of opinion without a way to say that one does not know", () => {
    expect(codes(likert("Later?", { dontKnow: false }))).toEqual(["no-dont-know"]);
    expect(codes(likert("Later?", { dontKnow: false, optional: true }))).toEqual([]);
  });

  test.each([
    ["Strongly agree", "en", "for"],
    ["Strongly disagree", "en", "against"],
    ["Neither agree nor disagree", "en", "neutral"],
    ["Don’t know", "en", "unclear"],
    ["Not at all satisfied", "en", "against"],
    ["Cytuno’n gryf", "cy", "for"],
    ["Anghytuno’n gryf", "cy", "against"],
    ["Ddim yn cytuno nac yn anghytuno", "cy", "neutral"],
    ["Ddim yn gwybod", "cy", "unclear"],
  ] as const)("reads %s (%s) as %s", (text, locale, leaning) => {
    expect(leaningOf(text, locale)).toBe(leaning);
  });
});
