import type { TypedValues } from "#domain/basics/fault.ts";

/** What a button of the ballot asks for. */
export const INTENTS = ["total", "change", "cast"] as const;
export type Intent = (typeof INTENTS)[number];

export const readIntent = (values: TypedValues): Intent => INTENTS.find((intent) => values["intent"]?.at(-1) === intent) ?? "total";

/** The options ticked, each once, without the one to be taken off. What is no number stands as 0, which is on no paper. */
export function readChoices(values: TypedValues): readonly number[] {
  const asNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);
  const removed = (values["remove"] ?? []).map(asNumber);
  const typed = (values["choice"] ?? []).filter((text) => text !== "").map(asNumber);
  return [...new Set(typed)].filter((number) => !removed.includes(number));
}
