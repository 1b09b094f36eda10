/**
 * Disclosure control for a table of counts of people that is published with its total.
 * A count under the least is hidden, and with it as many of the next smallest as it takes so that nobody can
 * find it by subtracting the others from the total. Nobody is told apart by nought, which stays.
 */

/** Fewer people than this in one line of a published table could be told apart. */
export const SMALLEST_SHOWN = 10;

/** A count as it may be published: null where it is over nothing but too small to show. */
export const shownCount = (count: number, smallest: number = SMALLEST_SHOWN): number | null => (count > 0 && count < smallest ? null : count);

/** One line of a published table. */
export interface ShownCount<Key> {
  readonly key: Key;
  /** Null: hidden, because too few. */
  readonly count: number | null;
}

/**
 * The lines of one table with small counts hidden. Hidden lines protect each other only where there are two or more and they
 * reach `smallest` together; until then the smallest that still shows is hidden with them.
 */
export function hideSmallCounts<Key>(lines: readonly { readonly key: Key; readonly count: number }[], smallest: number = SMALLEST_SHOWN): ShownCount<Key>[] {
  const rising = lines.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  let hidden = rising.filter(({ count }) => count < smallest).length;
  const sumOfHidden = (): number => rising.slice(0, hidden).reduce((sum, { count }) => sum + count, 0);
  while (hidden > 0 && hidden < rising.length && (hidden === 1 || sumOfHidden() < smallest)) hidden += 1;
  const withheld = new Set(rising.slice(0, hidden));
  return lines.map((line) => ({ key: line.key, count: withheld.has(line) ? null : line.count }));
}
