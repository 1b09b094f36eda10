import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { moveProject } from "#features/budgeting/projects/move-project.ts";
import { editDraft } from "./edit-draft.ts";
import { potIn, projectIn } from "./queries.ts";

/** Moves a project of a draft one place up or down in its pot; its number on the ballot follows. */
export const shiftProject = (
  scope: ActorScope,
  { engagementId, projectId, way }: { readonly engagementId: string; readonly projectId: string; readonly way: "up" | "down" },
): Promise<Result<void, "changed-meanwhile">> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "project.moved", part: () => null, detail: { project: projectId, way } }, async (tx, vote) => {
    await moveProject(tx, potIn(vote, projectIn(vote, projectId).potId), projectId, way);
    return ok();
  });
