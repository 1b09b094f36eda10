import { eq } from "drizzle-orm";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { err, type Result } from "#domain/basics/result.ts";
import { phasesOfVote } from "#domain/budgeting/template.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { setPhases } from "#features/budgeting/programmes/set-phases.ts";
import { editDraft } from "#features/involvement/drafting/edit-draft.ts";
import { unsign } from "#features/involvement/drafting/unsign.ts";
import { now } from "#platform/clock.ts";

export interface CommunityDates {
  readonly opensOn: CivilDay;
  readonly closesOn: CivilDay;
  readonly resultsOn: CivilDay;
}

/** The days of a community group's vote: from 9 in the morning to 8 in the evening, results at midday; its phases follow. A vote that opens today opens at once. */
export const setCommunityDates = (scope: ActorScope, engagementId: string, { opensOn, closesOn, resultsOn }: CommunityDates): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "engagement.times-changed", part: () => null }, async (tx, vote): Promise<Result<void, readonly Fault[]>> => {
    const faults: Fault[] = [];
    const today = londonDay(now());
    if (opensOn < today) faults.push({ field: "opensOn", code: "in-the-past" });
    if (closesOn <= opensOn) faults.push({ field: "closesOn", code: "closes-before-it-opens" });
    if (resultsOn <= closesOn) faults.push({ field: "resultsOn", code: "results-before-close" });
    if (faults.length > 0) return err(faults);
    const set = await setPhases(tx, scope, { programmeId: vote.programme.id, phases: phasesOfVote(opensOn, closesOn, resultsOn), now: now() });
    if (!set.ok) return set;
    await tx
      .update(engagements)
      .set({ opensAt: opensOn === today ? now() : londonInstant(opensOn, "09:00"), closesAt: londonInstant(closesOn, "20:00"), resultsAt: londonInstant(resultsOn, "12:00") })
      .where(eq(engagements.id, vote.id));
    await unsign(tx, vote, ["adequate-time", "pre-election-period"]);
    return set;
  });
