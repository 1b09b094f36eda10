import type { Format } from "#i18n/format.ts";
import type { verification } from "#i18n/messages/en/verification.ts";
import type { Translated } from "#i18n/translated.ts";

const FORMS = [
  ["leaf", /^leaf (\d+)$/],
  ["opening", /^line (\d+) of openings\.ndjson$/],
  ["checkpoint", /^checkpoint (\d+)$/],
  ["checkpointOf", /^checkpoint of (\d+) leaves$/],
] as const;

/** Where a fault is, in the reader's words; names of files and what else the verifier says stand as they are. */
export function placeInWords(place: string, words: Translated<typeof verification>["places"], f: Format): string {
  for (const [kind, form] of FORMS) {
    const number = form.exec(place)?.[1];
    if (number !== undefined) return words[kind]({ shown: f.number(Number(number)) });
  }
  return place;
}
