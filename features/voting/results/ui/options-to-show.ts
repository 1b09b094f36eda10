import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import { format, type Format } from "#i18n/format.ts";

/** One option of the ballot with what its own context knows of it. */
export interface OptionToShow {
  readonly number: number;
  readonly title: BilingualText;
  readonly costPence: number;
  /** Its own page's last part, and its picture; empty where it has none. */
  readonly slug: string;
  readonly tile: string;
}

/** What every part of a result page is given. */
export interface ResultParts {
  readonly locale: Locale;
  /** The council's own address: `/en/brackenshire`. */
  readonly home: string;
  /** The vote's address, and this pot's results below it. */
  readonly voteAddress: string;
  readonly resultAddress: string;
  readonly sheet: CountSheet;
  readonly options: ReadonlyMap<number, OptionToShow>;
  /** Whether people gave points that are not all alike. */
  readonly hasPoints: boolean;
}

/** A number with how it is written. */
export interface Counted {
  readonly count: number;
  readonly shown: string;
}

export const counted = (f: Format, count: number): Counted => ({ count, shown: f.number(count) });

/** The option's name in the reader's language, or in the other where it has none. */
export const titleOf = (parts: Pick<ResultParts, "locale" | "options">, number: number): { readonly text: string; readonly lang: Locale } => {
  const option = parts.options.get(number);
  return option ? textIn(option.title, parts.locale) : { text: String(number), lang: parts.locale };
};

/** Names of several options as a list in a sentence. */
export const titlesOf = (parts: Pick<ResultParts, "locale" | "options">, numbers: readonly number[]): string =>
  format(parts.locale).list(numbers.map((number) => titleOf(parts, number).text));

/** Sums of many shares are cut to whole pounds from £100 up, so that people can read them. */
export const wholePounds = (pence: number): number => (pence < 10_000 ? pence : Math.floor(pence / 100) * 100);

interface DeclaredToShow {
  readonly ballotKind: BallotKind;
  readonly options: readonly { readonly number: number; readonly title: BilingualText; readonly costPence: number | null }[];
  readonly sheet: CountSheet;
}

/** Joins the ballot paper as it was frozen to what is known of each project today. */
export function resultParts(
  addresses: Pick<ResultParts, "locale" | "home" | "voteAddress" | "resultAddress">,
  { ballotKind, options, sheet }: DeclaredToShow,
  projects: readonly { readonly number: number; readonly slug: string; readonly tile: string }[],
): ResultParts {
  return { ...addresses, sheet, hasPoints: !["single-choice", "approval", "knapsack"].includes(ballotKind), options: optionsToShow(options, projects) };
}

/** The options of a ballot paper by number; those without a project of their own have no page and no picture. */
export function optionsToShow(options: DeclaredToShow["options"], projects: readonly { readonly number: number; readonly slug: string; readonly tile: string }[]): ReadonlyMap<number, OptionToShow> {
  const known = new Map(projects.map((project) => [project.number, project]));
  return new Map(options.map(({ number, title, costPence }) => [number, { number, title, costPence: costPence ?? 0, slug: known.get(number)?.slug ?? "", tile: known.get(number)?.tile ?? "" }]));
}
