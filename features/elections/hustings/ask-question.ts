import { and, eq, gt, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { hustingsQuestions } from "#db/schema/elections/hustings.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { hustingsOpen, QUESTIONS_A_DAY } from "#domain/elections/hustings.ts";
import { found } from "#domain/policy/access-error.ts";
import { getElection, stageOfElection } from "#features/elections/queries.ts";
import { now } from "#platform/clock.ts";

export interface AskQuestion {
  /** The form's own number: sent twice, it asks once. */
  readonly once: string;
  readonly electionId: string;
  readonly contestId: string;
  readonly text: string;
}

const DAY = 86_400_000;

/** Somebody who is signed in asks the candidates of a contest something. Nobody sees it until a moderator has read it, and nobody but them ever learns who asked. */
export function askQuestion(scope: MemberScope, { once, electionId, contestId, text }: AskQuestion): Promise<Result<void, "questions-closed" | "too-many-questions">> {
  return inTransaction(async (tx) => {
    // Locks the election, so that two who ask at once get different numbers.
    const election = await getElection(scope, electionId, tx);
    found(election.noticeGivenAt, "election");
    const contest = found(election.contests.find(({ id }) => id === contestId), "contest");
    const [already] = await tx.select({ id: hustingsQuestions.id }).from(hustingsQuestions).where(eq(hustingsQuestions.id, once));
    if (already) return ok();
    const askedAt = now();
    if (!hustingsOpen(stageOfElection(election, askedAt))) return err("questions-closed");
    const [lately] = await tx
      .select({ asked: sql<number>`count(*)::integer` })
      .from(hustingsQuestions)
      .where(and(eq(hustingsQuestions.electionId, electionId), eq(hustingsQuestions.askedBy, scope.actor.personId), gt(hustingsQuestions.askedAt, new Date(askedAt.getTime() - DAY))));
    if ((lately?.asked ?? 0) >= QUESTIONS_A_DAY) return err("too-many-questions");
    const [last] = await tx.select({ number: sql<number>`coalesce(max(${hustingsQuestions.number}), 0)::integer` }).from(hustingsQuestions).where(eq(hustingsQuestions.electionId, electionId));
    await tx.insert(hustingsQuestions).values({ id: once, councilId: scope.council.id, electionId, contestId: contest.id, number: (last?.number ?? 0) + 1, askedBy: scope.actor.personId, lang: scope.locale, text, askedAt });
    return ok();
  });
}
