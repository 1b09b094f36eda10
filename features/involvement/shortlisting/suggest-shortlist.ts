import { ballotCost, versionWithin, type Exclusion } from "#domain/budgeting/feasibility.ts";
import { decideShortlist, type Shortlist, type ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import type { ReviewedProposal, VersionInView } from "#features/budgeting/feasibility/queries.ts";

export interface SuggestedShortlist extends Shortlist {
  /** The proposals it is about: neither on a ballot nor refused already. */
  readonly open: readonly ReviewedProposal[];
  /** The version taken of each of which the proposal as costed is above the limit and a version is not. */
  readonly versions: ReadonlyMap<string, VersionInView>;
}

/** What the criteria say of a programme's proposals that still may go on a ballot. */
export function suggestShortlist(
  proposals: readonly ReviewedProposal[],
  exclusions: readonly Exclusion[],
  versions: ReadonlyMap<string, readonly VersionInView[]>,
  criteria: ShortlistCriteria,
): SuggestedShortlist {
  const open = proposals.filter(({ state }) => state !== "on-ballot" && state !== "not-feasible" && state !== "not-shortlisted");
  const taken = new Map(
    open.flatMap((proposal) => {
      const version = versionWithin(proposal, versions.get(proposal.ideaId) ?? [], criteria.mostPence);
      return version === null ? [] : [[proposal.ideaId, version] as const];
    }),
  );
  const suggested = decideShortlist(
    open.map((proposal) => ({ ...proposal, costPence: ballotCost(proposal, taken.get(proposal.ideaId) ?? null), feasible: proposal.standing === "feasible" })),
    exclusions,
    criteria,
  );
  return { ...suggested, open, versions: taken };
}
