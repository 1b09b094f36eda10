/** How hard English prose is to read. Advice for its author, never a gate. */
export interface ReadingScore {
  readonly words: number;
  readonly sentences: number;
  /** Flesch Reading Ease, 0 (hard) to 100 (easy). Flesch, "A new readability yardstick", J. Applied Psychology 32 (1948). */
  readonly ease: number;
  /** Age at which most people can read it, by the Flesch-Kincaid grade (Kincaid et al. 1975) plus five years. */
  readonly age: number;
  /** Sentences of more than 25 words, which GOV.UK asks to split; each cut to 120 characters. */
  readonly longSentences: readonly string[];
}

const LONG = 25;

/** Scores a text; null where there is too little to judge (under 20 words). */
export function readingScore(text: string): ReadingScore | null {
  const sentences = text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
  const words = sentences.flatMap(wordsOf);
  if (words.length < 20) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const perSentence = words.length / sentences.length;
  const perWord = syllables / words.length;
  return {
    words: words.length,
    sentences: sentences.length,
    ease: Math.round(clamp(206.835 - 1.015 * perSentence - 84.6 * perWord, 0, 100)),
    age: Math.round(clamp(0.39 * perSentence + 11.8 * perWord - 15.59 + 5, 5, 25)),
    longSentences: sentences.filter((sentence) => wordsOf(sentence).length > LONG).map((sentence) => sentence.slice(0, 120)),
  };
}

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** Groups of vowels, less a silent final e: within one of the dictionary for nine words in ten. */
function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, "");
  if (plain.length <= 3) return 1;
  const groups = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, "").replace(/^y/, "").match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
