import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { potReturns, projectDeliveries, projectMilestones, projectMoney, projectUpdates } from "#db/schema/budgeting/delivery.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { photos } from "#db/schema/platform.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { projectAccounts, type DeliveryEnd, type Milestone, type MoneyEntry, type ProjectAccounts } from "#domain/budgeting/delivery.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";
import { found } from "#domain/policy/access-error.ts";

/** Projects that were promised to people. */
export const FUNDED_STATES = ["funded", "delivered"] as const satisfies readonly ProjectState[];

export interface MilestoneInView extends Milestone {
  readonly id: string;
  readonly title: BilingualText;
  readonly note: BilingualText;
}

export interface MoneyInView extends MoneyEntry {
  readonly id: string;
  readonly what: BilingualText;
  readonly paidTo: string;
  readonly on: CivilDay;
  readonly because: BilingualText;
  /** Another entry takes it back, or it takes one back itself: neither can be taken back again. */
  readonly settled: boolean;
}

export interface UpdateInView {
  readonly id: string;
  readonly title: BilingualText;
  readonly text: BilingualText;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly photo: PhotoInView | null;
}

export interface Delivery {
  readonly projectId: string;
  readonly doneBy: string;
  readonly contractor: string;
  readonly contactEmail: string;
  readonly place: BilingualText;
  readonly end: DeliveryEnd | null;
  readonly reason: BilingualText;
  /** By the day they are planned for. */
  readonly milestones: readonly MilestoneInView[];
  /** Newest first. */
  readonly money: readonly MoneyInView[];
  readonly accounts: ProjectAccounts;
  /** Newest first. */
  readonly updates: readonly UpdateInView[];
  readonly returned: { readonly amountPence: number; readonly toPot: BilingualText } | null;
}

/** What it was given: its cost, or what it accepted from the reserve list. */
const awardOf = sql<number>`coalesce((select amount_pence from reserve_offers o where o.project_id = projects.id and o.answer = 'accepted'), ${projects.costPence})`.mapWith(Number);

/** How a funded project of the council is carried out. 404 for a project that was not funded. */
export async function getDelivery(scope: AnyScope, projectId: string, executor: Executor = database()): Promise<Delivery> {
  const council = scope.council.id;
  const [row] = await executor
    .select({ costPence: awardOf, state: projects.state, delivery: projectDeliveries })
    .from(projects)
    .leftJoin(projectDeliveries, eq(projectDeliveries.projectId, projects.id))
    .where(and(eq(projects.councilId, council), eq(projects.id, projectId)));
  const { costPence, state, delivery } = found(row, "project");
  found((FUNDED_STATES as readonly ProjectState[]).includes(state) ? state : undefined, "delivery");
  const milestones = await executor
    .select()
    .from(projectMilestones)
    .where(and(eq(projectMilestones.councilId, council), eq(projectMilestones.projectId, projectId)))
    .orderBy(asc(projectMilestones.plannedFor), asc(projectMilestones.titleEn));
  const money = await executor
    .select()
    .from(projectMoney)
    .where(and(eq(projectMoney.councilId, council), eq(projectMoney.projectId, projectId)))
    .orderBy(desc(projectMoney.on), desc(projectMoney.amountPence), asc(projectMoney.id));
  const updates = await executor
    .select({ update: projectUpdates, photo: { id: photos.id, width: photos.width, height: photos.height, en: photos.altEn, cy: photos.altCy } })
    .from(projectUpdates)
    .leftJoin(photos, and(eq(photos.id, projectUpdates.photoId), isNull(photos.heldBackAt)))
    .where(and(eq(projectUpdates.councilId, council), eq(projectUpdates.projectId, projectId)))
    .orderBy(desc(projectUpdates.writtenAt), asc(projectUpdates.id));
  const [returned] = await executor
    .select({ amountPence: potReturns.amountPence, en: pots.nameEn, cy: pots.nameCy })
    .from(potReturns)
    .innerJoin(pots, eq(pots.id, potReturns.toPotId))
    .where(and(eq(potReturns.councilId, council), eq(potReturns.projectId, projectId)));

  const takenBack = new Set(money.flatMap(({ takesBack }) => (takesBack === null ? [] : [takesBack])));
  return {
    projectId,
    doneBy: delivery?.doneBy ?? "",
    contractor: delivery?.contractor ?? "",
    contactEmail: delivery?.contactEmail ?? "",
    place: bilingual(delivery?.placeEn ?? "", delivery?.placeCy ?? ""),
    end: delivery?.ended && delivery.endedOn ? { kind: delivery.ended, on: delivery.endedOn } : null,
    reason: bilingual(delivery?.reasonEn ?? "", delivery?.reasonCy ?? ""),
    milestones: milestones.map(({ id, titleEn, titleCy, noteEn, noteCy, plannedFor, firstPlannedFor, doneOn }) => ({
      id,
      title: bilingual(titleEn, titleCy),
      note: bilingual(noteEn, noteCy),
      plannedFor,
      firstPlannedFor,
      doneOn,
    })),
    money: money.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      what: bilingual(entry.whatEn, entry.whatCy),
      paidTo: entry.paidTo,
      on: entry.on,
      amountPence: entry.amountPence,
      because: bilingual(entry.becauseEn, entry.becauseCy),
      settled: entry.takesBack !== null || takenBack.has(entry.id),
    })),
    accounts: projectAccounts(costPence, money),
    updates: updates.map(({ update: { id, titleEn, titleCy, textEn, textCy, writtenBy, writtenAt }, photo }) => ({
      id,
      photo: photo && { id: photo.id, width: photo.width, height: photo.height, alt: bilingual(photo.en, photo.cy) },
      title: bilingual(titleEn, titleCy),
      text: bilingual(textEn, textCy),
      writtenBy,
      writtenAt,
    })),
    returned: returned ? { amountPence: returned.amountPence, toPot: bilingual(returned.en, returned.cy) } : null,
  };
}

/** One line of the list of everything the council's residents ever funded. */
export interface FundedProject {
  readonly id: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly tile: string;
  readonly vote: BilingualText;
  readonly pot: BilingualText;
  readonly areaId: string | null;
  /** Under the council's address: `votes/your-patch/projects/millbrook/swings`. */
  readonly address: string;
  /** The year the vote closed in. */
  readonly year: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly doneBy: string;
  readonly end: DeliveryEnd | null;
  readonly milestones: readonly Milestone[];
  readonly accounts: ProjectAccounts;
  readonly returnedPence: number;
}

interface FundedRow extends Record<string, unknown> {
  readonly id: string;
  readonly title_en: string;
  readonly title_cy: string;
  readonly summary_en: string;
  readonly summary_cy: string;
  readonly tile: string;
  readonly vote_en: string;
  readonly vote_cy: string;
  readonly pot_en: string;
  readonly pot_cy: string;
  readonly area_id: string | null;
  readonly address: string;
  readonly year: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly done_by: string | null;
  readonly ended: DeliveryEnd["kind"] | null;
  readonly ended_on: string | null;
  readonly cost_pence: string;
  readonly committed_pence: string;
  readonly paid_pence: string;
  readonly returned_pence: string;
  readonly milestones: readonly Milestone[];
}

/** Every project that was ever funded, the newest votes first, in one statement. */
export const listFunded = (scope: AnyScope): Promise<readonly FundedProject[]> => readFunded(scope, null);

/** One funded project by its id; 404 where the council has none. */
export async function getFunded(scope: AnyScope, projectId: string): Promise<FundedProject> {
  const id = found(z.uuid().safeParse(projectId).data, "project");
  return found((await readFunded(scope, id))[0], "project");
}

async function readFunded(scope: AnyScope, projectId: string | null): Promise<readonly FundedProject[]> {
  const rows = await database().execute<FundedRow>(sql`
    select p.id, p.title_en, p.title_cy, p.summary_en, p.summary_cy, p.tile, e.title_en as vote_en, e.title_cy as vote_cy,
      t.name_en as pot_en, t.name_cy as pot_cy, t.area_id, 'votes/' || e.slug || '/projects/' || t.slug || '/' || p.slug as address,
      extract(year from coalesce(e.closes_at, e.created_at) at time zone 'Europe/London')::integer as year, p.longitude, p.latitude,
      d.done_by, d.ended, d.ended_on::text, coalesce(o.amount_pence, p.cost_pence)::text as cost_pence,
      coalesce(m.committed, 0)::text as committed_pence, coalesce(m.paid, 0)::text as paid_pence, coalesce(r.amount_pence, 0)::text as returned_pence,
      coalesce(s.milestones, '[]'::json) as milestones
    from projects p
    join pots t on t.id = p.pot_id
    join engagements e on e.programme_id = t.programme_id
    left join project_deliveries d on d.project_id = p.id
    left join pot_returns r on r.project_id = p.id
    left join reserve_offers o on o.project_id = p.id and o.answer = 'accepted'
    left join lateral (
      select sum(amount_pence) filter (where kind = 'committed') as committed, sum(amount_pence) filter (where kind = 'paid') as paid
      from project_money where project_id = p.id
    ) m on true
    left join lateral (
      select json_agg(json_build_object('plannedFor', planned_for, 'firstPlannedFor', first_planned_for, 'doneOn', done_on)) as milestones
      from project_milestones where project_id = p.id
    ) s on true
    where p.council_id = ${scope.council.id} and p.state in ('funded', 'delivered')
      and (${projectId}::uuid is null or p.id = ${projectId}::uuid)
    order by coalesce(e.closes_at, e.created_at) desc, t.position, p.number
  `);
  return rows.map((row) => ({
    id: row.id,
    title: bilingual(row.title_en, row.title_cy),
    summary: bilingual(row.summary_en, row.summary_cy),
    tile: row.tile,
    vote: bilingual(row.vote_en, row.vote_cy),
    pot: bilingual(row.pot_en, row.pot_cy),
    areaId: row.area_id,
    address: row.address,
    year: row.year,
    longitude: row.longitude,
    latitude: row.latitude,
    doneBy: row.done_by ?? "",
    end: row.ended && row.ended_on ? { kind: row.ended, on: row.ended_on } : null,
    milestones: row.milestones,
    accounts: {
      awardPence: Number(row.cost_pence),
      committedPence: Number(row.committed_pence),
      paidPence: Number(row.paid_pence),
      leftPence: Number(row.cost_pence) - Number(row.paid_pence),
    },
    returnedPence: Number(row.returned_pence),
  }));
}

/** Projects with a step that is past the day people were told and not done, and since when the first is. */
export async function countLate(scope: AnyScope, today: CivilDay): Promise<{ readonly count: number; readonly since: CivilDay | null }> {
  const [row] = await database()
    .select({ count: sql<number>`count(distinct ${projectMilestones.projectId})::integer`, since: sql<string | null>`min(${projectMilestones.plannedFor})` })
    .from(projectMilestones)
    .leftJoin(projectDeliveries, eq(projectDeliveries.projectId, projectMilestones.projectId))
    .where(and(eq(projectMilestones.councilId, scope.council.id), isNull(projectMilestones.doneOn), isNull(projectDeliveries.ended), sql`${projectMilestones.plannedFor} < ${today}::date`));
  return row ?? { count: 0, since: null };
}

/** How many projects were funded and how many of them are finished. */
export async function countDelivered(scope: AnyScope): Promise<{ readonly funded: number; readonly delivered: number }> {
  const [row] = await database().execute<{ funded: string; delivered: string }>(sql`
    select count(*) as funded, count(*) filter (where state = 'delivered') as delivered
    from projects where council_id = ${scope.council.id} and state in ('funded', 'delivered')
  `);
  return { funded: Number(row?.funded ?? 0), delivered: Number(row?.delivered ?? 0) };
}

/** Pots whose rules are not locked yet: those money can be returned to. */
export async function listOpenPots(scope: AnyScope, executor: Executor = database()): Promise<readonly { readonly id: string; readonly programmeId: string; readonly name: BilingualText; readonly amountPence: number }[]> {
  const rows = await executor
    .select({ id: pots.id, programmeId: pots.programmeId, en: pots.nameEn, cy: pots.nameCy, amountPence: pots.amountPence })
    .from(pots)
    .innerJoin(polls, eq(polls.id, pots.pollId))
    .where(and(eq(pots.councilId, scope.council.id), eq(polls.state, "draft")))
    .orderBy(asc(pots.nameEn));
  return rows.map(({ en, cy, ...pot }) => ({ ...pot, name: bilingual(en, cy) }));
}
