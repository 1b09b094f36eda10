import { inTransaction } from "#db/client.ts";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listProposers } from "#features/budgeting/proposers/queries.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { beginRound } from "#features/notifications/letters/begin-round.ts";
import { listOutcomes } from "#features/voting/results/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { announcementLetter } from "./announcement-letter.ts";
import { occasionOf } from "./queries.ts";

/**
 * Writes to everybody who asked to be told, and to those who proposed a project, how the vote ended: each person once, whatever
 * happens. Sent again nothing is sent. Only when every pot is declared.
 */
export function announce(scope: ActorScope, { engagementId, note }: { readonly engagementId: string; readonly note: BilingualText }): Promise<Result<void, "not-declared">> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.give-feedback", vote);
    if (vote.state !== "decided" && vote.state !== "fed-back") return err("not-declared");
    const outcomes = await listOutcomes(scope, vote.programme.pots.map(({ pollId }) => pollId));
    const [en, cy] = (["en", "cy"] as const).map((locale) => announcementLetter(scope, locale, vote, outcomes, textIn(note, locale).text));
    const proposers = await listProposers(scope, { programmeId: vote.programme.id }, tx);
    const welsh = scope.council.welsh;
    const began = await beginRound(tx, scope, {
      occasion: occasionOf(vote.id),
      engagementId: vote.id,
      subject: { en: en?.subject ?? "", cy: welsh ? (cy?.subject ?? "") : "" },
      body: { en: en?.body ?? "", cy: welsh ? (cy?.body ?? "") : "" },
      proposers,
      deliveryOnly: false,
      // Those who follow the vote were told when it was decided.
      besides: `engagement.decided:${vote.id}`,
    });
    if (began) await record(tx, scope, { act: "announcement.sent", thing: { kind: "engagement", id: vote.id } });
    return ok();
  });
}
