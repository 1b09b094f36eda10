import { z } from "zod";
import type { TypedValues } from "#domain/basics/fault.ts";
import { orEmpty, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import { PASSED_OVER, type PassedOver, type ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import type { ShortlistToApply } from "./apply-shortlist.ts";

export const USUAL_CRITERIA: ShortlistCriteria = { fewestSupports: 0, most: 15, balanced: true, mostPence: null };

const criteria = z
  .object({ fewest: wholeNumber(0, 100_000), most: wholeNumber(1, 500), balanced: z.string().optional(), mostCost: orEmpty(pounds()) })
  .transform(({ fewest, most, balanced, mostCost }): ShortlistCriteria => ({ fewestSupports: fewest, most, balanced: balanced === "yes", mostPence: mostCost }));
export const criteriaInput = formInput(criteria);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The rows of the shortlist as they were sent: `pot-<idea>` names the pot of one that is chosen, `why-<idea>` why another is not. */
export function shortlistInput(values: TypedValues): Result<Omit<ShortlistToApply, "engagementId">, never> {
  const chosen = new Map<string, string>();
  const passedOver = new Map<string, PassedOver>();
  for (const [name, all] of Object.entries(values)) {
    const value = all.at(-1) ?? "";
    const ideaId = name.slice(4);
    if (name.startsWith("pot-") && UUID.test(ideaId) && value !== "") chosen.set(ideaId, value);
    const why = PASSED_OVER.find((reason) => reason === value);
    if (name.startsWith("why-") && UUID.test(ideaId) && why) passedOver.set(ideaId, why);
  }
  // One that got a pot is chosen, whatever was suggested.
  for (const ideaId of chosen.keys()) passedOver.delete(ideaId);
  return ok({ chosen, passedOver });
}
