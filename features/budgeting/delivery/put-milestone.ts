import { and, eq } from "drizzle-orm";
import { projectMilestones } from "#db/schema/budgeting/delivery.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { changeDelivery } from "./change-delivery.ts";

export interface PutMilestoneInput {
  readonly projectId: string;
  /** The form's one-use number: the id of a new milestone, or of the one that is changed. */
  readonly once: string;
  readonly title: BilingualText;
  readonly note: BilingualText;
  readonly plannedFor: CivilDay;
  readonly doneOn: CivilDay | null;
}

/** Adds a milestone to a project's plan or changes it. The day first planned for stays, so that everybody sees how a plan moved. */
export const putMilestone = (scope: ActorScope, { projectId, once, title, note, plannedFor, doneOn }: PutMilestoneInput): Promise<Result<void, "delivery-ended" | "done-in-future" | "form-expired">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.milestone",
    work: async (tx) => {
      if (doneOn !== null && doneOn > londonDay(now())) return err("done-in-future");
      const change = { titleEn: title.en, titleCy: title.cy, noteEn: note.en, noteCy: note.cy, plannedFor, doneOn };
      const put = await tx
        .insert(projectMilestones)
        .values({ id: once, councilId: scope.council.id, projectId, firstPlannedFor: plannedFor, ...change })
        .onConflictDoUpdate({ target: projectMilestones.id, set: change, setWhere: eq(projectMilestones.projectId, projectId) })
        .returning({ id: projectMilestones.id });
      return put.length === 0 ? err("form-expired") : ok();
    },
  });

/** Takes a milestone that is not done out of the plan. */
export const removeMilestone = (scope: ActorScope, { projectId, milestoneId }: { readonly projectId: string; readonly milestoneId: string }): Promise<Result<void, "delivery-ended" | "milestone-done">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.milestone-removed",
    work: async (tx, { milestones }) => {
      const milestone = milestones.find(({ id }) => id === milestoneId);
      if (milestone === undefined) return ok();
      if (milestone.doneOn !== null) return err("milestone-done");
      await tx.delete(projectMilestones).where(and(eq(projectMilestones.projectId, projectId), eq(projectMilestones.id, milestoneId)));
      return ok();
    },
  });
