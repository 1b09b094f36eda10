import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { ProjectInput } from "#features/budgeting/projects/add-project.ts";
import { changeProject } from "#features/budgeting/projects/change-project.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { potIn } from "./edit-pot.ts";
import type { BudgetVoteForOfficers } from "./queries.ts";
import { unsign } from "./unsign.ts";

/** The project of a vote; 404 where it is not one of its own. */
export const projectIn = (vote: BudgetVoteForOfficers, projectId: string) =>
  found(vote.programme.pots.flatMap(({ projects }) => projects).find(({ id }) => id === projectId), "project");

export const projectPartOf = (projectId: string) => (vote: BudgetVoteForOfficers): ProjectInput => {
  const { title, summary, description, proposer, category, tile, costPence } = projectIn(vote, projectId);
  return { title, summary, description, proposer, category, tile, costPence };
};

/** Changes a project of a draft. */
export const editProject = (
  scope: ActorScope,
  draft: DraftToEdit,
  { projectId, change }: { readonly projectId: string; readonly change: ProjectInput },
): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, draft, { act: "project.changed", part: projectPartOf(projectId), detail: { project: projectId } }, async (tx, vote) => {
    const changed = await changeProject(tx, scope, { projectId, pot: potIn(vote, projectIn(vote, projectId).potId), change });
    if (changed.ok) await unsign(tx, vote, ["both-languages"]);
    return changed;
  });
