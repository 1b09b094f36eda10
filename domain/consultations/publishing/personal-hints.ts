/** What may say who somebody is. */
export const HINT_KINDS = ["email", "telephone", "postcode", "address", "name"] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** A stretch of a text that may say who somebody is: from `start` to before `end`, in UTF-16 units. */
export interface PersonalHint {
  readonly kind: HintKind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}`;
const TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Lord|Dame|Cllr|Councillor|Rev|Reverend|Canon|PC|Sgt|Nurse|Cyng|Cynghorydd|Parch|Parchedig|Athro|Syr|Fonesig|Meistr";
const STREETS = "Road|Rd|Street|Avenue|Ave|Lane|Close|Drive|Way|Crescent|Terrace|Gardens|Place|Court|Grove|Row|Square|Walk";
const WELSH_STREETS = "Heol|Stryd|Ffordd|Lôn|Rhodfa|Clos|Maes|Teras|Rhes";

/**
 * Patterns of this server alone; nothing is asked of another service. In the order in which one wins over another at the same place.
 * The second half of a postcode never has C, I, K, M, O or V (Royal Mail, PAF programmers' guide), which spares "A14 4pm".
 */
const PATTERNS: readonly (readonly [HintKind, RegExp])[] = [
  ["email", /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  ["telephone", /(?<![\d£.])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d(?:[\s().-]{0,2}\d){8,9}(?!\d)/gu],
  ["postcode", /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/giu],
  ["address", new RegExp(String.raw`(?<![\p{L}\d])\d{1,4}[a-z]?,?\s(?:\p{Lu}[\p{L}'’-]+\s){1,3}(?:${STREETS})(?!\p{L})`, "gu")],
  ["address", new RegExp(String.raw`(?<![\p{L}\d])\d{1,4}[a-z]?,?\s(?:${WELSH_STREETS})(?:\s\p{L}[\p{L}'’-]*){1,3}`, "gu")],
  ["name", new RegExp(String.raw`(?<!\p{L})(?:${TITLES})\.?\s${NAME}`, "gu")],
  ["name", new RegExp(String.raw`(?<=(?:[Mm]y name is|[Ii] am called|[Ff]y enw i yw|[Ff]y enw yw|[Ff]’?n enw i yw)\s)${NAME}`, "gu")],
];

/** Stretches that may say who somebody is, in the order they stand, none over another. A hint for a person who decides: it finds too much and too little. */
export function findPersonalHints(text: string): readonly PersonalHint[] {
  const found: PersonalHint[] = [];
  for (const [kind, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.every((hint) => end <= hint.start || start >= hint.end)) found.push({ kind, start, end, words: match[0] });
    }
  return found.sort((a, b) => a.start - b.start);
}
