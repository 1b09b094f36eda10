/** Why words are taken out of an answer, or an answer is not published; said publicly in place of the words. */
export const CUT_REASONS = ["name", "contact", "place", "health", "somebody-else", "unlawful", "offensive", "off-topic", "asked"] as const;
export type CutReason = (typeof CUT_REASONS)[number];

/** Words taken out of a text: from `start` to before `end`, in UTF-16 units. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly reason: CutReason;
}

/** What is left of a text: words, or the reason why there are none. */
export type PublishedPart = { readonly text: string } | { readonly cut: CutReason };

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

/** Every place at which given words stand as words of their own, whatever their case; none where they stand nowhere. */
export function findWords(text: string, words: string, reason: CutReason): readonly Cut[] {
  const wanted = words.trim();
  if (wanted === "") return [];
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(wanted)}(?![\p{L}\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, reason }));
}

/** Cuts in order and none over another; where two overlap they are one, for the reason of the first. */
export function joinCuts(cuts: readonly Cut[]): readonly Cut[] {
  const joined: Cut[] = [];
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && cut.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, cut.end) };
    else joined.push(cut);
  }
  return joined;
}

/** The text as it may be published. Nothing of what was cut is in it. */
export function cutWords(text: string, cuts: readonly Cut[]): readonly PublishedPart[] {
  const parts: PublishedPart[] = [];
  let at = 0;
  for (const { start, end, reason } of joinCuts(cuts)) {
    if (start > at) parts.push({ text: text.slice(at, start) });
    parts.push({ cut: reason });
    at = Math.max(at, end);
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** The words that are left, for searching. */
export const wordsLeft = (parts: readonly PublishedPart[]): string => parts.flatMap((part) => ("text" in part ? [part.text] : [])).join(" ");
