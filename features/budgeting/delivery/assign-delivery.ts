import { eq } from "drizzle-orm";
import { projectDeliveries } from "#db/schema/budgeting/delivery.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { changeDelivery } from "./change-delivery.ts";

export interface AssignDeliveryInput {
  readonly projectId: string;
  readonly doneBy: string;
  readonly contractor: string;
  readonly contactEmail: string;
  readonly place: BilingualText;
}

/** Says who carries a project out, with which contractor, where, and whom to ask about it. */
export const assignDelivery = (scope: ActorScope, { projectId, place, ...who }: AssignDeliveryInput): Promise<Result<void, "delivery-ended">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.assigned",
    work: async (tx) => {
      await tx.update(projectDeliveries).set({ ...who, placeEn: place.en, placeCy: place.cy }).where(eq(projectDeliveries.projectId, projectId));
      return ok();
    },
  });
