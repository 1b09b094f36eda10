import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagementFeedback, engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { isWhere, mayStep, stateAfter } from "#domain/involvement/lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getEngagementForOfficers, seenOf } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";
import { findFeedback, textsOf, type FeedbackTexts } from "./queries.ts";

export interface WriteFeedbackInput {
  readonly engagementId: string;
  readonly seen: string;
  readonly texts: FeedbackTexts;
  /** Shows it to everybody now; else it is kept until it is ready. */
  readonly publish: boolean;
}

/** Writes what we asked, what people said and what was done. It can be shown once the result is declared and all of it is there. */
export function writeFeedback(scope: ActorScope, { engagementId, seen, texts, publish }: WriteFeedbackInput): Promise<Result<void, "changed-meanwhile" | "not-decided" | readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.give-feedback", vote);
    const before = await findFeedback(vote.id, tx);
    if (seen !== "" && seen !== seenOf(textsOf(before))) return err("changed-meanwhile");
    const shown = publish || before?.publishedAt != null;
    if (shown) {
      if (!mayStep(vote.state, "report-back") && !isWhere(vote.state, "report-back")) return err("not-decided");
      const missing = missingIn(texts, scope.council.welsh);
      if (missing.length > 0) return err(missing);
    }
    const publishedAt = shown ? (before?.publishedAt ?? now()) : null;
    const row = { askedEn: texts.asked.en, askedCy: texts.asked.cy, saidEn: texts.said.en, saidCy: texts.said.cy, didEn: texts.did.en, didCy: texts.did.cy, publishedAt };
    await tx.insert(engagementFeedback).values({ engagementId: vote.id, ...row }).onConflictDoUpdate({ target: engagementFeedback.engagementId, set: row });
    if (shown && mayStep(vote.state, "report-back"))
      await tx
        .update(engagements)
        .set({ state: stateAfter(vote.state, "report-back") })
        .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
    await record(tx, scope, { act: shown ? "engagement.fed-back" : "engagement.feedback-kept", thing: { kind: "engagement", id: vote.id } });
    if (shown) {
      await emit(tx, { event: "engagement.fed-back", councilId: scope.council.id, payload: { engagementId: vote.id, slug: vote.slug } });
      await renewPages(tx, scope.council.slug);
    }
    return ok();
  });
}

function missingIn(texts: FeedbackTexts, welsh: boolean): Fault[] {
  const empty = (text: BilingualText, language: "en" | "cy") => text[language].trim() === "";
  return (["asked", "said", "did"] as const).flatMap((name) => [
    ...(empty(texts[name], "en") ? [{ field: `${name}En`, code: "required" }] : []),
    ...(welsh && empty(texts[name], "cy") ? [{ field: `${name}Cy`, code: "required" }] : []),
  ]);
}
