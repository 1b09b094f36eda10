import { and, count, eq, inArray, isNotNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { nominations, nominators } from "#db/schema/elections/nominations.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { tellApart } from "#domain/elections/names-on-paper.ts";
import { NOMINATION_LIFECYCLE, whyNotAccept } from "#domain/elections/nomination.ts";
import { getElection } from "#features/elections/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockToDecide, type AtNomination } from "./load-nomination.ts";
import { asCandidateName } from "./queries.ts";
import { tellCandidate } from "./tell-candidate.ts";

export interface DecideNomination extends AtNomination {
  readonly act: "accept" | "reject" | "return";
  /** Why it was rejected, which everybody reads, or what is to be put right. */
  readonly reason: BilingualText;
  /** Words that tell this candidate from another of the same name, where school and year group do not. */
  readonly tellApart: BilingualText;
  readonly title: BilingualText;
  readonly slug: string;
}

/**
 * The returning officer accepts a nomination, rejects it with a reason, or gives it back to be put right while there is time. The candidate
 * is told. Refused while too few people stand behind it, a parent has not agreed, or its name reads as another's on the paper.
 */
export function decideNomination(scope: ActorScope, input: DecideNomination): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const election = await getElection(scope, input.electionId, tx);
    const nomination = await lockToDecide(tx, scope, input);
    const to = moveBy(NOMINATION_LIFECYCLE, nomination.state, input.act);
    // The form sent twice: the second finds it done.
    if (!to.ok) return (input.act === "accept" && nomination.state === "accepted") || (input.act === "reject" && nomination.state === "rejected") ? ok() : err([{ field: "", code: "wrong-state" }]);
    const at = now();
    if (input.act === "return" && at >= election.at.nominationsCloseAt) return err([{ field: "", code: "too-late-to-return" }]);
    if (input.act !== "accept" && input.reason.en + input.reason.cy === "") return err([{ field: "reasonEn", code: "reason-missing" }]);
    if (input.act === "accept") {
      const faults = await faultsOfAccepting(tx, { ...nomination, tellApartEn: input.tellApart.en, tellApartCy: input.tellApart.cy }, election.nominators);
      if (faults.length > 0) return err(faults);
    }
    await tx
      .update(nominations)
      .set({
        state: to.value,
        changedAt: at,
        ...(input.act === "return" ? { sentAt: null } : { decidedAt: at, decidedBy: scope.actor.personId }),
        ...(input.act === "accept" ? { reasonEn: "", reasonCy: "", tellApartEn: input.tellApart.en, tellApartCy: input.tellApart.cy } : { reasonEn: input.reason.en, reasonCy: input.reason.cy }),
      })
      .where(eq(nominations.id, nomination.id));
    await record(tx, scope, { act: `nomination.${to.value === "draft" ? "returned" : to.value}`, thing: { kind: "nomination", id: nomination.id }, detail: { number: nomination.number } });
    await tellCandidate(tx, scope, { personId: nomination.personId, news: input.act, reason: input.reason, title: input.title, slug: input.slug });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

async function faultsOfAccepting(tx: Transaction, nomination: typeof nominations.$inferSelect, needed: number): Promise<readonly Fault[]> {
  const [behind] = await tx.select({ people: count() }).from(nominators).where(and(eq(nominators.nominationId, nomination.id), isNotNull(nominators.confirmedAt)));
  const others = await tx.select().from(nominations).where(and(eq(nominations.contestId, nomination.contestId), inArray(nominations.state, ["sent", "accepted"])));
  const told = tellApart([...others.filter(({ id }) => id !== nomination.id), nomination].map(asCandidateName));
  const confirmed = behind?.people ?? 0;
  return whyNotAccept({ confirmed, needed, consentNeeded: nomination.consentNeeded, consentGiven: nomination.consentAt !== null, namesAlike: told.get(nomination.id) === "alike" }).map((code) => ({
    field: code === "names-alike" ? "tellApartEn" : "",
    code,
    params: { confirmed, needed, more: needed - confirmed },
  }));
}

/** The returning officer has seen a parent's signature on paper. */
export function recordPaperConsent(scope: ActorScope, { name, ...at }: AtNomination & { readonly name: string }): Promise<Result<void, "already-decided">> {
  return inTransaction(async (tx) => {
    const nomination = await lockToDecide(tx, scope, at);
    if (nomination.consentAt !== null) return ok();
    if (nomination.state !== "draft" && nomination.state !== "sent") return err("already-decided");
    await tx.update(nominations).set({ consentAt: now(), consentBy: name, consentHow: "paper" }).where(eq(nominations.id, nomination.id));
    await record(tx, scope, { act: "nomination.consent-recorded", thing: { kind: "nomination", id: nomination.id } });
    return ok();
  });
}
