import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { addDays, londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { PROGRAMME_TEMPLATES, phasesFrom, type TemplateName } from "#domain/budgeting/template.ts";
import type { DatedPhase } from "#domain/budgeting/phase.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Topic } from "#domain/involvement/engagement.ts";
import { openPot } from "#features/budgeting/pots/open-pot.ts";
import { setPhases } from "#features/budgeting/programmes/set-phases.ts";
import { coverAreas } from "#features/involvement/drafting/cover-areas.ts";
import { beginVote, USUAL_BALLOT, type CreatedVote } from "#features/involvement/drafting/create-budget-vote.ts";
import { getVoteForOfficers, type AreaChoice } from "#features/involvement/drafting/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export interface StartFromTemplate {
  /** The form's one-use number; becomes the engagement's id, so that a form sent twice makes one vote. */
  readonly once: string;
  readonly template: TemplateName;
  readonly title: BilingualText;
  readonly topic: Topic;
  /** Pence of each pot. */
  readonly amountPence: number;
  /** The first day of its first phase. */
  readonly startsOn: CivilDay;
}

/** Begins a budget vote the way one usually goes: its pots, its phases, its times and its rules, all as a draft that can be changed. */
export async function startFromTemplate(scope: ActorScope, input: StartFromTemplate, wards: readonly AreaChoice[]): Promise<Result<CreatedVote, readonly Fault[]>> {
  return inTransaction((tx) => begin(tx, scope, input, wards));
}

async function begin(tx: Transaction, scope: ActorScope, { once, template: name, title, topic, amountPence, startsOn }: StartFromTemplate, wards: readonly AreaChoice[]): Promise<Result<CreatedVote, readonly Fault[]>> {
  const template = PROGRAMME_TEMPLATES[name];
  const [first, ...others] = template.potPerWard ? wards : [];
  if (template.potPerWard && first === undefined) return err([{ field: "template", code: "no-wards" }]);
  const ballot = { ...USUAL_BALLOT, electorate: template.electorate };
  const begun = await beginVote(tx, scope, { once, title, topic, amountPence, areaId: first?.id ?? null, ballot });
  if (!begun.ok) return begun;
  const vote = await getVoteForOfficers(scope, begun.value.engagementId, tx);
  // The form sent twice: the second finds it done.
  if (vote.programme.phases.length > 0) return begun;
  for (const ward of others) {
    const opened = await openPot(tx, scope, { id: randomId(), programmeId: vote.programme.id, rules: ballot, pot: { name: ward.name, areaId: ward.id, amountPence, minProjectPence: null, maxProjectPence: null } });
    if (!opened.ok) return opened;
  }
  if (others.length > 0) await coverAreas(tx, vote);
  const phases = phasesFrom(template, startsOn);
  const set = await setPhases(tx, scope, { programmeId: vote.programme.id, phases, now: now() });
  if (!set.ok) return set;
  const times = timesOf(phases);
  if (times) await tx.update(engagements).set(times).where(eq(engagements.id, vote.id));
  return ok(begun.value);
}

/** When voting opens and closes and results are promised, by the days of the phases: 9 in the morning, 8 in the evening, midday. */
export function timesOf(phases: readonly DatedPhase[]): { readonly opensAt: Date; readonly closesAt: Date; readonly resultsAt: Date } | null {
  const voting = phases.find(({ phase }) => phase === "voting");
  if (!voting?.endsOn) return null;
  const results = phases.find(({ phase }) => phase === "results")?.startsOn ?? addDays(voting.endsOn, 7);
  return { opensAt: londonInstant(voting.startsOn, "09:00"), closesAt: londonInstant(voting.endsOn, "20:00"), resultsAt: londonInstant(results, "12:00") };
}
