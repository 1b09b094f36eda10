import type { BilingualText } from "#domain/basics/bilingual.ts";
import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import { putMilestone } from "#features/budgeting/delivery/put-milestone.ts";
import { listElected } from "#features/elections/results/queries.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";
import { changePhases } from "#features/involvement/drafting/change-phases.ts";
import { changeTimes } from "#features/involvement/drafting/change-times.ts";
import { putIdea } from "#features/involvement/drafting/put-idea.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { closeVoting } from "#features/involvement/following/close-voting.ts";
import { makeMayorsBudget } from "#features/involvement/promises/make-budget.ts";
import { listPromises } from "#features/involvement/promises/queries.ts";
import { tellPromise } from "#features/involvement/promises/tell-promise.ts";
import { promiseKey } from "#domain/involvement/promise.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { startCount } from "#features/voting/results/start-count.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { done } from "#seed/done.ts";
import { somePostcode } from "./lay-ground.ts";

interface People {
  readonly author: ActorScope;
  readonly approver: ActorScope;
  readonly returning: ActorScope;
}

/** What needs no money, and what has become of it. */
const FREE = "Fair work experience";
const FREE_TOLD: BilingualText = {
  en: "The council now gives work experience by lot. Every school sends its names, and nobody needs to know anybody.",
  cy: "Mae’r cyngor bellach yn rhoi profiad gwaith drwy goelbren. Mae pob ysgol yn anfon ei henwau, ac nid oes angen i neb adnabod neb.",
};
const COSTS: Readonly<Record<string, number>> = { "Bike parking at every school": 1_200_000, "A youth night every Friday": 900_000 };
const VOTERS = 46;

/** Last year's young mayor has a budget: what they promised was costed and voted on, part of it is being built, and one promise is kept without money. */
export async function keepMayorsPromises({ author, approver, returning }: People, electionId: string, runJobs: () => Promise<void>): Promise<void> {
  const today = londonDay(now());
  const { election } = await getElectionForOfficers(author, electionId);
  const elected = await listElected(author, election);
  const budgetId = randomId();
  await done(
    makeMayorsBudget(author, {
      once: budgetId,
      engagementId: electionId,
      title: { en: "Young mayor’s budget 2025", cy: "Cyllideb y maer ifanc 2025" },
      amountPence: 2_000_000,
      startsOn: today,
      proposals: elected.filter(({ promises }) => promises.en !== FREE).map(({ nominationId }) => promiseKey(nominationId, 1)),
    }),
  );
  const made = (await listPromises(author, election, today)).flatMap((person) => person.made);
  const free = made.find(({ text }) => text.en === FREE);
  if (free) await done(tellPromise(author, { engagementId: electionId, promiseId: free.id, told: "kept", words: FREE_TOLD }));

  const draft = { engagementId: budgetId, seen: "" };
  const pot = defined((await getVoteForOfficers(author, budgetId)).programme.pots[0], "a pot");
  for (const { id, text, proposal } of made) if (proposal !== null) await done(putIdea(author, { engagementId: budgetId, potId: pot.id, ideaId: id, costPence: COSTS[text.en] ?? 800_000 }));
  await done(changeTimes(author, draft, { opensAt: londonInstant(addDays(today, -7), "09:00"), closesAt: londonInstant(addDays(today, 1), "20:00"), resultsAt: londonInstant(addDays(today, 2), "12:00") }));
  await done(changePhases(author, draft, [
    { phase: "feasibility", startsOn: addDays(today, -40), endsOn: addDays(today, -8) },
    { phase: "voting", startsOn: addDays(today, -7), endsOn: addDays(today, 1) },
    { phase: "delivery", startsOn: addDays(today, 2), endsOn: null },
  ]));
  for (const item of COMMON_ITEMS) await signReadiness(author, { engagementId: budgetId, item, evidence: "Written for the demonstration; a council would link its own document here." });
  await done(sendForApproval(author, budgetId));
  await done(approveEngagement(approver, budgetId));
  await done(publishEngagement(author, budgetId));

  const { electorateId } = await getPoll(author, pot.pollId);
  const projects = (await getVoteForOfficers(author, budgetId)).programme.pots[0]?.projects ?? [];
  const voters = [];
  for (let voter = 0; voter < VOTERS; voter++) {
    const email = `young-budget-${voter}@zz5.example`;
    const { token } = await issueByEmail(author, { polls: [{ pollId: pot.pollId, electorateId }], email, age: 11 + (voter % 7), postcode: somePostcode("ZZ5", voter) });
    if (token === null) throw new Error("A young voter of the demo was found not eligible");
    // Every one likes the first, every second the second, and so on: no two projects tie, so that no lots are to be drawn.
    voters.push({ name: email, token, vote: { choices: projects.map(({ number }) => number).filter((number) => voter % number === 0) } });
  }
  await castInBulk(pot.pollId, voters);
  await done(closeVoting(returning, { engagementId: budgetId, earlyBecause: "Everybody in the demo has voted." }));
  await runJobs();
  await done(startCount(returning, { pollId: pot.pollId }));
  await runJobs();
  await done(declareResult(returning, { pollId: pot.pollId, name: returning.actor.name }));
  await runJobs();

  const [first] = (await getVoteForOfficers(author, budgetId)).programme.pots.flatMap(({ projects: all }) => all).filter(({ state }) => state === "funded");
  if (!first) return;
  const step = (title: BilingualText, days: number, isDone: boolean) =>
    done(putMilestone(author, { projectId: first.id, once: randomId(), title, note: { en: "", cy: "" }, plannedFor: addDays(today, days), doneOn: isDone ? today : null }));
  await step({ en: "Agree with the schools where it goes", cy: "Cytuno â’r ysgolion ble y bydd" }, 0, true);
  await step({ en: "Order it", cy: "Ei archebu" }, 30, false);
  await step({ en: "Open it with the young mayor", cy: "Ei agor gyda’r maer ifanc" }, 90, false);
}
