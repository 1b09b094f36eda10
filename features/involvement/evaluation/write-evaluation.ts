import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { areaFigures, evaluations } from "#db/schema/involvement/evaluation.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { AnswerCount } from "#domain/involvement/equality.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getVoteOfBallots, seenOf } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { findEvaluation, shownOf } from "./queries.ts";

export interface EvaluationInput {
  readonly engagementId: string;
  /** What the form showed. */
  readonly seen: string;
  readonly worked: BilingualText;
  readonly change: BilingualText;
  /** The people of the area, and where the figures come from. */
  readonly figures: readonly AnswerCount[];
  readonly source: string;
  readonly publish: boolean;
}

/**
 * Keeps an evaluation, or publishes it. Refused when somebody else changed it meanwhile, without a source for figures, and to be
 * published without its texts in the council's languages.
 */
export function writeEvaluation(scope: ActorScope, { engagementId, seen, worked, change, figures, source, publish }: EvaluationInput): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> {
  return inTransaction(async (tx): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> => {
    const vote = await getVoteOfBallots(scope, engagementId, tx);
    authorise(scope, "engagement.give-feedback", vote);
    const stands = await findEvaluation(scope, vote.id, tx);
    if (seen !== "" && seen !== seenOf(shownOf(stands))) return err("changed-meanwhile");
    const faults: Fault[] = figures.length > 0 && source === "" ? [{ field: "source", code: "source-missing" }] : [];
    if (publish)
      for (const [name, text] of Object.entries({ worked, change })) {
        if (text.en === "") faults.push({ field: `${name}En`, code: "required" });
        if (scope.council.welsh && text.cy === "") faults.push({ field: `${name}Cy`, code: "required" });
      }
    if (faults.length > 0) return err(faults);
    const publishedAt = stands?.publishedAt ?? (publish ? now() : null);
    const columns = { workedEn: worked.en, workedCy: worked.cy, changeEn: change.en, changeCy: change.cy, source, publishedAt };
    await tx.insert(evaluations).values({ engagementId: vote.id, councilId: scope.council.id, ...columns }).onConflictDoUpdate({ target: evaluations.engagementId, set: columns });
    await tx.delete(areaFigures).where(eq(areaFigures.engagementId, vote.id));
    if (figures.length > 0) await tx.insert(areaFigures).values(figures.map((figure) => ({ councilId: scope.council.id, engagementId: vote.id, ...figure })));
    await record(tx, scope, { act: publish ? "evaluation.published" : "evaluation.kept", thing: { kind: "engagement", id: vote.id }, detail: { figures: figures.length } });
    if (publishedAt !== null) await renewPages(tx, scope.council.slug);
    return ok();
  });
}
