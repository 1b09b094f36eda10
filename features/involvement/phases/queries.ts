import { and, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { pots, programmePhases, programmes } from "#db/schema/budgeting/programmes.ts";
import { shortlists } from "#db/schema/budgeting/shortlists.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { DatedPhase, Phase } from "#domain/budgeting/phase.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { PUBLIC_STATES, type EngagementState } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";
import { listMoney, listPhaseSwitches, type MoneyOfPot, type PhaseSwitch } from "#features/budgeting/programmes/queries.ts";

/** A programme as residents see it: announced, or with its vote published. */
export interface ProgrammeInView {
  readonly engagementId: string;
  readonly programmeId: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly decision: BilingualText;
  readonly decidedBy: BilingualText;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** Whether its vote is published and has pages of its own. */
  readonly voteIsPublic: boolean;
  readonly phase: Phase | null;
  /** In the order they come. */
  readonly phases: readonly DatedPhase[];
  /** Pence of all its pots. */
  readonly totalPence: number;
  /** Whether proposals were put on its ballots by criteria that everybody may read. */
  readonly shortlisted: boolean;
  /** Whether anybody has decided of a proposal whether it can be done. */
  readonly checked: boolean;
}

const isInView = or(inArray(engagements.state, [...PUBLIC_STATES]), isNotNull(engagements.announcedAt));

/** Every programme residents may see, newest first. Two statements, however many there are. */
export async function listProgrammes(scope: AnyScope): Promise<readonly ProgrammeInView[]> {
  return inView(scope, isInView);
}

async function inView(scope: AnyScope, which: ReturnType<typeof and>): Promise<readonly ProgrammeInView[]> {
  const rows = await database()
    .select({
      engagement: engagements,
      phase: programmes.phase,
      shortlisted: sql<boolean>`exists (select 1 from ${shortlists} s where s.programme_id = ${sql.raw("programmes.id")})`,
      checked: sql<boolean>`exists (select 1 from ${ideas} i where i.programme_id = ${sql.raw("programmes.id")} and i.state in ('feasible', 'not-feasible', 'shortlisted', 'not-shortlisted', 'on-ballot'))`,
      total: sql<string>`coalesce((select sum(amount_pence) from ${pots} where programme_id = ${sql.raw("programmes.id")}), 0)`,
    })
    .from(engagements)
    .innerJoin(programmes, eq(programmes.id, engagements.programmeId))
    .where(and(eq(engagements.councilId, scope.council.id), which))
    .orderBy(desc(sql`coalesce(${engagements.publishedAt}, ${engagements.announcedAt})`), engagements.slug);
  const ids = rows.map(({ engagement }) => found(engagement.programmeId, "programme"));
  const phases = ids.length === 0 ? [] : await database().select().from(programmePhases).where(inArray(programmePhases.programmeId, ids)).orderBy(programmePhases.startsOn, programmePhases.phase);
  return rows.map(({ engagement, phase, total, shortlisted, checked }) => {
    const programmeId = found(engagement.programmeId, "programme");
    return {
      engagementId: engagement.id,
      programmeId,
      slug: engagement.slug,
      title: bilingual(engagement.titleEn, engagement.titleCy),
      summary: bilingual(engagement.summaryEn, engagement.summaryCy),
      decision: bilingual(engagement.decisionEn, engagement.decisionCy),
      decidedBy: bilingual(engagement.decidedByEn, engagement.decidedByCy),
      state: engagement.state,
      opensAt: engagement.opensAt,
      closesAt: engagement.closesAt,
      voteIsPublic: (PUBLIC_STATES as readonly EngagementState[]).includes(engagement.state),
      phase,
      phases: phases.filter((each) => each.programmeId === programmeId).map(({ phase: name, startsOn, endsOn }) => ({ phase: name, startsOn, endsOn })),
      totalPence: Number(total),
      shortlisted,
      checked,
    };
  });
}

/** One programme with its money and its moves; 404 where residents may not see one of that name. */
export async function getProgrammeInView(scope: AnyScope, slug: string): Promise<ProgrammeInView & { readonly money: readonly MoneyOfPot[]; readonly switches: readonly PhaseSwitch[] }> {
  const [programme] = await inView(scope, and(eq(engagements.slug, slug), isInView));
  const one = found(programme, "programme");
  const [money, switches] = await Promise.all([listMoney(scope, one.programmeId), listPhaseSwitches(scope, one.programmeId)]);
  return { ...one, money, switches };
}
