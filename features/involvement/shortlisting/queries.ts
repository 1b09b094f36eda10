import type { ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import { criteriaInput, USUAL_CRITERIA } from "./input.ts";

/** The criteria an address carries; the usual ones where it carries none that make sense. */
export function criteriaFrom(query: URLSearchParams): ShortlistCriteria {
  if (!query.has("most")) return USUAL_CRITERIA;
  const read = criteriaInput(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])));
  return read.ok ? read.value : USUAL_CRITERIA;
}

/** How many are expected to vote, from an address: 1,000 unless it says otherwise. */
export function votersFrom(query: URLSearchParams): number {
  const told = Number((query.get("voters") ?? "").replace(/[\s,]/g, ""));
  return Number.isSafeInteger(told) && told > 0 ? Math.min(told, 10_000_000) : 1_000;
}
