import { and, count, eq, isNotNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { nominations, nominators } from "#db/schema/elections/nominations.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { nominationsStanding } from "#domain/elections/nomination.ts";
import { getElection } from "#features/elections/queries.ts";
import { now } from "#platform/clock.ts";
import { lockOwnNomination, type AtNomination } from "./load-nomination.ts";

/** A candidate hands their nomination in, with a statement or a video, enough people behind it and a parent's word where one is needed. Sent twice it is sent once. */
export async function sendNomination(scope: MemberScope, at: AtNomination): Promise<Result<void, readonly Fault[]>> {
  const election = await getElection(scope, at.electionId);
  return inTransaction(async (tx) => {
    const nomination = await lockOwnNomination(tx, scope, at);
    if (nomination.state === "sent") return ok();
    if (nomination.state !== "draft") return err([{ field: "", code: "already-decided" }]);
    const sentAt = now();
    const standing = nominationsStanding({ noticeGiven: election.noticeGivenAt !== null, opensAt: election.at.nominationsOpenAt, closesAt: election.at.nominationsCloseAt }, sentAt);
    if (standing !== "open") return err([{ field: "", code: `nominations-${standing}` }]);
    const [behind] = await tx.select({ people: count() }).from(nominators).where(and(eq(nominators.nominationId, nomination.id), isNotNull(nominators.confirmedAt)));
    const confirmed = behind?.people ?? 0;
    const faults: Fault[] = [];
    if (nomination.statementEn + nomination.statementCy + nomination.videoUrl === "") faults.push({ field: "write", code: "statement-missing" });
    if (confirmed < election.nominators) faults.push({ field: "nominators", code: "too-few-nominators", params: { confirmed, needed: election.nominators, more: election.nominators - confirmed } });
    if (nomination.consentNeeded && nomination.consentAt === null) faults.push({ field: "consent", code: "no-consent" });
    if (faults.length > 0) return err(faults);
    await tx.update(nominations).set({ state: "sent", sentAt, changedAt: sentAt }).where(eq(nominations.id, nomination.id));
    return ok();
  });
}
