import { err, ok, type Result } from "#domain/basics/result.ts";

/** How one idea came of another. */
export const LINEAGE_KINDS = ["merged", "split", "copied"] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** What merging must know of an idea: where it went, if it is merged already. */
export interface MergePlace {
  readonly id: string;
  /** The idea it lives on in; never one that is merged itself. */
  readonly mergedInto: string | null;
}

export type MergeFault = "same-idea" | "already-merged";

/**
 * Into which idea the chosen ones go. Choosing one that is merged already as the target means the idea it lives on in;
 * as a source it is refused, because its supports and people are there already. Nothing can so come to stand in a ring.
 */
export function mergeTarget(target: MergePlace, sources: readonly MergePlace[]): Result<string, { readonly code: MergeFault; readonly id: string }> {
  const root = target.mergedInto ?? target.id;
  for (const { id, mergedInto } of sources) {
    if (mergedInto !== null) return err({ code: "already-merged", id });
    if (id === root) return err({ code: "same-idea", id });
  }
  return ok(root);
}
