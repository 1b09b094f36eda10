import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { addProject, type ProjectInput } from "#features/budgeting/projects/add-project.ts";
import { editDraft } from "./edit-draft.ts";
import { unsign } from "./unsign.ts";
import { potIn } from "./queries.ts";

/** Puts a project on a draft's ballot, last in its pot; `once` becomes its id. */
export const putProject = (
  scope: ActorScope,
  { engagementId, potId, once, project }: { readonly engagementId: string; readonly potId: string; readonly once: string; readonly project: ProjectInput },
): Promise<Result<{ readonly projectId: string }, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "project.added", part: () => null, detail: { project: once } }, async (tx, vote) => {
    const added = await addProject(tx, scope, { id: once, pot: potIn(vote, potId), project });
    if (added.ok) await unsign(tx, vote, ["both-languages"]);
    return added;
  });
