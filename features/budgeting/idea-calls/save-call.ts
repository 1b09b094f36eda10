import { eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ideaCalls } from "#db/schema/budgeting/ideas.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeIdeaForm, type IdeaForm } from "#domain/budgeting/idea-form.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { renewIdeas } from "#features/budgeting/ideas/renew-ideas.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { getCall } from "./queries.ts";

export interface SaveCall {
  readonly programmeId: string;
  /** The version the form showed; 0 for a call never made. */
  readonly seen: number;
  readonly intro: BilingualText;
  readonly policy: BilingualText;
  readonly form: IdeaForm;
  readonly mostPerPerson: number;
  readonly seenFirst: boolean;
  readonly supportsTaken: boolean;
}

/** Writes how a programme asks for ideas. Refuses what somebody else has changed since, and a form that could not be answered. */
export async function saveCall(scope: ActorScope, { programmeId, seen, intro, policy, ...rest }: SaveCall): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> {
  authorise(scope, "ideas.ask-for", null);
  const faults = judgeIdeaForm(rest.form);
  if (faults.length > 0) return err(faults);
  return inTransaction(async (tx) => {
    const call = await getCall(scope, programmeId, tx, true);
    if (call.version !== seen) return err("changed-meanwhile");
    const columns = { introEn: intro.en, introCy: intro.cy, policyEn: policy.en, policyCy: policy.cy, ...rest };
    const written = await tx
      .insert(ideaCalls)
      .values({ programmeId, councilId: scope.council.id, ...columns })
      .onConflictDoUpdate({ target: ideaCalls.programmeId, set: { ...columns, version: sql`${ideaCalls.version} + 1` }, setWhere: eq(ideaCalls.version, seen) })
      .returning({ version: ideaCalls.version });
    if (written.length === 0) return err("changed-meanwhile");
    await renewIdeas(tx, scope);
    await record(tx, scope, { act: "ideas.form-changed", thing: { kind: "programme", id: programmeId } });
    return ok();
  });
}

/** Begins to ask for ideas, or begins again. The days of the phase still bound it. */
export async function openCall(scope: ActorScope, programmeId: string): Promise<Result<void, "no-form">> {
  authorise(scope, "ideas.ask-for", null);
  return inTransaction(async (tx) => {
    const call = await getCall(scope, programmeId, tx, true);
    if (call.version === 0) return err("no-form");
    if (call.openedAt !== null && call.closedAt === null) return ok();
    await tx.update(ideaCalls).set({ openedAt: call.openedAt ?? now(), closedAt: null }).where(eq(ideaCalls.programmeId, programmeId));
    await renewIdeas(tx, scope);
    await record(tx, scope, { act: "ideas.opened", thing: { kind: "programme", id: programmeId } });
    return ok();
  });
}

/** Takes no more ideas; those there stay and can still be supported. */
export async function closeCall(scope: ActorScope, programmeId: string): Promise<Result<void, never>> {
  authorise(scope, "ideas.ask-for", null);
  return inTransaction(async (tx) => {
    const call = await getCall(scope, programmeId, tx, true);
    if (call.openedAt === null || call.closedAt !== null) return ok();
    await tx.update(ideaCalls).set({ closedAt: now() }).where(eq(ideaCalls.programmeId, programmeId));
    await renewIdeas(tx, scope);
    await record(tx, scope, { act: "ideas.closed", thing: { kind: "programme", id: programmeId } });
    return ok();
  });
}
