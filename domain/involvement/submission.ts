/**
 * A draft as it was sent for approval, laid flat: `details.title.en` → "Your Patch 2026",
 * `project.<id>.costPence` → "2400000". What is kept, compared and shown to the approver.
 */
export type SubmittedContent = Readonly<Record<string, string>>;

export interface Difference {
  readonly key: string;
  /** Null where it was not there before. */
  readonly before: string | null;
  /** Null where it is there no longer. */
  readonly after: string | null;
}

/** What differs between two submissions, in the order of the later one, what was taken out last. */
export function differences(before: SubmittedContent, after: SubmittedContent): readonly Difference[] {
  const changed = Object.entries(after)
    .filter(([key, value]) => before[key] !== value)
    .map(([key, value]) => ({ key, before: before[key] ?? null, after: value }));
  const gone = Object.entries(before)
    .filter(([key]) => !(key in after))
    .map(([key, value]) => ({ key, before: value, after: null }));
  return [...changed, ...gone];
}
