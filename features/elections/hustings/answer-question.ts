import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { hustingsAnswers, hustingsQuestions } from "#db/schema/elections/hustings.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { HUSTINGS_LIFECYCLE, hustingsOpen, judgeAnswer } from "#domain/elections/hustings.ts";
import { found } from "#domain/policy/access-error.ts";
import { getElection, stageOfElection } from "#features/elections/queries.ts";
import { now } from "#platform/clock.ts";

export interface AnswerQuestion {
  readonly electionId: string;
  /** Of the question in its election. */
  readonly number: number;
  readonly text: string;
}

/** A candidate answers a question that is shown. Written again before it is shown, the new words hold; once it is shown it stays. 404 for whoever does not stand in its contest. */
export async function answerQuestion(scope: MemberScope, { electionId, number, text }: AnswerQuestion): Promise<Result<void, readonly Fault[]>> {
  const election = await getElection(scope, electionId);
  return inTransaction(async (tx) => {
    const [asked] = await tx
      .select({ id: hustingsQuestions.id, contestId: hustingsQuestions.contestId })
      .from(hustingsQuestions)
      .where(and(eq(hustingsQuestions.councilId, scope.council.id), eq(hustingsQuestions.electionId, electionId), eq(hustingsQuestions.number, number), eq(hustingsQuestions.state, "shown")));
    const question = found(asked, "question");
    const [mine] = await tx
      .select({ id: nominations.id })
      .from(nominations)
      .where(and(eq(nominations.contestId, question.contestId), eq(nominations.personId, scope.actor.personId), eq(nominations.state, "accepted")))
      .for("update");
    const nomination = found(mine, "nomination");
    const answeredAt = now();
    if (!hustingsOpen(stageOfElection(election, answeredAt))) return err([{ field: "", code: "questions-closed" }]);
    const faults = judgeAnswer(text);
    if (faults.length > 0) return err(faults);
    // Held, so that nobody shows it meanwhile.
    const [before] = await tx.select().from(hustingsAnswers).where(and(eq(hustingsAnswers.questionId, question.id), eq(hustingsAnswers.nominationId, nomination.id))).for("update");
    // The form sent twice: the same words again are the same answer.
    if (before && before.text === text && before.state !== "refused") return ok();
    if (before && !moveBy(HUSTINGS_LIFECYCLE, before.state, "write-again").ok) return err([{ field: "text", code: "answer-shown" }]);
    const row = { lang: scope.locale, text, answeredAt, state: "held" as const, reason: null, note: "", decidedAt: null, decidedBy: null };
    await tx
      .insert(hustingsAnswers)
      .values({ councilId: scope.council.id, questionId: question.id, contestId: question.contestId, nominationId: nomination.id, ...row })
      .onConflictDoUpdate({ target: [hustingsAnswers.questionId, hustingsAnswers.nominationId], set: row });
    return ok();
  });
}
