import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ideaSupports } from "#db/schema/budgeting/ideas.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { STATES_TO_SUPPORT, type IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { now } from "#platform/clock.ts";
import { isTheirs, lockIdea } from "./load-idea.ts";
import { renewIdeas } from "./renew-ideas.ts";

export interface SupportIdea {
  readonly programmeId: string;
  readonly number: number;
  readonly support: boolean;
}

/** Somebody is for an idea, or takes that back. Done twice it is done once. Nobody supports their own. */
export function supportIdea(scope: MemberScope, { programmeId, number, support }: SupportIdea): Promise<Result<void, "own-idea" | "supports-over">> {
  return inTransaction(async (tx) => {
    const call = await getCall(scope, programmeId, tx);
    const idea = await lockIdea(tx, scope, programmeId, number);
    found(idea.sight === "shown" ? idea : undefined, "idea");
    const mine = and(eq(ideaSupports.ideaId, idea.id), eq(ideaSupports.personId, scope.actor.personId));
    if (!call.supportsTaken || !(STATES_TO_SUPPORT as readonly IdeaState[]).includes(idea.state)) return err("supports-over");
    await renewIdeas(tx, scope);
    if (!support) {
      await tx.delete(ideaSupports).where(mine);
      return ok();
    }
    if (await isTheirs(tx, scope, idea)) return err("own-idea");
    await tx.insert(ideaSupports).values({ ideaId: idea.id, personId: scope.actor.personId, councilId: scope.council.id, supportedAt: now() }).onConflictDoNothing();
    return ok();
  });
}
