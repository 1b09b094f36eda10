import { defined } from "#domain/basics/assert.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Checks } from "#domain/budgeting/feasibility.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { decideFeasibility } from "#features/budgeting/feasibility/decide-feasibility.ts";
import type { VersionInView } from "#features/budgeting/feasibility/queries.ts";
import { saveReview } from "#features/budgeting/feasibility/save-review.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { closeCall, openCall, saveCall } from "#features/budgeting/idea-calls/save-call.ts";
import { moveIdea } from "#features/budgeting/ideas/move-idea.ts";
import { sendIdea } from "#features/budgeting/ideas/send-idea.ts";
import { supportIdea } from "#features/budgeting/ideas/support-idea.ts";
import { changePhases } from "#features/involvement/drafting/change-phases.ts";
import { editProject } from "#features/involvement/drafting/edit-project.ts";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { applyShortlist, type ChosenProposal } from "#features/involvement/shortlisting/apply-shortlist.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { NORTHMOOR_PROJECTS, type DemoProject } from "./brackenshire.ts";
import { makeResidents } from "./collect-ideas.ts";

const WARD = "Northmoor";
const text = (en: string, cy: string): BilingualText => ({ en, cy });
const fine = (words: string) => ({ state: "fine" as const, words });
const FINE: Checks = { land: fine("Agreed with its owner"), planning: fine("Not needed"), upkeep: fine("In budget"), equality: fine("Fine") };

interface DemoProposal {
  readonly by: string;
  readonly title: BilingualText;
  readonly text: BilingualText;
  readonly supports: number;
  readonly costPounds: number;
  readonly versions?: readonly VersionInView[];
  /** Why it cannot be done; left out where it can. */
  readonly cannot?: BilingualText;
  /** The project it becomes; left out where it is passed over. */
  readonly project?: DemoProject;
}

const [PEAT, BOOKS, CYCLING, HEALTH] = NORTHMOOR_PROJECTS.map((project) => project);

/** What becomes one of the ballot's projects, in its author's words. */
const becoming = (project: DemoProject | undefined, by: string, supports: number, more: BilingualText, rest: Partial<DemoProposal> = {}): DemoProposal => {
  const { title, summary, costPounds } = defined(project, "a project of Northmoor");
  return { by, title, text: text(`${summary.en}\n\n${more.en}`, `${summary.cy}\n\n${more.cy}`), supports, costPounds, ...rest, project: defined(project, "a project of Northmoor") };
};

const PROPOSALS: readonly DemoProposal[] = [
  becoming(PEAT, "Nia", 7, text("The curlews used to nest there every spring.", "Byddai’r gylfinir yn nythu yno bob gwanwyn.")),
  becoming(BOOKS, "Sam", 2, text("The van passes us now and does not stop.", "Mae’r fan yn mynd heibio i ni heb stopio ar hyn o bryd.")),
  becoming(CYCLING, "Jo", 8, text("The last part, over the bridge, can come later.", "Gall y rhan olaf, dros y bont, ddod yn ddiweddarach."), {
    costPounds: 58_000,
    versions: [{ grade: "good", costPence: 34_000_00, runningPence: 60_000, what: defined(CYCLING, "a project of Northmoor").summary }],
  }),
  becoming(HEALTH, "Aisha", 5, text("The ambulance takes twenty minutes to reach us.", "Mae’r ambiwlans yn cymryd ugain munud i’n cyrraedd.")),
  {
    by: "Owen",
    title: text("A new road surface for the farm lane", "Wyneb newydd i lôn y fferm"),
    text: text("The lane floods and breaks up each winter.", "Mae’r lôn yn gorlifo ac yn chwalu bob gaeaf."),
    supports: 4,
    costPounds: 62_000,
  },
  {
    by: "Gwen",
    title: text("Flower tubs at the crossroads", "Tybiau blodau wrth y groesffordd"),
    text: text("Six tubs that the school plants each year.", "Chwe thwb y mae’r ysgol yn eu plannu bob blwyddyn."),
    supports: 1,
    costPounds: 1_800,
  },
  {
    by: "Tomos",
    title: text("A wind turbine on the common", "Tyrbin gwynt ar y comin"),
    text: text("It would pay for the village hall’s electricity.", "Byddai’n talu am drydan neuadd y pentref."),
    supports: 3,
    costPounds: 79_000,
    cannot: text("The common is protected for its birds, and the law allows nothing to be built on it.", "Mae’r comin wedi’i warchod oherwydd ei adar, ac nid yw’r gyfraith yn caniatáu adeiladu dim arno."),
  },
];

/**
 * The ballot of one ward as it comes from its people's ideas: sent and supported by residents, checked by a service, and put on the draft
 * ballot by criteria that everybody may read, with one choice where officers decided otherwise and said why. The other wards' projects
 * were written in by an officer.
 */
export async function shortlistProjects({ author, reviewer }: { readonly author: ActorScope; readonly reviewer: ActorScope }, engagementId: string): Promise<void> {
  const draft = { engagementId, seen: "" };
  const { programme } = await getVoteForOfficers(author, engagementId);
  const programmeId = programme.id;
  const ward = defined((await listAreaChoices(author)).find(({ name }) => name.en === WARD), WARD);
  const pot = defined(programme.pots.find(({ areaId }) => areaId === ward.id), "its pot");

  // Its days of collecting ideas lie in the past, and nobody can send one there: without dates it is the officer's opening that counts.
  await done(changePhases(author, draft, []));
  const call = await getCall(author, programmeId);
  await done(saveCall(author, { programmeId, seen: call.version, intro: text("What would make Northmoor better?", "Beth fyddai’n gwneud Northmoor yn well?"), policy: text("", ""), form: call.form, mostPerPerson: 3, seenFirst: false, supportsTaken: true }));
  await done(openCall(author, programmeId));
  const people = await makeResidents(author, [...new Set(PROPOSALS.map(({ by }) => by)), "Megan", "Kofi", "Rhian", "Lena"]);
  const chosen = new Map<string, ChosenProposal>();
  for (const { by, title, text: words, supports, costPounds, versions = [], cannot, project } of PROPOSALS) {
    const ideaId = randomId();
    const content = { authorName: project?.proposer ?? by, writtenIn: "en" as const, title, text: words, category: "", areaId: ward.id, place: "", point: null, costPence: null, photo: { photoId: null, alt: text("", "") }, answers: {} };
    const { number } = await done(sendIdea(defined(people.get(by), by), { once: ideaId, programmeId, content }));
    for (const [, person] of [...people].filter(([name]) => name !== by).slice(0, supports)) await done(supportIdea(person, { programmeId, number, support: true }));
    await done(moveIdea(author, { ideaId, act: "develop", reason: text("", "") }));
    const checks: Checks = cannot ? { ...FINE, planning: { state: "stopped", words: "Protected land" } } : FINE;
    await done(saveReview(reviewer, { ideaId, version: 0, review: { checks, lowPence: costPounds * 100, highPence: null, runningPence: null, versions } }));
    await done(decideFeasibility(author, { ideaId, verdict: cannot ? "not-feasible" : "feasible", reason: cannot ?? text("", "") }));
    if (project) chosen.set(ideaId, { potId: pot.id, grade: versions[0]?.grade ?? null });
  }
  await done(closeCall(author, programmeId));
  await done(changePhases(author, draft, programme.phases));

  await done(
    applyShortlist(author, {
      engagementId,
      criteria: { fewestSupports: 3, most: 6, balanced: false, mostPence: 40_000_00 },
      chosen,
      departure: text("Few people knew of the library van’s idea in time. It is the only one from the school, and the school council asked for it.", "Ychydig o bobl a wyddai am syniad y fan lyfrgell mewn pryd. Dyma’r unig un o’r ysgol, a gofynnodd cyngor yr ysgol amdano."),
    }),
  );
  const onBallot = (await getVoteForOfficers(author, engagementId)).programme.pots.find(({ id }) => id === pot.id)?.projects ?? [];
  for (const { id, ...project } of onBallot) {
    const tile = defined(NORTHMOOR_PROJECTS.find(({ title }) => title.en === project.title.en), project.title.en).tile;
    await done(editProject(author, draft, { projectId: id, change: { ...project, tile } }));
  }
}
