import type { BilingualText } from "#domain/basics/bilingual.ts";

/** A vote as the pages of its ballots need it, whatever it is about: a budget, an election. */
export interface VoteAtHand {
  /** Of the engagement that holds it. */
  readonly id: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** When results are promised. */
  readonly resultsAt: Date | null;
  /** They can be read already. */
  readonly resultsOut: boolean;
  /** One for each pot or post. */
  readonly ballots: readonly BallotAtHand[];
  /** Parts of it in which nobody votes, with those elected there without a vote. */
  readonly withoutVote: readonly PartWithoutVote[];
}

/** A contest of an election that needs no vote. */
export interface PartWithoutVote {
  readonly name: BilingualText;
  /** The area whose residents would have decided; null for the whole council. */
  readonly areaId: string | null;
  /** Nobody where nobody stood. */
  readonly elected: readonly BilingualText[];
}

export interface BallotAtHand {
  /** In the address: the pot's. */
  readonly slug: string;
  readonly name: BilingualText;
  readonly pollId: string;
  /** What stands on it: projects of a pot, or people. */
  readonly holds: "projects" | "candidates";
  /** What its options belong to: a pot, or a contest. */
  readonly potId: string;
  /** The area whose residents decide; null for the whole council. */
  readonly areaId: string | null;
}

/** What a ballot paper tells of an option besides its title and cost. */
export interface SubjectAtHand {
  readonly slug: string;
  readonly summary: BilingualText;
  /** Whose idea it is; empty where nobody is named. */
  readonly proposer: string;
  /** Name of its picture. */
  readonly tile: string;
  /** What stands under its name, such as a school and a year group. */
  readonly note?: BilingualText;
  /** Of a candidate: their photo, and what can be read without leaving the ballot. */
  readonly photo?: { readonly id: string; readonly width: number; readonly height: number; readonly alt: BilingualText } | null;
  readonly statement?: BilingualText;
  /** First letter of their name, where there is no photo. */
  readonly initial?: string;
}
