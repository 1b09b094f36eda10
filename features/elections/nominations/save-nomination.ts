import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { nominations, nominators } from "#db/schema/elections/nominations.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { judgeNomination, needsConsent, nominationsStanding } from "#domain/elections/nomination.ts";
import { found } from "#domain/policy/access-error.ts";
import { getElection } from "#features/elections/queries.ts";
import { now } from "#platform/clock.ts";
import { describePhoto, forgetPhoto, keepPhoto } from "#platform/photos/keep-photo.ts";
import { contentColumns, type NominationContent } from "./nomination-content.ts";

export interface SaveNomination {
  readonly electionId: string;
  readonly contestId: string;
  readonly content: NominationContent;
}

/**
 * Keeps what somebody who stands has written, as often as they like until they send it. The first time they get the next number of the
 * contest; the election is locked meanwhile, so that the number is theirs. Each person stands in one contest of an election: a draft that
 * goes to another one gets its next number there, and those who nominate are asked anew, since they nominate one candidate of a contest.
 * A parent agrees to what they read: whatever is changed afterwards takes their consent back.
 */
export function saveNomination(scope: MemberScope, { electionId, contestId, content }: SaveNomination): Promise<Result<{ readonly number: number }, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const election = await getElection(scope, electionId, tx);
    found(election.contests.find(({ id }) => id === contestId), "contest");
    const at = now();
    const standing = nominationsStanding({ noticeGiven: election.noticeGivenAt !== null, opensAt: election.at.nominationsOpenAt, closesAt: election.at.nominationsCloseAt }, at);
    if (standing !== "open") return err([{ field: "", code: `nominations-${standing}` }]);
    const faults = judgeNomination({ ...content, parentNamed: content.parentEmail !== "" && content.parentName !== "" }, { ...election, pollingDay: election.calendar.pollingDay });
    if (faults.length > 0) return err(faults);
    const own = await tx.select().from(nominations).where(and(inArray(nominations.contestId, election.contests.map(({ id }) => id)), eq(nominations.personId, scope.actor.personId))).for("update");
    // Whoever stepped back or was rejected may stand in another contest, and not again in the same.
    const mine = own.find((each) => each.contestId === contestId) ?? own.find(({ state }) => state !== "withdrawn" && state !== "rejected");
    if (own.some(({ state }) => state === "sent" || state === "accepted") || (mine && mine.state !== "draft")) return err([{ field: "", code: "already-sent" }]);
    const { photoId, alt } = content.photo;
    if (photoId !== null && photoId !== mine?.photoId && !(await keepPhoto(tx, scope.council.id, photoId, alt))) return err([{ field: "photo", code: "photo-gone" }]);
    if (photoId !== null && photoId === mine?.photoId) await describePhoto(tx, scope.council.id, photoId, alt);
    const consentNeeded = needsConsent(content.born, election.calendar.pollingDay);
    const written = { ...contentColumns(content), photoId };
    const columns = { ...written, consentNeeded, changedAt: at };
    if (mine) {
      const moves = mine.contestId !== contestId;
      if (moves) await tx.delete(nominators).where(eq(nominators.nominationId, mine.id));
      const number = moves ? await nextNumber(tx, contestId) : mine.number;
      const asAgreed = !moves && Object.entries(written).every(([column, value]) => mine[column as keyof typeof written] === value);
      await tx
        .update(nominations)
        .set({ ...columns, contestId, number, ...(asAgreed ? {} : { consentAt: null, consentBy: "", consentHow: "", consentCodeHash: null, consentAskedAt: null }) })
        .where(eq(nominations.id, mine.id));
      if (mine.photoId !== null && mine.photoId !== photoId) await forgetPhoto(tx, scope.council.id, mine.photoId);
      return ok({ number });
    }
    const number = await nextNumber(tx, contestId);
    await tx.insert(nominations).values({ councilId: scope.council.id, electionId, contestId, personId: scope.actor.personId, number, ...columns });
    return ok({ number });
  });
}

/** For the transaction that holds the election. */
async function nextNumber(tx: Transaction, contestId: string): Promise<number> {
  const [last] = await tx.select({ number: sql<number>`coalesce(max(${nominations.number}), 0)`.mapWith(Number) }).from(nominations).where(eq(nominations.contestId, contestId));
  return (last?.number ?? 0) + 1;
}
