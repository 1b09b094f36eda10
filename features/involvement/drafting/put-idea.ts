import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { putIdeaOnBallot, type PutIdeaOnBallot } from "#features/budgeting/ideas/put-on-ballot.ts";
import { editDraft } from "./edit-draft.ts";
import { potIn } from "./queries.ts";
import { unsign } from "./unsign.ts";

/** Puts an idea as a project on a draft's ballot, last in its pot. */
export const putIdea = (
  scope: ActorScope,
  { engagementId, potId, ...idea }: { readonly engagementId: string; readonly potId: string } & Omit<PutIdeaOnBallot, "pot">,
): Promise<Result<{ readonly projectId: string }, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "project.added", part: () => null, detail: { project: idea.ideaId } }, async (tx, vote) => {
    const put = await putIdeaOnBallot(tx, scope, { ...idea, pot: potIn(vote, potId) });
    if (put.ok) await unsign(tx, vote, ["both-languages"]);
    return put;
  });
