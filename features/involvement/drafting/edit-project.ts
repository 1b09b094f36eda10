import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { ProjectInput } from "#features/budgeting/projects/add-project.ts";
import { changeProject } from "#features/budgeting/projects/change-project.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { potIn, projectIn, projectPartOf } from "./queries.ts";
import { unsign } from "./unsign.ts";

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
