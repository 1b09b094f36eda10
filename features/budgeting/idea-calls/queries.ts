import { and, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { ideaCalls } from "#db/schema/budgeting/ideas.ts";
import { programmePhases, programmes } from "#db/schema/budgeting/programmes.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { callStanding, type CallStanding, type IdeaCall } from "#domain/budgeting/idea-call.ts";
import { NEW_IDEA_FORM, type IdeaForm } from "#domain/budgeting/idea-form.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";

/** How a programme asks for ideas, and where that stands today. */
export interface IdeaCallInView extends IdeaCall {
  readonly programmeId: string;
  readonly intro: BilingualText;
  /** In the council's own words; empty where ours are used. */
  readonly policy: BilingualText;
  readonly form: IdeaForm;
  readonly seenFirst: boolean;
  readonly supportsTaken: boolean;
  /** 0 where it was never set up. */
  readonly version: number;
  readonly standing: CallStanding;
  /** The last day of the phase, where it has one. */
  readonly lastDay: string | null;
  readonly firstDay: string | null;
}

/** The call of a programme, or an empty one that is not open where none was made. In a transaction with `lock` it is locked until the end of it. */
export async function getCall(scope: AnyScope, programmeId: string, executor: Executor = database(), lock = false): Promise<IdeaCallInView> {
  const one = executor
    .select()
    .from(ideaCalls)
    .where(and(eq(ideaCalls.councilId, scope.council.id), eq(ideaCalls.programmeId, programmeId)));
  const [row] = await (lock ? one.for("update") : one);
  const stands = await executor
    .select({ current: programmes.phase, startsOn: programmePhases.startsOn, endsOn: programmePhases.endsOn })
    .from(programmes)
    .leftJoin(programmePhases, and(eq(programmePhases.programmeId, programmes.id), eq(programmePhases.phase, "collecting-ideas")))
    .where(and(eq(programmes.councilId, scope.council.id), eq(programmes.id, programmeId)));
  const phases = stands.flatMap(({ startsOn, endsOn }) => (startsOn === null ? [] : [{ phase: "collecting-ideas" as const, startsOn, endsOn }]));
  const times = { openedAt: row?.openedAt ?? null, closedAt: row?.closedAt ?? null, mostPerPerson: row?.mostPerPerson ?? 3 };
  return {
    programmeId,
    ...times,
    intro: bilingual(row?.introEn ?? "", row?.introCy ?? ""),
    policy: bilingual(row?.policyEn ?? "", row?.policyCy ?? ""),
    form: row?.form ?? NEW_IDEA_FORM,
    seenFirst: row?.seenFirst ?? false,
    supportsTaken: row?.supportsTaken ?? true,
    version: row?.version ?? 0,
    standing: callStanding(times, phases, londonDay(now()), stands[0]?.current ?? null),
    firstDay: phases[0]?.startsOn ?? null,
    lastDay: phases[0]?.endsOn ?? null,
  };
}
