import { projectUpdates } from "#db/schema/budgeting/delivery.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { PhotoAnswer } from "#domain/basics/photo-fields.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { keepPhoto } from "#platform/photos/keep-photo.ts";
import { changeDelivery } from "./change-delivery.ts";
import { tellOfUpdate } from "./tell-of-update.ts";

export interface WriteUpdateInput {
  readonly projectId: string;
  /** The form's one-use number; becomes the update's id. */
  readonly once: string;
  readonly title: BilingualText;
  readonly text: BilingualText;
  /** As it is signed: a team, a group. */
  readonly writtenBy: string;
  readonly photo?: PhotoAnswer;
}

/**
 * Tells everybody how a project is going, also after its end: on its page, and by mail those who follow it, asked for its news or
 * proposed it, each of them once. What was told stays.
 */
export const writeUpdate = (scope: ActorScope, { projectId, once, title, text, writtenBy, photo }: WriteUpdateInput): Promise<Result<void, "delivery-ended" | "photo-gone">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.update",
    evenEnded: true,
    work: async (tx, { updates }): Promise<Result<void, "photo-gone">> => {
      if (updates.some(({ id }) => id === once)) return ok();
      const photoId = photo?.photoId ?? null;
      if (photo && photoId !== null && !(await keepPhoto(tx, scope.council.id, photoId, photo.alt))) return err("photo-gone");
      const written = await tx
        .insert(projectUpdates)
        .values({ id: once, councilId: scope.council.id, projectId, titleEn: title.en, titleCy: title.cy, textEn: text.en, textCy: text.cy, photoId, writtenBy, writtenAt: now() })
        .onConflictDoNothing()
        .returning({ id: projectUpdates.id });
      if (written.length === 0) return ok();
      await emit(tx, { event: "project.updated", councilId: scope.council.id, payload: { projectId, updateId: once } });
      await tellOfUpdate(tx, scope, { projectId, updateId: once, title, text });
      return ok();
    },
  });
