import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";
import { changeDetails } from "#features/involvement/drafting/change-details.ts";
import { changeTimes } from "#features/involvement/drafting/change-times.ts";
import { createBudgetVote } from "#features/involvement/drafting/create-budget-vote.ts";
import { putProject } from "#features/involvement/drafting/put-project.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { randomId } from "#platform/random.ts";

/** A person with these roles at the council, who has shown a second factor. */
export async function makeOfficer(council: SystemScope, ...roles: readonly Role[]): Promise<ActorScope> {
  const personId = randomId();
  const email = `${roles[0] ?? "resident"}-${personId.slice(0, 6)}@example.org`;
  await database().insert(people).values({ id: personId, email, name: email });
  if (roles.length > 0) await database().insert(memberships).values(roles.map((role) => ({ councilId: council.council.id, personId, role })));
  return { kind: "actor", locale: "en", council: council.council, actor: { personId, email, name: email, roles, operator: false, secondFactor: true } } as ActorScope;
}

const both = (en: string) => ({ en, cy: `${en} (cy)` });
const DAY = 86_400_000;

export const PROJECT = { title: both("A bench"), summary: both("A bench by the river."), description: both(""), proposer: "", category: "", tile: "bench", costPence: 120_000 };

/** A draft with a pot of £100,000 and nothing missing from it. Gives its id. */
export async function makeWholeDraft(officer: ActorScope, { opensIn = -1, closesIn = 50 }: { readonly opensIn?: number; readonly closesIn?: number } = {}): Promise<string> {
  const made = await createBudgetVote(officer, { once: randomId(), title: both("Your Patch 2026"), topic: "environment-and-parks", amountPence: 10_000_000, areaId: null });
  if (!made.ok) throw new Error("No vote was made");
  const { engagementId } = made.value;
  const vote = await getVoteForOfficers(officer, engagementId);
  const potId = vote.programme.pots[0]?.id ?? "";
  const draft = { engagementId, seen: "" };
  await changeDetails(officer, draft, {
    slug: vote.slug,
    texts: { title: both("Your Patch 2026"), summary: both("Choose."), decision: both("Which projects."), decidedBy: both("Residents."), affected: both("Everybody.") },
    level: "empower",
    topic: "environment-and-parks",
    statutoryBasis: "",
  });
  const from = Date.now();
  await changeTimes(officer, draft, { opensAt: new Date(from + opensIn * DAY), closesAt: new Date(from + closesIn * DAY), resultsAt: new Date(from + (closesIn + 7) * DAY) });
  await putProject(officer, { engagementId, potId, once: randomId(), project: PROJECT });
  await putProject(officer, { engagementId, potId, once: randomId(), project: { ...PROJECT, title: both("Street trees"), costPence: 9_000_000 } });
  for (const item of COMMON_ITEMS) await signReadiness(officer, { engagementId, item, evidence: "Minute 14" });
  return engagementId;
}

/** A vote taken through approval to the public by the real commands. Gives its id. */
export async function makePublishedVote(officer: ActorScope, approver: ActorScope, times?: { readonly opensIn?: number; readonly closesIn?: number }): Promise<string> {
  const engagementId = await makeWholeDraft(officer, times);
  const sent = await sendForApproval(officer, engagementId);
  const approved = await approveEngagement(approver, engagementId);
  const published = await publishEngagement(officer, engagementId);
  if (!sent.ok || !approved.ok || !published.ok) throw new Error(`The vote was not published: ${JSON.stringify([sent, approved, published])}`);
  return engagementId;
}
