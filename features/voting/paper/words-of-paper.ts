import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { rulesOfPaper } from "#domain/voting/ballot-paper.ts";
import type { BoxOnPaper } from "#domain/voting/paper/paper-rules.ts";
import type { PollInView } from "#features/voting/polls/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export type PaperEdition = "standard" | "large" | "easy";
export type PaperLanguage = Locale | "both";

/** A poll and its paper as it is printed. */
export interface PollPaper extends PollInView {
  readonly boxes: readonly BoxOnPaper[];
}

/** One sentence, in each language of the paper; said once where both are the same. */
export interface PaperLine {
  readonly text: string;
  readonly lang: Locale;
}

export interface WordsOfPaper {
  readonly official: readonly PaperLine[];
  readonly council: readonly PaperLine[];
  /** The vote it belongs to, where the question alone would not tell. */
  readonly vote: readonly PaperLine[];
  readonly question: readonly PaperLine[];
  /** How to fill it in: all of one language, then all of the other. An easy read begins with short numbered steps. */
  readonly instructions: readonly { readonly lang: Locale; readonly steps: readonly string[]; readonly sentences: readonly string[] }[];
  readonly boxes: readonly { readonly box: number; readonly title: readonly PaperLine[]; readonly cost: readonly PaperLine[] }[];
  readonly number: readonly PaperLine[];
  readonly batch: readonly PaperLine[];
}

/** Welsh stands first where a paper is in both, as bodies in Wales must have it (Welsh Language Standards, standard 49 and its like). */
export const localesOf = (language: PaperLanguage): readonly Locale[] => (language === "both" ? ["cy", "en"] : [language]);

/** Everything that is printed on a poll's papers, besides their numbers. */
export function wordsOfPaper(paper: PollPaper, council: BilingualText, { edition, language, vote }: { readonly edition: PaperEdition; readonly language: PaperLanguage; readonly vote: BilingualText | null }): WordsOfPaper {
  const locales = localesOf(language);
  const say = (of: (locale: Locale) => string): PaperLine[] => once(locales.map((lang) => ({ text: of(lang), lang })));
  const own = (text: BilingualText): PaperLine[] => once(locales.map((locale) => textIn(text, locale)));
  const sheet = (locale: Locale) => messages(locale).paper.sheet;
  return {
    official: say((locale) => sheet(locale).official),
    council: own(council),
    vote: vote === null ? [] : own(vote),
    question: own(paper.question),
    instructions: locales.map((lang) => ({
      lang,
      steps: edition === "easy" ? sheet(lang).easy : [],
      sentences: [...howToMark(paper).map((sentence) => sentence(lang)), sheet(lang).mistake, sheet(lang).secret],
    })),
    boxes: paper.boxes.map(({ box, title, costPence }) => ({
      box,
      title: own(title),
      // An amount alone reads the same in both languages.
      cost: costPence === null ? [] : say((locale) => (locales.length > 1 ? format(locale).money(costPence) : sheet(locale).costs({ cost: format(locale).money(costPence) }))),
    })),
    number: say((locale) => sheet(locale).number),
    batch: say((locale) => sheet(locale).batch),
  };
}

const once = (lines: readonly PaperLine[]): PaperLine[] => lines.filter(({ text }, at) => lines.findIndex((each) => each.text === text) === at);

function howToMark(paper: PollPaper): readonly ((locale: Locale) => string)[] {
  const rules = rulesOfPaper({ ...paper, kind: paper.ballotKind }, paper.boxes.length);
  const sheet = (locale: Locale) => messages(locale).paper.sheet;
  const number = (locale: Locale, value: number): string => format(locale).number(value);
  const cross = (max: number) => (locale: Locale) => (max < paper.boxes.length ? sheet(locale).cross({ max: number(locale, max) }) : sheet(locale).crossAny);
  switch (rules.kind) {
    case "choose-one":
      return [(locale) => sheet(locale).crossOne];
    case "first-and-second":
      return [(locale) => sheet(locale).firstSecond];
    case "ranked":
      return [(locale) => sheet(locale).rank({ max: number(locale, rules.max) })];
    case "approval":
      return [cross(rules.max)];
    case "knapsack":
      return [cross(rules.max ?? paper.boxes.length), (locale) => sheet(locale).pot({ pot: format(locale).money(rules.potPence) })];
    case "points":
      return [(locale) => sheet(locale).points({ total: number(locale, rules.total) })];
    case "score":
      return [(locale) => sheet(locale).score({ highest: number(locale, rules.highest) })];
  }
}
