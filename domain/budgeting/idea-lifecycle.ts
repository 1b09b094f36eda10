import type { Lifecycle } from "#domain/basics/lifecycle.ts";

/**
 * Where an idea stands on its way to the ballot. One record all the way: an idea that is worked out is a proposal, one that is found
 * feasible may be shortlisted, and what is on the ballot has its project from then on (domain/budgeting/project.ts).
 */
export const IDEA_STATES = ["collected", "proposal", "feasible", "not-feasible", "shortlisted", "not-shortlisted", "on-ballot", "declined", "merged", "split", "withdrawn"] as const;
export type IdeaState = (typeof IDEA_STATES)[number];

export const IDEA_ACTS = [
  "develop",
  "find-feasible",
  "find-not-feasible",
  "reopen",
  "shortlist",
  "pass-over",
  "put-on-ballot",
  "take-off-ballot",
  "decline",
  "merge",
  "split",
  "withdraw",
] as const;
export type IdeaAct = (typeof IDEA_ACTS)[number];

const from = (act: IdeaAct, to: IdeaState, ...states: IdeaState[]) => states.map((state) => ({ act, from: state, to }));

/** Any phase of a programme may be left out, so an idea may go to the ballot from each state before it. */
export const ideaLifecycle: Lifecycle<IdeaState, IdeaAct> = {
  thing: "an idea",
  initial: "collected",
  states: IDEA_STATES,
  transitions: [
    ...from("develop", "proposal", "collected"),
    ...from("find-feasible", "feasible", "collected", "proposal", "not-feasible"),
    ...from("find-not-feasible", "not-feasible", "collected", "proposal", "feasible"),
    ...from("shortlist", "shortlisted", "collected", "proposal", "feasible", "not-shortlisted"),
    ...from("pass-over", "not-shortlisted", "proposal", "feasible", "shortlisted"),
    ...from("put-on-ballot", "on-ballot", "collected", "proposal", "feasible", "shortlisted"),
    ...from("take-off-ballot", "shortlisted", "on-ballot"),
    ...from("decline", "declined", "collected", "proposal"),
    ...from("reopen", "proposal", "feasible", "not-feasible", "shortlisted", "not-shortlisted", "declined"),
    ...from("merge", "merged", "collected", "proposal", "feasible", "shortlisted"),
    ...from("split", "split", "collected", "proposal", "feasible", "shortlisted"),
    ...from("withdraw", "withdrawn", "collected", "proposal", "feasible", "shortlisted", "not-feasible", "not-shortlisted"),
  ],
};

/** Acts that need a reason the public can read. */
export const ACTS_WITH_REASON: readonly IdeaAct[] = ["find-not-feasible", "pass-over", "decline", "merge", "split"];

/** States in which its author may still change it: nobody has begun to cost it. */
export const STATES_TO_EDIT = ["collected", "proposal"] as const satisfies readonly IdeaState[];

/** States in which it may gather supports. */
export const STATES_TO_SUPPORT = ["collected", "proposal", "feasible", "shortlisted"] as const satisfies readonly IdeaState[];

/** States in which it lives on elsewhere or nowhere; left out of the list unless asked for. */
export const STATES_GONE = ["merged", "split", "withdrawn"] as const satisfies readonly IdeaState[];
