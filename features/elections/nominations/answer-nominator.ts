import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { contests } from "#db/schema/elections/elections.ts";
import { nominations, nominators } from "#db/schema/elections/nominations.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope, PublicScope } from "#domain/councils/scope.ts";
import { nominationsStanding } from "#domain/elections/nomination.ts";
import { found } from "#domain/policy/access-error.ts";
import { getElection } from "#features/elections/queries.ts";
import { now } from "#platform/clock.ts";
import { hashOfCode } from "./code-hash.ts";

export interface AnswerNominator {
  readonly electionId: string;
  readonly code: string;
  /** No: they were asked and would rather not. */
  readonly yes: boolean;
  /** As they want it on the list the officer checks. */
  readonly name: string;
  readonly school: string;
}

export type NominatorRefusal = "nominates-another" | "nominations-over" | "no-longer-asked";

/**
 * Somebody confirms with their code that they nominate a candidate, or says no. The database lets each person confirm for one candidate of
 * a contest: who has nominated somebody else is told so. Answered twice the same way it stands as it was. 404 for a code that is nobody's.
 */
export async function answerNominator(scope: PublicScope, { electionId, code, yes, name, school }: AnswerNominator): Promise<Result<void, NominatorRefusal>> {
  const election = await getElection(scope, electionId);
  try {
    return await inTransaction(async (tx) => {
      const asked = await lockAsked(tx, scope, electionId, code);
      if (yes && asked.nominator.confirmedAt !== null) return ok();
      if (asked.nomination.state !== "draft") return err("no-longer-asked");
      const at = now();
      if (nominationsStanding({ noticeGiven: election.noticeGivenAt !== null, opensAt: election.at.nominationsOpenAt, closesAt: election.at.nominationsCloseAt }, at) !== "open") return err("nominations-over");
      await tx
        .update(nominators)
        .set(yes ? { confirmedAt: at, declinedAt: null, name, school } : { confirmedAt: null, declinedAt: at })
        .where(eq(nominators.id, asked.nominator.id));
      return ok();
    });
  } catch (fault) {
    if (isTaken(fault)) return err("nominates-another");
    throw fault;
  }
}

/** The nominator behind a code, with whom they are asked to nominate. */
export async function lockAsked(tx: Transaction, scope: AnyScope, electionId: string, code: string) {
  const [row] = await tx
    .select({ nominator: nominators, nomination: nominations })
    .from(nominators)
    .innerJoin(nominations, eq(nominations.id, nominators.nominationId))
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(contests.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominators.codeHash, hashOfCode(code))))
    .for("update", { of: nominators });
  return found(row, "nominator");
}

/** The database's word that this person has confirmed for somebody already. */
export const isTaken = (fault: unknown): boolean => {
  const causes = [fault, fault instanceof Error ? fault.cause : null];
  return causes.some((each) => typeof each === "object" && each !== null && "constraint_name" in each && each.constraint_name === "nominators_once_key");
};
