/** Fewer people than this in one line of a published table could be told apart. */
export const SMALLEST_SHOWN = 5;

/** A count as it may be published: null where it is over nothing but too small to show. */
export const shownCount = (count: number, smallest: number = SMALLEST_SHOWN): number | null => (count > 0 && count < smallest ? null : count);

/** One line of a published table. */
export interface ShownCount<Key> {
  readonly key: Key;
  /** Null: hidden, because too few. */
  readonly count: number | null;
}

/**
 * The lines of one table with small counts hidden. Where exactly one would be hidden it could be had by subtracting the
 * rest from the total, so the next smallest is hidden with it.
 */
export function hideSmallCounts<Key>(lines: readonly { readonly key: Key; readonly count: number }[], smallest: number = SMALLEST_SHOWN): ShownCount<Key>[] {
  const shown = lines.map(({ key, count }) => ({ key, count: shownCount(count, smallest) }));
  if (shown.filter(({ count }) => count === null).length !== 1) return shown;
  const partner = lines.filter(({ count }) => count >= smallest).sort((a, b) => a.count - b.count)[0];
  return shown.map((line) => (partner !== undefined && line.key === partner.key ? { key: line.key, count: null } : line));
}
