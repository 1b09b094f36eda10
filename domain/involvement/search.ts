import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Topic } from "./engagement.ts";

export interface Searchable {
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly areaIds: readonly string[];
  readonly topic: Topic;
}

export interface Wanted {
  /** Words that must all stand in the title or summary, in either language. */
  readonly words: string;
  /** An area's id; an engagement of no particular area is for every area. */
  readonly areaId: string | null;
  readonly topic: Topic | null;
}

/** Accents and case are not asked for: people type `ty` and mean `tŷ`. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();

/** Those that match everything wanted, in the order given. */
export function search<T extends Searchable>(engagements: readonly T[], wanted: Wanted): readonly T[] {
  const words = plain(wanted.words).split(/\s+/).filter(Boolean);
  return engagements.filter((engagement) => {
    const text = plain([engagement.title.en, engagement.title.cy, engagement.summary.en, engagement.summary.cy].join(" "));
    return (
      words.every((word) => text.includes(word)) &&
      (wanted.areaId === null || engagement.areaIds.length === 0 || engagement.areaIds.includes(wanted.areaId)) &&
      (wanted.topic === null || engagement.topic === wanted.topic)
    );
  });
}
