import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { phasesOfVote, PROGRAMME_TEMPLATES } from "#domain/budgeting/template.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { setPhases } from "#features/budgeting/programmes/set-phases.ts";
import { inviteOfficer } from "#features/councils/people/invite-officer.ts";
import { beginVote, USUAL_BALLOT, type CreatedVote } from "#features/involvement/drafting/create-budget-vote.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { can } from "#domain/policy/authorise.ts";
import { now } from "#platform/clock.ts";
import { listOtherApprovers } from "./queries.ts";
import { timesOf } from "./start-from-template.ts";

export interface BeginCommunityVote {
  readonly once: string;
  readonly title: BilingualText;
  readonly voters: "residents" | "school";
  /** Who approves it, where nobody else of the group can yet. */
  readonly second: string | null;
}

/**
 * Begins a community group's vote with everything that can be guessed: £5,000 (£1,000 for a school), voting from tomorrow, texts in both
 * languages. A second person must approve it, since nobody approves their own work; where the group has none yet one is invited here.
 */
export async function beginCommunityVote(scope: ActorScope, { once, title, voters, second }: BeginCommunityVote): Promise<Result<CreatedVote, readonly Fault[]>> {
  if ((await listOtherApprovers(scope)).length === 0) {
    if (second === null || second === scope.actor.email) return err([{ field: "second", code: "second-needed" }]);
    if (!can(scope.actor, "council.manage-people", null)) return err([{ field: "second", code: "ask-admin" }]);
    const invited = await inviteOfficer(scope, { email: second, roles: ["approver"] });
    if (!invited.ok) return err([{ field: "second", code: invited.error }]);
  }
  return inTransaction(async (tx) => {
    const template = PROGRAMME_TEMPLATES[voters === "school" ? "school" : "parish"];
    const ballot = { ...USUAL_BALLOT, electorate: template.electorate };
    const begun = await beginVote(tx, scope, { once, title, topic: voters === "school" ? "children-and-young-people" : "budget-and-spending", amountPence: template.usualPence, areaId: null, ballot });
    if (!begun.ok) return begun;
    const vote = await getVoteForOfficers(scope, begun.value.engagementId, tx);
    if (vote.programme.phases.length > 0) return ok(begun.value);
    const opensOn = addDays(londonDay(now()), 1);
    const days = template.phases[0]?.days ?? 14;
    const closesOn = addDays(opensOn, days);
    const phases = phasesOfVote(opensOn, closesOn, addDays(closesOn, 3));
    const set = await setPhases(tx, scope, { programmeId: vote.programme.id, phases, now: now() });
    if (!set.ok) return set;
    const [en, cy] = [messages("en").starting.texts, messages("cy").starting.texts];
    await tx
      .update(engagements)
      .set({
        ...timesOf(phases),
        summaryEn: en.summary,
        summaryCy: cy.summary,
        decisionEn: en.decision,
        decisionCy: cy.decision,
        decidedByEn: en.decidedBy,
        decidedByCy: cy.decidedBy,
        affectedEn: en.affected[voters],
        affectedCy: cy.affected[voters],
      })
      .where(eq(engagements.id, vote.id));
    return ok(begun.value);
  });
}
