import { z } from "zod";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { optionalParagraphs, orEmpty, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { GRADES } from "#domain/budgeting/feasibility.ts";
import type { ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import type { ChosenProposal, ShortlistToApply } from "./apply-shortlist.ts";

export const USUAL_CRITERIA: ShortlistCriteria = { fewestSupports: 0, most: 15, balanced: true, mostPence: null };

const criteria = z
  .object({ fewest: wholeNumber(0, 100_000), most: wholeNumber(1, 500), balanced: z.string().optional(), mostCost: orEmpty(pounds()) })
  .transform(({ fewest, most, balanced, mostCost }): ShortlistCriteria => ({ fewestSupports: fewest, most, balanced: balanced === "yes", mostPence: mostCost }));
export const criteriaInput = formInput(criteria);

const departure = formInput(z.object({ departureEn: optionalParagraphs(1000), departureCy: optionalParagraphs(1000) }).transform(({ departureEn, departureCy }) => ({ en: departureEn, cy: departureCy })));

/** The rows of the shortlist as they were sent: `pot-<idea>` names the pot of one that is chosen, `version-<idea>` which of its versions. */
export function shortlistInput(values: TypedValues): Result<Pick<ShortlistToApply, "chosen" | "departure">, readonly Fault[]> {
  const chosen = new Map<string, ChosenProposal>();
  for (const [name, all] of Object.entries(values)) {
    const potId = all.at(-1) ?? "";
    const ideaId = name.slice(4);
    if (!name.startsWith("pot-") || !isUuid(ideaId) || potId === "") continue;
    chosen.set(ideaId, { potId, grade: GRADES.find((grade) => grade === values[`version-${ideaId}`]?.at(-1)) ?? null });
  }
  const why = departure(values);
  return why.ok ? ok({ chosen, departure: why.value }) : why;
}
