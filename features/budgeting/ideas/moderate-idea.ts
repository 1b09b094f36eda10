import { and, desc, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { ideaModeration, ideas } from "#db/schema/budgeting/ideas.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { sightLifecycle, type IdeaSight, type ModerationAct, type ModerationReason } from "#domain/budgeting/idea-moderation.ts";
import type { ActorScope, AnyScope, PublicScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { renewThread } from "#features/golden-thread/renew-thread.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { holdPhotoBack } from "#platform/photos/keep-photo.ts";
import { lockIdea, mustBeTheirs, type IdeaRow } from "./load-idea.ts";
import { renewIdeas } from "./renew-ideas.ts";
import { tellPeopleOfIdeas } from "./tell-people.ts";
import { writeEvents } from "./write-event.ts";

interface AtIdea {
  readonly programmeId: string;
  readonly number: number;
}

export interface ModerateIdea extends AtIdea {
  readonly act: "show" | "hold" | "remove" | "dismiss";
  readonly reason: ModerationReason | "";
  readonly note: string;
}

const LOGGED: Readonly<Record<ModerateIdea["act"], ModerationAct>> = { show: "shown", hold: "held", remove: "removed", dismiss: "report-dismissed" };

/** A moderator shows, holds or removes an idea, or finds nothing in what was reported. Its author is told, with the reason, and never does it themselves. */
export async function moderateIdea(scope: ActorScope, { programmeId, number, act, reason, note }: ModerateIdea): Promise<Result<void, "wrong-state" | "reason-missing" | "own-words">> {
  authorise(scope, "ideas.moderate", null);
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    if (idea.authorId === scope.actor.personId) return err("own-words");
    if (act === "remove" && reason === "") return err("reason-missing");
    if (act !== "dismiss") {
      const to = moveBy(sightLifecycle, idea.sight, act);
      if (!to.ok) return to;
      await setSight(tx, scope, idea, to.value);
      await tellPeopleOfIdeas(tx, scope, [{ ideaId: idea.id, news: LOGGED[act] as "shown" | "held" | "removed", authorsOnly: true }]);
    }
    await log(tx, scope, idea, { act: LOGGED[act], reason, note, personId: scope.actor.personId });
    await record(tx, scope, { act: "idea.moderated", thing: { kind: "idea", id: idea.id }, detail: { act, reason } });
    return ok();
  });
}

/** Anybody says that an idea breaks the rules. It stays to be seen until a moderator has looked. */
export function reportIdea(scope: PublicScope, { programmeId, number, reason, note }: AtIdea & { readonly reason: ModerationReason; readonly note: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    if (idea.sight !== "shown") throw new AccessError("not-found", "idea");
    await log(tx, scope, idea, { act: "reported", reason, note, personId: null });
    return ok();
  });
}

/** The author asks for another person to look at a removal. Once. */
export function appealRemoval(scope: ActorScope, { programmeId, number, text }: AtIdea & { readonly text: string }): Promise<Result<void, "wrong-state" | "appealed-already">> {
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    await mustBeTheirs(tx, scope, idea);
    if (idea.sight !== "removed") return err("wrong-state");
    const removal = found(await latest(tx, idea, "removed"), "removal");
    const appeals = await tx.select({ id: ideaModeration.id }).from(ideaModeration).where(eq(ideaModeration.answers, removal.id));
    if (appeals.length > 0) return err("appealed-already");
    await log(tx, scope, idea, { act: "appealed", reason: "", note: text, personId: scope.actor.personId, answers: removal.id });
    return ok();
  });
}

/** Another person than whoever sent it or removed it answers the appeal; the answer is told to the author and stands in the log. */
export function answerAppeal(
  scope: ActorScope,
  { programmeId, number, uphold, answer }: AtIdea & { readonly uphold: boolean; readonly answer: string },
): Promise<Result<void, "wrong-state" | "appeal-answered">> {
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    const removal = await latest(tx, idea, "removed");
    authorise(scope, "ideas.answer-appeal", { writtenBy: idea.authorId, removedBy: removal?.personId ?? null });
    const appeal = await latest(tx, idea, "appealed");
    if (!removal || !appeal || appeal.answers !== removal.id || idea.sight !== "removed") return err("wrong-state");
    const answers = await tx.select({ id: ideaModeration.id }).from(ideaModeration).where(eq(ideaModeration.answers, appeal.id));
    if (answers.length > 0) return err("appeal-answered");
    const act = uphold ? "appeal-upheld" : "appeal-refused";
    await log(tx, scope, idea, { act, reason: "", note: answer, personId: scope.actor.personId, answers: appeal.id });
    if (uphold) await setSight(tx, scope, idea, "shown");
    await tellPeopleOfIdeas(tx, scope, [{ ideaId: idea.id, news: act, reason: { en: answer, cy: answer }, authorsOnly: true }]);
    await record(tx, scope, { act: "idea.moderated", thing: { kind: "idea", id: idea.id }, detail: { act } });
    return ok();
  });
}

async function setSight(tx: Transaction, scope: AnyScope, idea: IdeaRow, sight: IdeaSight): Promise<void> {
  await tx.update(ideas).set({ sight }).where(eq(ideas.id, idea.id));
  if (idea.photoId !== null) await holdPhotoBack(tx, scope.council.id, idea.photoId, sight !== "shown");
  await renewIdeas(tx, scope);
  await renewThread(tx, scope, { kind: "idea", id: idea.id });
  if (sight === "removed") await writeEvents(tx, scope, [{ ideaId: idea.id, event: "removed" }]);
  else if (sight === "shown" && idea.sight !== "waiting") await writeEvents(tx, scope, [{ ideaId: idea.id, event: "shown-again" }]);
}

async function log(
  tx: Transaction,
  scope: AnyScope,
  idea: IdeaRow,
  entry: { readonly act: ModerationAct; readonly reason: string; readonly note: string; readonly personId: string | null; readonly answers?: string },
): Promise<void> {
  await tx.insert(ideaModeration).values({ councilId: scope.council.id, ideaId: idea.id, at: now(), ...entry });
}

async function latest(tx: Transaction, idea: IdeaRow, act: ModerationAct) {
  const [row] = await tx
    .select()
    .from(ideaModeration)
    .where(and(eq(ideaModeration.ideaId, idea.id), eq(ideaModeration.act, act)))
    .orderBy(desc(ideaModeration.at))
    .limit(1);
  return row;
}
