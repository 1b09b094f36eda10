import { eq, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { agreements, frameworks } from "#db/schema/priorities/agreements.ts";
import { quarterReopenings } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { cooperationClock, type CooperationClock } from "#domain/partnerships/cooperation.ts";
import { can } from "#domain/policy/authorise.ts";
import { nextStep } from "#domain/priorities/agreement.ts";
import type { ApprovalStep } from "#domain/priorities/framework.ts";
import { quartersOf, quarterStanding, returnClosesOn, type Quarter } from "#domain/priorities/quarter.ts";
import { listWholePools } from "#features/partnerships/pooled-budgets/queries.ts";
import { listPartners, listRequests, type RequestInView } from "#features/partnerships/queries.ts";
import { getPlan, listJointPlans, listPlans, type ChangeInView } from "#features/priorities/plans/queries.ts";
import { listTargets, type TargetInView } from "#features/priorities/queries.ts";

/** What waits of plans, partners and pooled money for one person. */
export interface PrioritiesWaiting {
  /** Plans that this person may sign for their council; `void` where what it signed was changed since. */
  readonly toSign: readonly { readonly planId: string; readonly title: BilingualText; readonly void: boolean }[];
  /** Drafts with the approval that comes next. */
  readonly drafts: readonly { readonly slug: string; readonly title: BilingualText; readonly next: ApprovalStep | null; readonly voided: number }[];
  /** Changes that everybody concerned has answered, proposed by somebody else. */
  readonly toDecide: readonly { readonly changeId: string; readonly slug: string; readonly title: BilingualText; readonly refusals: number }[];
  /** Targets of a plan without a return for a quarter that takes one; `dueOn` is the last day. */
  readonly returns: readonly { readonly slug: string; readonly title: BilingualText; readonly quarter: Quarter; readonly count: number; readonly dueOn: CivilDay }[];
  /** Requests to co-operate that a partner has not acknowledged or answered. */
  readonly requests: readonly (Pick<CooperationClock, "waitsFor" | "dueOn" | "late"> & { readonly number: number; readonly partner: BilingualText })[];
  /** Business cases that bodies have not signed. */
  readonly cases: readonly { readonly pool: string; readonly caseId: string; readonly title: BilingualText; readonly bodies: number; readonly void: boolean }[];
}

/** What waits for this person; what they may do nothing about is left out. */
export async function listPrioritiesWaiting(scope: ActorScope, today: CivilDay): Promise<PrioritiesWaiting> {
  const { actor } = scope;
  const may = { edit: can(actor, "plan.edit", null), sign: can(actor, "plan.sign", null), partners: can(actor, "partnership.edit", null), cases: can(actor, "pool.sign", { partnerOfficers: [] }) };
  const [plans, joint, targets, requests, partners, cases] = await Promise.all([
    may.edit || may.sign ? listPlans(scope).then((all) => Promise.all(all.filter(({ state }) => state !== "closed").map(({ slug }) => getPlan(scope, slug)))) : [],
    may.sign ? listJointPlans(scope) : [],
    may.edit ? listTargets(scope) : [],
    may.partners ? listRequests(scope) : [],
    may.partners ? listPartners(scope) : [],
    may.cases ? listUnsignedCases(scope) : [],
  ]);
  const drafts = plans.filter(({ state }) => state === "draft");
  const own = drafts.flatMap(({ id, title, councils }) => councils.filter((member) => member.id === scope.council.id).map(({ signature }) => ({ id, title, signature })));
  return {
    toSign: may.sign ? [...own, ...joint.filter(({ state }) => state === "draft")].filter(({ signature }) => !signature?.stands).map(({ id, title, signature }) => ({ planId: id, title, void: signature !== null })) : [],
    drafts: may.edit
      ? drafts.map(({ slug, title, framework, steps, consents, councils }) => ({
          slug,
          title,
          next: nextStep(framework.rules, steps.filter(({ stands }) => stands).map(({ step }) => step)),
          voided: [...steps, ...consents, ...councils.flatMap(({ signature }) => (signature ? [signature] : []))].filter(({ stands }) => !stands).length,
        }))
      : [],
    toDecide: plans.flatMap(({ slug, changes }) =>
      changes
        .filter(({ state, concerned, proposedBy }) => state === "proposed" && concerned.every(({ answer }) => answer !== null) && can(actor, "change.decide", { proposedBy }))
        .map(({ id, title, concerned }) => ({ changeId: id, slug, title, refusals: concerned.filter(({ answer }) => answer === "refuses").length })),
    ),
    returns: may.edit
      ? plans
          .filter(({ state }) => state === "approved")
          .flatMap(({ id, slug, title, startsOn, endsOn, framework, reopenings }) => {
            const of = targets.filter((target) => target.plan?.id === id);
            return openQuarters({ startsOn, endsOn, returnDays: framework.rules.returnDays, reopenings }, today).flatMap(({ quarter, dueOn }) => {
              const count = of.filter((target) => !target.returns.some((each) => each.quarter === quarter)).length;
              return count === 0 ? [] : [{ slug, title, quarter, count, dueOn }];
            });
          })
      : [],
    requests: requests.flatMap(({ number, partnerId, state, sentOn }) => {
      const clock = cooperationClock(state, sentOn, today);
      const partner = partners.find(({ id }) => id === partnerId);
      return clock.waitsFor === null || !partner ? [] : [{ ...clock, number, partner: partner.name }];
    }),
    cases,
  };
}

async function listUnsignedCases(scope: ActorScope): Promise<PrioritiesWaiting["cases"]> {
  const pools = await listWholePools(scope);
  return pools.flatMap(({ slug, cases }) =>
    cases.flatMap(({ id, title, shares, lines, signOffs, voided }) => {
      const bodies = new Set([...shares, ...lines].map(({ partnerId }) => partnerId)).size - signOffs.length;
      return bodies > 0 ? [{ pool: slug, caseId: id, title, bodies, void: voided.length > 0 }] : [];
    }),
  );
}

interface ReturnsOfPlan {
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
  readonly returnDays: number;
  readonly reopenings: readonly { readonly quarter: Quarter; readonly until: CivilDay }[];
}

/** Quarters of a plan that take a return today, each with the last day for it. */
function openQuarters({ startsOn, endsOn, returnDays, reopenings }: ReturnsOfPlan, today: CivilDay): readonly { readonly quarter: Quarter; readonly dueOn: CivilDay }[] {
  const period = { from: startsOn, to: endsOn };
  return quartersOf(period).flatMap((quarter) => {
    const until = reopenings.filter((each) => each.quarter === quarter).map((each) => each.until).sort().at(-1) ?? null;
    if (quarterStanding(quarter, today, returnDays, period, until) !== "open") return [];
    const closesOn = returnClosesOn(quarter, returnDays);
    return [{ quarter, dueOn: until !== null && until > closesOn ? until : closesOn }];
  });
}

/** What waits for somebody who speaks for partners. */
export interface PartnerWaiting {
  /** Targets that a partner of theirs leads, or that relate to it and that nobody leads, without a return for a quarter that takes one. */
  readonly returns: readonly { readonly targetId: string; readonly title: BilingualText; readonly quarter: Quarter; readonly dueOn: CivilDay }[];
  /** Requests to co-operate that they have not acknowledged or answered. */
  readonly requests: readonly (Pick<CooperationClock, "waitsFor" | "dueOn" | "late"> & { readonly requestId: string; readonly number: number })[];
  /** Changes that need their consent. */
  readonly consents: readonly { readonly changeId: string; readonly title: BilingualText }[];
  /** Business cases that a partner of theirs is in and has not signed as they stand; `void` where it had signed an earlier version. */
  readonly cases: readonly { readonly pool: string; readonly caseId: string; readonly title: BilingualText; readonly void: boolean }[];
}

/** What waits for somebody who speaks for these partners, from what their own page shows already, in three statements more and those of the pools. */
export async function listPartnerWaiting(
  scope: ActorScope,
  { own, targets, requests, changes, today }: { readonly own: ReadonlySet<string>; readonly targets: readonly TargetInView[]; readonly requests: readonly RequestInView[]; readonly changes: readonly ChangeInView[]; readonly today: CivilDay },
): Promise<PartnerWaiting> {
  if (own.size === 0) return { returns: [], requests: [], consents: [], cases: [] };
  const theirs = targets.filter(({ plan, parts }) => plan?.state === "approved" && parts.some(({ partnerId, part }) => own.has(partnerId) && (part === "lead" || !parts.some((each) => each.part === "lead"))));
  const ids = [...new Set(theirs.flatMap(({ plan }) => (plan === null ? [] : [plan.id])))];
  const [plans, reopenings, pools] = await Promise.all([
    ids.length === 0 ? [] : database().select({ id: agreements.id, startsOn: agreements.startsOn, endsOn: agreements.endsOn, returnDays: frameworks.returnDays }).from(agreements).innerJoin(frameworks, eq(frameworks.id, agreements.frameworkId)).where(inArray(agreements.id, ids)),
    ids.length === 0 ? [] : database().select({ planId: quarterReopenings.agreementId, quarter: quarterReopenings.quarter, until: quarterReopenings.until }).from(quarterReopenings).where(inArray(quarterReopenings.agreementId, ids)),
    listWholePools(scope),
  ]);
  const open = new Map(plans.map((plan) => [plan.id, openQuarters({ ...plan, reopenings: reopenings.filter(({ planId }) => planId === plan.id) }, today)]));
  return {
    returns: theirs.flatMap(({ id, title, plan, returns }) => (open.get(plan?.id ?? "") ?? []).filter(({ quarter }) => !returns.some((each) => each.quarter === quarter)).map((each) => ({ targetId: id, title, ...each }))),
    requests: requests.flatMap(({ id, number, partnerId, state, sentOn }) => {
      const clock = cooperationClock(state, sentOn, today);
      return clock.waitsFor === null || !own.has(partnerId) ? [] : [{ ...clock, requestId: id, number }];
    }),
    consents: changes.map(({ id, title }) => ({ changeId: id, title })),
    cases: pools.flatMap(({ slug, cases }) =>
      cases.flatMap(({ id, title, shares, lines, signOffs, voided }) => {
        const missing = [...new Set([...shares, ...lines].map(({ partnerId }) => partnerId))].filter((partnerId) => own.has(partnerId) && !signOffs.some((each) => each.partnerId === partnerId));
        return missing.length === 0 ? [] : [{ pool: slug, caseId: id, title, void: voided.some(({ partnerId }) => missing.includes(partnerId)) }];
      }),
    ),
  };
}
