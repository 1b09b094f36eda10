import { and, desc, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { consultations } from "#db/schema/consultations/consultations.ts";
import { publicationSteps, publishedAnswers, publishedResponses } from "#db/schema/consultations/publishing.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { cutWords, joinCuts, wordsLeft, type Cut } from "#domain/consultations/publishing/cut-words.ts";
import { isPublishable, wordsOf, type PublicationVerdict } from "#domain/consultations/publishing/publishable.ts";
import { plain } from "#domain/consultations/register/keyed-paper.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { findAsked } from "#features/consultations/analysis/queries.ts";
import { answerLines } from "#features/consultations/answering/ui/answer-words.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

/** What is decided about one answer. */
export interface PublicationDecision {
  readonly questionCode: string;
  readonly verdict: PublicationVerdict;
  /** Why it is withheld; empty otherwise. */
  readonly reason: string;
  /** What is taken out of the words that are published. */
  readonly cuts: readonly Cut[];
  /** The step that stood when the decision was made, 0 for none: a newer one by somebody else is not overwritten. Left out by whoever saw the newest. */
  readonly seen?: number;
}

interface AtResponse {
  readonly consultationId: string;
  readonly responseId: string;
}

/**
 * Publishes or withholds answers of one response, with what is taken out of their words. Every decision is one more step and the newest
 * holds, so that each can be taken back. Refused for whoever did not agree; answers that say who somebody is are passed over.
 * The same decision again changes nothing. Where somebody else has decided since the page was opened, nothing of the form is kept: what
 * they took out would stand there again.
 */
export async function decidePublication(scope: ActorScope, at: AtResponse, decisions: readonly PublicationDecision[]): Promise<Result<void, "no-consent" | "decided-meanwhile">> {
  authorise(scope, "answers.publish", undefined);
  const { questions } = await findAsked(scope, at.consultationId);
  return inTransaction(async (tx) => {
    const consent = await holdResponse(tx, scope, at);
    if (consent !== "yes") return err("no-consent");
    for (const decision of decisions) if (await isOvertaken(tx, at, questions, decision)) return err("decided-meanwhile");
    for (const decision of decisions) await decideOne(tx, scope, at, questions, decision);
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Takes an answer back to what was decided at an earlier step, as one more step. */
export async function restoreDecision(scope: ActorScope, at: AtResponse, { questionCode, step }: { readonly questionCode: string; readonly step: number }): Promise<Result<void, "no-consent" | "decided-meanwhile">> {
  authorise(scope, "answers.publish", undefined);
  const [before] = await inTransaction((tx) =>
    tx
      .select()
      .from(publicationSteps)
      .where(and(eq(publicationSteps.responseId, at.responseId), eq(publicationSteps.questionCode, questionCode), eq(publicationSteps.step, step))),
  );
  if (step > 0) found(before, "step");
  return decidePublication(scope, at, [{ questionCode, verdict: before?.verdict ?? "undecided", reason: before?.reason ?? "", cuts: before?.cuts ?? [] }]);
}

async function holdResponse(tx: Transaction, scope: ActorScope, { consultationId, responseId }: AtResponse): Promise<"yes" | "no" | "not-asked"> {
  const [row] = await tx
    .select({ consent: responses.publishConsent })
    .from(responses)
    .where(and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), eq(responses.id, responseId), eq(responses.state, "submitted")))
    .for("update");
  return found(row, "response").consent;
}

interface Considered {
  readonly question: Question;
  readonly value: Answer;
  readonly why: string;
  readonly kept: readonly Cut[];
  /** Of the newest decision; 0 where there is none. */
  readonly lastStep: number;
  /** It stands like this already. */
  readonly stands: boolean;
}

/** What a decision would change; null where the answer is not there or is never published. */
async function consider(tx: Transaction, responseId: string, questions: readonly Question[], { questionCode, verdict, reason, cuts }: PublicationDecision): Promise<Considered | null> {
  const question = questions.find(({ code }) => code === questionCode);
  if (!question || !isPublishable(question)) return null;
  const [row] = await tx
    .select({ value: responseAnswers.value })
    .from(responseAnswers)
    .where(and(eq(responseAnswers.responseId, responseId), eq(responseAnswers.questionCode, questionCode)));
  if (!row) return null;
  const words = wordsOf(row.value);
  const kept = verdict === "published" ? joinCuts(cuts.filter(({ start, end }) => start >= 0 && start < end && end <= words.length)) : [];
  const [last] = await tx
    .select()
    .from(publicationSteps)
    .where(and(eq(publicationSteps.responseId, responseId), eq(publicationSteps.questionCode, questionCode)))
    .orderBy(desc(publicationSteps.step))
    .limit(1);
  const why = verdict === "withheld" ? reason : "";
  const stands = plain([last?.verdict ?? "undecided", last?.reason ?? "", last?.cuts ?? []]) === plain([verdict, why, kept]);
  return { question, value: row.value, why, kept, lastStep: last?.step ?? 0, stands };
}

async function isOvertaken(tx: Transaction, { responseId }: AtResponse, questions: readonly Question[], decision: PublicationDecision): Promise<boolean> {
  const considered = await consider(tx, responseId, questions, decision);
  return considered !== null && !considered.stands && decision.seen !== undefined && decision.seen !== considered.lastStep;
}

async function decideOne(tx: Transaction, scope: ActorScope, { consultationId, responseId }: AtResponse, questions: readonly Question[], decision: PublicationDecision): Promise<void> {
  const considered = await consider(tx, responseId, questions, decision);
  if (considered === null || considered.stands) return;
  const { questionCode, verdict } = decision;
  const { question, value, why, kept } = considered;
  const step = considered.lastStep + 1;
  await tx.insert(publicationSteps).values({ responseId, questionCode, step, verdict, reason: why, cuts: kept, decidedBy: scope.actor.personId, decidedAt: now() });
  await record(tx, scope, { act: "answer.publication-decided", thing: { kind: "response", id: responseId }, detail: { question: questionCode, verdict, step, cuts: kept.length, ...(why === "" ? {} : { reason: why }) } });
  if (verdict === "published") await show(tx, scope, { consultationId, responseId }, question, value, kept);
  else await tx.delete(publishedAnswers).where(and(eq(publishedAnswers.responseId, responseId), eq(publishedAnswers.questionCode, questionCode)));
}

async function show(tx: Transaction, scope: ActorScope, { consultationId, responseId }: AtResponse, question: Question, answer: Answer, cuts: readonly Cut[]): Promise<void> {
  const [numbered] = await tx.select({ number: publishedResponses.number }).from(publishedResponses).where(eq(publishedResponses.responseId, responseId));
  if (!numbered) {
    // One at a time, so that no two are given one number.
    await tx.select({ id: consultations.id }).from(consultations).where(eq(consultations.id, consultationId)).for("update");
    const [next] = await tx
      .select({ number: sql<number>`coalesce(max(${publishedResponses.number}), 0) + 1` })
      .from(publishedResponses)
      .where(eq(publishedResponses.consultationId, consultationId));
    await tx.insert(publishedResponses).values({ responseId, councilId: scope.council.id, consultationId, number: next?.number ?? 1, publishedAt: now() });
  }
  const written = wordsOf(answer);
  const parts = written === "" ? null : cutWords(written, cuts);
  const { other: _other, text: _text, ...chosen } = answer;
  const names = LOCALES.flatMap((locale) => answerLines(question, chosen, { locale, wards: new Map() }));
  const row = { responseId, consultationId, questionCode: question.code, parts, words: [...(parts ? [wordsLeft(parts)] : []), ...names].join(" ") };
  await tx
    .insert(publishedAnswers)
    .values(row)
    .onConflictDoUpdate({ target: [publishedAnswers.responseId, publishedAnswers.questionCode], set: { parts: row.parts, words: row.words } });
}
