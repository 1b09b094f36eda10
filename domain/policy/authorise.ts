import type { Actor } from "#domain/councils/actor.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { AccessError } from "./access-error.ts";
import { amendmentActs } from "./amendments.ts";
import { assetTransferActs } from "./asset-transfers.ts";
import { claimActs } from "./claims.ts";
import { codeActs } from "./codes.ts";
import { councilActs } from "./councils.ts";
import { electionActs } from "./elections.ts";
import { feasibilityActs } from "./feasibility.ts";
import { ideaActs } from "./ideas.ts";
import { involvementActs } from "./involvement.ts";
import { paperActs } from "./paper.ts";
import { partnershipActs } from "./partnerships.ts";
import { pooledBudgetActs } from "./pooled-budgets.ts";
import { recordActs } from "./records.ts";
import { reissueActs } from "./reissues.ts";
import { responseActs } from "./responses.ts";
import { votingActs } from "./voting.ts";

/** Who may do what: every official act, one line each, in the file of its context. */
export const ACTS = { ...councilActs, ...involvementActs, ...electionActs, ...votingActs, ...paperActs, ...codeActs, ...claimActs, ...amendmentActs, ...ideaActs, ...feasibilityActs, ...responseActs, ...reissueActs, ...partnershipActs, ...recordActs, ...assetTransferActs, ...pooledBudgetActs };
export type OfficialAct = keyof typeof ACTS;
export type ThingOf<A extends OfficialAct> = Parameters<(typeof ACTS)[A]>[1];

/** Whether the actor may; for deciding what to show. The second factor is not asked here. */
export function can<A extends OfficialAct>(actor: Actor, act: A, thing: ThingOf<A>): boolean {
  return (ACTS[act] as (actor: Actor, thing: unknown) => boolean)(actor, thing);
}

/**
 * Asked in exactly one place for each write: the command, after loading the thing.
 * Throws AccessError `forbidden`, or `second-factor` when the act is theirs but this session has not shown one.
 */
export function authorise<A extends OfficialAct>(scope: ActorScope, act: A, thing: ThingOf<A>): void {
  if (!can(scope.actor, act, thing)) throw new AccessError("forbidden", act);
  if (!scope.actor.secondFactor) throw new AccessError("second-factor", act);
}
