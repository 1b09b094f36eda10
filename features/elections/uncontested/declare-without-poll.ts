import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contestsWithoutPoll } from "#db/schema/elections/elections.ts";
import { electedWithoutPoll, nominations } from "#db/schema/elections/nominations.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { nominationOutcome } from "#domain/elections/without-poll.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listCandidates } from "#features/elections/nominations/queries.ts";
import type { ElectionInView } from "#features/elections/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface DeclareWithoutPoll {
  readonly contestId: string;
  /** The name under the declaration. */
  readonly name: string;
}

/**
 * Declares a contest ended in which no more people stand than there are places: those who stand are elected, or nobody is. Only when the
 * time to withdraw is over and every nomination is decided, and before the papers are made. Nobody can be added to it or taken from it
 * afterwards. Declared twice it stands as it was. Part of the transaction that has locked the election.
 */
export async function declareWithoutPoll(tx: Transaction, scope: ActorScope, election: ElectionInView, { contestId, name }: DeclareWithoutPoll): Promise<Result<void, "too-early" | "undecided" | "poll-needed" | "not-draft">> {
  authorise(scope, "election.declare-without-poll", null);
  const contest = found(election.contests.find(({ id }) => id === contestId), "contest");
  if (contest.withoutPoll !== null) return ok();
  const at = now();
  if (contest.pollState !== "draft") return err("not-draft");
  if (at < election.at.withdrawByAt) return err("too-early");
  if (contest.undecided > 0) return err("undecided");
  const outcome = nominationOutcome(election, contest);
  if (outcome === "poll") return err("poll-needed");
  // Names stand here as they would on a ballot paper, told from others of the same name.
  const candidates = await listCandidates(scope, [contestId], tx);
  const standing = await tx.select({ id: nominations.id }).from(nominations).where(and(eq(nominations.contestId, contestId), eq(nominations.state, "accepted"))).orderBy(asc(nominations.number));
  await tx.insert(contestsWithoutPoll).values({ contestId, councilId: scope.council.id, outcome, declaredAt: at, declaredBy: scope.actor.personId, signed: name });
  if (standing.length > 0)
    await tx.insert(electedWithoutPoll).values(
      standing.map(({ id }) => {
        const shown = found(candidates.find((candidate) => candidate.id === id), "candidate").name;
        return { nominationId: id, contestId, nameEn: shown.en, nameCy: shown.cy };
      }),
    );
  await record(tx, scope, { act: "election.declared-without-poll", thing: { kind: "contest", id: contestId }, detail: { outcome, elected: standing.length } });
  await renewPages(tx, scope.council.slug);
  return ok();
}
