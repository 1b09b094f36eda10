import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseCorrections } from "#db/schema/consultations/register.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { applyCorrection } from "./apply-correction.ts";
import type { ResponseToCorrect } from "./correct-response.ts";
import { holdStanding } from "./queries.ts";

export interface CorrectionDecision {
  readonly correctionId: string;
  readonly confirms: boolean;
}

/**
 * Confirms or declines the correction of a paper that two people wrote in. Whoever proposed it may take it back and not confirm it.
 * Decided again the same way it changes nothing.
 */
export function decideCorrection(scope: ActorScope, { at, responseId }: ResponseToCorrect, { correctionId, confirms }: CorrectionDecision): Promise<Result<void, "other-person" | "decided-meanwhile">> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const { stands, reference } = await holdStanding(tx, scope, at.consultationId, responseId);
    const mine = and(eq(responseCorrections.councilId, scope.council.id), eq(responseCorrections.responseId, responseId), eq(responseCorrections.id, correctionId));
    const [row] = await tx.select().from(responseCorrections).where(mine).for("update");
    const correction = found(row, "correction");
    const state = confirms ? "stands" : "declined";
    if (correction.state === state) return ok();
    if (correction.state !== "waiting") return err("decided-meanwhile");
    if (confirms && correction.proposedBy === scope.actor.personId) return err("other-person");
    await tx.update(responseCorrections).set({ state, decidedBy: scope.actor.personId, decidedAt: now() }).where(mine);
    if (confirms) await applyCorrection(tx, scope, { at, responseId, reference, before: stands, after: correction.after, reason: correction.reason });
    else await record(tx, scope, { act: "response.correction-declined", thing: { kind: "response", id: responseId }, detail: { consultation: at.consultationId } });
    return ok();
  });
}
