import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { addProject } from "#features/budgeting/projects/add-project.ts";
import { judgeCost } from "#domain/budgeting/pot.ts";
import { editDraft } from "#features/involvement/drafting/edit-draft.ts";
import { potIn } from "#features/involvement/drafting/queries.ts";
import { unsign } from "#features/involvement/drafting/unsign.ts";
import type { ShortProject } from "./input.ts";

/** Puts a few projects on a community group's ballot at once: all of them or, with what is wrong beside each, none. */
export const addCommunityProjects = (scope: ActorScope, engagementId: string, projects: readonly ShortProject[]): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "project.added", part: () => null, detail: { projects: projects.length } }, async (tx, vote): Promise<Result<void, readonly Fault[]>> => {
    const pot = potIn(vote, vote.programme.pots[0]?.id ?? "");
    const faults = projects.flatMap(({ row, costPence }) => {
      const fault = judgeCost(costPence, pot);
      return fault ? [{ ...fault, field: `cost-${row}` }] : [];
    });
    if (faults.length > 0) return err(faults);
    for (const { once, title, summary, costPence } of projects) {
      const added = await addProject(tx, scope, { id: once, pot, project: { title, summary, description: { en: "", cy: "" }, proposer: "", category: "", tile: "ring", costPence } });
      if (!added.ok) return added;
    }
    if (projects.length > 0) await unsign(tx, vote, ["both-languages"]);
    return ok();
  });
