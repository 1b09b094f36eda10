/** Kinds of thing a golden thread can pass through, in the order a thread runs. */
export const THREAD_KINDS = ["engagement", "project", "target", "asset-transfer"] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export interface ThreadEnd {
  readonly kind: ThreadKind;
  readonly id: string;
}

/** Whether a strand may run from one kind to the other: only forward, from a voice to what it moved. */
export function mayLink(from: ThreadKind, to: ThreadKind): boolean {
  return THREAD_KINDS.indexOf(from) < THREAD_KINDS.indexOf(to) && !(from === "target" && to === "asset-transfer");
}

/** One strand between two stops of any shape that knows its end. */
export interface StrandBetween<Stop extends ThreadEnd> {
  readonly from: Stop;
  readonly to: Stop;
}

const same = (one: ThreadEnd, other: ThreadEnd): boolean => one.kind === other.kind && one.id === other.id;

/**
 * The whole threads that strands make: each runs from a stop nothing leads to, by one strand after another, to a stop
 * that leads nowhere yet. A strand in several threads stands in each. Strands run only forward, so this ends.
 */
export function threadsOf<Strand extends StrandBetween<ThreadEnd>>(strands: readonly Strand[]): readonly (readonly Strand[])[] {
  const starts = strands.filter(({ from }) => !strands.some(({ to }) => same(to, from)));
  const follow = (strand: Strand): readonly (readonly Strand[])[] => {
    const next = strands.filter(({ from }) => same(from, strand.to));
    return next.length === 0 ? [[strand]] : next.flatMap(follow).map((rest) => [strand, ...rest]);
  };
  return starts.flatMap(follow);
}
