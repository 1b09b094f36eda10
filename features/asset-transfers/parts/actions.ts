import { action } from "#platform/action.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { declareInterest, endPart, givePart } from "./give-part.ts";
import { endPartInput, interestInput, partInput } from "./input.ts";

export const askOfficer = action({
  input: partInput,
  run: ({ scope, slug }: AtTransfer, input) => givePart(scope, slug, input),
  beside: { "role-missing": "personId", "own-application": "personId", "one-judging-part": "personId", "interest-declared-by": "personId", "they-scored": "personId", "they-settled": "personId", "they-decided": "personId", "they-reviewed": "personId" },
});

export const takePartAway = action({ input: endPartInput, run: ({ scope, slug }: AtTransfer, input) => endPart(scope, slug, input) });

export const sayInterest = action({ input: interestInput, run: ({ scope, slug }: AtTransfer, input) => declareInterest(scope, slug, input) });
