import type { Locale } from "#domain/basics/bilingual.ts";
import type { Finding } from "#domain/consultations/check-survey.ts";
import { DONT_KNOW, RESPONDENT, type Condition, type Test } from "#domain/consultations/condition.ts";
import { optionNames } from "#domain/consultations/survey-versions.ts";
import { findQuestion, OTHER, surveyText, type Question, type Survey } from "#domain/consultations/survey.ts";
import { faultText, messages } from "#i18n/messages.ts";

/** What officers see a question called: its short name, its words, or that it has none yet. */
export const questionName = (question: Question, locale: Locale): string => surveyText(question.label, locale).text || surveyText(question.text, locale).text || `${messages(locale).surveys.builder.noWords} (${question.code})`;

/** One line of a condition in words. */
export function testWords(survey: Survey, { question: code, test, value }: Test, locale: Locale): string {
  const { surveys, answering } = messages(locale);
  const t = surveys.condition;
  if (code === RESPONDENT) return t[test]({ question: t.respondent, value: value === "organisation" ? t.organisation : t.person });
  const question = findQuestion(survey, code);
  const fixed: Readonly<Record<string, string>> = { yes: answering.question.yes, no: answering.question.no, [OTHER]: answering.question.other, [DONT_KNOW]: answering.question.dontKnow };
  const option = question ? optionNames(question).get(value) : undefined;
  const named = option ? surveyText(option, locale).text : (fixed[value] ?? (value === "" ? t.given : value));
  return t[test]({ question: question ? questionName(question, locale) : code, value: named });
}

/** A condition in words: “How often” is “Never” and “Age” is more than 16. */
export function conditionWords(survey: Survey, { match, tests }: Condition, locale: Locale): string {
  const t = messages(locale).surveys.condition;
  return tests.map((test) => testWords(survey, test, locale)).join(match === "all" ? t.and : t.or);
}

/** What a finding says. */
export function findingWords({ code, params = {} }: Finding, locale: Locale): string {
  const { codes, what } = messages(locale).surveys.findings;
  const named = typeof params["what"] === "string" && params["what"] in what ? { ...params, what: what[params["what"] as keyof typeof what] } : params;
  return faultText(locale, { field: "", code, params: named }, codes);
}
