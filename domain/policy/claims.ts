import type { ClaimState } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { anyOf, anyOfficer, type Rule } from "./rule.ts";

export interface ClaimToJudge {
  readonly state: ClaimState;
  /** Who proposed to refuse or withdraw it; null where nobody did. */
  readonly proposedBy: string | null;
  /** Who passed it, or confirmed what was proposed. */
  readonly decidedBy: string | null;
}

const desk = anyOf("returning-officer", "council-admin");
const inState =
  (...states: ClaimState[]): Rule<ClaimToJudge> =>
  (actor, thing) =>
    desk(actor, thing) && states.includes(thing.state);

/** Requests to vote that were held. Whatever goes against somebody takes two people; an appeal is heard by a third. */
export const claimActs = {
  // How many, and what was noticed; who it was is for those who decide.
  "claims.see": anyOfficer,
  "claims.see-people": desk,
  "claims.set-limits": anyOf("returning-officer"),
  "claims.see-alarm": desk,
  "claim.pass": inState("held"),
  "claim.propose": inState("held", "passed"),
  "claim.confirm": ((actor, thing) => inState("held", "passed")(actor, thing) && thing.proposedBy !== actor.personId) as Rule<ClaimToJudge>,
  "claim.decline": inState("held", "passed"),
  "claim.hear-appeal": ((actor, thing) =>
    inState("appealed")(actor, thing) && thing.proposedBy !== actor.personId && thing.decidedBy !== actor.personId) as Rule<ClaimToJudge>,
} satisfies Record<string, Rule<ClaimToJudge> | Rule>;
