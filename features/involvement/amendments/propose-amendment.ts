import { inTransaction } from "#db/client.ts";
import { amendments } from "#db/schema/voting/amendments.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { judgeNewClose, type AmendmentRefusal } from "#domain/voting/amendment.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface ProposeAmendmentInput {
  readonly engagementId: string;
  /** The form's one-use number; becomes the amendment's id. */
  readonly once: string;
  readonly words: BilingualText;
  readonly reason: BilingualText;
  /** A later close; null where the time stays. */
  readonly closesAt: Date | null;
}

/** Proposes a change of the rules of a vote that is under way. Nothing changes until another person makes it. */
export function proposeAmendment(scope: ActorScope, { engagementId, once, words, reason, closesAt }: ProposeAmendmentInput): Promise<Result<void, AmendmentRefusal>> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    authorise(scope, "amendment.propose", vote);
    const standing = { closesAt: found(vote.closesAt, "closing time"), resultsAt: vote.resultsAt };
    const at = now();
    if (standing.closesAt <= at) return err("not-open");
    const refusal = judgeNewClose(closesAt, standing);
    if (refusal !== null) return err(refusal);
    const [row] = await tx
      .insert(amendments)
      .values({
        id: once,
        councilId: scope.council.id,
        subjectId: vote.id,
        pollIds: vote.programme.pots.map(({ pollId }) => pollId),
        wordsEn: words.en,
        wordsCy: words.cy,
        reasonEn: reason.en,
        reasonCy: reason.cy,
        closesAt,
        proposedBy: scope.actor.personId,
        proposedAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: amendments.id });
    if (row) await record(tx, scope, { act: "amendment.proposed", thing: { kind: "engagement", id: vote.id }, detail: { words: words.en, reason: reason.en, closesAt: closesAt?.toISOString() ?? null } });
    return ok();
  });
}
