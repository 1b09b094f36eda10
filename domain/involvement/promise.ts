import type { IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";

/** What became of a promise that is no matter of a budget, as an officer tells it. */
export const PROMISE_TOLD = ["under-way", "kept", "not-kept"] as const;
export type PromiseTold = (typeof PROMISE_TOLD)[number];

/** The most promises that are written down of one person elected: five from their nomination and as many again from their statement. */
export const MOST_WRITTEN_DOWN = 10;

/** One promise on a form: of whom, and which line of what they wrote, from 1. */
export const promiseKey = (nominationId: string, number: number): string => `${nominationId}-${String(number)}`;

/** How a promise of somebody elected stands for everybody. */
export type PromiseStanding = PromiseTold | "written-down" | "proposal" | "not-taken-further" | "on-ballot" | "not-this-time" | "funded" | "delivered";

/**
 * What became of a promise. As a proposal its project says most, then its idea; merged into another it stands where that one does. A promise
 * that is no proposal stands as it was told, or is only written down.
 */
export function promiseStanding({ idea, project, told }: { readonly idea: IdeaState | null; readonly project: ProjectState | null; readonly told: PromiseTold | null }): PromiseStanding {
  switch (project) {
    case "delivered":
    case "funded":
    case "not-this-time":
    case "on-ballot":
      return project;
    case "draft":
      return "proposal";
    case null:
      break;
  }
  if (idea === null) return told ?? "written-down";
  return idea === "not-feasible" || idea === "not-shortlisted" || idea === "declined" || idea === "withdrawn" ? "not-taken-further" : "proposal";
}

/** Promises of people elected, by what became of them: done, on the way, not done. A promise only written down is on no way yet. */
export function promisesKept(standings: readonly PromiseStanding[]): { readonly made: number; readonly kept: number; readonly underWay: number } {
  const having = (...which: readonly PromiseStanding[]) => standings.filter((standing) => which.includes(standing)).length;
  return { made: standings.length, kept: having("kept", "delivered"), underWay: having("under-way", "proposal", "on-ballot", "funded") };
}
