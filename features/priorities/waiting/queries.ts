import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { agreements, frameworks } from "#db/schema/priorities/agreements.ts";
import { priorityTargets, quarterReopenings } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { cooperationClock, type CooperationClock } from "#domain/partnerships/cooperation.ts";
import { can } from "#domain/policy/authorise.ts";
import { nextStep } from "#domain/priorities/agreement.ts";
import type { ApprovalStep } from "#domain/priorities/framework.ts";
import { quartersOf, quarterStanding, returnClosesOn, type Quarter } from "#domain/priorities/quarter.ts";
import { stepStands } from "#domain/priorities/sign-off.ts";
import { listWholePools } from "#features/partnerships/pooled-budgets/queries.ts";
import { listPartners, listRequests, type RequestInView } from "#features/partnerships/queries.ts";
import { listJointPlans, listPlans, type ChangeInView, type PlanInList } from "#features/priorities/plans/queries.ts";
import type { TargetInView } from "#features/priorities/queries.ts";

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

/** What waits for this person; what they may do nothing about is left out. As many statements for a hundred plans as for one. */
export async function listPrioritiesWaiting(scope: ActorScope, today: CivilDay): Promise<PrioritiesWaiting> {
  const { actor } = scope;
  const may = { edit: can(actor, "plan.edit", null), sign: can(actor, "plan.sign", null), partners: can(actor, "partnership.edit", null), cases: can(actor, "pool.sign", { partnerOfficers: [] }) };
  const [plans, said, answered, joint, requests, partners, cases] = await Promise.all([
    may.edit || may.sign ? listPlans(scope) : [],
    may.edit || may.sign ? listSaidOfDrafts(scope) : [],
    may.edit || may.sign ? listAnsweredChanges(scope) : [],
    may.sign ? listJointPlans(scope) : [],
    may.partners ? listRequests(scope) : [],
    may.partners ? listPartners(scope) : [],
    may.cases ? listUnsignedCases(scope) : [],
  ]);
  const drafts = plans.filter(({ state }) => state === "draft").map((plan) => ({ plan, said: said.filter(({ planId }) => planId === plan.id) }));
  const own = drafts.flatMap(({ plan, said: all }) => all.filter(({ kind, by }) => kind === "council" && by === scope.council.id).map(({ version, stands }) => ({ planId: plan.id, title: plan.title, signed: version !== null, stands })));
  const elsewhere = joint.filter(({ state }) => state === "draft").map(({ id, title, signature }) => ({ planId: id, title, signed: signature !== null, stands: signature?.stands ?? false }));
  return {
    toSign: may.sign ? [...own, ...elsewhere].filter(({ stands }) => !stands).map(({ planId, title, signed }) => ({ planId, title, void: signed })) : [],
    drafts: may.edit
      ? drafts.map(({ plan: { slug, title, framework }, said: all }) => ({
          slug,
          title,
          next: nextStep(framework.rules, all.flatMap(({ kind, by, stands }) => (kind === "step" && stands ? [by as ApprovalStep] : []))),
          voided: all.filter(({ version, stands }) => version !== null && !stands).length,
        }))
      : [],
    toDecide: answered.filter(({ proposedBy }) => can(actor, "change.decide", { proposedBy })).map(({ proposedBy: _, ...change }) => change),
    returns: may.edit ? await listReturnsMissing(plans.filter(({ state }) => state === "approved"), today) : [],
    requests: requests.flatMap(({ number, partnerId, state, sentOn }) => {
      const clock = cooperationClock(state, sentOn, today);
      const partner = partners.find(({ id }) => id === partnerId);
      return clock.waitsFor === null || !partner ? [] : [{ ...clock, number, partner: partner.name }];
    }),
    cases,
  };
}

/** What was last said of a draft: an approval, a partner's consent, a member council's signature. */
interface SaidOfDraft {
  readonly planId: string;
  readonly kind: "step" | "consent" | "council";
  /** The step, partner or council. */
  readonly by: string;
  /** Null for a member council that has not signed. */
  readonly version: number | null;
  /** Whether it still counts; else the draft has changed since. */
  readonly stands: boolean;
}

async function listSaidOfDrafts(scope: ActorScope): Promise<readonly SaidOfDraft[]> {
  const rows = await database().execute<{ plan_id: string; kind: SaidOfDraft["kind"]; by: string; version: number | null; current: number }>(sql`
    with drafts as (
      select a.id, (select max(v.number) from kept_versions v where v.thing_id = a.id) as current from agreements a where a.council_id = ${scope.council.id} and a.state = 'draft'
    )
    select d.id as plan_id, 'step' as kind, s.step::text as by, max(s.version) as version, d.current from drafts d join agreement_steps s on s.agreement_id = d.id group by d.id, d.current, s.step
    union all
    select d.id, 'consent', c.partner_id::text, max(c.version), d.current from drafts d join draft_consents c on c.agreement_id = d.id group by d.id, d.current, c.partner_id
    union all
    select d.id, 'council', m.member_id::text, (select max(s.version) from agreement_signatures s where s.agreement_id = d.id and s.member_id = m.member_id and s.taken_back_on is null), d.current
    from drafts d join agreement_councils m on m.agreement_id = d.id`);
  return rows.map(({ plan_id: planId, kind, by, version, current }) => ({
    planId,
    kind,
    by,
    version,
    stands: version !== null && (kind === "step" ? stepStands({ step: by as ApprovalStep, version }, current) : version === current),
  }));
}

/** Changes of plans that everybody concerned has answered and nobody has decided. */
async function listAnsweredChanges(scope: ActorScope): Promise<readonly (PrioritiesWaiting["toDecide"][number] & { readonly proposedBy: string | null })[]> {
  const rows = await database().execute<{ id: string; slug: string; title_en: string; title_cy: string; proposed_by: string | null; refusals: number }>(sql`
    select c.id, a.slug, c.proposed_by, coalesce(t.title_en, c.proposed ->> 'titleEn', '') as title_en, coalesce(t.title_cy, c.proposed ->> 'titleCy', '') as title_cy,
      (select count(*)::integer from change_consents n where n.change_id = c.id and n.answer = 'refuses' and n.partner_id = any(c.concerned)) as refusals
    from target_changes c join agreements a on a.id = c.agreement_id left join priority_targets t on t.id = c.target_id and t.agreement_id = a.id
    where c.council_id = ${scope.council.id} and c.state = 'proposed' and a.state <> 'closed'
      and not exists (select from unnest(c.concerned) concerned where not exists (select from change_consents n where n.change_id = c.id and n.partner_id = concerned))
    order by a.starts_on desc, a.slug, c.proposed_on desc`);
  return rows.map(({ id, slug, title_en, title_cy, proposed_by, refusals }) => ({ changeId: id, slug, title: bilingual(title_en, title_cy), refusals, proposedBy: proposed_by }));
}

async function listReturnsMissing(plans: readonly PlanInList[], today: CivilDay): Promise<PrioritiesWaiting["returns"]> {
  if (plans.length === 0) return [];
  const ids = plans.map(({ id }) => id);
  const [reopenings, targets] = await Promise.all([
    listReopenings(ids),
    database()
      .select({ planId: priorityTargets.agreementId, given: sql<Quarter[]>`array(select distinct r.quarter::text from target_returns r where r.target_id = priority_targets.id)` })
      .from(priorityTargets)
      .where(and(inArray(priorityTargets.agreementId, ids), isNull(priorityTargets.removedOn))),
  ]);
  return plans.flatMap(({ id, slug, title, startsOn, endsOn, framework }) => {
    const of = targets.filter(({ planId }) => planId === id);
    return openQuarters({ startsOn, endsOn, returnDays: framework.rules.returnDays, reopenings: reopenings.filter(({ planId }) => planId === id) }, today).flatMap(({ quarter, dueOn }) => {
      const count = of.filter(({ given }) => !given.includes(quarter)).length;
      return count === 0 ? [] : [{ slug, title, quarter, count, dueOn }];
    });
  });
}

const listReopenings = (planIds: readonly string[]) =>
  database().select({ planId: quarterReopenings.agreementId, quarter: quarterReopenings.quarter, until: quarterReopenings.until }).from(quarterReopenings).where(inArray(quarterReopenings.agreementId, [...planIds]));

/** Business cases that a body has not signed as they stand: whoever is in one by a share or a line signs it. */
async function listUnsignedCases(scope: ActorScope): Promise<PrioritiesWaiting["cases"]> {
  const rows = await database().execute<{ pool: string; id: string; title_en: string; title_cy: string; bodies: number; void: boolean }>(sql`
    select w.slug as pool, c.id, c.title_en, c.title_cy, missing.bodies, exists (select from pool_sign_offs s where s.case_id = c.id and s.version <> current.number) as void
    from pool_cases c join pooled_budgets w on w.id = c.pool_id
      cross join lateral (select max(v.number) as number from kept_versions v where v.thing_id = c.id) current
      cross join lateral (
        select count(*)::integer as bodies
        from (select partner_id from pool_case_shares where case_id = c.id union select partner_id from pool_case_lines where case_id = c.id) body
        where not exists (select from pool_sign_offs s where s.case_id = c.id and s.partner_id = body.partner_id and s.version = current.number)
      ) missing
    where w.council_id = ${scope.council.id} and missing.bodies > 0
    order by w.name_en, c.title_en`);
  return rows.map(({ id, title_en, title_cy, ...row }) => ({ ...row, caseId: id, title: bilingual(title_en, title_cy) }));
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
    ids.length === 0 ? [] : listReopenings(ids),
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
