import { projectUpdates } from "#db/schema/budgeting/delivery.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { changeDelivery } from "./change-delivery.ts";

export interface WriteUpdateInput {
  readonly projectId: string;
  /** The form's one-use number; becomes the update's id. */
  readonly once: string;
  readonly title: BilingualText;
  readonly text: BilingualText;
  /** As it is signed: a team, a group. */
  readonly writtenBy: string;
}

/** Tells everybody how a project is going, also after its end. What was told stays. */
export const writeUpdate = (scope: ActorScope, { projectId, once, title, text, writtenBy }: WriteUpdateInput): Promise<Result<void, "delivery-ended">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.update",
    evenEnded: true,
    work: async (tx) => {
      const written = await tx
        .insert(projectUpdates)
        .values({ id: once, councilId: scope.council.id, projectId, titleEn: title.en, titleCy: title.cy, textEn: text.en, textCy: text.cy, writtenBy, writtenAt: now() })
        .onConflictDoNothing()
        .returning({ id: projectUpdates.id });
      if (written.length > 0) await emit(tx, { event: "project.updated", councilId: scope.council.id, payload: { projectId, updateId: once } });
      return ok();
    },
  });
