import { and, desc, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { shortlists } from "#db/schema/budgeting/shortlists.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
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

export { suggestShortlist, type SuggestedShortlist } from "./suggest-shortlist.ts";

/** One time that proposals were put on the ballots, as everybody reads it. */
export interface ShortlistInView {
  readonly criteria: ShortlistCriteria;
  /** Ids of proposals about which officers decided otherwise. */
  readonly departed: readonly string[];
  readonly departure: BilingualText;
  readonly decidedAt: Date;
}

/** By what the ballots of a programme were filled, the latest time first. */
export async function listShortlists(scope: AnyScope, programmeId: string, executor: Executor = database()): Promise<readonly ShortlistInView[]> {
  const rows = await executor
    .select()
    .from(shortlists)
    .where(and(eq(shortlists.councilId, scope.council.id), eq(shortlists.programmeId, programmeId)))
    .orderBy(desc(shortlists.decidedAt));
  return rows.map(({ fewestSupports, most, balanced, mostPence, departed, departureEn, departureCy, decidedAt }) => ({
    criteria: { fewestSupports, most, balanced, mostPence },
    departed,
    departure: bilingual(departureEn, departureCy),
    decidedAt,
  }));
}
