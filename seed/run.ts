import { connect, disconnect } from "#db/client.ts";
import { databaseUrlFromEnvironment } from "#db/url.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { DEFAULT_LIMITS, LIMIT_BOUNDS } from "#domain/eligibility/claims/limits.ts";
import { actorScopeOf } from "#features/councils/actor-scope.ts";
import { changeLimits } from "#features/eligibility/claims/change-limits.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { runWaitingJobs } from "#platform/jobs/run-waiting.ts";
import { now } from "#platform/clock.ts";
import { registry } from "#worker/registry.ts";
import { ALAW_VALE, ALAW_VALE_PROJECTS } from "./demo/alaw-vale.ts";
import { BRACKENSHIRE, FELLSIDE_PROJECTS, MILLBROOK_PROJECTS, NORTHMOOR_PROJECTS } from "./demo/brackenshire.ts";
import { announceNextProgramme } from "./demo/announce-programme.ts";
import { checkProposals } from "./demo/check-proposals.ts";
import { answerBuses, giveMoreTime, publishConsultation } from "./demo/hold-consultation.ts";
import { keepLibraryRegister } from "./demo/keep-register.ts";
import { askAboutPlayStreets } from "./demo/play-streets.ts";
import { askAboutLibrary, concludeLibrary } from "./demo/library-hours.ts";
import { BUSES, PARKS } from "./demo/consultations.ts";
import { castBallots } from "./demo/cast-ballots.ts";
import { collectFewIdeas, collectIdeas } from "./demo/collect-ideas.ts";
import { draftVote, publishVote } from "./demo/hold-vote.ts";
import { draftWellBeingPlan, keepPromises, shareAPlan } from "./demo/keep-promises.ts";
import { holdElections } from "./demo/hold-elections.ts";
import { holdWardElection } from "./demo/hold-ward-election.ts";
import { layGround } from "./demo/lay-ground.ts";
import { COMING, LAST_YEAR, NEXT_YEAR, THIS_YEAR, VALE_COMING, VALE_ORDER, VALE_POINTS, VALE_VOTE } from "./demo/votes.ts";
import { keepRegister, keepValeRegister } from "./demo/duty-register.ts";
import { tieLibraryAndBuses, tieLightsOnPath, tieVale } from "./demo/golden-thread.ts";
import { HALL, LIGHTS, reportBack } from "./demo/report-back.ts";
import { amendRules, loseKeys, nameKeyHolders } from "./demo/rare-moments.ts";
import { writeOwnFramework } from "./demo/own-frameworks.ts";
import { feedProgramme, poolBudgets, poolForWarmHomes } from "./demo/pool-budgets.ts";
import { transferAssets, transferValeAssets } from "./demo/transfer-assets.ts";
import { shortlistProjects } from "./demo/shortlist-projects.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { runProgramsHere } from "./programs-here.ts";

/** Makes the demo councils and all that happened there, through the commands people use. Does nothing where they are there already. */
const url = databaseUrlFromEnvironment();
connect(url);
runProgramsHere();
await prepareJobs(url);
const runJobs = () => runWaitingJobs(url, registry);
const beginning = now().getTime();
if (await layGround([BRACKENSHIRE, ALAW_VALE])) await tellStories((now().getTime() - beginning) / 1000);
await disconnect();

async function tellStories(secondsForGround: number): Promise<void> {
  const at = (email: string, council: string = BRACKENSHIRE.slug) => actorScopeOf(council, email);
  const officers = { author: await at("officer@brackenshire.example"), checker: await at("admin@brackenshire.example"), approver: await at("approver@brackenshire.example") };
  const returning = await at("returning@brackenshire.example");
  // Whoever tries Folkmoot has the same few postcodes, at any hour of the night: a crowd is ordinary here.
  for (const officer of [returning, await at("returning@alaw-vale.example", ALAW_VALE.slug)])
    await changeLimits(officer, { limits: { ...DEFAULT_LIMITS, perPostcode: LIMIT_BOUNDS.perPostcode.max, perDay: LIMIT_BOUNDS.perDay.max }, sharedPlaces: [] });
  const today = londonDay(now());
  const evening = (days: number) => londonInstant(addDays(today, days), "20:00");
  const morning = (days: number) => londonInstant(addDays(today, days), "09:00");

  // Last year's vote has run its whole course. It closes a moment from now, since nobody can vote in the past;
  // a later moment where the machine is slow.
  const slowness = Math.min(Math.max(secondsForGround / 0.3, 1), 8); // a quick machine lays the ground in less than 0.3 s
  const closing = new Date(now().getTime() + LAST_YEAR.secondsToVote * slowness * 1000);
  const lastYear = await publishVote(officers, {
    ...LAST_YEAR,
    opensAt: morning(-42),
    closesAt: closing,
    pots: [{ ward: "Millbrook", amountPounds: 120_000, projects: MILLBROOK_PROJECTS }],
  });
  const [pot] = (await getVoteForOfficers(officers.author, lastYear)).programme.pots;
  if (pot) await castBallots(officers.author, { pollId: pot.pollId, district: "ZZ5", voters: LAST_YEAR.voters, liked: [LIGHTS, HALL] });
  await reportBack({ officer: officers.author, returning, engagementId: lastYear, closing, runJobs });

  await transferAssets({ officer: officers.author, admin: officers.checker, clerk: await at("reviews@brackenshire.example"), approver: officers.approver, reviewer: await at("reviewer@brackenshire.example"), resident: await at("resident@brackenshire.example") });
  await poolBudgets(officers.author, officers.approver);

  // This year's is open.
  const reviewer = await at("reviewer@brackenshire.example");
  const thisYear = await publishVote(
    officers,
    {
      ...THIS_YEAR,
      opensAt: morning(-14),
      closesAt: evening(30),
      pots: [
        { ward: "Millbrook", amountPounds: 120_000, projects: MILLBROOK_PROJECTS },
        { ward: "Fellside", amountPounds: 70_000, projects: FELLSIDE_PROJECTS },
        { ward: "Northmoor", amountPounds: 80_000, projects: [] },
      ],
    },
    (engagementId) => shortlistProjects({ author: officers.author, reviewer }, engagementId),
  );
  const districts = ["ZZ5", "ZZ3", "ZZ6"];
  for (const [index, each] of (await getVoteForOfficers(officers.author, thisYear)).programme.pots.entries())
    await castBallots(officers.author, { pollId: each.pollId, district: districts[index] ?? "ZZ5", voters: 60 - index * 15 });

  await amendRules(officers.author, officers.approver, thisYear, evening(31));
  await loseKeys(returning, await at("admin@brackenshire.example"), { engagementId: thisYear, slug: THIS_YEAR.slug, district: "ZZ5" });

  // Next year's is a draft somebody is still working on.
  const youngPatch = await draftVote(officers.author, { ...NEXT_YEAR, opensAt: morning(60), closesAt: evening(102), pots: [{ ward: null, amountPounds: 40_000, projects: NORTHMOOR_PROJECTS.slice(0, 2) }] });
  await checkProposals({ author: officers.author, reviewer }, youngPatch);
  await nameKeyHolders(returning, youngPatch);

  const vale = { author: await at("officer@alaw-vale.example", ALAW_VALE.slug), checker: await at("admin@alaw-vale.example", ALAW_VALE.slug), approver: await at("approver@alaw-vale.example", ALAW_VALE.slug) };
  for (const story of [VALE_VOTE, VALE_ORDER, VALE_POINTS])
    await publishVote(vale, { ...story, opensAt: morning(-7), closesAt: evening(40), pots: [{ ward: null, amountPounds: 25_000, projects: ALAW_VALE_PROJECTS }] });

  await transferValeAssets(vale.author);

  // What comes next year collects ideas already.
  const coming = await announceNextProgramme(officers, {
    ...COMING,
    pots: [
      { ward: "Millbrook", amountPounds: 120_000, projects: [] },
      { ward: "Northmoor", amountPounds: 80_000, projects: [] },
    ],
  });
  await collectIdeas(officers.author, await at("moderator@brackenshire.example"), coming);
  const valeComing = await announceNextProgramme(vale, { ...VALE_COMING, pots: [{ ward: null, amountPounds: 25_000, projects: [] }] });
  await collectFewIdeas(vale.author, valeComing);
  await feedProgramme(officers.author, "families-first", coming, { amountPounds: 5_000, what: { en: "Play in the school holidays", cy: "Chwarae yn ystod gwyliau’r ysgol" } });
  await feedProgramme(vale.author, await poolForWarmHomes(vale.author, vale.approver), valeComing, { amountPounds: 3_000, what: { en: "Warm places to meet", cy: "Mannau cynnes i gwrdd" } });
  await holdElections({ ...officers, returning, presiding: await at("presiding@brackenshire.example"), moderator: await at("moderator@brackenshire.example"), resident: await at("resident@brackenshire.example") }, runJobs);
  await holdWardElection({ author: vale.author, approver: vale.approver, returning: await at("returning@alaw-vale.example", ALAW_VALE.slug) });
  const library = await askAboutLibrary(officers);
  const buses = await publishConsultation(officers, BUSES, { opensAt: morning(-10), closesAt: evening(38), resultsAt: evening(90) });
  await answerBuses(BRACKENSHIRE.slug, buses.consultationId, 36);
  await giveMoreTime(officers.author, buses.engagementId, evening(45));
  await publishConsultation(vale, PARKS, { opensAt: morning(-5), closesAt: evening(45), resultsAt: evening(80) });
  await concludeLibrary(officers, library);
  await keepLibraryRegister({ ...officers, admin: await at("admin@brackenshire.example") });
  await askAboutPlayStreets(officers);
  await tieLibraryAndBuses(officers.author);
  await tieLightsOnPath(officers.author, coming);
  await tieVale(vale.author, valeComing);
  await keepPromises(officers, await at("police@brackenshire.example"));
  await draftWellBeingPlan(vale);
  await writeOwnFramework(officers.author, { en: "Millbrook", cy: "Millbrook" });
  await writeOwnFramework(vale.author, { en: "Llanalaw", cy: "Llanalaw" });
  await keepRegister(officers);
  await keepValeRegister(vale);
  await shareAPlan(officers, vale.approver);
  await runJobs();
}
