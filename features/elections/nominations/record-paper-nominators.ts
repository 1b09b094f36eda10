import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { nominators } from "#db/schema/elections/nominations.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { keyedHash } from "#platform/keys.ts";
import { isTaken } from "./answer-nominator.ts";
import { lockToDecide, type AtNomination } from "./load-nomination.ts";

/** Somebody as they wrote themselves on a paper form: the same whatever the case, the spaces and the full stops. */
export const keyOfPaper = (name: string, school: string): Buffer => {
  const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  return keyedHash("nominator", "paper", fold(name), fold(school));
};

/**
 * The returning officer takes nominators from a paper form they have seen. Those who stand there already change nothing; of those who
 * nominated somebody else in the contest every one is told, and then nobody of the list is taken.
 */
export async function recordPaperNominators(scope: ActorScope, { people, ...at }: AtNomination & { readonly people: readonly { readonly name: string; readonly school: string }[] }): Promise<Result<{ readonly added: number }, readonly Fault[]>> {
  let trying = "";
  try {
    return await inTransaction(async (tx) => {
      const nomination = await lockToDecide(tx, scope, at);
      if (nomination.state !== "draft" && nomination.state !== "sent") return err([{ field: "", code: "already-decided" }]);
      let added = 0;
      for (const { name, school } of people) {
        trying = name;
        const confirmedAt = now();
        const kept = await tx
          .insert(nominators)
          .values({ councilId: scope.council.id, nominationId: nomination.id, contestId: nomination.contestId, key: keyOfPaper(name, school), name, school, how: "paper", askedAt: confirmedAt, confirmedAt })
          .onConflictDoNothing({ target: [nominators.nominationId, nominators.key] })
          .returning({ id: nominators.id });
        added += kept.length;
      }
      if (added > 0) await record(tx, scope, { act: "nomination.paper-recorded", thing: { kind: "nomination", id: nomination.id }, detail: { added } });
      return ok({ added });
    });
  } catch (fault) {
    if (isTaken(fault)) return err([{ field: "people", code: "nominator-used", params: { name: trying } }]);
    throw fault;
  }
}

/** Takes back a nominator an officer wrote down by mistake, while the nomination is not decided. */
export function strikeNominator(scope: ActorScope, { nominatorId, ...at }: AtNomination & { readonly nominatorId: string }): Promise<Result<void, "already-decided">> {
  return inTransaction(async (tx) => {
    const nomination = await lockToDecide(tx, scope, at);
    if (nomination.state !== "draft" && nomination.state !== "sent") return err("already-decided");
    const gone = await tx.delete(nominators).where(and(eq(nominators.id, nominatorId), eq(nominators.nominationId, nomination.id))).returning({ id: nominators.id });
    if (gone.length > 0) await record(tx, scope, { act: "nomination.nominator-struck", thing: { kind: "nomination", id: nomination.id } });
    return ok();
  });
}
