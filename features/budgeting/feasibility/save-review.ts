import { and, eq } from "drizzle-orm";
import { ideaReviews, reviewVersions } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { inTransaction, type Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeCosting, type Checks, type Costing } from "#domain/budgeting/feasibility.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import type { VersionInView } from "./queries.ts";

/** What a reviewer writes about a proposal. */
export interface ReviewInput extends Costing {
  readonly checks: Checks;
  /** Left as it is where it is not told; so are the versions. */
  readonly costNote?: BilingualText;
  readonly versions?: readonly VersionInView[];
}

export interface ReviewToSave {
  readonly ideaId: string;
  /** The version the form showed: refused where somebody else has written since. */
  readonly version: number;
  readonly review: ReviewInput;
}

/** Writes what services found out about a proposal. Two people at once: the second is shown what the first wrote, beside their own. */
export async function saveReview(scope: ActorScope, input: ReviewToSave): Promise<Result<void, "changed-meanwhile" | "decided-already" | readonly Fault[]>> {
  authorise(scope, "reviews.write", null);
  return inTransaction((tx) => writeReview(tx, scope, input, scope.actor.personId));
}

/** The same in the transaction of a command that asked whether its person may. `writtenBy` is who is named as having changed it. */
export async function writeReview(tx: Transaction, scope: AnyScope, { ideaId, version, review }: ReviewToSave, writtenBy: string): Promise<Result<void, "changed-meanwhile" | "decided-already" | readonly Fault[]>> {
  const [idea] = await tx.select({ state: ideas.state }).from(ideas).where(and(eq(ideas.councilId, scope.council.id), eq(ideas.id, ideaId))).for("update");
  // What is on a ballot or gone has its cost for good.
  if (!["collected", "proposal", "feasible", "not-feasible", "shortlisted", "not-shortlisted"].includes(found(idea, "idea").state)) return err("decided-already");
  const faults = judgeCosting(review, review.versions ?? []);
  if (faults.length > 0) return err(faults);
  const { checks, lowPence, highPence, runningPence, costNote, versions } = review;
  const columns = {
    checks,
    lowPence,
    highPence: highPence ?? lowPence,
    runningPence,
    ...(costNote && { costNoteEn: costNote.en, costNoteCy: costNote.cy }),
    changedAt: now(),
    changedBy: writtenBy,
    // Nothing on a ballot gets here, so no version of it stands there.
    ballotGrade: null,
  };
  const [there] = await tx.select({ version: ideaReviews.version }).from(ideaReviews).where(eq(ideaReviews.ideaId, ideaId));
  if ((there?.version ?? 0) !== version) return err("changed-meanwhile");
  if (there) await tx.update(ideaReviews).set({ ...columns, version: version + 1 }).where(eq(ideaReviews.ideaId, ideaId));
  else await tx.insert(ideaReviews).values({ ideaId, councilId: scope.council.id, ...columns });
  if (versions) await tx.delete(reviewVersions).where(eq(reviewVersions.ideaId, ideaId));
  const rows = (versions ?? []).map(({ grade, what, costPence, runningPence: running }) => ({ ideaId, grade, councilId: scope.council.id, whatEn: what.en, whatCy: what.cy, costPence, runningPence: running }));
  if (rows.length > 0) await tx.insert(reviewVersions).values(rows);
  await record(tx, scope, { act: "review.written", thing: { kind: "idea", id: ideaId }, detail: { lowPence, highPence, runningPence, ...(scope.kind === "actor" ? {} : { writtenBy }) } });
  return ok();
}
