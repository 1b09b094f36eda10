import { PHASES } from "#domain/budgeting/phase.ts";

/**
 * A draft as it was sent for approval, laid flat: `details.title.en` → "Your Patch 2026",
 * `project.<id>.costPence` → "2400000". What is kept, compared and shown to the approver.
 */
export type SubmittedContent = Readonly<Record<string, string>>;

export interface Difference {
  readonly key: string;
  /** Null where it was not there before. */
  readonly before: string | null;
  /** Null where it is there no longer. */
  readonly after: string | null;
}

/** Groups of keys as one reads them; what is not named comes in between, by its key. */
const FIRST = ["title", "summary", "decision", "decidedBy", "affected", "level", "topic", "statute", "statutoryBasis", "slug", "opensAt", "closesAt", "resultsAt", ...PHASES.map((phase) => `phase.${phase}`), "ballot"];
const OF_A_THING = ["name", "title", "number", "costPence", "amountPence", "minProjectPence", "maxProjectPence", "areaId", "potId", "summary", "description", "proposer", "category", "tile"];

/** The entries of a submission as one reads them: texts, times, phases, ballot, then pots and projects, then evidence; English before Welsh. */
export function inReadingOrder(content: SubmittedContent): readonly (readonly [string, string])[] {
  return Object.entries(content)
    .map(([key, value]) => ({ key, value, place: placeOf(content, key) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ key, value }) => [key, value] as const);
}

/** A text that sorts as the key should stand. */
function placeOf(content: SubmittedContent, key: string): string {
  const two = (number: number) => String(number === -1 ? 99 : number).padStart(2, "0");
  const language = key.endsWith(".cy") ? "1" : "0";
  const plain = key.replace(/\.(en|cy)$/, "");
  if (plain.startsWith("pot.") || plain.startsWith("project.")) {
    const [kind = "", id = "", name = ""] = plain.split(".");
    const pot = kind === "pot" ? id : (content[`project.${id}.potId`] ?? "");
    const number = content[`project.${id}.number`]?.padStart(6, "0") ?? "";
    return kind === "pot" ? `1 ${id} ${two(OF_A_THING.indexOf(name))}${language}` : `2 ${pot} ${number} ${id} ${two(OF_A_THING.indexOf(name))}${language}`;
  }
  if (plain.startsWith("readiness.")) return `3 ${plain}`;
  return `0 ${two(FIRST.indexOf(plain))} ${plain}${language}`;
}

/** What differs between two submissions, in reading order, what was taken out last. */
export function differences(before: SubmittedContent, after: SubmittedContent): readonly Difference[] {
  const changed = inReadingOrder(after)
    .filter(([key, value]) => before[key] !== value)
    .map(([key, value]) => ({ key, before: before[key] ?? null, after: value }));
  const gone = inReadingOrder(before)
    .filter(([key]) => !(key in after))
    .map(([key, value]) => ({ key, before: value, after: null }));
  return [...changed, ...gone];
}
