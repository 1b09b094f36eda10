import { addDays, type CivilDay } from "#domain/basics/london-time.ts";
import { lastOfWorkingDays } from "#domain/basics/working-days.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { REGIMES, type RegimeId } from "./regime.ts";

/** What a comment says of the transfer. */
export const COMMENT_VIEWS = ["for", "against", "neither"] as const;
export type CommentView = (typeof COMMENT_VIEWS)[number];

/** Whether everybody reads a comment: not before somebody has looked at it, yes, or no longer. */
export const COMMENT_SIGHTS = ["waiting", "shown", "removed"] as const;
export type CommentSight = (typeof COMMENT_SIGHTS)[number];

/** What happens to a comment: looked at by an officer, or reported by anybody; its writer asks for another look at its removal, which another officer answers. */
export const COMMENT_ACTS = ["shown", "removed", "reported", "appealed", "appeal-upheld", "appeal-refused"] as const;

/** Why a comment is not shown, or reported. */
export const COMMENT_REASONS = ["personal-information", "about-a-person", "offensive", "unlawful", "advertising", "not-about-it"] as const;
export type CommentReason = (typeof COMMENT_REASONS)[number];

/** The first day on which a period that opened may close, by the regime: in Scotland 20 working days after the notice of the request was published. */
export function earliestClose(regimeId: RegimeId, opensOn: CivilDay): CivilDay {
  const { nation, commentWorkingDays } = REGIMES[regimeId];
  return commentWorkingDays === null ? opensOn : lastOfWorkingDays(addDays(opensOn, 1), commentWorkingDays, nation);
}

/** Whether a period for comments may run so long. */
export function judgePeriod(regimeId: RegimeId, opensOn: CivilDay, closesOn: CivilDay): Result<void, { readonly code: "comments-too-short" | "closes-before-opens"; readonly earliestOn: CivilDay }> {
  const earliestOn = earliestClose(regimeId, opensOn);
  if (closesOn >= earliestOn) return ok();
  return err({ code: closesOn < opensOn ? "closes-before-opens" : "comments-too-short", earliestOn });
}

export interface CommentCounts {
  readonly for: number;
  readonly against: number;
  readonly neither: number;
  /** Of those shown, from organisations. */
  readonly organisations: number;
  readonly removed: number;
  readonly waiting: number;
}

/** So many comments that say the same of it, stand alike and come from organisations or from residents. */
export interface CommentGroup {
  readonly view: CommentView;
  readonly sight: CommentSight;
  readonly byOrganisation: boolean;
  readonly comments: number;
}

/** Comments counted for those who decide and for everybody; what was not shown is counted apart. */
export function countComments(groups: readonly CommentGroup[]): CommentCounts {
  const of = (which: (group: CommentGroup) => boolean): number => groups.filter(which).reduce((sum, { comments }) => sum + comments, 0);
  const shown = (view: CommentView): number => of((group) => group.sight === "shown" && group.view === view);
  const at = (sight: CommentSight): number => of((group) => group.sight === sight);
  return { for: shown("for"), against: shown("against"), neither: shown("neither"), organisations: of(({ sight, byOrganisation }) => sight === "shown" && byOrganisation), removed: at("removed"), waiting: at("waiting") };
}
