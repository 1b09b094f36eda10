import { and, asc, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { paperKeyings, responseBatches } from "#db/schema/consultations/register.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { differencesOf, type KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { putResponse } from "#features/consultations/register/put-response.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export interface KeyPaperInput {
  readonly consultationId: string;
  readonly batchId: string;
  /** Its place in the bundle; 1 for the first. */
  readonly paper: number;
  readonly document: KeyedPaper;
  /** Whoever wrote it saw how the two before differ, and settles it. */
  readonly settles: boolean;
}

/** What came of it: it is in the register, waits for a second person, or differs from what the first wrote. */
export type Keyed = "registered" | "waits" | "differs";

/**
 * Writes in one paper of a bundle. Where two people write in each, neither sees the other's: what they agree on goes into the register at once,
 * and what they differ on waits until somebody with the paper in hand settles it, on the page that
 * shows how they differ: an older form that arrives late settles nothing. The same by the same person again changes nothing.
 */
export function keyPaper(scope: ActorScope, { consultationId, batchId, paper, document, settles }: KeyPaperInput): Promise<Result<Keyed, "done" | "second-person">> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(responseBatches)
      .where(and(eq(responseBatches.councilId, scope.council.id), eq(responseBatches.consultationId, consultationId), eq(responseBatches.id, batchId)))
      .for("update");
    const batch = found(row && paper >= 1 && paper <= row.papers ? row : null, "paper");
    const before = await tx.select().from(paperKeyings).where(and(eq(paperKeyings.batchId, batchId), eq(paperKeyings.paper, paper))).orderBy(asc(paperKeyings.turn));
    const [first, second, settled] = before;
    const me = scope.actor.personId;
    const keep = (turn: number) => tx.insert(paperKeyings).values({ batchId, paper, turn, keyerId: me, keyedAt: now(), document });
    const put = () => register(tx, scope, { consultationId, batch, paper, document });
    if (!first) {
      await keep(1);
      if (batch.twice) return ok("waits");
      await put();
      return ok("registered");
    }
    if (!batch.twice || settled) return err("done");
    if (!second) {
      if (first.keyerId === me) return differencesOf(first.document, document).length === 0 ? ok("waits") : err("second-person");
      await keep(2);
      if (differencesOf(first.document, document).length > 0) return ok("differs");
      await put();
      return ok("registered");
    }
    if (differencesOf(first.document, second.document).length === 0) return err("done");
    if (!settles) return ok("differs");
    await keep(3);
    await put();
    await record(tx, scope, { act: "response-batch.settled", thing: { kind: "response-batch", id: batchId }, detail: { paper } });
    return ok("registered");
  });
}

interface PaperToRegister {
  readonly consultationId: string;
  readonly batch: typeof responseBatches.$inferSelect;
  readonly paper: number;
  readonly document: KeyedPaper;
}

async function register(tx: Transaction, scope: ActorScope, { consultationId, batch, paper, document }: PaperToRegister): Promise<void> {
  const { version } = await getOpenSurvey(scope, consultationId, tx);
  await putResponse(tx, scope, { id: randomId(), consultationId, version, channel: "paper", receivedOn: batch.receivedOn, paperNumber: `${batch.name}-${paper}`, paper: document });
}
