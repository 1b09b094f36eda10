import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import type { Exercise } from "#domain/eligibility/claims/asking.ts";
import { action } from "#platform/action.ts";
import { answerClaim as answer } from "./answer-claim.ts";
import { appealClaim as appeal } from "./appeal-claim.ts";
import { changeLimits as change } from "./change-limits.ts";
import { confirmAgainst } from "./confirm-against.ts";
import { declineAgainst } from "./decline-against.ts";
import { hearAppeal as hear } from "./hear-appeal.ts";
import { againstInput, answerInput, appealInput, chosenInput, hearingInput, limitsInput } from "./input.ts";
import { noteAlarmSeen as note } from "./note-alarm-seen.ts";
import { passClaims } from "./pass-claims.ts";
import { proposeAgainst } from "./propose-against.ts";

interface AtClaim {
  readonly scope: PublicScope;
  readonly claimId: string;
}

interface AtDesk {
  readonly scope: ActorScope;
  readonly exercise: Exercise;
}

export const answerClaim = action({ input: answerInput, run: ({ scope, claimId }: AtClaim, given) => answer(scope, claimId, given) });

export const appealClaim = action({ input: appealInput, run: ({ scope, claimId }: AtClaim, given) => appeal(scope, claimId, given) });

export const passChosen = action({ input: chosenInput, run: ({ scope, exercise }: AtDesk, { claim }) => passClaims(scope, { exercise, references: claim }) });

export const proposeAgainstChosen = action({
  input: againstInput,
  run: ({ scope, exercise }: AtDesk, { claim, reason }) => proposeAgainst(scope, { exercise, references: claim, reason }),
});

export const confirmChosen = action({ input: chosenInput, run: ({ scope, exercise }: AtDesk, { claim }) => confirmAgainst(scope, { exercise, references: claim }) });

export const declineChosen = action({ input: chosenInput, run: ({ scope, exercise }: AtDesk, { claim }) => declineAgainst(scope, { exercise, references: claim }) });

export const hearAppeal = action({
  input: hearingInput,
  run: ({ scope, exercise, reference }: AtDesk & { readonly reference: string }, { hearing, reason }) => hear(scope, { exercise, reference, hearing, reason }),
});

export const changeLimits = action({ input: limitsInput, run: (scope: ActorScope, given) => change(scope, given) });

/** Nothing is typed: the button says it all. */
export const noteAlarmSeen = (scope: ActorScope, exerciseId: string) => note(scope, exerciseId);
