import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, type Result } from "#domain/basics/result.ts";
import { ACTS_WITH_REASON, ideaLifecycle, type IdeaAct, type IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewIdeas } from "./renew-ideas.ts";
import { tellPeopleOfIdeas } from "./tell-people.ts";
import { writeEvents } from "./write-event.ts";

/** Acts that are a step and nothing else; the others have commands of their own. */
export type PlainIdeaAct = Exclude<IdeaAct, "merge" | "split" | "put-on-ballot" | "take-off-ballot" | "withdraw">;

export interface IdeaMove {
  readonly ideaId: string;
  readonly act: PlainIdeaAct;
  /** For everybody to read; needed where ACTS_WITH_REASON says so. */
  readonly reason: BilingualText;
}

export type MoveFault = "wrong-state" | "reason-missing";

/**
 * Moves an idea one step on, as part of a command that asked whether its person may: state, public reason, history and
 * the mail to its author, co-authors and supporters. What the review desk decides comes through here too.
 */
export async function stepIdea(tx: Transaction, scope: AnyScope, { ideaId, act, reason }: IdeaMove): Promise<Result<IdeaState, MoveFault>> {
  const [row] = await tx.select({ state: ideas.state }).from(ideas).where(and(eq(ideas.councilId, scope.council.id), eq(ideas.id, ideaId))).for("update");
  const to = moveBy(ideaLifecycle, found(row, "idea").state, act);
  if (!to.ok) return to;
  if (ACTS_WITH_REASON.includes(act) && `${reason.en}${reason.cy}`.trim() === "") return err("reason-missing");
  await tx.update(ideas).set({ state: to.value, reasonEn: reason.en, reasonCy: reason.cy, changedAt: now() }).where(eq(ideas.id, ideaId));
  await writeEvents(tx, scope, [{ ideaId, event: act, reason }]);
  await tellPeopleOfIdeas(tx, scope, [{ ideaId, news: act, reason }]);
  await renewIdeas(tx, scope);
  return to;
}

/** An officer moves an idea one step on. */
export async function moveIdea(scope: ActorScope, move: IdeaMove): Promise<Result<IdeaState, MoveFault>> {
  authorise(scope, "ideas.move", null);
  return inTransaction(async (tx) => {
    const moved = await stepIdea(tx, scope, move);
    if (moved.ok) await record(tx, scope, { act: "idea.moved", thing: { kind: "idea", id: move.ideaId }, detail: { act: move.act } });
    return moved;
  });
}
