import { and, count, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Transaction } from "#db/client.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { logOrders } from "#db/schema/voting/public-log.ts";
import { reissues } from "#db/schema/voting/reissues.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { somebodyHasNotCast } from "#domain/voting/reissue.ts";
import { askForLeaf } from "#features/voting/polls/ask-for-leaf.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { askProgram } from "#platform/programs/ask-program.ts";
import { renewPages } from "#platform/renewal.ts";
import { loadReissue, type ReissueAt } from "./load-reissue.ts";
import { tellVoter } from "./tell-voter.ts";

/**
 * Another officer confirms what was proposed, or thinks otherwise, and it is open again. A reissue becomes a leaf of the log at once;
 * it is refused where every ballot that was given out has been cast, since one more would be a second vote. The voter is written to.
 */
export async function confirmAnswer(
  scope: ActorScope,
  at: ReissueAt,
  { agrees, vote }: { readonly agrees: boolean; readonly vote: { readonly title: BilingualText; readonly address: string } },
): Promise<Result<void, "decided" | "not-proposed" | "all-cast" | "closed">> {
  return inTransaction(async (tx) => {
    const asked = await loadReissue(tx, scope, at);
    authorise(scope, "reissue.confirm", asked);
    if (asked.state !== "asked") return err("decided");
    if (asked.proposal === null) return err("not-proposed");
    if (!agrees) {
      await tx.update(reissues).set({ proposal: null, proposedBy: null, reason: "" }).where(eq(reissues.id, asked.id));
      await record(tx, scope, { act: "reissue.declined", thing: { kind: "poll", id: asked.pollId }, detail: { reissue: asked.id } });
      return ok();
    }
    const made = asked.proposal === "reissue";
    if (made) {
      const refusal = await whyNot(tx, asked.pollId);
      if (refusal !== null) return err(refusal);
    }
    await tx.update(reissues).set({ state: made ? "made" : "refused", decidedBy: scope.actor.personId, decidedAt: now() }).where(eq(reissues.id, asked.id));
    if (made) await orderLeaf(tx, asked.pollId);
    await record(tx, scope, { act: made ? "reissue.made" : "reissue.refused", thing: { kind: "poll", id: asked.pollId }, detail: { reissue: asked.id, reason: asked.reason } });
    await tellVoter(tx, scope, asked, vote, made);
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

const boxNumbers = z.object({ ballots: z.int() });

async function whyNot(tx: Transaction, pollId: string): Promise<"all-cast" | "closed" | null> {
  // One at a time for each poll: the count of those who may still cast goes down with each.
  const [poll] = await tx.select({ open: sql<boolean>`${polls.state} = 'ready' and now() < ${polls.closesAt}` }).from(polls).where(eq(polls.id, pollId)).for("update");
  if (!poll?.open) return "closed";
  const [[marks], [again]] = await Promise.all([
    tx.select({ given: count() }).from(rollMarks).where(and(eq(rollMarks.pollId, pollId), inArray(rollMarks.channel, ["online", "assisted", "telephone"]))),
    tx.select({ given: count() }).from(reissues).where(and(eq(reissues.pollId, pollId), eq(reissues.state, "made"))),
  ]);
  const { body } = await askProgram("box", "/numbers", { poll: pollId });
  // A key that was lost is never cast, and each reissue stands for one of those.
  return somebodyHasNotCast((marks?.given ?? 0) - (again?.given ?? 0), boxNumbers.parse(body).ballots) ? null : "all-cast";
}

async function orderLeaf(tx: Transaction, pollId: string): Promise<void> {
  const [before] = await tx
    .select({ made: count() })
    .from(logOrders)
    .where(and(eq(logOrders.pollId, pollId), eq(logOrders.kind, "reissue")));
  await askForLeaf(tx, pollId, "reissue", { number: (before?.made ?? 0) + 1 });
}
