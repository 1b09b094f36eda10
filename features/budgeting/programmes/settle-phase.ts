import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { phaseSwitches, programmePhases, programmes } from "#db/schema/budgeting/programmes.ts";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { defined } from "#domain/basics/assert.ts";
import { phaseAt, type Phase } from "#domain/budgeting/phase.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { record } from "#platform/audit-trail.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * Moves a programme to the phase that its dates and the last choice by hand say, and keeps the move. Does nothing where it stands
 * there. Part of whatever changed its dates, or of the worker's round.
 */
export async function settlePhase(tx: Transaction, scope: AnyScope, programmeId: string, now: Date): Promise<Phase | null> {
  const here = and(eq(programmes.councilId, scope.council.id), eq(programmes.id, programmeId));
  const stands = defined((await tx.select({ phase: programmes.phase }).from(programmes).where(here).for("update"))[0], "programme").phase;
  const dated = await tx.select().from(programmePhases).where(eq(programmePhases.programmeId, programmeId));
  const [chosen] = await tx
    .select({ phase: phaseSwitches.phase, at: phaseSwitches.switchedAt })
    .from(phaseSwitches)
    .where(and(eq(phaseSwitches.programmeId, programmeId), isNotNull(phaseSwitches.switchedBy)))
    .orderBy(desc(phaseSwitches.switchedAt))
    .limit(1);
  const phase = phaseAt(dated, chosen?.phase ? { phase: chosen.phase, at: chosen.at } : null, now);
  if (phase !== stands) await enter(tx, scope, { programmeId, phase, now, because: null });
  return phase;
}

/** Moves a programme to a phase that an officer chose, as part of the command that asked whether they may. The reason is public. */
export const enterByHand = (tx: Transaction, scope: ActorScope, { programmeId, phase, because, now }: { readonly programmeId: string; readonly phase: Phase; readonly because: BilingualText; readonly now: Date }) =>
  enter(tx, scope, { programmeId, phase, now, because: { by: scope.actor.personId, why: because } });

async function enter(
  tx: Transaction,
  scope: AnyScope,
  { programmeId, phase, now, because }: { readonly programmeId: string; readonly phase: Phase | null; readonly now: Date; readonly because: { readonly by: string; readonly why: BilingualText } | null },
): Promise<void> {
  await tx
    .update(programmes)
    .set({ phase })
    .where(and(eq(programmes.councilId, scope.council.id), eq(programmes.id, programmeId)));
  await tx.insert(phaseSwitches).values({
    councilId: scope.council.id,
    programmeId,
    phase,
    switchedAt: now,
    switchedBy: because?.by ?? null,
    becauseEn: because?.why.en ?? "",
    becauseCy: because?.why.cy ?? "",
  });
  const act = because === null ? "programme.phase-by-date" : "programme.phase-by-hand";
  await record(tx, scope, { act, thing: { kind: "programme", id: programmeId }, detail: { phase } });
  await emit(tx, { event: "programme.phase-began", councilId: scope.council.id, payload: { programmeId, phase } });
  await renewPages(tx, scope.council.slug);
}

/**
 * Each programme of the installation whose dates say another phase than it stands in is moved there, one transaction each, so that
 * one that fails holds up no other. Gives the ids of those moved.
 */
export async function settlePhases(now: Date): Promise<readonly string[]> {
  const rows = await database().execute<{ id: string; council_id: string; stands: Phase | null; phases: string; chosen: Phase | null; chosen_at: string | null }>(sql`
    select p.id, p.council_id, p.phase as stands, h.phase as chosen, h.switched_at::text as chosen_at,
      json_agg(json_build_object('phase', d.phase, 'startsOn', d.starts_on, 'endsOn', d.ends_on))::text as phases
    from ${programmes} p join ${programmePhases} d on d.programme_id = p.id
    left join lateral (
      select s.phase, s.switched_at from ${phaseSwitches} s where s.programme_id = p.id and s.switched_by is not null order by s.switched_at desc limit 1
    ) h on true
    group by p.id, h.phase, h.switched_at
  `);
  const moved: string[] = [];
  for (const row of rows) {
    const byHand = row.chosen !== null && row.chosen_at !== null ? { phase: row.chosen, at: new Date(row.chosen_at) } : null;
    if (phaseAt(JSON.parse(row.phases) as Parameters<typeof phaseAt>[0], byHand, now) === row.stands) continue;
    const scope = await systemScope(row.council_id, "turn-of-the-clock");
    await inTransaction((tx) => settlePhase(tx, scope, row.id, now));
    moved.push(row.id);
  }
  return moved;
}
