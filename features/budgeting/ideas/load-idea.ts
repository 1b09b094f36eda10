import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { ideaCoAuthors, ideas } from "#db/schema/budgeting/ideas.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";

export type IdeaRow = typeof ideas.$inferSelect;

/** An idea of a programme by its number, locked until the end of the transaction. */
export async function lockIdea(tx: Transaction, scope: AnyScope, programmeId: string, number: number): Promise<IdeaRow> {
  const [row] = await tx
    .select()
    .from(ideas)
    .where(and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId), eq(ideas.number, number)))
    .for("update");
  return found(row, "idea");
}

/** Whether the person sent the idea or has signed it. */
export async function isTheirs(tx: Transaction, scope: ActorScope, idea: IdeaRow): Promise<boolean> {
  if (idea.authorId === scope.actor.personId) return true;
  const signed = await tx
    .select({ id: ideaCoAuthors.id })
    .from(ideaCoAuthors)
    .where(and(eq(ideaCoAuthors.ideaId, idea.id), eq(ideaCoAuthors.personId, scope.actor.personId)));
  return signed.length > 0;
}

/** 404 where the idea is neither shown nor theirs; 403 where others may see it but not do this. */
export async function mustBeTheirs(tx: Transaction, scope: ActorScope, idea: IdeaRow): Promise<void> {
  if (await isTheirs(tx, scope, idea)) return;
  throw new AccessError(idea.sight === "shown" ? "forbidden" : "not-found", "idea");
}
