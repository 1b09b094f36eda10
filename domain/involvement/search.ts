import type { EngagementState, Level, Topic } from "./engagement.ts";
import { standing, type Standing } from "./engagement.ts";

/** What an engagement asks of people. */
export const ENGAGEMENT_KINDS = ["vote", "consultation"] as const;
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

/** How an engagement may stand, as somebody looks for it. Open includes what closes soon; results include what was done about them. */
export const STANDINGS_TO_FIND = ["open", "closing-soon", "forthcoming", "closed", "results"] as const;
export type StandingToFind = (typeof STANDINGS_TO_FIND)[number];

export interface Searchable {
  readonly id: string;
  readonly areaIds: readonly string[];
  readonly topic: Topic;
  readonly level: Level;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly consultationId: string | null;
}

export interface Wanted {
  /** Those whose words match; null where no words are asked for. */
  readonly ids: ReadonlySet<string> | null;
  /** An area's id; an engagement of no particular area is for every area. */
  readonly areaId: string | null;
  readonly topic: Topic | null;
  readonly level: Level | null;
  readonly kind: EngagementKind | null;
  readonly standing: StandingToFind | null;
}

export const kindOf = ({ consultationId }: Pick<Searchable, "consultationId">): EngagementKind => (consultationId === null ? "vote" : "consultation");

/** What one can still take part in comes first, then what opens, then what is over. */
const ORDER: Readonly<Record<Standing, number>> = { "closing-soon": 0, open: 0, forthcoming: 1, closed: 2, results: 3, "we-did": 3 };

/** Those that match everything wanted: open ones first, results last, each in the order given. */
export function search<T extends Searchable>(engagements: readonly T[], wanted: Wanted, now: Date): readonly T[] {
  const found = engagements.filter(
    (engagement) =>
      (wanted.ids === null || wanted.ids.has(engagement.id)) &&
      (wanted.areaId === null || engagement.areaIds.length === 0 || engagement.areaIds.includes(wanted.areaId)) &&
      (wanted.topic === null || engagement.topic === wanted.topic) &&
      (wanted.level === null || engagement.level === wanted.level) &&
      (wanted.kind === null || kindOf(engagement) === wanted.kind) &&
      (wanted.standing === null || standsAs(standing(engagement, now), wanted.standing)),
  );
  return found.toSorted((one, other) => ORDER[standing(one, now)] - ORDER[standing(other, now)]);
}

function standsAs(stands: Standing, wanted: StandingToFind): boolean {
  if (wanted === "open") return stands === "open" || stands === "closing-soon";
  if (wanted === "results") return stands === "results" || stands === "we-did";
  return stands === wanted;
}
