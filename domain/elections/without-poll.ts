import { placesOf, type OfficeFilled, type OfficeToFill } from "./offices.ts";

/**
 * What the nominations of a contest lead to once nobody can withdraw any more:
 * a poll, people elected without one, or nobody at all.
 */
export const NOMINATION_OUTCOMES = ["poll", "elected", "vacant"] as const;
export type NominationOutcome = (typeof NOMINATION_OUTCOMES)[number];

/** How a contest ended that had no poll. */
export const WITHOUT_POLL = ["elected", "vacant"] as const satisfies readonly NominationOutcome[];
export type WithoutPoll = (typeof WITHOUT_POLL)[number];

/**
 * Whether a contest goes to a poll. Where no more people stand than there are places, those who stand are declared elected without a poll
 * (Local Elections (Principal Areas) (England and Wales) Rules 2006, Schedule 2, rule 14), and a place for which nobody is left is filled by
 * a fresh election (Representation of the People Act 1983, section 39(1)(b)). Those rules know places that are all alike. Where offices have
 * ranks, two people or more are still voted on, however few: only a vote says who holds the higher office.
 */
export function outcomeOfNominations(standing: number, offices: readonly { readonly places: number }[]): NominationOutcome {
  if (standing === 0) return "vacant";
  if (standing === 1) return "elected";
  return offices.length === 1 && standing <= placesOf(offices) ? "elected" : "poll";
}

/** What the nominations of a contest lead to as they stand now. */
export const nominationOutcome = ({ offices }: { readonly offices: readonly { readonly places: number }[] }, { standing }: { readonly standing: number }): NominationOutcome => outcomeOfNominations(standing, offices);

/** Contests that go to a poll, or may: all but those declared without one. */
export const polledContests = <Contest extends { readonly withoutPoll: object | null }>({ contests }: { readonly contests: readonly Contest[] }): readonly Contest[] =>
  contests.filter(({ withoutPoll }) => withoutPoll === null);

/** The offices of a contest without a poll: all who stand hold the highest, which has room for them; the others stay empty. */
export const fillWithoutPoll = <Name>(offices: readonly OfficeToFill<Name>[], standing: readonly string[]): readonly OfficeFilled<Name>[] =>
  offices.map((office, rank) => ({ ...office, holders: rank === 0 ? standing : [] }));
