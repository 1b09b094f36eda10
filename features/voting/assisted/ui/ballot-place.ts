import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import type { BallotAtHand, VoteAtHand } from "#domain/voting/vote-at-hand.ts";
import { messages } from "#i18n/messages.ts";

/** Where a voter stands: at which council, in which vote and, past the start, at which ballot. */
export interface VotePlace {
  readonly locale: Locale;
  readonly council: CouncilInView;
  readonly vote: VoteAtHand;
  /** Where the pages of its projects lie while only officers see the vote. */
  readonly previewedAt?: string;
}

export interface BallotPlace extends VotePlace {
  readonly ballot: BallotAtHand;
}

/** The addresses of a vote's pages. */
export function voteAddresses({ locale, council, vote, previewedAt }: VotePlace) {
  const home = `/${locale}/${council.slug}`;
  const about = `${home}/votes/${vote.slug}`;
  return { home, about, start: `${about}/start`, eligibility: `${about}/eligibility`, log: `${about}/log`, secrecy: `${about}/secrecy`, results: `${about}/results`, ballotOf: (ballot: BallotAtHand) => ballotAddresses(about, ballot, previewedAt ?? about) };
}

/** The addresses of one ballot's pages, which stand below the vote's. */
function ballotAddresses(about: string, { slug }: BallotAtHand, projectsAt: string) {
  const at = `${about}/${slug}`;
  return {
    ballot: `${at}/ballot`,
    check: `${at}/check`,
    receipt: `${at}/receipt`,
    key: `${at}/key`,
    lostKey: `${at}/lost-key`,
    log: `${at}/log`,
    meter: `${at}/meter.css`,
    start: `${about}/start?pot=${slug}`,
    projectOf: (project: string) => `${projectsAt}/projects/${slug}/${project}`,
  };
}

/** The names a page says. */
export const namesOf = ({ locale, vote, ballot }: BallotPlace) => ({ vote: textIn(vote.title, locale).text, ballot: textIn(ballot.name, locale).text });

/** The way to read of what is voted on, in words: of projects, or of people. */
export const readAbout = ({ locale, vote }: VotePlace): string => {
  const { elections, voting } = messages(locale);
  return vote.ballots.some(({ holds }) => holds === "candidates") || vote.withoutVote.length > 0 ? elections.ballot.read : voting.moments.notOpenRead;
};
