import { and, count, eq, ne, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ideas, ideaVersions } from "#db/schema/budgeting/ideas.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { mayAddIdea } from "#domain/budgeting/idea-call.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { now } from "#platform/clock.ts";
import { keepPhoto } from "#platform/photos/keep-photo.ts";
import { contentColumns, type IdeaContent } from "./idea-content.ts";
import { renewIdeas } from "./renew-ideas.ts";
import { tellPeopleOfIdeas } from "./tell-people.ts";
import { writeEvents } from "./write-event.ts";

export interface SendIdea {
  /** The form's one-use number, which becomes the idea's id. */
  readonly once: string;
  readonly programmeId: string;
  readonly content: IdeaContent;
}

/** A resident sends an idea. The call is locked meanwhile, so that its number is its own and nobody sends more than they may. */
export function sendIdea(scope: MemberScope, { once, programmeId, content }: SendIdea): Promise<Result<{ readonly number: number }, Fault>> {
  return inTransaction(async (tx) => {
    const call = await getCall(scope, programmeId, tx, true);
    const [there] = await tx.select({ number: ideas.number, authorId: ideas.authorId }).from(ideas).where(eq(ideas.id, once));
    if (there) return there.authorId === scope.actor.personId ? ok({ number: there.number }) : err({ field: "", code: "form-expired" });
    const [own] = await tx
      .select({ sent: count() })
      .from(ideas)
      .where(and(eq(ideas.programmeId, programmeId), eq(ideas.authorId, scope.actor.personId), ne(ideas.state, "withdrawn"), ne(ideas.sight, "removed")));
    const may = mayAddIdea(call.standing, call, own?.sent ?? 0);
    if (!may.ok) return err({ field: "", code: may.error, params: { most: call.mostPerPerson } });
    const { photoId, alt } = content.photo;
    if (photoId !== null && !(await keepPhoto(tx, scope.council.id, photoId, alt))) return err({ field: "photo", code: "photo-gone" });
    const [last] = await tx.select({ number: sql<number>`coalesce(max(${ideas.number}), 0)`.mapWith(Number) }).from(ideas).where(eq(ideas.programmeId, programmeId));
    const number = (last?.number ?? 0) + 1;
    const at = now();
    await tx.insert(ideas).values({
      id: once,
      councilId: scope.council.id,
      programmeId,
      number,
      sight: call.seenFirst ? "waiting" : "shown",
      authorId: scope.actor.personId,
      ...contentColumns(content),
      photoId,
      sentAt: at,
      changedAt: at,
    });
    await tx.insert(ideaVersions).values({ ideaId: once, version: 1, councilId: scope.council.id, content: { ...content }, writtenBy: scope.actor.personId, writtenAt: at });
    await writeEvents(tx, scope, [{ ideaId: once, event: "sent" }]);
    await tellPeopleOfIdeas(tx, scope, [{ ideaId: once, news: call.seenFirst ? "waiting" : "sent", toActor: true }]);
    await renewIdeas(tx, scope);
    return ok({ number });
  });
}
