import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { offeredPromises } from "#db/schema/elections/offered-promises.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { electedPromises } from "#db/schema/involvement/promises.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { MOST_WRITTEN_DOWN } from "#domain/involvement/promise.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { tellCandidate } from "#features/elections/nominations/tell-candidate.ts";
import { listElected } from "#features/elections/results/queries.ts";
import type { ElectionInView } from "#features/elections/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { findMayorsBudget, findOwnElected } from "./queries.ts";

export interface OfferPromise {
  /** The form's one-use number; becomes the promise's id once it is taken. */
  readonly once: string;
  readonly text: BilingualText;
}

/** Somebody elected adds a promise of their own, for an officer to read before everybody does. 404 for whoever was not elected. */
export async function offerPromise(scope: ActorScope, election: ElectionInView, { once, text }: OfferPromise): Promise<Result<void, Fault>> {
  const own = found((await findOwnElected(scope, election)) ?? undefined, "elected");
  return inTransaction(async (tx) => {
    found((await findMayorsBudget(scope, election.id, tx)) ?? undefined, "budget");
    // Whoever sends two at once takes turns.
    await tx.select({ id: nominations.id }).from(nominations).where(eq(nominations.id, own.nominationId)).for("update");
    const [written, offered] = await Promise.all([
      tx.select({ id: electedPromises.id }).from(electedPromises).where(eq(electedPromises.nominationId, own.nominationId)),
      tx.select({ id: offeredPromises.id, decidedAt: offeredPromises.decidedAt }).from(offeredPromises).where(eq(offeredPromises.nominationId, own.nominationId)),
    ]);
    if (offered.some(({ id }) => id === once)) return ok();
    if (written.length + offered.filter(({ decidedAt }) => decidedAt === null).length >= MOST_WRITTEN_DOWN) return err({ field: "textEn", code: "too-many-promises", params: { most: MOST_WRITTEN_DOWN } });
    await tx.insert(offeredPromises).values({ id: once, councilId: scope.council.id, electionId: election.id, nominationId: own.nominationId, writtenIn: text.en === "" ? "cy" : "en", textEn: text.en, textCy: text.cy, offeredAt: now() });
    return ok();
  });
}

export interface DecideOffer {
  readonly engagementId: string;
  readonly offerId: string;
  readonly answer: "take" | "decline";
  /** Why not, to its author. */
  readonly reason: string;
}

/** An officer writes an offered promise down, where it stays, or declines it with a reason. Decided once; the same form again finds it done. */
export async function decideOffer(scope: ActorScope, { engagementId, offerId, answer, reason }: DecideOffer): Promise<Result<void, Fault>> {
  authorise(scope, "promise.follow", null);
  const elected = await listElected(scope, (await getElectionForOfficers(scope, engagementId)).election);
  return inTransaction(async (tx) => {
    const { election, title, slug } = await getElectionForOfficers(scope, engagementId, tx);
    const [row] = await tx.select().from(offeredPromises).where(and(eq(offeredPromises.electionId, election.id), eq(offeredPromises.id, offerId))).for("update");
    const offer = found(row, "promise");
    if (offer.decidedAt !== null) return (offer.reason === "") === (answer === "take") ? ok() : err({ field: "", code: "decided-already" });
    found(elected.find(({ nominationId }) => nominationId === offer.nominationId), "elected");
    if (answer === "decline" && reason === "") return err({ field: `reason-${offerId}`, code: "required" });
    if (answer === "take") {
      const there = await tx.select({ number: electedPromises.number }).from(electedPromises).where(eq(electedPromises.nominationId, offer.nominationId));
      // Some may have been written down from their statement since it was sent.
      if (there.length >= MOST_WRITTEN_DOWN) return err({ field: "", code: "too-many-promises", params: { most: MOST_WRITTEN_DOWN } });
      const number = Math.max(0, ...there.map((each) => each.number)) + 1;
      const { councilId, electionId, nominationId, writtenIn, textEn, textCy } = offer;
      await tx.insert(electedPromises).values({ id: offerId, councilId, electionId, nominationId, number, writtenIn, textEn, textCy });
    }
    await tx
      .update(offeredPromises)
      .set({ decidedAt: now(), decidedBy: scope.actor.personId, reason: answer === "take" ? "" : reason })
      .where(and(eq(offeredPromises.id, offerId), isNull(offeredPromises.decidedAt)));
    const [author] = await tx.select({ personId: nominations.personId }).from(nominations).where(eq(nominations.id, offer.nominationId));
    await tellCandidate(tx, scope, { personId: author?.personId ?? null, news: answer === "take" ? "promise-taken" : "promise-declined", reason: { en: reason, cy: reason }, title, slug });
    await record(tx, scope, { act: answer === "take" ? "promise.written" : "promise.declined", thing: { kind: "engagement", id: engagementId }, detail: { promise: offerId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
