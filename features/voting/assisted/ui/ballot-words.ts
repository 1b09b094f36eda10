import type { Locale } from "#domain/basics/bilingual.ts";
import type { BallotAtHand } from "#domain/voting/vote-at-hand.ts";
import { messages, type Messages } from "#i18n/messages.ts";

/** The words of a ballot: those of projects, or those of people who stand. */
export function votingWords(locale: Locale, { holds }: Pick<BallotAtHand, "holds">): Messages["voting"] {
  const { voting, elections } = messages(locale);
  if (holds === "projects") return voting;
  const { ballot, faults, check } = elections.ballot;
  return { ...voting, ballot: { ...voting.ballot, ...ballot }, faults: { ...voting.faults, ...faults }, check: { ...voting.check, ...check } };
}
