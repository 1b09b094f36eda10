import { and, eq } from "drizzle-orm";
import { projectDeliveries } from "#db/schema/budgeting/delivery.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { whyNotEnd, type DeliveryEnd, type UnendedDelivery } from "#domain/budgeting/delivery.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { changeDelivery } from "./change-delivery.ts";

export interface EndDeliveryInput {
  readonly projectId: string;
  readonly kind: DeliveryEnd["kind"];
  readonly on: CivilDay;
  /** Why it cost more or less than it won, or why it stopped. */
  readonly reason: BilingualText;
}

/** Finishes a project, or says that it cannot be done. From then on its plan and its money stand. */
export const endDelivery = (scope: ActorScope, { projectId, kind, on, reason }: EndDeliveryInput): Promise<Result<void, "delivery-ended" | "in-future" | UnendedDelivery>> =>
  changeDelivery(scope, {
    projectId,
    act: `delivery.${kind}`,
    work: async (tx, { milestones, accounts }) => {
      if (on > londonDay(now())) return err("in-future");
      const fault = whyNotEnd(kind, milestones, accounts, reason.en);
      if (fault) return err(fault);
      await tx
        .update(projectDeliveries)
        .set({ ended: kind, endedOn: on, reasonEn: reason.en, reasonCy: reason.cy })
        .where(eq(projectDeliveries.projectId, projectId));
      if (kind === "finished") await tx.update(projects).set({ state: "delivered" }).where(and(eq(projects.councilId, scope.council.id), eq(projects.id, projectId)));
      return ok();
    },
  });
