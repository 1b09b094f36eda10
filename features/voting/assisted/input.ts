import type { TypedValues } from "#domain/basics/fault.ts";

/** What a button of the ballot asks for. */
export const INTENTS = ["total", "change", "cast"] as const;
export type Intent = (typeof INTENTS)[number];

export const readIntent = (values: TypedValues): Intent => INTENTS.find((intent) => values["intent"]?.at(-1) === intent) ?? "total";
