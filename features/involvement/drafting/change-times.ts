import { and, eq } from "drizzle-orm";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { editEngagement, type DraftToEdit } from "./edit-draft.ts";
import { timesOf } from "./queries.ts";
import { unsign } from "./unsign.ts";

export interface TimesInput {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly resultsAt: Date;
}

/** Sets when voting opens and closes and when results are promised. */
export const changeTimes = (scope: ActorScope, draft: DraftToEdit, times: TimesInput): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editEngagement(scope, draft, { act: "engagement.times-changed", part: timesOf }, async (tx, vote) => {
    const faults: Fault[] = [];
    if (times.closesAt <= times.opensAt) faults.push({ field: "closesOn", code: "closes-before-it-opens" });
    if (times.resultsAt < times.closesAt) faults.push({ field: "resultsOn", code: "results-before-close" });
    if (faults.length > 0) return err(faults);
    await tx
      .update(engagements)
      .set(times)
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
    await unsign(tx, vote, ["adequate-time", "pre-election-period"]);
    return ok();
  });
