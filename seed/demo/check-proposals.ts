import { database } from "#db/client.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { Check, Checks } from "#domain/budgeting/feasibility.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { assignReview } from "#features/budgeting/feasibility/assign-review.ts";
import { decideFeasibility } from "#features/budgeting/feasibility/decide-feasibility.ts";
import { excludeProposals } from "#features/budgeting/feasibility/exclude-proposals.ts";
import { noteReview } from "#features/budgeting/feasibility/note-review.ts";
import { saveReview } from "#features/budgeting/feasibility/save-review.ts";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string) => ({ en, cy });
const fine = (words: string): Check => ({ state: "fine", words });
const careful = (words: string): Check => ({ state: "attention", words });
const stopped = (words: string): Check => ({ state: "stopped", words });
const WAITING: Check = { state: "waiting", words: "" };

interface DemoProposal {
  readonly title: { readonly en: string; readonly cy: string };
  readonly words: { readonly en: string; readonly cy: string };
  readonly author: string;
  readonly ward: string;
  readonly asked: number;
  readonly checks: Checks | null;
  readonly cost: number | null;
  readonly running: number | null;
  readonly verdict: "feasible" | "not-feasible" | null;
  readonly reason?: { readonly en: string; readonly cy: string };
}

const PROPOSALS: readonly DemoProposal[] = [
  { title: text("Millpond boardwalk and dipping platform", "Llwybr pren a llwyfan Pwll y Felin"), words: text("A safe path to the water for school groups.", "Llwybr diogel at y dŵr i grwpiau ysgol."), author: "Friends of Millpond", ward: "Millbrook", asked: 30_000, checks: { land: fine("Council land"), planning: fine("Not needed"), upkeep: careful("£900 a year"), equality: fine("Fine") }, cost: 38_000, running: 900, verdict: null },
  { title: text("Skate and scooter ramp", "Ramp sglefrio a sgwteri"), words: text("A ramp by the leisure centre.", "Ramp ger y ganolfan hamdden."), author: "Jubilee Skaters", ward: "Millbrook", asked: 40_000, checks: { land: fine("Council land"), planning: WAITING, upkeep: fine("No cost"), equality: fine("Fine") }, cost: 46_000, running: null, verdict: null },
  { title: text("Zip wire over the quay", "Gwifren wib dros y cei"), words: text("A zip wire from the harbour wall.", "Gwifren wib o wal yr harbwr."), author: "D. Marlow", ward: "Fellside", asked: 25_000, checks: { land: stopped("Harbour trust"), planning: stopped("Refused"), upkeep: stopped("£22,000 a year"), equality: careful("Not step-free") }, cost: 140_000, running: 22_000, verdict: "not-feasible", reason: text("The harbour trust owns the quay wall and cannot allow it. Running it would cost £22,000 a year.", "Ymddiriedolaeth yr harbwr sy’n berchen ar wal y cei ac ni all ei ganiatáu. Byddai’n costio £22,000 y flwyddyn i’w gynnal.") },
  { title: text("Wheelchair-friendly canoe pontoon", "Pontŵn canŵ hygyrch"), words: text("A pontoon that everybody can use.", "Pontŵn y gall pawb ei ddefnyddio."), author: "Brook Paddlers", ward: "Millbrook", asked: 35_000, checks: { land: careful("Licence needed"), planning: fine("Not needed"), upkeep: careful("£1,200 a year"), equality: fine("Strong") }, cost: 41_000, running: 1_200, verdict: null },
  { title: text("Friday late bus and shelter", "Bws hwyr nos Wener a lloches"), words: text("A bus home at 11pm.", "Bws adref am 11pm."), author: "Youth Council", ward: "Northmoor", asked: 18_000, checks: { land: fine("Highway"), planning: fine("Not needed"), upkeep: fine("No cost"), equality: fine("Strong") }, cost: 18_000, running: null, verdict: "feasible" },
  { title: text("Paint the water tower", "Paentio’r tŵr dŵr"), words: text("A mural on the water tower.", "Murlun ar y tŵr dŵr."), author: "A. Osei", ward: "Northmoor", asked: 9_000, checks: null, cost: null, running: null, verdict: null },
  { title: text("60 street trees for the Weavers estate", "60 o goed stryd i ystâd y Gwehyddion"), words: text("Shade and birds on every street.", "Cysgod ac adar ar bob stryd."), author: "Weavers Tenants’ Group", ward: "Millbrook", asked: 20_000, checks: { land: fine("Highway"), planning: fine("Not needed"), upkeep: fine("In budget"), equality: fine("Fine") }, cost: 21_000, running: null, verdict: "feasible" },
];

/** Proposals that services are checking, in all the states there are. */
export async function checkProposals({ author, reviewer }: { readonly author: ActorScope; readonly reviewer: ActorScope }, engagementId: string): Promise<void> {
  const { programme } = await getVoteForOfficers(author, engagementId);
  const wards = await listAreaChoices(author);
  const rows = PROPOSALS.map(({ title, words, author: authorName, ward, asked }, at) => ({
    id: randomId(),
    councilId: author.council.id,
    programmeId: programme.id,
    number: at + 1,
    state: "proposal" as const,
    writtenIn: "en" as const,
    authorName,
    titleEn: title.en,
    titleCy: title.cy,
    textEn: words.en,
    textCy: words.cy,
    areaId: wards.find(({ name }) => name.en === ward)?.id ?? null,
    costPence: asked * 100,
    sentAt: now(),
    changedAt: now(),
  }));
  await database().insert(ideas).values(rows);
  for (const [at, { checks, cost, running, verdict, reason }] of PROPOSALS.entries()) {
    const ideaId = rows[at]?.id ?? "";
    if (checks !== null)
      await done(saveReview(reviewer, { ideaId, version: 0, review: { checks, lowPence: cost === null ? null : cost * 100, highPence: null, runningPence: running === null ? null : running * 100 } }));
    if (verdict !== null) await done(decideFeasibility(author, { ideaId, verdict, reason: reason ?? { en: "", cy: "" } }));
  }
  const [first, second] = rows;
  if (first === undefined || second === undefined) return;
  await done(assignReview(author, { ideaIds: rows.map(({ id }) => id), service: "Parks", reviewerId: reviewer.actor.personId, dueOn: addDays(londonDay(now()), 14) }));
  await done(assignReview(author, { ideaIds: [second.id], service: "Planning", reviewerId: null, dueOn: addDays(londonDay(now()), -3) }));
  await done(noteReview(reviewer, { ideaId: second.id, once: randomId(), text: "A noise survey was asked for; the neighbours were written to." }));
  await done(excludeProposals(reviewer, { programmeId: programme.id, ideaId: first.id, otherNumber: 4, reason: text("Both need the same bank of the pond.", "Mae ar y ddau angen yr un lan o’r pwll.") }));
}
