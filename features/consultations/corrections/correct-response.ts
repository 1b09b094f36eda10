import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseCorrections } from "#db/schema/consultations/register.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { changesOf, isNoWider, withWhatCannotBeTyped, type StandingPaper } from "#domain/consultations/register/correction.ts";
import type { CorrectionState } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { ConsultationToEnter } from "#features/consultations/register/tell-received.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { applyCorrection } from "./apply-correction.ts";
import { holdStanding } from "./queries.ts";

export interface CorrectResponseInput {
  /** The form's one-use number; becomes the correction's id. */
  readonly once: string;
  /** Corrections that stood when the form was opened: a newer one is not written over. */
  readonly seen: number;
  readonly reason: string;
  readonly after: StandingPaper;
}

/** A response and the consultation it is about, as a letter names it. */
export interface ResponseToCorrect {
  readonly at: ConsultationToEnter;
  readonly responseId: string;
}

export type CorrectionFault = "nothing-changed" | "nothing-said" | "not-yet" | "not-wider" | "corrected-meanwhile" | "waits-already";

/**
 * Corrects a response that officers wrote in. What stood before is kept with the reason. Of a paper that two people wrote in, another
 * officer confirms it with the paper in hand before it stands. Where somebody else corrected it since the form was opened, nothing is
 * written; sent again it is there once. 404 for what came by the web: that is the sender's own.
 */
export function correctResponse(scope: ActorScope, { at, responseId }: ResponseToCorrect, { once, seen, reason, after: typed }: CorrectResponseInput): Promise<Result<{ readonly state: CorrectionState }, CorrectionFault>> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const { stands, reference, corrections, twice } = await holdStanding(tx, scope, at.consultationId, responseId);
    const [sent] = await tx.select({ state: responseCorrections.state }).from(responseCorrections).where(and(eq(responseCorrections.councilId, scope.council.id), eq(responseCorrections.id, once), eq(responseCorrections.responseId, responseId)));
    if (sent) return ok({ state: sent.state });
    if (seen !== corrections) return err("corrected-meanwhile");
    const waiting = await tx.select({ id: responseCorrections.id }).from(responseCorrections).where(and(eq(responseCorrections.responseId, responseId), eq(responseCorrections.state, "waiting")));
    if (waiting.length > 0) return err("waits-already");
    const after = { ...typed, answers: withWhatCannotBeTyped(stands.answers, typed.answers) };
    if (after.receivedOn > londonDay(now())) return err("not-yet");
    if (!isNoWider(stands.publishConsent, after.publishConsent)) return err("not-wider");
    if (Object.keys(after.answers).length === 0 && Object.keys(stands.answers).length > 0) return err("nothing-said");
    if (changesOf(stands, after).length === 0) return err("nothing-changed");
    const me = scope.actor.personId;
    const state = twice ? "waiting" : "stands";
    await tx.insert(responseCorrections).values({
      id: once,
      responseId,
      councilId: scope.council.id,
      state,
      reason,
      after,
      proposedBy: me,
      proposedAt: now(),
      ...(twice ? {} : { decidedBy: me, decidedAt: now() }),
    });
    if (twice) await record(tx, scope, { act: "response.correction-proposed", thing: { kind: "response", id: responseId }, detail: { consultation: at.consultationId, reason } });
    else await applyCorrection(tx, scope, { at, responseId, reference, before: stands, after, reason });
    return ok({ state });
  });
}
