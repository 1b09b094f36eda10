/** One written answer. */
export interface Written {
  readonly id: string;
  readonly text: string;
}

/** How much of their three-word phrases two texts must share to count as the same campaign text. */
export const SAME_TEXT = 0.7;
/** Texts shorter than this many words are alike by accident. */
const FEWEST_WORDS = 8;
const BANDS = 20;
const ROWS = 4;

/**
 * Groups of two or more texts that are nearly the same, largest first: letters from one template, with a name or a line changed.
 * Found by MinHash signatures in bands (Broder, "On the resemblance and containment of documents", 1997; Leskovec, Rajaraman and
 * Ullman, Mining of Massive Datasets, 3.3-3.4), then checked phrase by phrase, so that what is grouped truly shares `SAME_TEXT`.
 * The time grows with the number of texts and not with its square. A person decides what a group means.
 */
export function findNearIdentical(texts: readonly Written[]): readonly (readonly string[])[] {
  const known = texts.flatMap(({ id, text }) => {
    const words = wordsOf(text);
    return words.length < FEWEST_WORDS ? [] : [{ id, phrases: phrasesOf(words) }];
  });
  const parents = known.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  const buckets = new Map<string, number>();
  known.forEach(({ phrases }, at) => {
    const signature = signatureOf(phrases);
    for (let band = 0; band < BANDS; band += 1) {
      const key = `${band}:${signature.slice(band * ROWS, (band + 1) * ROWS).join(",")}`;
      const first = buckets.get(key);
      if (first === undefined) buckets.set(key, at);
      else if (rootOf(first) !== rootOf(at) && resemblance((known[first] as { phrases: ReadonlySet<number> }).phrases, phrases) >= SAME_TEXT) parents[rootOf(at)] = rootOf(first);
    }
  });
  const groups = Map.groupBy(known.keys(), rootOf);
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => members.map((at) => (known[at] as { id: string }).id))
    .sort((a, b) => b.length - a.length || (a[0] ?? "").localeCompare(b[0] ?? ""));
}

/** Shared phrases over all phrases (Jaccard), 0 to 1. */
export function resemblance(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size === 0 && other.size === 0) return 1;
  let shared = 0;
  for (const phrase of one) if (other.has(phrase)) shared += 1;
  return shared / (one.size + other.size - shared);
}

const wordsOf = (text: string): string[] => text.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The three-word phrases of a text, as numbers. */
function phrasesOf(words: readonly string[]): ReadonlySet<number> {
  const phrases = new Set<number>();
  for (let at = 0; at + 2 < words.length; at += 1) phrases.add(hashOf(`${words[at] ?? ""} ${words[at + 1] ?? ""} ${words[at + 2] ?? ""}`));
  return phrases;
}

function signatureOf(phrases: ReadonlySet<number>): number[] {
  const least = new Array<number>(BANDS * ROWS).fill(0xffff_ffff);
  for (const phrase of phrases)
    for (let at = 0; at < least.length; at += 1) {
      const mixed = mix(phrase ^ Math.imul(at + 1, 0x9e37_79b1));
      if (mixed < (least[at] ?? 0)) least[at] = mixed;
    }
  return least;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}

/** The finisher of MurmurHash3, 32 bits. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
