import type { BilingualText } from "#domain/basics/bilingual.ts";
import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { afterCountParameters, USUAL_AFTER_COUNT, type AfterCountPolicy } from "#domain/budgeting/after-count.ts";
import type { DatedPhase } from "#domain/budgeting/phase.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Topic } from "#domain/involvement/engagement.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";
import { addPot } from "#features/involvement/drafting/add-pot.ts";
import { changeDetails, type DetailsInput } from "#features/involvement/drafting/change-details.ts";
import { changePhases } from "#features/involvement/drafting/change-phases.ts";
import { changeTimes } from "#features/involvement/drafting/change-times.ts";
import { createBudgetVote, USUAL_BALLOT } from "#features/involvement/drafting/create-budget-vote.ts";
import { putProject } from "#features/involvement/drafting/put-project.ts";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import type { DemoProject } from "./brackenshire.ts";

export interface DemoVote {
  readonly slug: string;
  readonly title: BilingualText;
  readonly topic: Topic;
  readonly texts: Omit<DetailsInput["texts"], "title">;
  readonly ballotKind: BallotKind;
  readonly rule: string;
  /** What happens to money left over; as usual unless told. */
  readonly afterCount?: AfterCountPolicy;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly pots: readonly {
    /** English name of the ward whose people decide; null for the whole council. */
    readonly ward: string | null;
    readonly amountPounds: number;
    readonly projects: readonly DemoProject[];
  }[];
}

/** Those who take a vote from draft to public: nobody approves their own work. */
export interface DemoOfficers {
  readonly author: ActorScope;
  readonly approver: ActorScope;
}

const EVIDENCE = "Written for the demonstration; a council would link its own document here.";

/**
 * Drafts, checks, approves and publishes a vote through the officers' own commands; answers the engagement's id.
 *
 * @param prepare what else is done to the draft before anybody checks it
 */
export async function publishVote({ author, approver }: DemoOfficers, vote: DemoVote, prepare?: (engagementId: string) => Promise<void>): Promise<string> {
  const engagementId = await draftVote(author, vote);
  await prepare?.(engagementId);
  for (const item of COMMON_ITEMS) await signReadiness(author, { engagementId, item, evidence: EVIDENCE });
  await done(sendForApproval(author, engagementId));
  await done(approveEngagement(approver, engagementId));
  await done(publishEngagement(author, engagementId));
  return engagementId;
}

/** Writes a vote as a draft and leaves it there; answers the engagement's id. */
export async function draftVote(author: ActorScope, vote: DemoVote): Promise<string> {
  const wards = await listAreaChoices(author);
  const areaId = (ward: string | null) => (ward === null ? null : defined(wards.find(({ name }) => name.en === ward)?.id, ward));
  const [first, ...others] = vote.pots;
  const { ward, amountPounds } = defined(first, "a pot");
  const ballot = { ...USUAL_BALLOT, ballotKind: vote.ballotKind, rule: vote.rule, ruleParameters: afterCountParameters(vote.afterCount ?? USUAL_AFTER_COUNT) };
  const { engagementId } = await done(
    createBudgetVote(author, { once: randomId(), title: vote.title, topic: vote.topic, amountPence: amountPounds * 100, areaId: areaId(ward), slug: vote.slug, ballot }),
  );
  const draft = { engagementId, seen: "" };
  await done(changeDetails(author, draft, { slug: vote.slug, texts: { title: vote.title, ...vote.texts }, level: "empower", topic: vote.topic, statutoryBasis: "" }));
  const { opensAt, closesAt } = vote;
  await done(changeTimes(author, draft, { opensAt, closesAt, resultsAt: londonInstant(addDays(londonDay(closesAt), 7), "12:00") }));
  await done(changePhases(author, draft, phasesOf(vote)));
  for (const pot of others)
    await done(
      addPot(author, {
        engagementId,
        once: randomId(),
        pot: { name: defined(wards.find(({ id }) => id === areaId(pot.ward))?.name, "ward"), areaId: areaId(pot.ward), amountPence: pot.amountPounds * 100, minProjectPence: null, maxProjectPence: null },
      }),
    );
  const { programme } = await getVoteForOfficers(author, engagementId);
  for (const [at, pot] of programme.pots.entries())
    for (const { title, summary, proposer, costPounds, tile } of vote.pots[at]?.projects ?? []) {
      const project = { title, summary, description: { en: "", cy: "" }, proposer, category: "", tile, costPence: costPounds * 100 };
      await done(putProject(author, { engagementId, potId: pot.id, once: randomId(), project }));
    }
  return engagementId;
}

function phasesOf({ opensAt, closesAt }: DemoVote): readonly DatedPhase[] {
  const [opens, closes] = [londonDay(opensAt), londonDay(closesAt)];
  return [
    { phase: "collecting-ideas", startsOn: addDays(opens, -120), endsOn: addDays(opens, -61) },
    { phase: "feasibility", startsOn: addDays(opens, -60), endsOn: addDays(opens, -1) },
    { phase: "voting", startsOn: opens, endsOn: closes },
    { phase: "results", startsOn: addDays(closes, 7), endsOn: addDays(closes, 7) },
    { phase: "delivery", startsOn: addDays(closes, 40), endsOn: null },
  ];
}
