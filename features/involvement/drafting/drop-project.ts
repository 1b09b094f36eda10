import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { removeProject } from "#features/budgeting/projects/remove-project.ts";
import { editDraft } from "./edit-draft.ts";
import { projectIn } from "./queries.ts";

/** Takes a project out of a draft. */
export const dropProject = (
  scope: ActorScope,
  { engagementId, projectId }: { readonly engagementId: string; readonly projectId: string },
): Promise<Result<void, "changed-meanwhile">> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "project.removed", part: () => null, detail: { project: projectId } }, async (tx, vote) => {
    const { potId } = projectIn(vote, projectId);
    await removeProject(tx, scope, { potId, projectId });
    return ok();
  });
