/** The most words of a candidate's statement (young mayor programmes: 200 words or a video). */
export const MOST_WORDS = 200;

/** Words as a person counts them: whatever stands between spaces. */
export const countWords = (text: string): number => (text.trim() === "" ? 0 : text.trim().split(/\s+/u).length);

/** What a voter reads of it before opening the rest: its first sentence, or its first `most` characters at a word. */
export function firstSentence(text: string, most = 140): string {
  const plain = text.trim().replace(/\s+/gu, " ");
  const end = /[.!?](?=\s|$)/u.exec(plain);
  const sentence = end === null ? plain : plain.slice(0, end.index + 1);
  if (sentence.length <= most) return sentence;
  const cut = sentence.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}

/** Promises a candidate made, one on each line; empty lines are none. */
export const promisesOf = (text: string): readonly string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
export const MOST_PROMISES = 5;
