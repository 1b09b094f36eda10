import type { Lifecycle } from "#domain/basics/lifecycle.ts";
import type { PassWay } from "#domain/eligibility/voter-identity.ts";

/** How a request to vote can stand. A request that nothing speaks against is passed as it comes. */
export const CLAIM_STATES = ["passed", "held", "refused", "voided", "appealed", "upheld"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export type ClaimStep = "pass" | "refuse" | "void" | "appeal" | "allow" | "uphold";

/**
 * The way of a request to vote. Whatever goes against somebody (refuse, void, uphold) needs two different people and a reason;
 * nothing is refused by the machine, which can only hold.
 */
export const CLAIM_LIFECYCLE: Lifecycle<ClaimState, ClaimStep> = {
  thing: "a request to vote",
  initial: "held",
  states: CLAIM_STATES,
  transitions: [
    { act: "pass", from: "held", to: "passed" },
    { act: "refuse", from: "held", to: "refused" },
    { act: "void", from: "passed", to: "voided" },
    { act: "appeal", from: "refused", to: "appealed" },
    { act: "appeal", from: "voided", to: "appealed" },
    { act: "allow", from: "appealed", to: "passed" },
    { act: "uphold", from: "appealed", to: "upheld" },
  ],
};

/** What one officer may propose against a request and another must confirm. */
export const PROPOSALS = ["refuse", "void"] as const;
export type Proposal = (typeof PROPOSALS)[number];

/** The ways of asking that no officer sees. Whoever comes to an officer is decided by that officer. */
export const CLAIM_WAYS = ["email", "roll", "code"] as const satisfies readonly PassWay[];
export type ClaimWay = (typeof CLAIM_WAYS)[number];

/** How somebody whose request is held would rather answer. */
export const ANSWER_WAYS = ["write", "call", "visit"] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];
