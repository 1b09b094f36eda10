import { readDecimal, type ExactDecimal } from "./exact-decimal.ts";
import type { FileFault, FileFaultCode, FileWarning } from "./file-fault.ts";
import { VOTE_TYPES, type VoteType } from "./pabulib-format.ts";

/** Keys without which nothing can be counted. */
const NEEDED = ["budget", "vote_type"] as const;
/** Keys the format requires and a count does not. */
const RECOMMENDED = ["description", "country", "unit", "instance", "num_projects", "num_votes", "rule", "date_begin", "date_end", "currency"];

/** The text of a key with its place in the file. */
export interface Located {
  readonly text: string;
  readonly line: number;
  readonly fault: (code: FileFaultCode, params?: FileFault["params"]) => void;
}

export interface PabulibMeta {
  readonly texts: Readonly<Record<string, string>>;
  readonly voteType: VoteType | null;
  readonly budget: { readonly value: ExactDecimal; readonly at: Located } | null;
  readonly maxLength: number | null;
  readonly defaultScore: ExactDecimal | null;
  readonly checkCount: (key: "num_projects" | "num_votes", found: number) => void;
}

/** Reads what the count needs from META; faults and warnings are added to the lists given. */
export function readMeta(
  meta: ReadonlyMap<string, Located>,
  sectionSeen: boolean,
  faults: FileFault[],
  warnings: FileWarning[],
): PabulibMeta {
  if (sectionSeen) {
    for (const key of NEEDED) if (!meta.has(key)) faults.push({ line: 1, column: 1, code: "meta-missing", params: { key } });
    for (const key of RECOMMENDED) if (!meta.has(key)) warnings.push({ line: 0, code: "meta-recommended-missing", params: { key } });
  }
  return {
    texts: Object.fromEntries([...meta].map(([key, { text }]) => [key, text])),
    voteType: voteTypeOf(meta.get("vote_type")),
    budget: budgetOf(meta.get("budget")),
    maxLength: wholeNumber(meta.get("max_length")),
    defaultScore: numberOf(meta.get("default_score")),
    checkCount: (key, found) => {
      const stated = wholeNumber(meta.get(key));
      if (stated !== null && stated !== found) meta.get(key)?.fault("count-differs", { key, stated, found });
    },
  };
}

function voteTypeOf(at: Located | undefined): VoteType | null {
  if (!at) return null;
  const type = VOTE_TYPES.find((known) => known === at.text.trim().toLowerCase());
  if (!type) at.fault("vote-type-unknown", { text: at.text.slice(0, 40) });
  return type ?? null;
}

function numberOf(at: Located | undefined): ExactDecimal | null {
  if (!at || at.text.trim() === "") return null;
  const value = readDecimal(at.text);
  if (value === null) at.fault("number-unreadable", { column: "value", text: at.text.slice(0, 40) });
  return value;
}

function budgetOf(at: Located | undefined): PabulibMeta["budget"] {
  if (!at) return null;
  const value = readDecimal(at.text);
  if (value === null) at.fault("number-unreadable", { column: "budget", text: at.text.slice(0, 40) });
  else if (value.units <= 0n) at.fault("amount-not-positive", { column: "budget" });
  return value === null ? null : { value, at };
}

function wholeNumber(at: Located | undefined): number | null {
  const value = numberOf(at);
  if (value === null || !at) return null;
  if (value.places > 0 || value.units < 0n) {
    at.fault("number-unreadable", { column: "value", text: at.text.slice(0, 40) });
    return null;
  }
  return Number(value.units);
}
