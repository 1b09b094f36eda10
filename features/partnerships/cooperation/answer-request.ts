import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { cooperationRequests } from "#db/schema/partnerships/partners.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { answerRequest as judge, type AnswerFault, type CooperationAnswer } from "#domain/partnerships/cooperation.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listOfficersOf } from "#features/partnerships/partners/change-partner-officers.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface AnswerRequestInput {
  readonly requestId: string;
  readonly answer: CooperationAnswer;
  /** What is agreed otherwise, or why it is declined. */
  readonly words: BilingualText;
}

/** Acknowledges or answers a request: by an officer of the partner, or by the council's for a partner that wrote. */
export async function answerRequest(scope: ActorScope, { requestId, answer, words }: AnswerRequestInput): Promise<Result<void, AnswerFault>> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(cooperationRequests)
      .where(and(eq(cooperationRequests.councilId, scope.council.id), eq(cooperationRequests.id, requestId)))
      .for("update");
    const request = found(row, "request");
    authorise(scope, "cooperation.answer", { partnerOfficers: await listOfficersOf(tx, scope.council.id, [request.partnerId]) });
    const next = judge(request.state, answer, words.en + words.cy);
    if (!next.ok) return err(next.error);
    const today = londonDay(now());
    await tx
      .update(cooperationRequests)
      .set(answer === "acknowledge" ? { state: next.value, acknowledgedOn: today } : { state: next.value, answeredOn: today, answerEn: words.en, answerCy: words.cy })
      .where(eq(cooperationRequests.id, requestId));
    await record(tx, scope, { act: "cooperation.answered", thing: { kind: "cooperation-request", id: requestId }, detail: { state: next.value } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
