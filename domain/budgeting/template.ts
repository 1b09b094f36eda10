import { addDays, type CivilDay } from "#domain/basics/london-time.ts";
import { RESIDENTS, type ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import type { DatedPhase, Phase } from "./phase.ts";

/** Ways a budget vote usually goes. */
export const TEMPLATES = ["single-pot", "ward-programme", "parish", "school"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export interface ProgrammeTemplate {
  /** Its phases one after another, each with its days. */
  readonly phases: readonly { readonly phase: Phase; readonly days: number }[];
  /** Pence of a pot, unless somebody says otherwise. */
  readonly usualPence: number;
  /** A pot for each ward; else one for everybody. */
  readonly potPerWard: boolean;
  readonly electorate: ElectorateTerms;
  /** The most one project may cost, as a share of the pot; null for no limit but the pot. */
  readonly mostShare: number | null;
}

/** How every vote ends: so many days to vote, so many to check the count, then results and what is built of them. */
const votingOnwards = (days: number, checking: number) =>
  [{ phase: "voting", days }, { phase: "checking-the-count", days: checking }, { phase: "results", days: 1 }, { phase: "delivery", days: 0 }] as const;

export const PROGRAMME_TEMPLATES: Readonly<Record<TemplateName, ProgrammeTemplate>> = {
  "single-pot": {
    phases: votingOnwards(42, 7),
    usualPence: 5_000_000,
    potPerWard: false,
    electorate: { ...RESIDENTS, minAge: 11 },
    mostShare: null,
  },
  "ward-programme": {
    phases: [
      { phase: "informing", days: 14 },
      { phase: "collecting-ideas", days: 42 },
      { phase: "developing-proposals", days: 21 },
      { phase: "feasibility", days: 56 },
      { phase: "shortlisting", days: 14 },
      { phase: "publishing-costs", days: 14 },
      ...votingOnwards(42, 7),
    ],
    usualPence: 10_000_000,
    potPerWard: true,
    electorate: { ...RESIDENTS, minAge: 11 },
    mostShare: null,
  },
  parish: {
    phases: votingOnwards(14, 3),
    usualPence: 500_000,
    potPerWard: false,
    electorate: { ...RESIDENTS, minAge: 11 },
    mostShare: null,
  },
  school: {
    phases: votingOnwards(7, 2),
    usualPence: 100_000,
    potPerWard: false,
    // Whoever has a code of a class may vote: the school handed it to them.
    electorate: { ...RESIDENTS, ties: [], identityLevel: 3 },
    mostShare: null,
  },
};

/** How the budget of a young mayor goes: what they promised is costed first, then young people choose. Its electorate is that of the election. */
export const MAYORS_BUDGET: Pick<ProgrammeTemplate, "phases" | "usualPence"> = {
  phases: [
    { phase: "developing-proposals", days: 14 },
    { phase: "feasibility", days: 28 },
    { phase: "shortlisting", days: 7 },
    { phase: "publishing-costs", days: 7 },
    ...votingOnwards(21, 3),
  ],
  usualPence: 2_500_000,
};

/** A template's phases from a first day on, each beginning the day after the one before it; the last has no end. */
export function phasesFrom(template: Pick<ProgrammeTemplate, "phases">, firstDay: CivilDay): readonly DatedPhase[] {
  let day = firstDay;
  return template.phases.map(({ phase, days }) => {
    const startsOn = day;
    if (days === 0) return { phase, startsOn, endsOn: null };
    day = addDays(startsOn, days);
    return { phase, startsOn, endsOn: addDays(day, -1) };
  });
}

/** Phases of a vote alone, by the days it opens and closes and its results are promised for. */
export const phasesOfVote = (opensOn: CivilDay, closesOn: CivilDay, resultsOn: CivilDay): readonly DatedPhase[] => [
  { phase: "voting", startsOn: opensOn, endsOn: closesOn },
  ...(resultsOn > closesOn ? [{ phase: "results" as const, startsOn: resultsOn, endsOn: resultsOn }] : []),
  { phase: "delivery", startsOn: addDays(resultsOn, 1), endsOn: null },
];

/** Next year's name of a programme: its year, or years, one more; its name and the year where it has none. */
export function nextYearsName(name: string, year: number): string {
  if (name === "") return "";
  const named = name.replace(/\b(20\d{2})\b/g, (found) => String(Number(found) + 1));
  return named === name ? `${name} ${year}` : named;
}
