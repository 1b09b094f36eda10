import type { Locale } from "#domain/basics/bilingual.ts";
import type { Finding } from "./check-survey.ts";
import { questionsOf, type ChoiceQuestion, type Question, type Survey } from "./survey.ts";

/*
 * Whether a survey asks fairly. A linter, not a judge: each finding is for a person to weigh.
 * What it looks for are the usual complaints about public consultations: questions that lead, scales with more agreeing than
 * disagreeing answers, no middle and no "don't know", two questions in one.
 */

type Leaning = "for" | "against" | "neutral" | "unclear";

interface Words {
  readonly leading: RegExp;
  readonly two: RegExp;
  readonly against: RegExp;
  readonly for: RegExp;
  readonly neutral: RegExp;
  readonly unsure: RegExp;
}

// Of each pair the disagreeing words are looked for first: "disagree" holds "agree", "ddim yn cytuno" holds "cytuno".
const WORDS: Record<Locale, Words> = {
  en: {
    leading:
      /\b(do(n['’]t| not) you (agree|think|believe|feel)|would(n['’]t| not) you|is(n['’]t| it not)|are(n['’]t| you not)|surely|of course|obviously|clearly|as (we all|everybody|everyone) knows?|do you agree (with us|that)|how much do you (support|agree|welcome|like)|our (excellent|exciting|ambitious|improved|much[- ]needed)|much[- ]needed|long overdue|vital|essential|common[- ]sense|sensible|wasteful|unfair|fair and|modernis(e|ing)|improv(e|ed|ing) (services?|facilities))\b/iu,
    two: /(?<![-\w])(and|as well as|and\/or)(?![-\w])/iu,
    against: /\b(disagree\w*|oppos\w+|against|object|dissatisf\w+|unhappy|bad|poor|worse|unlikely|unimportant|not (at all )?(important|satisfied|likely|happy|agree|support|good|safe|easy)|unsafe|difficult|dislike|reject|never|reduce|less|no)\b/iu,
    for: /\b(agree\w*|support\w*|in favour|approve|satisf\w+|happy|good|excellent|better|likely|important|safe|easy|like|welcome|increase|more|yes)\b/iu,
    neutral: /\b(neither|neutral|no (strong )?(view|opinion|preference)|about the same|no change|unsure either way|it depends|mixed)\b/iu,
    unsure: /\b(don['’]t know|do not know|not sure|unsure|no opinion|prefer not)\b/iu,
  },
  cy: {
    leading: /(onid ydych|oni fyddech|onid yw|wrth gwrs|yn amlwg|fel y gŵyr pawb|ydych chi['’]n cytuno (â ni|bod|y)|faint ydych chi['’]n (cefnogi|cytuno)|ein (cynllun(iau)? )?(rhagorol|cyffrous|uchelgeisiol)|mawr ei angen|synnwyr cyffredin|hanfodol)/iu,
    two: /\s(a|ac|yn ogystal â|a\/neu)\s/iu,
    against: /(anghytuno|gwrthwynebu|yn erbyn|anfodlon|anhapus|gwael|gwaeth|annhebygol|dibwys|ddim yn|nid yw['’]n|anniogel|anodd|lleihau|llai|\bbyth\b|\bna(c|g)? ?\b)/iu,
    for: /(cytuno|cefnogi|o blaid|bodlon|hapus|\bda\b|rhagorol|gwell|tebygol|pwysig|diogel|hawdd|cynyddu|mwy|\bydw\b|\bie\b)/iu,
    neutral: /(nac yn anghytuno|nac yn anfodlon|ddim y naill na['’]r llall|na['’]r llall|niwtral|dim barn|dim newid|yr un fath|mae['’]n dibynnu|cymysg)/iu,
    unsure: /(ddim yn gwybod|dim yn gwybod|ddim yn siŵr|ansicr|dim barn|well gen i beidio)/iu,
  },
};

/** How an answer leans, by its words in either language. */
export function leaningOf(text: string, locale: Locale): Leaning {
  const words = WORDS[locale];
  if (words.neutral.test(text)) return "neutral";
  if (words.unsure.test(text)) return "unclear";
  if (words.against.test(text)) return "against";
  return words.for.test(text) ? "for" : "unclear";
}

/** What may be unfair in a survey, question by question. */
export function lintBalance(survey: Survey): readonly Finding[] {
  return survey.sections.flatMap((section) =>
    section.questions.flatMap((question) =>
      [...leading(question), ...twoInOne(question), ...uneven(question), ...noWayOut(question)].map(
        ({ code, params }): Finding => ({ code, weight: "warning", question: question.code, section: section.code, ...(params ? { params } : {}) }),
      ),
    ),
  );
}

interface Remark {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const LOCALES = ["en", "cy"] as const;

function leading({ text, hint }: Question): Remark[] {
  const found = LOCALES.flatMap((locale) => [text[locale], hint[locale]].flatMap((words) => WORDS[locale].leading.exec(words)?.[0] ?? [])).at(0);
  return found === undefined ? [] : [{ code: "leading-words", params: { words: found } }];
}

/** Only where one answer is given to both halves: text and lists may well name two things. */
const ONE_ANSWER: readonly Question["type"][] = ["yes-no", "likert", "single-choice", "consent"];

function twoInOne({ type, text }: Question): Remark[] {
  if (!ONE_ANSWER.includes(type)) return [];
  const [found] = LOCALES.filter((locale) => WORDS[locale].two.test(text[locale]));
  return found === undefined ? [] : [{ code: "two-questions-in-one", params: { words: WORDS[found].two.exec(text[found])?.[0].trim() ?? "" } }];
}

const isScale = (question: Question): question is ChoiceQuestion => question.type === "likert" || question.type === "single-choice";

function leaningsOf(question: ChoiceQuestion): { readonly for: number; readonly against: number; readonly neutral: number } {
  const locale: Locale = question.options.every(({ text }) => text.en.trim() === "") ? "cy" : "en";
  const leanings = question.options.map(({ text }) => leaningOf(text[locale], locale));
  const of = (leaning: Leaning) => leanings.filter((each) => each === leaning).length;
  return { for: of("for"), against: of("against"), neutral: of("neutral") };
}

function uneven(question: Question): Remark[] {
  if (!isScale(question)) return [];
  const leanings = leaningsOf(question);
  const leans = leanings.for + leanings.against >= 2 && (question.type === "likert" || leanings.for + leanings.against >= question.options.length - 2);
  if (!leans) return [];
  return [
    ...(leanings.for === leanings.against ? [] : [{ code: "uneven-options", params: { for: leanings.for, against: leanings.against } }]),
    ...(leanings.neutral === 0 ? [{ code: "no-middle" }] : []),
  ];
}

/** A question of opinion that must be answered and leaves no room for "I don't know". */
function noWayOut(question: Question): Remark[] {
  if (question.optional || question.dontKnow || !["likert", "yes-no", "matrix-single"].includes(question.type)) return [];
  const unsure = "options" in question && question.options.some(({ text }) => WORDS.en.unsure.test(text.en) || WORDS.cy.unsure.test(text.cy));
  return unsure ? [] : [{ code: "no-dont-know" }];
}

/** How many questions a survey has: beyond this most people give up half way. */
export const MANY_QUESTIONS = 25;

/** What stands against the survey as a whole. */
export const lintLength = (survey: Survey): readonly Finding[] =>
  questionsOf(survey).length > MANY_QUESTIONS ? [{ code: "many-questions", weight: "warning", question: null, section: null, params: { count: questionsOf(survey).length } }] : [];
