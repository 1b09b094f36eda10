import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { agreements, frameworks, strategies, strategyOutcomes, strategyThemes } from "#db/schema/priorities/agreements.ts";
import { assessmentFlags, assessments } from "#db/schema/priorities/assessments.ts";
import { nationalIndicators } from "#db/schema/priorities/indicators.ts";
import { priorityTargets, targetAreas, targetPartners, targetReturns } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { yearsOf, type AgreementState, type TargetKind } from "#domain/priorities/agreement.ts";
import type { AssessmentKind, FlagColour } from "#domain/priorities/assessment.ts";
import type { Polarity, Trajectory } from "#domain/priorities/progress.ts";
import type { Quarter } from "#domain/priorities/quarter.ts";
import type { TargetStatus } from "#domain/priorities/target.ts";
import { fitYears } from "#domain/priorities/target-content.ts";
import { trajectoryOf } from "./returns/trajectory-of.ts";

export interface ReturnInView {
  readonly quarter: Quarter;
  readonly version: number;
  readonly value: number | null;
  readonly status: TargetStatus | null;
  /** Where the target should have stood at the end of the quarter. */
  readonly expected: number | null;
  readonly narrative: BilingualText;
  readonly evidence: string;
  /** The partner that gave it; null for the council. */
  readonly partnerId: string | null;
  readonly givenAt: Date;
}

export interface PartInView {
  readonly partnerId: string;
  readonly name: BilingualText;
  readonly underDuty: boolean;
  readonly part: "lead" | "co-operates";
}

/** The plan a target stands in, as its page needs it. */
export interface PlanOfTarget {
  readonly id: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly state: AgreementState;
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
  readonly atRiskPercent: number;
}

export interface TargetInView {
  readonly id: string;
  readonly slug: string;
  readonly theme: string;
  readonly title: BilingualText;
  readonly narrative: BilingualText;
  /** What is measured, and its unit; all readings are in that unit. */
  readonly indicator: BilingualText;
  readonly baseline: number | null;
  readonly latest: number | null;
  readonly target: number | null;
  readonly lead: string;
  readonly status: TargetStatus;
  readonly updatedAt: Date;
  /** Null for a promise outside any plan. */
  readonly plan: PlanOfTarget | null;
  readonly outcomeId: string | null;
  readonly kind: TargetKind;
  readonly indicatorNumber: number | null;
  readonly polarity: Polarity;
  readonly baselineOn: CivilDay | null;
  readonly baselineDeferredUntil: CivilDay | null;
  readonly yearly: readonly (number | null)[];
  readonly approvedOn: CivilDay | null;
  readonly designatedOn: CivilDay | null;
  readonly removedOn: CivilDay | null;
  readonly parts: readonly PartInView[];
  /** Where it is narrower than the whole council; empty for all of it. */
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  /** The last version of each quarter, in order of time. */
  readonly returns: readonly ReturnInView[];
  /** Null until a baseline and a yearly number are known. */
  readonly trajectory: Trajectory | null;
}

/** Every target of the council, by theme and name; those a plan has removed only where asked for. */
export async function listTargets(scope: AnyScope, { removed = false }: { readonly removed?: boolean } = {}): Promise<readonly TargetInView[]> {
  const ours = scope.council.id;
  const [rows, parts, wards, returns] = await Promise.all([
    database()
      .select({ target: priorityTargets, plan: agreements, rules: frameworks.rules })
      .from(priorityTargets)
      .leftJoin(agreements, eq(agreements.id, priorityTargets.agreementId))
      .leftJoin(frameworks, eq(frameworks.id, agreements.frameworkId))
      .where(eq(priorityTargets.councilId, ours))
      .orderBy(asc(priorityTargets.theme), asc(priorityTargets.slug)),
    database()
      .select({ targetId: targetPartners.targetId, partnerId: partners.id, nameEn: partners.nameEn, nameCy: partners.nameCy, underDuty: partners.underDuty, part: targetPartners.part })
      .from(targetPartners)
      .innerJoin(partners, eq(partners.id, targetPartners.partnerId))
      .where(eq(targetPartners.councilId, ours))
      .orderBy(desc(targetPartners.part), asc(partners.nameEn)),
    database().select({ targetId: targetAreas.targetId, id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy }).from(targetAreas).innerJoin(areas, eq(areas.id, targetAreas.areaId)).where(eq(targetAreas.councilId, ours)).orderBy(asc(areas.nameEn)),
    database().selectDistinctOn([targetReturns.targetId, targetReturns.quarter]).from(targetReturns).where(eq(targetReturns.councilId, ours)).orderBy(targetReturns.targetId, targetReturns.quarter, desc(targetReturns.version)),
  ]);
  return rows
    .filter(({ target }) => removed || target.removedOn === null)
    .map(({ target, plan, rules }): TargetInView => ({
      id: target.id,
      slug: target.slug,
      theme: target.theme,
      title: bilingual(target.titleEn, target.titleCy),
      narrative: bilingual(target.narrativeEn, target.narrativeCy),
      indicator: bilingual(target.indicatorEn, target.indicatorCy),
      baseline: target.baseline,
      latest: target.latest,
      target: target.target,
      lead: target.lead,
      status: target.status,
      updatedAt: target.updatedAt,
      plan: plan && rules ? { id: plan.id, slug: plan.slug, title: bilingual(plan.titleEn, plan.titleCy), state: plan.state, startsOn: plan.startsOn, endsOn: plan.endsOn, atRiskPercent: rules.atRiskPercent } : null,
      outcomeId: target.outcomeId,
      kind: target.kind,
      indicatorNumber: target.indicatorNumber,
      polarity: target.polarity,
      baselineOn: target.baselineOn,
      baselineDeferredUntil: target.baselineDeferredUntil,
      yearly: plan ? fitYears(target.yearly, yearsOf({ from: plan.startsOn, to: plan.endsOn })) : [],
      approvedOn: target.approvedOn,
      designatedOn: target.designatedOn,
      removedOn: target.removedOn,
      parts: parts.filter(({ targetId }) => targetId === target.id).map(({ partnerId, nameEn, nameCy, underDuty, part }) => ({ partnerId, name: bilingual(nameEn, nameCy), underDuty, part })),
      areas: wards.filter(({ targetId }) => targetId === target.id).map(({ id, nameEn, nameCy }) => ({ id, name: bilingual(nameEn, nameCy) })),
      returns: returns.filter(({ targetId }) => targetId === target.id).map(({ narrativeEn, narrativeCy, ...each }) => ({ ...each, narrative: bilingual(narrativeEn, narrativeCy) })),
      trajectory: plan ? trajectoryOf(target, plan.startsOn) : null,
    }));
}

/** One target, also where its plan has removed it; 404 where the council has none of that name. */
export async function getTarget(scope: AnyScope, slug: string): Promise<TargetInView> {
  return found(
    (await listTargets(scope, { removed: true })).find((target) => target.slug === slug),
    "target",
  );
}

export interface OutcomeInView {
  readonly id: string;
  readonly title: BilingualText;
}

export interface ThemeInView {
  readonly id: string;
  readonly position: number;
  readonly title: BilingualText;
  readonly lead: BilingualText;
  readonly outcomes: readonly OutcomeInView[];
}

export interface StrategyInView {
  readonly id: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly story: BilingualText;
  readonly fromYear: number;
  readonly toYear: number;
  readonly themes: readonly ThemeInView[];
}

/** The council's strategies with their themes and outcomes, newest first. */
export async function listStrategies(scope: AnyScope): Promise<readonly StrategyInView[]> {
  const ours = scope.council.id;
  const [all, themes, outcomes] = await Promise.all([
    database().select().from(strategies).where(eq(strategies.councilId, ours)).orderBy(desc(strategies.fromYear), asc(strategies.slug)),
    database().select().from(strategyThemes).where(eq(strategyThemes.councilId, ours)).orderBy(asc(strategyThemes.position)),
    database().select().from(strategyOutcomes).where(eq(strategyOutcomes.councilId, ours)).orderBy(asc(strategyOutcomes.position)),
  ]);
  return all.map((strategy) => ({
    id: strategy.id,
    slug: strategy.slug,
    title: bilingual(strategy.titleEn, strategy.titleCy),
    story: bilingual(strategy.storyEn, strategy.storyCy),
    fromYear: strategy.fromYear,
    toYear: strategy.toYear,
    themes: themes
      .filter(({ strategyId }) => strategyId === strategy.id)
      .map((theme) => ({
        id: theme.id,
        position: theme.position,
        title: bilingual(theme.titleEn, theme.titleCy),
        lead: bilingual(theme.leadEn, theme.leadCy),
        outcomes: outcomes.filter(({ themeId }) => themeId === theme.id).map(({ id, titleEn, titleCy }) => ({ id, title: bilingual(titleEn, titleCy) })),
      })),
  }));
}

/** A strategy by its address; 404 where there is none. */
export const getStrategy = async (scope: AnyScope, slug: string): Promise<StrategyInView> =>
  found(
    (await listStrategies(scope)).find((each) => each.slug === slug),
    "strategy",
  );

/** A theme by the last part of its address, `brackenshire-together-3`; 404 where there is none. */
export async function getTheme(scope: AnyScope, address: string): Promise<{ readonly strategy: StrategyInView; readonly theme: ThemeInView }> {
  const [, slug, position] = /^(.+)-(\d{1,3})$/.exec(address) ?? [];
  const strategy = found(
    (await listStrategies(scope)).find((each) => each.slug === slug),
    "strategy",
  );
  return { strategy, theme: found(strategy.themes.find((each) => each.position === Number(position)), "theme") };
}

export interface FlagInView {
  readonly id: string;
  readonly colour: FlagColour;
  readonly title: BilingualText;
  readonly evidence: BilingualText;
  readonly action: BilingualText;
  readonly actionBy: string;
  readonly dueOn: CivilDay | null;
  readonly clearedOn: CivilDay | null;
  readonly targetId: string | null;
}

export interface AssessmentInView {
  readonly id: string;
  readonly slug: string;
  readonly kind: AssessmentKind;
  readonly year: number;
  readonly title: BilingualText;
  readonly narrative: BilingualText;
  readonly published: boolean;
  readonly flags: readonly FlagInView[];
}

/** Every assessment, newest first; the public sees those that are published. */
export async function listAssessments(scope: AnyScope): Promise<readonly AssessmentInView[]> {
  const all = await database().select().from(assessments).where(eq(assessments.councilId, scope.council.id)).orderBy(desc(assessments.year), asc(assessments.slug));
  const shown = all.filter(({ publishedAt }) => scope.kind !== "public" || publishedAt !== null);
  const flags = shown.length === 0 ? [] : await database().select().from(assessmentFlags).where(and(eq(assessmentFlags.councilId, scope.council.id), inArray(assessmentFlags.assessmentId, shown.map(({ id }) => id)))).orderBy(asc(assessmentFlags.colour), asc(assessmentFlags.titleEn));
  return shown.map((each) => ({
    id: each.id,
    slug: each.slug,
    kind: each.kind,
    year: each.year,
    title: bilingual(each.titleEn, each.titleCy),
    narrative: bilingual(each.narrativeEn, each.narrativeCy),
    published: each.publishedAt !== null,
    flags: flags
      .filter(({ assessmentId }) => assessmentId === each.id)
      .map(({ titleEn, titleCy, evidenceEn, evidenceCy, actionEn, actionCy, ...flag }) => ({ ...flag, title: bilingual(titleEn, titleCy), evidence: bilingual(evidenceEn, evidenceCy), action: bilingual(actionEn, actionCy) })),
  }));
}

/** The national indicators read in so far, by number, for officers to choose from. */
export async function listIndicators(): Promise<readonly { readonly number: number; readonly code: string; readonly title: string; readonly status: string }[]> {
  const { number, code, title, status } = nationalIndicators;
  return database().select({ number, code, title, status }).from(nationalIndicators).orderBy(asc(number));
}
