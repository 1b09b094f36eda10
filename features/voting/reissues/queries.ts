import { aliasedTable, and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { rollMarks, voterPasses } from "#db/schema/voting/credentials.ts";
import { reissues } from "#db/schema/voting/reissues.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { ReissueAnswer, ReissueState } from "#domain/voting/reissue.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { unseal } from "#platform/keys.ts";

/** How the holder of a pass stands who lost their key. */
export interface OwnReissue {
  /** They hold a pass, and a ballot was given for them on line. */
  readonly lost: boolean;
  /** Null: they have not asked. */
  readonly asked: { readonly state: ReissueState; readonly reason: string; readonly used: boolean } | null;
}

/** What a voter may know of their own request, by the pass in their browser. */
export async function findOwnReissue(scope: AnyScope, pollId: string, token: string | null): Promise<OwnReissue> {
  const [row] = await database()
    .select({ channel: rollMarks.channel, state: reissues.state, reason: reissues.reason, used: sql<boolean>`${reissues.blindedHash} is not null` })
    .from(voterPasses)
    .leftJoin(rollMarks, and(eq(rollMarks.pollId, voterPasses.pollId), eq(rollMarks.voterHash, voterPasses.voterHash)))
    .leftJoin(reissues, and(eq(reissues.pollId, voterPasses.pollId), eq(reissues.voterHash, voterPasses.voterHash)))
    .where(and(eq(voterPasses.councilId, scope.council.id), eq(voterPasses.pollId, pollId), eq(voterPasses.tokenHash, passHash(token ?? "", pollId)), sql`${voterPasses.expiresAt} > now()`));
  if (!row) return { lost: false, asked: null };
  return { lost: row.channel === "online" || row.channel === "assisted", asked: row.state === null ? null : { state: row.state, reason: row.state === "asked" ? "" : (row.reason ?? ""), used: row.used } };
}

export interface ReissueInView {
  readonly id: string;
  readonly pollId: string;
  readonly story: string;
  /** To ask them something; empty where they gave none. */
  readonly email: string;
  readonly askedAt: Date;
  readonly state: ReissueState;
  readonly proposal: ReissueAnswer | null;
  readonly proposedById: string | null;
  readonly proposedBy: string | null;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly used: boolean;
}

/** Voters of a vote's polls who lost their key, the undecided first. For those who answer them. */
export async function listReissues(scope: ActorScope, pollIds: readonly string[]): Promise<readonly ReissueInView[]> {
  authorise(scope, "reissue.propose", null);
  const [first, second] = [aliasedTable(people, "first"), aliasedTable(people, "second")];
  const rows = await database()
    .select({ reissue: reissues, proposer: sql<string | null>`coalesce(nullif(${first.name}, ''), ${first.email})`, decider: sql<string | null>`coalesce(nullif(${second.name}, ''), ${second.email})` })
    .from(reissues)
    .leftJoin(first, eq(first.id, reissues.proposedBy))
    .leftJoin(second, eq(second.id, reissues.decidedBy))
    .where(and(eq(reissues.councilId, scope.council.id), inArray(reissues.pollId, [...pollIds])))
    .orderBy(asc(sql`${reissues.state} <> 'asked'`), desc(reissues.askedAt));
  return rows.map(({ reissue: { id, pollId, story, sealedEmail, askedAt, state, proposal, proposedBy, reason, decidedAt, blindedHash }, proposer, decider }) => ({
    id,
    pollId,
    story,
    email: sealedEmail === null ? "" : unseal("reissue-email", sealedEmail),
    askedAt,
    state,
    proposal,
    proposedById: proposedBy,
    proposedBy: proposer,
    reason,
    decidedBy: decider,
    decidedAt,
    used: blindedHash !== null,
  }));
}

/** How many voters of a poll were let begin again. Public: each is a leaf of the log. */
export async function countReissues(scope: AnyScope, pollId: string, executor: Executor = database()): Promise<number> {
  return (await countReissuesOf(scope, [pollId], executor)).get(pollId) ?? 0;
}

/** The same of several polls, by the poll; those in which nobody was are not in it. */
export async function countReissuesOf(scope: AnyScope, pollIds: readonly string[], executor: Executor = database()): Promise<ReadonlyMap<string, number>> {
  const rows = await executor
    .select({ pollId: reissues.pollId, made: count() })
    .from(reissues)
    .where(and(eq(reissues.councilId, scope.council.id), inArray(reissues.pollId, [...pollIds]), eq(reissues.state, "made")))
    .groupBy(reissues.pollId);
  return new Map(rows.map(({ pollId, made }) => [pollId, made]));
}
