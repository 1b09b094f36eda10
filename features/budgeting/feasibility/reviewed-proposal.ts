import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Checks, Costing, Grade, ReviewStanding } from "#domain/budgeting/feasibility.ts";
import type { IdeaState } from "#domain/budgeting/idea-lifecycle.ts";

/** A proposal with what is known about it, as a list shows it. */
export interface ReviewedProposal extends Costing {
  readonly ideaId: string;
  readonly number: number;
  readonly title: BilingualText;
  readonly author: string;
  readonly areaId: string | null;
  readonly areaName: BilingualText | null;
  readonly category: string;
  readonly state: IdeaState;
  readonly supports: number;
  /** What its author thinks it costs. */
  readonly askedPence: number | null;
  readonly checks: Checks;
  readonly standing: ReviewStanding;
  /** Why it cannot be done or was passed over, for everybody. */
  readonly reason: BilingualText;
  /** Which of its versions is on a ballot; null for the proposal as it was costed, and where it is on none. */
  readonly ballotGrade: Grade | null;
  /** Pence the ballot shows for it; null where it is on none. */
  readonly ballotPence: number | null;
  /** 0 while nobody has written anything. */
  readonly version: number;
}
