import { eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ideas, ideaVersions } from "#db/schema/budgeting/ideas.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { STATES_TO_EDIT, type IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { renewThread } from "#features/golden-thread/renew-thread.ts";
import { now } from "#platform/clock.ts";
import { describePhoto, forgetPhoto, keepPhoto } from "#platform/photos/keep-photo.ts";
import { contentColumns, type IdeaContent } from "./idea-content.ts";
import { lockIdea, mustBeTheirs } from "./load-idea.ts";
import { renewIdeas } from "./renew-ideas.ts";
import { writeEvents } from "./write-event.ts";

export interface ChangeIdea {
  readonly programmeId: string;
  readonly number: number;
  /** The version the form began from. */
  readonly seen: number;
  readonly content: IdeaContent;
}

/** Its author or somebody who signed it writes an idea anew. Refuses when another tab or person has changed it since: neither loses a word. */
export function changeIdea(scope: MemberScope, { programmeId, number, seen, content }: ChangeIdea): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    await mustBeTheirs(tx, scope, idea);
    if (!(STATES_TO_EDIT as readonly IdeaState[]).includes(idea.state) || idea.sight === "removed" || idea.sight === "held") return err({ field: "", code: "idea-fixed" });
    if (idea.version !== seen) return err({ field: "", code: "changed-meanwhile" });
    const { photoId, alt } = content.photo;
    if (photoId !== null && photoId !== idea.photoId && !(await keepPhoto(tx, scope.council.id, photoId, alt))) return err({ field: "photo", code: "photo-gone" });
    if (photoId !== null && photoId === idea.photoId) await describePhoto(tx, scope.council.id, photoId, alt);
    const at = now();
    await tx
      .update(ideas)
      .set({ ...contentColumns({ ...content, writtenIn: idea.writtenIn, authorName: idea.authorId === scope.actor.personId ? content.authorName : idea.authorName }), photoId, version: sql`${ideas.version} + 1`, changedAt: at })
      .where(eq(ideas.id, idea.id));
    if (idea.photoId !== null && idea.photoId !== photoId) await forgetPhoto(tx, scope.council.id, idea.photoId);
    await tx.insert(ideaVersions).values({ ideaId: idea.id, version: seen + 1, councilId: scope.council.id, content: { ...content }, writtenBy: scope.actor.personId, writtenAt: at });
    await writeEvents(tx, scope, [{ ideaId: idea.id, event: "changed" }]);
    await renewIdeas(tx, scope);
    await renewThread(tx, scope, { kind: "idea", id: idea.id });
    return ok();
  });
}
