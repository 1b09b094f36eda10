import type { FileWarning } from "./file-fault.ts";

export const VOTE_TYPES = ["approval", "ordinal", "cumulative", "scoring", "choose-1"] as const;
export type VoteType = (typeof VOTE_TYPES)[number];

/** `cost` is in minor units of the file's money: 1/`moneyScale` of its currency unit. */
export interface PabulibProject {
  readonly id: string;
  readonly cost: number;
  readonly name: string;
  readonly category?: string;
  readonly target?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** Ballots and points as the file states them; a count never uses these. */
  readonly votes?: number;
  readonly score?: number;
  /** 1 for a winner, 0 for a loser; higher codes are explained in the file's comment. */
  readonly selected?: number;
  /** Columns of the file that have no field of their own. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** In the voter's order; a project marked twice stands once. Points are 1 for a mark, or by rank, or as given. */
export interface PabulibChoice {
  readonly projectId: string;
  readonly points: number;
}

export interface PabulibBallot {
  readonly voterId: string;
  readonly choices: readonly PabulibChoice[];
  readonly extra?: Readonly<Record<string, string>>;
}

export interface PabulibFile {
  readonly meta: Readonly<Record<string, string>>;
  /** In minor units. */
  readonly budget: number;
  /** Minor units in one currency unit: 1, 10, 100, … — as many as the decimals of the file need. */
  readonly moneyScale: number;
  /** Points are given as integers; one point of the file is this many of them (1 unless the file has decimal points). */
  readonly pointsScale: number;
  readonly voteType: VoteType;
  readonly projects: readonly PabulibProject[];
  readonly ballots: readonly PabulibBallot[];
  readonly warnings: readonly FileWarning[];
}
