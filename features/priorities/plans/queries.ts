import { and, arrayOverlaps, asc, desc, eq, inArray, isNull, max, ne, type SQL } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { agreementCouncils, agreementReviews, agreements, agreementSignatures, agreementSteps, draftConsents, frameworks, negotiationEntries } from "#db/schema/priorities/agreements.ts";
import { changeConsents, memoranda, targetChanges } from "#db/schema/priorities/changes.ts";
import { priorityTargets, quarterReopenings, targetContributions } from "#db/schema/priorities/targets.ts";
import { keptVersions } from "#db/schema/platform.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { AgreementState, ChangeKind, ChangeState } from "#domain/priorities/agreement.ts";
import type { ApprovalStep, FrameworkCode, FrameworkRules } from "#domain/priorities/framework.ts";
import type { Memorandum } from "#domain/priorities/memorandum.ts";
import type { Quarter } from "#domain/priorities/quarter.ts";
import { stepStands } from "#domain/priorities/sign-off.ts";
import type { TargetContent } from "#domain/priorities/target-content.ts";
import { currentVersion, type KeptVersion } from "#platform/kept-versions.ts";

export interface PlanInList {
  readonly id: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly area: BilingualText;
  readonly strategyId: string | null;
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
  readonly state: AgreementState;
  readonly approvedOn: CivilDay | null;
  readonly framework: { readonly code: FrameworkCode | null; /** Of a framework of the council's own. */ readonly own: { readonly id: string; readonly version: number } | null; readonly name: BilingualText; readonly law: string; readonly rules: FrameworkRules };
}

export interface ChangeInView {
  readonly id: string;
  readonly targetId: string;
  /** The target's title, or the proposed one's. */
  readonly title: BilingualText;
  readonly kind: ChangeKind;
  readonly proposed: TargetContent | null;
  readonly reason: BilingualText;
  readonly consulted: string;
  readonly proposedOn: CivilDay;
  readonly proposedBy: string | null;
  readonly state: ChangeState;
  readonly decidedOn: CivilDay | null;
  readonly reference: string;
  /** Everybody whose consent is needed, with the answer so far. */
  readonly concerned: readonly { readonly partnerId: string; readonly name: BilingualText; readonly answer: "consents" | "refuses" | null; readonly on: CivilDay | null; readonly words: string }[];
}

export interface PlanInView extends PlanInList {
  /** The version of the draft that stands, or in which the plan was approved. */
  readonly version: Pick<KeptVersion, "number" | "sha256" | "writtenAt">;
  /** The last of each kind. */
  readonly steps: readonly (OfVersion & { readonly step: ApprovalStep; readonly on: CivilDay; readonly reference: string; readonly words: BilingualText })[];
  /** The last of each partner. */
  readonly consents: readonly (OfVersion & { readonly partnerId: string; readonly on: CivilDay })[];
  readonly negotiation: readonly { readonly id: string; readonly on: CivilDay; readonly between: string; readonly words: BilingualText }[];
  readonly reviews: readonly { readonly id: string; readonly openedOn: CivilDay; readonly closedOn: CivilDay | null; readonly findings: BilingualText; readonly refresh: boolean }[];
  /** Newest first. */
  readonly changes: readonly ChangeInView[];
  readonly memoranda: readonly MemorandumInList[];
  /** Members of a plan of several councils. */
  readonly councils: readonly { readonly id: string; readonly slug: string; readonly name: BilingualText; readonly area: BilingualText; readonly signature: SignatureInView | null }[];
  /** Which part of a target each council takes; nothing for a target that is not split. */
  readonly contributions: readonly { readonly targetId: string; readonly memberId: string; readonly amount: number }[];
  readonly reopenings: readonly { readonly quarter: Quarter; readonly until: CivilDay; readonly because: BilingualText }[];
}

/** Something said of one version of a draft. */
export interface OfVersion {
  readonly version: number;
  /** Whether it still counts; else the draft has changed since. */
  readonly stands: boolean;
}

export interface SignatureInView extends OfVersion {
  readonly on: CivilDay;
  readonly as: string;
}

export interface MemorandumInList {
  readonly number: number;
  readonly madeOn: CivilDay;
  readonly occasion: Memorandum["occasion"];
  readonly reason: BilingualText;
}

const planInList = ({ plan, framework }: { readonly plan: typeof agreements.$inferSelect; readonly framework: typeof frameworks.$inferSelect }): PlanInList => ({
  id: plan.id,
  slug: plan.slug,
  title: bilingual(plan.titleEn, plan.titleCy),
  area: bilingual(plan.areaEn, plan.areaCy),
  strategyId: plan.strategyId,
  startsOn: plan.startsOn,
  endsOn: plan.endsOn,
  state: plan.state,
  approvedOn: plan.approvedOn,
  framework: { code: framework.code, own: framework.ownId === null || framework.ownVersion === null ? null : { id: framework.ownId, version: framework.ownVersion }, name: bilingual(framework.nameEn, framework.nameCy), law: framework.law, rules: framework.rules },
});

/** Every plan of the council, newest first. */
export async function listPlans(scope: AnyScope): Promise<readonly PlanInList[]> {
  const rows = await database().select({ plan: agreements, framework: frameworks }).from(agreements).innerJoin(frameworks, eq(frameworks.id, agreements.frameworkId)).where(eq(agreements.councilId, scope.council.id)).orderBy(desc(agreements.startsOn), asc(agreements.slug));
  return rows.map(planInList);
}

/** One plan with everything that was recorded of it; 404 where the council has none of that address. */
export async function getPlan(scope: AnyScope, slug: string): Promise<PlanInView> {
  const plan = found(
    (await listPlans(scope)).find((each) => each.slug === slug),
    "plan",
  );
  const its = plan.id;
  const [version, steps, consents, negotiation, reviews, changes, answers, all, published, reopenings, titles, members, signatures, contributions] = await Promise.all([
    currentVersion(its),
    database().selectDistinctOn([agreementSteps.step]).from(agreementSteps).where(eq(agreementSteps.agreementId, its)).orderBy(agreementSteps.step, desc(agreementSteps.version)),
    database().selectDistinctOn([draftConsents.partnerId], { partnerId: draftConsents.partnerId, on: draftConsents.on, version: draftConsents.version }).from(draftConsents).where(eq(draftConsents.agreementId, its)).orderBy(draftConsents.partnerId, desc(draftConsents.version)),
    database().select().from(negotiationEntries).where(eq(negotiationEntries.agreementId, its)).orderBy(desc(negotiationEntries.on), desc(negotiationEntries.recordedAt)),
    database().select().from(agreementReviews).where(eq(agreementReviews.agreementId, its)).orderBy(desc(agreementReviews.openedOn)),
    database().select().from(targetChanges).where(eq(targetChanges.agreementId, its)).orderBy(desc(targetChanges.proposedOn), desc(targetChanges.decidedOn)),
    database().select({ answer: changeConsents }).from(changeConsents).innerJoin(targetChanges, eq(targetChanges.id, changeConsents.changeId)).where(eq(targetChanges.agreementId, its)),
    database().select({ id: partners.id, nameEn: partners.nameEn, nameCy: partners.nameCy }).from(partners).where(eq(partners.councilId, scope.council.id)),
    database().select().from(memoranda).where(eq(memoranda.agreementId, its)).orderBy(desc(memoranda.number)),
    database().select().from(quarterReopenings).where(eq(quarterReopenings.agreementId, its)).orderBy(desc(quarterReopenings.openedAt)),
    database().select({ id: priorityTargets.id, titleEn: priorityTargets.titleEn, titleCy: priorityTargets.titleCy }).from(priorityTargets).where(eq(priorityTargets.agreementId, its)),
    database()
      .select({ id: councils.id, slug: councils.slug, nameEn: councils.nameEn, nameCy: councils.nameCy, areaEn: agreementCouncils.areaEn, areaCy: agreementCouncils.areaCy })
      .from(agreementCouncils)
      .innerJoin(councils, eq(councils.id, agreementCouncils.memberId))
      .where(eq(agreementCouncils.agreementId, its))
      .orderBy(asc(councils.nameEn)),
    lastSignatures(eq(agreementSignatures.agreementId, its)),
    database()
      .select({ targetId: targetContributions.targetId, memberId: targetContributions.memberId, amount: targetContributions.amount })
      .from(targetContributions)
      .innerJoin(priorityTargets, eq(priorityTargets.id, targetContributions.targetId))
      .where(eq(priorityTargets.agreementId, its)),
  ]);
  const { content: _, ...current } = found(version, "version");
  const stands = (each: { readonly version: number }) => each.version === current.number;
  return {
    ...plan,
    version: current,
    steps: steps.map(({ step, version: of, on, reference, wordsEn, wordsCy }) => ({ step, version: of, stands: stepStands({ step, version: of }, current.number), on, reference, words: bilingual(wordsEn, wordsCy) })),
    consents: consents.map((each) => ({ ...each, stands: stands(each) })),
    negotiation: negotiation.map(({ id, on, between, wordsEn, wordsCy }) => ({ id, on, between, words: bilingual(wordsEn, wordsCy) })),
    reviews: reviews.map(({ id, openedOn, closedOn, findingsEn, findingsCy, refresh }) => ({ id, openedOn, closedOn, findings: bilingual(findingsEn, findingsCy), refresh })),
    changes: changes.map((change) => {
      const title = titles.find(({ id }) => id === change.targetId);
      return {
        id: change.id,
        targetId: change.targetId,
        title: title ? bilingual(title.titleEn, title.titleCy) : bilingual(change.proposed?.titleEn ?? "", change.proposed?.titleCy ?? ""),
        kind: change.kind,
        proposed: change.proposed,
        reason: bilingual(change.reasonEn, change.reasonCy),
        consulted: change.consulted,
        proposedOn: change.proposedOn,
        proposedBy: change.proposedBy,
        state: change.state,
        decidedOn: change.decidedOn,
        reference: change.reference,
        concerned: change.concerned.map((partnerId) => {
          const partner = all.find(({ id }) => id === partnerId);
          const answer = answers.find((each) => each.answer.changeId === change.id && each.answer.partnerId === partnerId)?.answer;
          return { partnerId, name: bilingual(partner?.nameEn ?? "", partner?.nameCy ?? ""), answer: answer?.answer ?? null, on: answer?.on ?? null, words: answer?.words ?? "" };
        }),
      };
    }),
    memoranda: published.map(({ number, madeOn, content }) => ({ number, madeOn, occasion: content.occasion, reason: content.reason })),
    councils: members.map(({ id, slug: address, nameEn, nameCy, areaEn, areaCy }) => {
      const signed = signatures.find(({ memberId }) => memberId === id);
      return { id, slug: address, name: bilingual(nameEn, nameCy), area: bilingual(areaEn, areaCy), signature: signed ? { version: signed.version, stands: stands(signed), on: signed.signedOn, as: signed.signedAs } : null };
    }),
    contributions,
    reopenings: reopenings.map(({ quarter, until, becauseEn, becauseCy }) => ({ quarter, until, because: bilingual(becauseEn, becauseCy) })),
  };
}

export interface JointPlan {
  readonly id: string;
  readonly title: BilingualText;
  /** The council that keeps it, and where it can be read. */
  readonly keeper: BilingualText;
  readonly address: string;
  readonly state: AgreementState;
  /** This council's own. */
  readonly signature: SignatureInView | null;
}

/** The last signature of each council under each plan, but for those that were taken back. */
const lastSignatures = (which: SQL | undefined) =>
  database()
    .selectDistinctOn([agreementSignatures.agreementId, agreementSignatures.memberId])
    .from(agreementSignatures)
    .where(and(which, isNull(agreementSignatures.takenBackOn)))
    .orderBy(agreementSignatures.agreementId, agreementSignatures.memberId, desc(agreementSignatures.version));

/** Plans of other councils that this one is a member of. */
export async function listJointPlans(scope: AnyScope): Promise<readonly JointPlan[]> {
  const rows = await database()
    .select({ plan: agreements, keeper: councils })
    .from(agreementCouncils)
    .innerJoin(agreements, eq(agreements.id, agreementCouncils.agreementId))
    .innerJoin(councils, eq(councils.id, agreements.councilId))
    .where(and(eq(agreementCouncils.memberId, scope.council.id), ne(agreements.councilId, scope.council.id)))
    .orderBy(desc(agreements.startsOn));
  if (rows.length === 0) return [];
  const ids = rows.map(({ plan }) => plan.id);
  const [signatures, versions] = await Promise.all([
    lastSignatures(and(eq(agreementSignatures.memberId, scope.council.id), inArray(agreementSignatures.agreementId, ids))),
    database().select({ id: keptVersions.thingId, number: max(keptVersions.number) }).from(keptVersions).where(inArray(keptVersions.thingId, ids)).groupBy(keptVersions.thingId),
  ]);
  return rows.map(({ plan, keeper }) => {
    const signed = signatures.find(({ agreementId }) => agreementId === plan.id);
    const current = versions.find(({ id }) => id === plan.id)?.number;
    return {
      id: plan.id,
      title: bilingual(plan.titleEn, plan.titleCy),
      keeper: bilingual(keeper.nameEn, keeper.nameCy),
      address: `${keeper.slug}/plans/${plan.slug}`,
      state: plan.state,
      signature: signed ? { version: signed.version, stands: signed.version === current, on: signed.signedOn, as: signed.signedAs } : null,
    };
  });
}

/** Councils of this installation, for an officer to name as members. */
export async function listCouncilsToJoin(): Promise<readonly { readonly slug: string; readonly name: BilingualText }[]> {
  const rows = await database().select({ slug: councils.slug, nameEn: councils.nameEn, nameCy: councils.nameCy }).from(councils).orderBy(asc(councils.nameEn));
  return rows.map(({ slug, nameEn, nameCy }) => ({ slug, name: bilingual(nameEn, nameCy) }));
}

export interface MemorandumInView {
  readonly number: number;
  readonly madeOn: CivilDay;
  readonly sha256: string;
  readonly content: Memorandum;
}

/** One memorandum of a plan, as it was published; 404 where there is none of that number. */
export async function getMemorandum(scope: AnyScope, slug: string, number: string): Promise<MemorandumInView> {
  const [row] = await database()
    .select({ number: memoranda.number, madeOn: memoranda.madeOn, sha256: memoranda.sha256, content: memoranda.content })
    .from(memoranda)
    .innerJoin(agreements, eq(agreements.id, memoranda.agreementId))
    .where(and(eq(memoranda.councilId, scope.council.id), eq(agreements.slug, slug), eq(memoranda.number, /^\d{1,6}$/.test(number) ? Number(number) : 0)));
  return found(row, "memorandum");
}

/** Changes of all plans that wait for the answer of any of these partners. */
export async function listWaitingChanges(scope: AnyScope, partnerIds: readonly string[]): Promise<readonly ChangeInView[]> {
  if (partnerIds.length === 0) return [];
  // A plan takes many statements to read: only those are read in which something waits.
  const plans = await database()
    .selectDistinct({ slug: agreements.slug })
    .from(targetChanges)
    .innerJoin(agreements, eq(agreements.id, targetChanges.agreementId))
    .where(and(eq(targetChanges.councilId, scope.council.id), eq(targetChanges.state, "proposed"), arrayOverlaps(targetChanges.concerned, [...partnerIds])));
  const changes = (await Promise.all(plans.map(({ slug }) => getPlan(scope, slug)))).filter(({ state }) => state === "approved").flatMap((plan) => plan.changes);
  return changes.filter(({ state, concerned }) => state === "proposed" && concerned.some(({ partnerId, answer }) => answer === null && partnerIds.includes(partnerId)));
}
