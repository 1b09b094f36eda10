import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { checkInVoter, type CheckInRefusal, type HandedOver } from "./check-in-voter.ts";
import { electorInput, personInput } from "./input.ts";

/** The vote people are checked in for. */
export interface CheckInFor {
  readonly scope: ActorScope;
  readonly voteId: string;
  readonly pollIds: readonly string[];
}

/** Checks in whoever the form names: an entry of a roll that was chosen, or a person with what they said. */
export async function checkIn({ scope, voteId, pollIds }: CheckInFor, values: TypedValues): Promise<Result<HandedOver, RefusedForm | CheckInRefusal>> {
  const input = values["who"]?.at(-1) === "person" ? personInput(values) : electorInput(values);
  if (!input.ok) return err({ values, faults: input.error });
  const { once, place, who, document, outcome } = input.value;
  return checkInVoter(scope, { once, voteId, placeId: place, pollIds, who, document, outcome });
}
