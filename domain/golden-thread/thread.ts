/** Kinds of thing a golden thread can pass through, in the order a thread runs. */
export const THREAD_KINDS = ["engagement", "theme", "answer", "opinion", "comment-theme", "idea", "promise", "project", "target", "asset-transfer", "policy-ask", "decision"] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export interface ThreadEnd {
  readonly kind: ThreadKind;
  readonly id: string;
}

/** Stations of a thread: people took part, what they said, what they chose, what it moved. */
export const STATIONS = ["took-part", "said", "chose", "moved"] as const;
export type Station = (typeof STATIONS)[number];

const STATION_OF: Readonly<Record<ThreadKind, Station>> = {
  engagement: "took-part",
  theme: "said",
  answer: "said",
  opinion: "said",
  "comment-theme": "said",
  idea: "said",
  promise: "said",
  project: "chose",
  target: "moved",
  "asset-transfer": "moved",
  "policy-ask": "moved",
  decision: "moved",
};

export const stationOf = (kind: ThreadKind): Station => STATION_OF[kind];

/**
 * Whether an officer may tie a strand from one kind to the other: only forward, from a voice to what it moved.
 * What was said belongs to its engagement by itself and is never tied to it by hand.
 */
export function mayLink(from: ThreadKind, to: ThreadKind): boolean {
  const step = (kind: ThreadKind) => STATIONS.indexOf(stationOf(kind));
  return step(from) < step(to) && stationOf(to) !== "said";
}

/** Kinds there can be thousands of: officers search for one of them and do not choose it from a list of all. */
export const SEARCHED_KINDS = ["idea"] as const satisfies readonly ThreadKind[];
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

export const isSearched = (kind: ThreadKind): kind is SearchedKind => (SEARCHED_KINDS as readonly ThreadKind[]).includes(kind);

/** The state of a stop whose words were taken down: it keeps its place on the thread and is tied to nothing more. */
export const TAKEN_DOWN = "taken-down";

/** Kinds that have no record elsewhere, so that officers write them down for the thread. */
export const NOTED_KINDS = ["answer", "opinion", "comment-theme", "policy-ask", "decision"] as const satisfies readonly ThreadKind[];
export type NotedKind = (typeof NOTED_KINDS)[number];

/** Whether such a record is something people said, which has an engagement it was said in. */
export const isSaid = (kind: ThreadKind): boolean => stationOf(kind) === "said";

/** How a policy ask stands: what was asked of somebody whose rule it is. */
export const ASK_STANDINGS = ["raised", "with-department", "changed", "not-changed"] as const;
export type AskStanding = (typeof ASK_STANDINGS)[number];

/** One strand between two stops of any shape that knows its end. */
export interface StrandBetween<Stop extends ThreadEnd> {
  readonly from: Stop;
  readonly to: Stop;
}

export const sameStop = (one: ThreadEnd, other: ThreadEnd): boolean => one.kind === other.kind && one.id === other.id;

/**
 * The whole threads that strands make: each runs from a stop nothing leads to, by one strand after another, to a stop
 * that leads nowhere yet. A strand in several threads stands in each. Strands run only forward, so this ends.
 */
export function threadsOf<Strand extends StrandBetween<ThreadEnd>>(strands: readonly Strand[]): readonly (readonly Strand[])[] {
  const starts = strands.filter(({ from }) => !strands.some(({ to }) => sameStop(to, from)));
  const follow = (strand: Strand): readonly (readonly Strand[])[] => {
    const next = strands.filter(({ from }) => sameStop(from, strand.to));
    return next.length === 0 ? [[strand]] : next.flatMap(follow).map((rest) => [strand, ...rest]);
  };
  return starts.flatMap(follow);
}

/** A stop that is known to be somewhere and of a year; no area where it is of the whole council, no year where it is of none. */
export interface PlacedStop extends ThreadEnd {
  readonly areaIds: readonly string[];
  readonly year: number | null;
}

/**
 * The strands of those threads that touch an area and a year; either may be left open.
 * A thread touches an area when any of its stops lies there, and a year when any of its stops is of it.
 */
export function narrowStrands<Strand extends StrandBetween<PlacedStop>>(strands: readonly Strand[], { areaId, year }: { readonly areaId: string | null; readonly year: number | null }): readonly Strand[] {
  if (areaId === null && year === null) return strands;
  const kept = new Set(
    threadsOf(strands)
      .filter((thread) => {
        const stops = thread.flatMap(({ from, to }) => [from, to]);
        return (areaId === null || stops.some(({ areaIds }) => areaIds.includes(areaId))) && (year === null || stops.some((stop) => stop.year === year));
      })
      .flat(),
  );
  return strands.filter((strand) => kept.has(strand));
}
