import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { ideaCalls, ideas, ideaVersions } from "#db/schema/budgeting/ideas.ts";
import { NEW_IDEA_FORM } from "#domain/budgeting/idea-form.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { now } from "#platform/clock.ts";
import { contentColumns, type IdeaContent } from "./idea-content.ts";
import { renewIdeas } from "./renew-ideas.ts";
import { writeEvents } from "./write-event.ts";

export interface AddProposal {
  /** Becomes the proposal's id, and its project's. */
  readonly id: string;
  readonly programmeId: string;
  /** Who is told what becomes of it; null for nobody. */
  readonly authorId: string | null;
  readonly content: Pick<IdeaContent, "authorName" | "writtenIn" | "title" | "text">;
}

/**
 * Adds a proposal that somebody promised before they were elected, as part of the command that takes their promise up. It is worked out
 * already as far as an idea can be: what is left is to cost it. Where the programme asks nobody for ideas, its list is opened for reading only.
 */
export async function addProposal(tx: Transaction, scope: ActorScope, { id, programmeId, authorId, content }: AddProposal): Promise<void> {
  const at = now();
  const call = await getCall(scope, programmeId, tx, true);
  if (call.version === 0) await tx.insert(ideaCalls).values({ programmeId, councilId: scope.council.id, form: NEW_IDEA_FORM, openedAt: at, closedAt: at });
  else if (call.openedAt === null) await tx.update(ideaCalls).set({ openedAt: at, closedAt: at }).where(eq(ideaCalls.programmeId, programmeId));
  const [last] = await tx.select({ number: sql<number>`coalesce(max(${ideas.number}), 0)`.mapWith(Number) }).from(ideas).where(eq(ideas.programmeId, programmeId));
  const whole: IdeaContent = { ...content, category: "", areaId: null, place: "", point: null, costPence: null, photo: { photoId: null, alt: { en: "", cy: "" } }, answers: {} };
  await tx.insert(ideas).values({ id, councilId: scope.council.id, programmeId, number: (last?.number ?? 0) + 1, state: "proposal", authorId, ...contentColumns(whole), sentAt: at, changedAt: at });
  await tx.insert(ideaVersions).values({ ideaId: id, version: 1, councilId: scope.council.id, content: { ...whole }, writtenBy: scope.actor.personId, writtenAt: at });
  await writeEvents(tx, scope, [{ ideaId: id, event: "promised" }]);
  await renewIdeas(tx, scope);
}
