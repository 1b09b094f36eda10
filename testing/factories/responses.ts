import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { randomId } from "#platform/random.ts";
import type { MadeConsultation } from "./consultations.ts";

/** A response that was sent, with its answers. Gives its id. */
export async function makeResponse(scope: AnyScope, { consultationId }: MadeConsultation, answers: Answers, more: Partial<typeof responses.$inferInsert> = {}): Promise<string> {
  const id = randomId();
  const at = more.receivedAt ?? new Date();
  await database()
    .insert(responses)
    .values({ id, councilId: scope.council.id, consultationId, version: 1, channel: "web", startedAt: at, savedAt: at, ...more });
  const given = Object.entries(answers).flatMap(([questionCode, value]) => (value ? [{ responseId: id, consultationId, questionCode, value }] : []));
  if (given.length > 0) await database().insert(responseAnswers).values(given);
  await database().update(responses).set({ state: "submitted", receivedAt: at, reference: id.slice(0, 8) }).where(eq(responses.id, id));
  return id;
}
