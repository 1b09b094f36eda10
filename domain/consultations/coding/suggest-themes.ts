/** A phrase many people used, and in how many answers. */
export interface Suggestion {
  readonly phrase: string;
  readonly answers: number;
}

/** Words that say nothing by themselves, English and Welsh. */
const SMALL = new Set(
  (
    "a about after all also am an and any are as at be because been but by can could do does for from get go had has have he her him his how i if in into is it its just like me more most my no not of on one or our out she should so some such than that the their them then there these they this those to too up us very was we were what when which while who will with would you your " +
    "ac am ar arall at bod byddai dim dod dros ei eich ein er eu fel fod fwy fy gael gan hefyd heb hon hwn hyn hynny i iawn mae mewn mwy na neu nid nid oedd oes ond pan rhai rydw rydym sydd sy un wedi y yma yn yna yr yw"
  ).split(" "),
);

/**
 * Phrases of two words, and single words, that stand in many answers: a first draft of a code frame for a person to keep or leave.
 * Counted once to an answer, so that one long letter weighs no more than a short one; a word that is nearly always part of
 * a suggested phrase is not suggested again. Works on the text alone: nothing leaves the installation.
 */
export function suggestThemes(texts: readonly string[], most = 8): readonly Suggestion[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
    const found = new Set<string>();
    words.forEach((word, at) => {
      if (SMALL.has(word) || word.length < 4) return;
      found.add(word);
      const next = words[at + 1];
      if (next !== undefined && !SMALL.has(next) && next.length > 2) found.add(`${word} ${next}`);
    });
    for (const phrase of found) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  const least = Math.max(3, Math.ceil(texts.length / 50));
  const often = [...counts].filter(([, answers]) => answers >= least);
  const phrases = often.filter(([phrase]) => phrase.includes(" "));
  const covered = (word: string, answers: number): boolean => phrases.some(([phrase, together]) => phrase.split(" ").includes(word) && together >= answers * 0.6);
  return [...phrases, ...often.filter(([word, answers]) => !word.includes(" ") && !covered(word, answers))]
    .sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b))
    .slice(0, most)
    .map(([phrase, answers]) => ({ phrase, answers }));
}
