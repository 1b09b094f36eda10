import { and, count, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { analysisViews } from "#db/schema/consultations/analysis.ts";
import { consultations } from "#db/schema/consultations/consultations.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Views of one consultation at most; each is counted anew for its report. */
export const MOST_VIEWS = 50;

export interface SaveViewInput {
  readonly consultationId: string;
  /** The form's one-use number; becomes the view's id. */
  readonly once: string;
  readonly name: BilingualText;
  /** What the address of the analysis chooses; nothing that is empty. */
  readonly view: Readonly<Record<string, string>>;
}

/** Keeps a view of the analysis under a name, for every officer of the council and for the report. */
export function saveView(scope: ActorScope, { consultationId, once, name, view }: SaveViewInput): Promise<Result<void, "name-taken" | "nothing-chosen" | "too-many">> {
  authorise(scope, "consultation.analyse", undefined);
  return inTransaction(async (tx) => {
    const here = and(eq(analysisViews.councilId, scope.council.id), eq(analysisViews.consultationId, consultationId));
    found((await tx.select({ id: consultations.id }).from(consultations).where(and(eq(consultations.councilId, scope.council.id), eq(consultations.id, consultationId))).for("update"))[0], "consultation");
    if (Object.keys(view).length === 0) return err("nothing-chosen");
    // The form sent twice: the second finds it done.
    if ((await tx.select({ id: analysisViews.id }).from(analysisViews).where(and(here, eq(analysisViews.id, once)))).length > 0) return ok();
    const [standing] = await tx.select({ views: count() }).from(analysisViews).where(here);
    if ((standing?.views ?? 0) >= MOST_VIEWS) return err("too-many");
    const [made] = await tx
      .insert(analysisViews)
      .values({ id: once, councilId: scope.council.id, consultationId, nameEn: name.en, nameCy: name.cy, view, savedBy: scope.actor.personId, savedAt: now() })
      .onConflictDoNothing()
      .returning({ id: analysisViews.id });
    if (!made) return err("name-taken");
    await record(tx, scope, { act: "consultation.view-saved", thing: { kind: "consultation", id: consultationId }, detail: { name: name.en } });
    return ok();
  });
}
