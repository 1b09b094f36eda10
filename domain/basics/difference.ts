import type { Locale } from "./bilingual.ts";

/** One thing that a text says: what it is about, and what it says of it. */
export interface Statement {
  /** Unlike any other of the same text; the same in every version. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** The language of the value where it is not the reader's. */
  readonly lang?: Locale | undefined;
}

/** How two versions differ in one thing: null before where it is new, null after where it is gone. */
export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly lang?: Locale | undefined;
}

/** What changed from one version to the next, in the order of the later; what is gone comes last. */
export function differencesOf(before: readonly Statement[], after: readonly Statement[]): readonly Difference[] {
  const old = new Map(before.map((each) => [each.key, each]));
  const now = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap(({ key, label, value, lang }): readonly Difference[] => {
      const was = old.get(key)?.value ?? null;
      return was === value ? [] : [{ key, label, before: was, after: value, ...(lang && { lang }) }];
    }),
    ...before.filter(({ key }) => !now.has(key)).map(({ key, label, value, lang }) => ({ key, label, before: value, after: null, ...(lang && { lang }) })),
  ];
}

/** A run of words that both texts have, that is gone, or that is new. */
export interface WordRun {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Beyond this many words compared with words, two texts are shown whole instead. */
const MOST_COMPARED = 4_000_000;

/**
 * How one text became another, word by word: the runs that are the same or gone make the first, those that are the same or new the second.
 * As few words as can be are called changed (longest common subsequence); very long texts are given as one that is gone and one that is new.
 */
export function wordRuns(before: string, after: string): readonly WordRun[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  if (old.length * now.length > MOST_COMPARED) return [...(before === "" ? [] : [{ kind: "gone", text: before } as const]), ...(after === "" ? [] : [{ kind: "new", text: after } as const])];
  const width = now.length + 1;
  // common[i * width + j]: how many words the ends of both from i and j have in common.
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: WordRun[] = [];
  const add = (kind: WordRun["kind"], text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone, fresh] = [old[i], now[j]];
    if (gone !== undefined && gone === fresh) {
      add("same", gone);
      i += 1;
      j += 1;
    } else if (gone !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      add("gone", gone);
      i += 1;
    } else if (fresh !== undefined) {
      add("new", fresh);
      j += 1;
    }
  }
  return runs;
}

/** Words with the space that follows each. */
const wordsIn = (text: string): readonly string[] => text.match(/\S+\s*|^\s+/gu) ?? [];
