import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { cooperationClock, type CooperationClock } from "#domain/partnerships/cooperation.ts";
import { can } from "#domain/policy/authorise.ts";
import { nextStep } from "#domain/priorities/agreement.ts";
import type { ApprovalStep } from "#domain/priorities/framework.ts";
import { quartersOf, quarterStanding, returnClosesOn, type Quarter } from "#domain/priorities/quarter.ts";
import { listWholePools } from "#features/partnerships/pooled-budgets/queries.ts";
import { listPartners, listRequests } from "#features/partnerships/queries.ts";
import { getPlan, listJointPlans, listPlans } from "#features/priorities/plans/queries.ts";
import { listTargets } from "#features/priorities/queries.ts";

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
            const period = { from: startsOn, to: endsOn };
            return quartersOf(period).flatMap((quarter) => {
              const until = reopenings.filter((each) => each.quarter === quarter).map((each) => each.until).sort().at(-1) ?? null;
              if (quarterStanding(quarter, today, framework.rules.returnDays, period, until) !== "open") return [];
              const count = targets.filter((target) => target.plan?.id === id && !target.returns.some((each) => each.quarter === quarter)).length;
              const closesOn = returnClosesOn(quarter, framework.rules.returnDays);
              return count === 0 ? [] : [{ slug, title, quarter, count, dueOn: until !== null && until > closesOn ? until : closesOn }];
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
