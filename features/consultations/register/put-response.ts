import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import { londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { sourceOf } from "#domain/consultations/recruitment.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import { REFERENCE_LENGTH, type OfficeChannel } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { findWardOfPostcode } from "#features/consultations/answering/queries.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { randomBelow } from "#platform/random.ts";

export interface ResponseToPut {
  /** The form's one-use number; becomes the response's id, so that sent twice it is there once. */
  readonly id: string;
  readonly consultationId: string;
  /** The survey's version by which it was read. */
  readonly version: number;
  readonly channel: OfficeChannel;
  readonly receivedOn: CivilDay;
  /** Number on the paper; null where it has none. */
  readonly paperNumber: string | null;
  readonly paper: KeyedPaper;
}

/**
 * Puts what came by post, mail, on paper or at a meeting in the register, as part of a command. It counts as received at the beginning
 * of its day (Europe/London), in favour of who sent it. Gives its reference, and whether it was put there now.
 */
export async function putResponse(tx: Transaction, scope: ActorScope, { id, consultationId, version, channel, receivedOn, paperNumber, paper }: ResponseToPut): Promise<{ readonly reference: string; readonly made: boolean }> {
  authorise(scope, "responses.enter", undefined);
  const councilId = scope.council.id;
  const answers: Record<string, Answer> = {};
  for (const [code, answer] of Object.entries(paper.answers)) {
    if (answer === undefined) continue;
    answers[code] = answer.postcode === undefined ? answer : { ...answer, areaId: (await findWardOfPostcode(scope, answer.postcode))?.id ?? null };
  }
  const [made] = await tx
    .insert(responses)
    .values({
      id,
      councilId,
      consultationId,
      version,
      channel,
      respondent: paper.respondent,
      organisationName: paper.respondent === "organisation" ? paper.organisationName : "",
      recruitmentSource: sourceOf("not-known", answers),
      language: paper.language,
      publishConsent: paper.publishConsent,
      startedAt: now(),
      savedAt: now(),
      equalityAsked: true,
      enteredBy: scope.actor.personId,
      paperNumber,
    })
    .onConflictDoNothing({ target: responses.id })
    .returning({ id: responses.id });
  const mine = and(eq(responses.councilId, councilId), eq(responses.id, id));
  if (!made) {
    const [there] = await tx.select({ reference: responses.reference }).from(responses).where(mine);
    return { reference: there?.reference ?? "", made: false };
  }
  const rows = Object.entries(answers).map(([questionCode, value]) => ({ responseId: id, consultationId, questionCode, value }));
  if (rows.length > 0) await tx.insert(responseAnswers).values(rows);
  const reference = makeReadableCode(REFERENCE_LENGTH, randomBelow);
  await tx
    .update(responses)
    .set({ state: "submitted", receivedAt: londonInstant(receivedOn, "00:00"), reference })
    .where(mine);
  await emit(tx, { event: "response.received", councilId, payload: { consultationId, responseId: id } });
  return { reference, made: true };
}
