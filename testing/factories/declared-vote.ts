import { inTransaction } from "#db/client.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import type { AfterCountPolicy } from "#domain/budgeting/after-count.ts";
import { fundProjects } from "#features/budgeting/projects/fund-projects.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { addPot } from "#features/involvement/drafting/add-pot.ts";
import { changeAfterCount } from "#features/involvement/drafting/change-after-count.ts";
import { changeBallot } from "#features/involvement/drafting/change-ballot.ts";
import { putProject } from "#features/involvement/drafting/put-project.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { closeVoting } from "#features/involvement/following/close-voting.ts";
import { followPoll } from "#features/involvement/following/follow-polls.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { fillBox } from "./ballot-box.ts";
import { makeOfficer, makeWholeDraft, PROJECT } from "./votes.ts";

export interface DeclaredVoteMade {
  readonly engagementId: string;
  readonly slug: string;
  readonly potId: string;
  readonly potSlug: string;
  readonly pollId: string;
  readonly officer: ActorScope;
}

/**
 * A vote of one pot of £100,000 counted in order of votes and declared: a bench (£1,200, 80 votes) and trees (£90,000, 60) won,
 * a kiosk (£12,000, 30) and a ramp (£8,000, 20) did not fit any more in what was left, £8,800, or come after it.
 * `morePots` have a project each, which wins.
 */
export async function makeDeclaredVote(council: SystemScope, policy: AfterCountPolicy | null, { morePots = 0 }: { readonly morePots?: number } = {}): Promise<DeclaredVoteMade> {
  const officer = await makeOfficer(council, "engagement-officer");
  const approver = await makeOfficer(council, "approver");
  const returning = await makeOfficer(council, "returning-officer");
  const engagementId = await makeWholeDraft(officer);
  const draft = { engagementId, seen: "" };
  const [pot] = (await getVoteForOfficers(officer, engagementId)).programme.pots;
  const potId = pot?.id ?? "";
  const more = (en: string, costPence: number) => putProject(officer, { engagementId, potId, once: randomId(), project: { ...PROJECT, title: { en, cy: `${en} (cy)` }, costPence } });
  await done(more("A kiosk", 1_200_000));
  const { ballot } = (await getVoteForOfficers(officer, engagementId)).programme;
  await done(changeBallot(officer, draft, { ...ballot, rule: "greedy_noskip", ruleParameters: {} }));
  if (policy !== null) await done(changeAfterCount(officer, draft, policy));
  await done(more("A ramp", 800_000));
  for (let more = 0; more < morePots; more += 1) {
    const once = randomId();
    const name = { en: `Pot ${String(more)}`, cy: `Cronfa ${String(more)}` };
    await done(addPot(officer, { engagementId, once, pot: { name, areaId: null, amountPence: 1_000_000, minProjectPence: null, maxProjectPence: null } }));
    await done(putProject(officer, { engagementId, potId: once, once: randomId(), project: { ...PROJECT, title: { en: `A tree ${String(more)}`, cy: `Coeden ${String(more)}` } } }));
  }
  for (const item of COMMON_ITEMS) await signReadiness(officer, { engagementId, item, evidence: "Minute 14" });
  await done(sendForApproval(officer, engagementId));
  await done(approveEngagement(approver, engagementId));
  await done(publishEngagement(officer, engagementId));
  const { slug, programme } = await getVoteForOfficers(officer, engagementId);
  const { pollId = "", slug: potSlug = "" } = programme.pots[0] ?? {};
  await fillBox(council, pollId, [
    { times: 60, choices: [1, 2] },
    { times: 20, choices: [1, 3] },
    { times: 10, choices: [3, 4] },
    { times: 10, choices: [4] },
  ]);
  for (const pot of programme.pots.slice(1)) await fillBox(council, pot.pollId, [{ times: 60, choices: [1] }]);
  await done(closeVoting(returning, { engagementId, earlyBecause: "Flood" }));
  for (const pot of programme.pots) {
    await done(countPoll(council, pot.pollId));
    await done(declareResult(returning, { pollId: pot.pollId, name: "Ros Returning" }));
    await inTransaction(async (tx) => {
      await fundProjects(tx, council, pot.pollId);
      await followPoll(tx, council, pot.pollId);
    });
  }
  return { engagementId, slug, potId, potSlug, pollId, officer };
}
