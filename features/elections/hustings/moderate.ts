import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { hustingsAnswers, hustingsQuestions } from "#db/schema/elections/hustings.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { HUSTINGS_LIFECYCLE, type HustingsReason, type HustingsState } from "#domain/elections/hustings.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { tellAuthor, tellCandidates } from "./tell-author.ts";

export interface Moderate {
  readonly electionId: string;
  readonly id: string;
  /** The words that were read: what was written anew meanwhile is not decided about. */
  readonly read: string;
  readonly act: "show" | "refuse";
  /** Why it is refused; null where it is shown. */
  readonly reason: HustingsReason | null;
  readonly note: string;
  /** Of the election, for the letter. */
  readonly title: BilingualText;
  readonly slug: string;
}

type WhyNot = "own-words" | "written-anew" | "wrong-state";

/** Whether what was read can be decided about; null where it is as decided already. */
function judge(row: { readonly state: HustingsState; readonly text: string }, { act, read }: Moderate): Result<HustingsState | null, WhyNot> {
  if (row.text !== read) return err("written-anew");
  if (row.state === (act === "show" ? "shown" : "refused")) return ok(null);
  return moveBy(HUSTINGS_LIFECYCLE, row.state, act);
}

const decision = (scope: ActorScope, state: HustingsState, { act, reason, note }: Moderate) => ({ state, reason: act === "show" ? null : reason, note: act === "show" ? "" : note, decidedAt: now(), decidedBy: scope.actor.personId });

/** A moderator shows a question or refuses it with a reason; its author is told, and the candidates of one that is shown. Nobody decides about their own. */
export function moderateQuestion(scope: ActorScope, input: Moderate): Promise<Result<void, WhyNot>> {
  return inTransaction(async (tx) => {
    authorise(scope, "question.moderate", null);
    const [row] = await tx
      .select()
      .from(hustingsQuestions)
      .where(and(eq(hustingsQuestions.councilId, scope.council.id), eq(hustingsQuestions.electionId, input.electionId), eq(hustingsQuestions.id, input.id)))
      .for("update");
    const question = found(row, "question");
    if (question.askedBy === scope.actor.personId) return err("own-words");
    const to = judge(question, input);
    if (!to.ok || to.value === null) return to.ok ? ok() : to;
    await tx.update(hustingsQuestions).set(decision(scope, to.value, input)).where(eq(hustingsQuestions.id, question.id));
    await settled(tx, scope, { what: "question", id: question.id, text: question.text, lang: question.lang, personId: question.askedBy }, input);
    if (input.act === "show") await tellCandidates(tx, scope, question, input);
    return ok();
  });
}

/** The same for a candidate's answer. Somebody who stands decides about no answer in their own contest. */
export function moderateAnswer(scope: ActorScope, input: Moderate): Promise<Result<void, WhyNot>> {
  return inTransaction(async (tx) => {
    authorise(scope, "question.moderate", null);
    const [row] = await tx
      .select({ answer: hustingsAnswers, personId: nominations.personId })
      .from(hustingsAnswers)
      .innerJoin(hustingsQuestions, eq(hustingsQuestions.id, hustingsAnswers.questionId))
      .innerJoin(nominations, eq(nominations.id, hustingsAnswers.nominationId))
      .where(and(eq(hustingsAnswers.councilId, scope.council.id), eq(hustingsQuestions.electionId, input.electionId), eq(hustingsAnswers.id, input.id)))
      .for("update", { of: hustingsAnswers });
    const { answer, personId } = found(row, "answer");
    const [rival] = await tx.select({ id: nominations.id }).from(nominations).where(and(eq(nominations.contestId, answer.contestId), eq(nominations.personId, scope.actor.personId)));
    if (rival) return err("own-words");
    const to = judge(answer, input);
    if (!to.ok || to.value === null) return to.ok ? ok() : to;
    await tx.update(hustingsAnswers).set(decision(scope, to.value, input)).where(eq(hustingsAnswers.id, answer.id));
    await settled(tx, scope, { what: "answer", id: answer.id, text: answer.text, lang: answer.lang, personId }, input);
    return ok();
  });
}

async function settled(tx: Transaction, scope: ActorScope, { what, id, text, lang, personId }: { readonly what: "question" | "answer"; readonly id: string; readonly text: string; readonly lang: string; readonly personId: string | null }, { act, reason, note, title, slug }: Moderate): Promise<void> {
  await record(tx, scope, { act: `hustings.${what}-${act === "show" ? "shown" : "refused"}`, thing: { kind: `hustings-${what}`, id }, ...(reason === null ? {} : { detail: { reason } }) });
  await tellAuthor(tx, scope, { personId, what, act, text, lang: lang === "cy" ? "cy" : "en", reason, note, title, slug });
}
