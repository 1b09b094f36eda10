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
