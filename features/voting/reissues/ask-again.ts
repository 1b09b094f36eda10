import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { rollMarks, voterPasses } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { reissues } from "#db/schema/voting/reissues.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { seal } from "#platform/keys.ts";
import { randomId } from "#platform/random.ts";

export interface AskAgainInput {
  readonly pollId: string;
  /** What happened, in the voter's words. */
  readonly story: string;
  /** To be answered at; null where they rather look again. */
  readonly email: string | null;
}

/**
 * A voter who holds a pass, and was given a ballot on line whose key they lost, asks to begin again. Once in a poll; asked again,
 * the first stands. Refused without a pass, without a mark made on line, and when voting is over.
 */
export function askAgain(scope: PublicScope, token: string | null, { pollId, story, email }: AskAgainInput): Promise<Result<void, "no-pass" | "nothing-lost" | "closed">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ voterHash: voterPasses.voterHash, channel: rollMarks.channel, open: sql<boolean>`${polls.state} = 'ready' and now() between ${polls.opensAt} and ${polls.closesAt}` })
      .from(voterPasses)
      .innerJoin(polls, eq(polls.id, voterPasses.pollId))
      .leftJoin(rollMarks, and(eq(rollMarks.pollId, voterPasses.pollId), eq(rollMarks.voterHash, voterPasses.voterHash)))
      .where(and(eq(polls.councilId, scope.council.id), eq(voterPasses.pollId, pollId), eq(voterPasses.tokenHash, passHash(token ?? "", pollId)), sql`${voterPasses.expiresAt} > now()`));
    if (!row) return err("no-pass");
    if (!row.open) return err("closed");
    if (row.channel !== "online" && row.channel !== "assisted") return err("nothing-lost");
    const id = randomId();
    const asked = await tx
      .insert(reissues)
      .values({ id, councilId: scope.council.id, pollId, voterHash: row.voterHash, story, sealedEmail: email === null ? null : seal("reissue-email", email), locale: scope.locale, askedAt: now() })
      .onConflictDoNothing()
      .returning({ id: reissues.id });
    if (asked.length > 0) await record(tx, scope, { act: "reissue.asked", thing: { kind: "poll", id: pollId }, detail: { reissue: id } });
    return ok();
  });
}
