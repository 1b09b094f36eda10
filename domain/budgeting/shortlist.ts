import { clashes, type Exclusion } from "./feasibility.ts";

/** A proposal that may go on a ballot. */
export interface ProposalToShortlist {
  readonly ideaId: string;
  readonly number: number;
  readonly areaId: string | null;
  readonly supports: number;
  /** What a ballot would show; null while it is not costed. */
  readonly costPence: number | null;
  readonly feasible: boolean;
}

/** By what a shortlist is made; published with it. */
export interface ShortlistCriteria {
  /** The fewest supports. */
  readonly fewestSupports: number;
  /** The most proposals on the ballots together. */
  readonly most: number;
  /** Whether areas take turns, so that no large one fills the list. */
  readonly balanced: boolean;
  /** The most one may cost, in pence; null for no limit but the pot's. */
  readonly mostPence: number | null;
}

/** Why a proposal is not on the list. */
export const PASSED_OVER = ["not-feasible", "not-costed", "too-dear", "too-few-supports", "ruled-out", "list-full"] as const;
export type PassedOver = (typeof PASSED_OVER)[number];

export interface Shortlist {
  /** In the order they were taken. */
  readonly chosen: readonly string[];
  readonly passedOver: ReadonlyMap<string, { readonly why: PassedOver; /** The one that rules it out. */ readonly by: string | null }>;
}

/**
 * Chooses proposals by the criteria: those with most supports first and, where areas are balanced, in turns of one for each area; the
 * lower number where all is equal. Of two that exclude one another the first taken stays. Every other one is told why not.
 */
export function decideShortlist(proposals: readonly ProposalToShortlist[], exclusions: readonly Exclusion[], criteria: ShortlistCriteria): Shortlist {
  const passedOver = new Map<string, { why: PassedOver; by: string | null }>();
  const eligible: ProposalToShortlist[] = [];
  for (const proposal of proposals) {
    const why = whyNot(proposal, criteria);
    if (why === null) eligible.push(proposal);
    else passedOver.set(proposal.ideaId, { why, by: null });
  }
  const chosen: string[] = [];
  const taken = new Set<string>();
  for (const { ideaId } of criteria.balanced ? inTurns(eligible) : [...eligible].sort(bySupports)) {
    const against = exclusions.find((pair) => clashes(new Set([...taken, ideaId]), [pair]).length > 0 && (pair.ideaId === ideaId || pair.otherId === ideaId));
    if (against) passedOver.set(ideaId, { why: "ruled-out", by: against.ideaId === ideaId ? against.otherId : against.ideaId });
    else if (chosen.length >= criteria.most) passedOver.set(ideaId, { why: "list-full", by: null });
    else {
      chosen.push(ideaId);
      taken.add(ideaId);
    }
  }
  return { chosen, passedOver };
}

/** Where officers decide otherwise than the criteria suggest: what they chose although it was passed over, and what they leave off although it was on the list. */
export const departuresFrom = ({ chosen: suggested, passedOver }: Shortlist, chosen: ReadonlySet<string>): readonly string[] => [
  ...suggested.filter((ideaId) => !chosen.has(ideaId)),
  ...[...passedOver.keys()].filter((ideaId) => chosen.has(ideaId)),
];

const bySupports = (a: ProposalToShortlist, b: ProposalToShortlist): number => b.supports - a.supports || a.number - b.number;

function whyNot({ feasible, costPence, supports }: ProposalToShortlist, { fewestSupports, mostPence }: ShortlistCriteria): PassedOver | null {
  if (!feasible) return "not-feasible";
  if (costPence === null) return "not-costed";
  if (mostPence !== null && costPence > mostPence) return "too-dear";
  return supports < fewestSupports ? "too-few-supports" : null;
}

/** The best of each area first, then the second of each, and so on; within a turn those with most supports first. */
function inTurns(proposals: readonly ProposalToShortlist[]): readonly ProposalToShortlist[] {
  const areas = new Map<string, ProposalToShortlist[]>();
  for (const proposal of [...proposals].sort(bySupports)) areas.set(proposal.areaId ?? "", [...(areas.get(proposal.areaId ?? "") ?? []), proposal]);
  const turns: ProposalToShortlist[] = [];
  for (let turn = 0; turns.length < proposals.length; turn += 1) turns.push(...[...areas.values()].flatMap((area) => area[turn] ?? []).sort(bySupports));
  return turns;
}
