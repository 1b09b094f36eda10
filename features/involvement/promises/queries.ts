import { and, count, desc, eq, isNull, min, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { offeredPromises } from "#db/schema/elections/offered-promises.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { mayorsBudgets } from "#db/schema/involvement/promises.ts";
import { defined } from "#domain/basics/assert.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { deliveryStanding, type DeliveryStanding } from "#domain/budgeting/delivery.ts";
import type { IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { promiseStanding, type PromiseStanding, type PromiseTold } from "#domain/involvement/promise.ts";
import { listFunded } from "#features/budgeting/delivery/queries.ts";
import { findOwnNomination } from "#features/elections/nominations/queries.ts";
import type { ElectionInView } from "#features/elections/queries.ts";
import { listElected, type Elected } from "#features/elections/results/queries.ts";

export interface MayorsBudget {
  readonly engagementId: string;
  readonly slug: string;
  readonly title: BilingualText;
  /** Announced, or more. */
  readonly shown: boolean;
  /** Its ballots can be seen. */
  readonly isPublic: boolean;
}

/** The budget of those elected in an election; null where none has been made. */
export async function findMayorsBudget(scope: AnyScope, electionId: string, executor: Executor = database()): Promise<MayorsBudget | null> {
  const [row] = await executor
    .select({ id: engagements.id, slug: engagements.slug, en: engagements.titleEn, cy: engagements.titleCy, state: engagements.state, announcedAt: engagements.announcedAt })
    .from(mayorsBudgets)
    .innerJoin(engagements, eq(engagements.id, mayorsBudgets.engagementId))
    .where(and(eq(mayorsBudgets.councilId, scope.council.id), eq(mayorsBudgets.electionId, electionId)));
  if (!row) return null;
  const isPublic = !["draft", "in-review", "approved"].includes(row.state);
  return { engagementId: row.id, slug: row.slug, title: bilingual(row.en, row.cy), shown: isPublic || row.announcedAt !== null, isPublic };
}

/** A promise with what became of it. */
export interface PromiseInView {
  readonly id: string;
  readonly nominationId: string;
  readonly text: BilingualText;
  /** When they added it, after the election; null for what they promised before it. */
  readonly addedAt: Date | null;
  readonly standing: PromiseStanding;
  readonly told: { readonly words: BilingualText; readonly at: Date } | null;
  /** The proposal it became; merged into another it is that one. */
  readonly proposal: { readonly number: number; readonly title: BilingualText; readonly state: IdeaState; readonly reason: BilingualText; readonly merged: boolean } | null;
  readonly project: { readonly title: BilingualText; readonly costPence: number; readonly pot: string; readonly slug: string; readonly state: ProjectState } | null;
  readonly delivery: { readonly standing: DeliveryStanding; readonly done: number; readonly steps: number; readonly paidPence: number } | null;
}

export interface PersonWithPromises extends Elected {
  readonly made: readonly PromiseInView[];
}

interface PromiseRow extends Record<string, unknown> {
  readonly id: string;
  readonly nomination_id: string;
  readonly text_en: string;
  readonly text_cy: string;
  readonly told: PromiseTold | null;
  readonly told_en: string;
  readonly told_cy: string;
  readonly told_at: string | null;
  readonly added_at: string | null;
  readonly merged: boolean;
  readonly idea_number: number | null;
  readonly idea_state: IdeaState | null;
  readonly idea_en: string | null;
  readonly idea_cy: string | null;
  readonly reason_en: string | null;
  readonly reason_cy: string | null;
  readonly project_id: string | null;
  readonly project_state: ProjectState | null;
  readonly project_en: string | null;
  readonly project_cy: string | null;
  readonly project_slug: string | null;
  readonly pot_slug: string | null;
  readonly cost_pence: string | null;
}

/** Everybody elected with what they promised and what became of each, by rank of their office, in three statements. */
export async function listPromises(scope: AnyScope, election: ElectionInView, today: CivilDay): Promise<readonly PersonWithPromises[]> {
  const [elected, rows, funded] = await Promise.all([
    listElected(scope, election),
    database().execute<PromiseRow>(sql`
      select m.id, m.nomination_id, m.text_en, m.text_cy, m.told, m.told_en, m.told_cy, m.told_at::text, o.offered_at::text as added_at, coalesce(i.id <> r.id, false) as merged,
        r.number as idea_number, r.state as idea_state, r.title_en as idea_en, r.title_cy as idea_cy, r.reason_en, r.reason_cy,
        p.id as project_id, p.state as project_state, p.title_en as project_en, p.title_cy as project_cy, p.slug as project_slug, t.slug as pot_slug, p.cost_pence::text
      from elected_promises m
      left join offered_promises o on o.id = m.id
      left join ideas i on i.id = m.idea_id
      left join ideas r on r.id = coalesce(i.merged_into, i.id)
      left join projects p on p.id = r.project_id
      left join pots t on t.id = p.pot_id
      where m.council_id = ${scope.council.id} and m.election_id = ${election.id}
      order by m.number`),
    listFunded(scope),
  ]);
  const inView = (row: PromiseRow): PromiseInView => {
    const built = funded.find(({ id }) => id === row.project_id);
    return {
      id: row.id,
      nominationId: row.nomination_id,
      text: bilingual(row.text_en, row.text_cy),
      addedAt: row.added_at === null ? null : new Date(row.added_at),
      standing: promiseStanding({ idea: row.idea_state, project: row.project_state, told: row.told }),
      told: row.told_at === null ? null : { words: bilingual(row.told_en, row.told_cy), at: new Date(row.told_at) },
      proposal:
        row.idea_number === null || row.idea_state === null
          ? null
          : { number: row.idea_number, title: bilingual(row.idea_en ?? "", row.idea_cy ?? ""), state: row.idea_state, reason: bilingual(row.reason_en ?? "", row.reason_cy ?? ""), merged: row.merged },
      project:
        row.project_state === null || row.pot_slug === null || row.project_slug === null
          ? null
          : { title: bilingual(row.project_en ?? "", row.project_cy ?? ""), costPence: Number(row.cost_pence), pot: row.pot_slug, slug: row.project_slug, state: row.project_state },
      delivery: built
        ? { standing: deliveryStanding(built.milestones, built.end, today), done: built.milestones.filter(({ doneOn }) => doneOn !== null).length, steps: built.milestones.length, paidPence: built.accounts.paidPence }
        : null,
    };
  };
  return elected.map((person) => ({ ...person, made: rows.filter((row) => row.nomination_id === person.nominationId).map(inView) }));
}

/** The person's own place among those elected; null where they were not. */
export async function findOwnElected(scope: ActorScope, election: ElectionInView): Promise<Elected | null> {
  const own = await findOwnNomination(scope, election.id);
  if (own === null) return null;
  return (await listElected(scope, election)).find(({ nominationId }) => nominationId === own.id) ?? null;
}

/** A promise somebody elected added of their own, before and after an officer read it. */
export interface OfferInView {
  readonly id: string;
  readonly nominationId: string;
  readonly text: BilingualText;
  readonly offeredAt: Date;
  readonly standing: "waits" | "taken" | "declined";
  /** Why it was declined. */
  readonly reason: string;
}

/** Promises that were added by one person elected, or by all of them, the newest first. */
export async function listOffers(scope: AnyScope, electionId: string, nominationId?: string): Promise<readonly OfferInView[]> {
  const rows = await database()
    .select()
    .from(offeredPromises)
    .where(and(eq(offeredPromises.councilId, scope.council.id), eq(offeredPromises.electionId, electionId), nominationId === undefined ? undefined : eq(offeredPromises.nominationId, nominationId)))
    .orderBy(desc(offeredPromises.offeredAt));
  return rows.map((row) => ({
    id: row.id,
    nominationId: row.nominationId,
    text: bilingual(row.textEn, row.textCy),
    offeredAt: row.offeredAt,
    standing: row.decidedAt === null ? "waits" : row.reason === "" ? "taken" : "declined",
    reason: row.reason,
  }));
}

/** Promises of one election that nobody has read. */
export interface OffersToRead {
  readonly engagementId: string;
  readonly title: BilingualText;
  readonly count: number;
  readonly since: Date;
}

/** Elections with promises that those elected have added and no officer has read. */
export async function countOffers(scope: ActorScope): Promise<readonly OffersToRead[]> {
  const rows = await database()
    .select({ engagementId: engagements.id, en: engagements.titleEn, cy: engagements.titleCy, count: count(), since: min(offeredPromises.offeredAt) })
    .from(offeredPromises)
    .innerJoin(engagements, eq(engagements.electionId, offeredPromises.electionId))
    .where(and(eq(offeredPromises.councilId, scope.council.id), isNull(offeredPromises.decidedAt)))
    .groupBy(engagements.id);
  return rows.map(({ engagementId, en, cy, count, since }) => ({ engagementId, title: bilingual(en, cy), count, since: defined(since, "oldest promise") }));
}

/** The promise an idea began as, for its own page and its project's; null for an idea of anybody else. */
export async function findPromiseOfIdea(scope: AnyScope, ideaId: string): Promise<{ readonly id: string; readonly text: BilingualText; readonly election: BilingualText; readonly electionSlug: string } | null> {
  const [row] = await database().execute<{ id: string; text_en: string; text_cy: string; title_en: string; title_cy: string; slug: string }>(sql`
    select m.id, m.text_en, m.text_cy, e.title_en, e.title_cy, e.slug
    from elected_promises m join ideas i on i.id = m.idea_id join engagements e on e.election_id = m.election_id
    where m.council_id = ${scope.council.id} and (m.idea_id = ${ideaId}::uuid or i.merged_into = ${ideaId}::uuid)
    order by m.number limit 1`);
  return row ? { id: row.id, text: bilingual(row.text_en, row.text_cy), election: bilingual(row.title_en, row.title_cy), electionSlug: row.slug } : null;
}
