import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { daysBetween, londonDay } from "#domain/basics/london-time.ts";
import { judgePhases, type DatedPhase } from "#domain/budgeting/phase.ts";
import { judgeCost, type PotLimits } from "#domain/budgeting/pot.ts";
import { checkSurvey } from "#domain/consultations/check-survey.ts";
import type { Survey } from "#domain/consultations/survey.ts";

/**
 * What must hold before an engagement may be published: the four Gunning principles
 * (R v Brent LBC ex p Gunning (1985); approved in R (Moseley) v Haringey LBC [2014] UKSC 56)
 * and the duties that stand beside them.
 */
export const COMMON_ITEMS = [
  "formative-stage",
  "sufficient-reasons",
  "alternatives-rejected",
  "cannot-change",
  "adequate-time",
  "equality-impact",
  "both-languages",
  "pre-election-period",
] as const;

/**
 * What a consultation is checked for besides: Gunning's fourth principle planned before anybody answers, that people who are affected
 * are reached, that answers can be told by protected characteristic (Equality Act 2010, s. 149), and that personal data are cared for
 * (UK GDPR, arts 13 and 35).
 */
export const CONSULTATION_ITEMS = ["conscientious-consideration", "reach", "equality-questions", "personal-data"] as const;

export const READINESS_ITEMS = [...COMMON_ITEMS, ...CONSULTATION_ITEMS] as const;
export type ReadinessItem = (typeof READINESS_ITEMS)[number];

/** A signature under one item: somebody's name under evidence. */
export interface SignedItem {
  readonly item: ReadinessItem;
  readonly evidence: string;
}

/** Everything of a draft that readiness is judged by. */
export interface DraftToJudge {
  /** Whether the council publishes in Welsh, so that both languages must be complete. */
  readonly welsh: boolean;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly resultsAt: Date | null;
  /** The engagement's own texts, by name. */
  readonly texts: Readonly<Record<DraftText, BilingualText>>;
  readonly phases: readonly DatedPhase[];
  /** Null where it holds no vote. */
  readonly pots: readonly DraftPot[] | null;
  /** Null where it holds no consultation. */
  readonly survey: Survey | null;
  /** What the statute that asks for it says; null where none was chosen. Days are of the calendar, null where the law names no number. */
  readonly askedByLaw: { readonly minimumDays: number | null } | null;
  readonly signatures: readonly SignedItem[];
}

export const DRAFT_TEXTS = ["title", "summary", "decision", "decidedBy", "affected"] as const;
export type DraftText = (typeof DRAFT_TEXTS)[number];

export interface DraftPot extends PotLimits {
  readonly name: BilingualText;
  readonly projects: readonly { readonly title: BilingualText; readonly summary: BilingualText; readonly costPence: number }[];
}

export type ItemState = "done" | "attention" | "not-yet";

/** How one item stands: signed, signed but to be looked at, or not signed. `code` names the sentence that says so. */
export interface ItemVerdict {
  readonly item: ReadinessItem;
  readonly state: ItemState;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Readiness {
  readonly items: readonly ItemVerdict[];
  /** What stands in the way of sending it for approval; `field` names the section where it is put right. */
  readonly missing: readonly Fault[];
}

/** Weeks that people are given: fewer than six are warned about, fewer than four need a reason. */
export const ENOUGH_DAYS = 42;
export const FEWEST_DAYS = 28;

export type TimeGiven = "not-set" | "enough" | "short" | "very-short";

/** Whether people have time to answer, in days of London's calendar. */
export function judgeTime(opensAt: Date | null, closesAt: Date | null): { readonly given: TimeGiven; readonly days: number } {
  if (opensAt === null || closesAt === null) return { given: "not-set", days: 0 };
  const days = daysBetween(londonDay(opensAt), londonDay(closesAt));
  return { given: days >= ENOUGH_DAYS ? "enough" : days >= FEWEST_DAYS ? "short" : "very-short", days };
}

/** What this draft is checked for. */
export const itemsOf = ({ survey }: Pick<DraftToJudge, "survey">): readonly ReadinessItem[] => (survey === null ? COMMON_ITEMS : READINESS_ITEMS);

/** What is ready, what needs a look, and what stands in the way. */
export function judgeReadiness(draft: DraftToJudge, now: Date): Readiness {
  const missing = [...missingTexts(draft), ...missingTimes(draft, now), ...missingMoney(draft), ...phaseFaults(draft), ...surveyFaults(draft)];
  const items = itemsOf(draft).map((item) => judgeItem(item, draft, missing));
  const unsigned = items.filter(({ state }) => state === "not-yet").length;
  return { items, missing: unsigned === 0 ? missing : [...missing, { field: "readiness", code: "items-unsigned", params: { count: unsigned } }] };
}

function judgeItem(item: ReadinessItem, draft: DraftToJudge, missing: readonly Fault[]): ItemVerdict {
  const signed = draft.signatures.some((signature) => signature.item === item && signature.evidence.trim() !== "");
  if (item === "adequate-time") return judgeTimeItem(draft, signed);
  if (item === "both-languages" && missing.some(({ code }) => code === "text-missing")) return { item, state: "not-yet", code: "texts-missing" };
  if (!signed) return { item, state: "not-yet", code: item === "equality-questions" && draft.survey?.equality === false ? "equality-needs-reason" : "not-signed" };
  if (item === "equality-questions" && draft.survey?.equality === false) return { item, state: "attention", code: "equality-not-asked" };
  return { item, state: "done", code: "signed" };
}

function judgeTimeItem(draft: DraftToJudge, signed: boolean): ItemVerdict {
  const { given, days } = judgeTime(draft.opensAt, draft.closesAt);
  const item = "adequate-time";
  if (given === "not-set") return { item, state: "not-yet", code: "times-not-set" };
  const minimum = draft.askedByLaw?.minimumDays ?? null;
  // Less than a statute asks for is no matter of what is enough: it is said before anything else.
  if (minimum !== null && days < minimum) return { item, state: signed ? "attention" : "not-yet", code: "time-under-statute", params: { days, minimum } };
  const params = { days };
  if (!signed) return { item, state: "not-yet", code: given === "very-short" ? "time-needs-reason" : "not-signed", params };
  return given === "enough" ? { item, state: "done", code: "signed" } : { item, state: "attention", code: given === "short" ? "time-short" : "time-very-short", params };
}

function missingTexts({ welsh, texts, pots }: DraftToJudge): Fault[] {
  const languages: readonly Locale[] = welsh ? ["en", "cy"] : ["en"];
  const gaps = (field: string, text: string, words: BilingualText, of = ""): Fault[] =>
    languages.filter((language) => words[language].trim() === "").map((language) => ({ field, code: "text-missing", params: { text, language, of } }));
  return [
    ...DRAFT_TEXTS.flatMap((name) => gaps("details", name, texts[name])),
    ...(pots ?? []).flatMap((pot) => [
      ...gaps("pots", "potName", pot.name),
      ...pot.projects.flatMap((project) => {
        const of = textIn(project.title, "en").text;
        return [...gaps("projects", "projectTitle", project.title, of), ...gaps("projects", "projectSummary", project.summary, of)];
      }),
    ]),
  ];
}

function missingTimes({ opensAt, closesAt, resultsAt }: DraftToJudge, now: Date): Fault[] {
  const fault = (code: string): Fault => ({ field: "times", code });
  if (opensAt === null || closesAt === null) return [fault("times-not-set")];
  const faults: Fault[] = [];
  if (closesAt <= opensAt) faults.push(fault("closes-before-it-opens"));
  if (closesAt <= now) faults.push(fault("closes-in-the-past"));
  if (resultsAt === null) faults.push(fault("results-not-set"));
  else if (resultsAt < closesAt) faults.push(fault("results-before-close"));
  return faults;
}

function missingMoney({ pots }: DraftToJudge): Fault[] {
  if (pots === null) return [];
  if (pots.length === 0) return [{ field: "pots", code: "no-pot" }];
  return pots.flatMap((pot): Fault[] => {
    const name = textIn(pot.name, "en").text;
    if (pot.projects.length === 0) return [{ field: "projects", code: "no-projects", params: { pot: name } }];
    return pot.projects.flatMap((project) => {
      const fault = judgeCost(project.costPence, pot);
      return fault === null ? [] : [{ field: "projects", code: "cost-outside-limits", params: { of: textIn(project.title, "en").text } }];
    });
  });
}

function phaseFaults({ phases, opensAt, closesAt }: DraftToJudge): Fault[] {
  if (judgePhases(phases).length > 0) return [{ field: "phases", code: "phases-out-of-order" }];
  // People read the day on the line of phases and come to vote by it.
  const voting = phases.find(({ phase }) => phase === "voting");
  if (voting === undefined || opensAt === null || closesAt === null) return [];
  const sameDays = voting.startsOn === londonDay(opensAt) && (voting.endsOn === null || voting.endsOn === londonDay(closesAt));
  return sameDays ? [] : [{ field: "phases", code: "voting-phase-not-the-times" }];
}

/** A survey in which somebody would be stuck, or that is not in both languages, is not published; each finding stands on the survey's own page. */
function surveyFaults({ survey, welsh }: DraftToJudge): Fault[] {
  if (survey === null) return [];
  const errors = checkSurvey(survey, { welsh }).filter(({ weight }) => weight === "error").length;
  return errors === 0 ? [] : [{ field: "survey", code: "survey-has-faults", params: { count: errors } }];
}
