import { and, count, eq, gt, isNull } from "drizzle-orm";
import { previewLinks } from "#db/schema/budgeting/programmes.ts";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { newSecret } from "./new-secret.ts";

const MOST_LINKS = 20;
const DAY_MS = 86_400_000;

/**
 * Makes a secret address at which people read a draft without signing in. The secret is answered once and only its hash is kept.
 * A form sent twice makes two links; both are listed and can be withdrawn.
 */
export function makePreviewLink(
  scope: ActorScope,
  { engagementId, madeFor, days }: { readonly engagementId: string; readonly madeFor: string; readonly days: number },
): Promise<Result<{ readonly secret: string }, "too-many-links">> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    authorise(scope, "programme.share-preview", vote);
    const open = and(eq(previewLinks.programmeId, vote.programme.id), isNull(previewLinks.withdrawnAt), gt(previewLinks.endsAt, now()));
    const [there] = await tx.select({ links: count() }).from(previewLinks).where(open);
    if ((there?.links ?? 0) >= MOST_LINKS) return err("too-many-links");
    const { secret, hash } = newSecret();
    const id = randomId();
    await tx.insert(previewLinks).values({
      id,
      councilId: scope.council.id,
      programmeId: vote.programme.id,
      madeFor,
      secretHash: hash,
      madeBy: scope.actor.personId,
      madeAt: now(),
      endsAt: new Date(now().getTime() + days * DAY_MS),
    });
    await record(tx, scope, { act: "programme.preview-shared", thing: { kind: "engagement", id: vote.id }, detail: { link: id, madeFor, days } });
    return ok({ secret });
  });
}
