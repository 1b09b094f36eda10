import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { shownName } from "#domain/elections/names-on-paper.ts";
import { whatWithdrawalDoes } from "#domain/elections/withdrawal.ts";
import { outcomeOfNominations } from "#domain/elections/without-poll.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getElection, isPrinted, stageOfElection, type ContestInView } from "#features/elections/queries.ts";
import { amendPolls } from "#features/voting/polls/amend-polls.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { messages } from "#i18n/messages.ts";
import { lockNomination, type AtNomination } from "./load-nomination.ts";
import { asCandidateName } from "./queries.ts";

/**
 * A candidate steps back, or the returning officer takes note that they did. Before the papers are printed the name leaves the list. After
 * that it stays on every paper, everybody who votes is told, and an office that would fall to it goes to the next in order. Withdrawn
 * twice it stays as it was; refused once voting is over, and once they are declared elected without a poll.
 */
export function withdrawNomination(scope: ActorScope, at: AtNomination): Promise<Result<{ readonly printed: boolean }, "too-late" | "wrong-state">> {
  return inTransaction(async (tx) => {
    const election = await getElection(scope, at.electionId, tx);
    const nomination = await lockNomination(tx, scope, at);
    if (nomination.personId !== scope.actor.personId) {
      if (scope.actor.roles.length === 0) throw new AccessError("not-found", "nomination");
      authorise(scope, "nomination.decide", null);
    }
    if (nomination.state === "withdrawn") return ok({ printed: nomination.withdrawnAfterPrint });
    if (nomination.state === "rejected") return err("wrong-state");
    const contest = found(election.contests.find(({ id }) => id === nomination.contestId), "contest");
    if (contest.withoutPoll !== null && nomination.state === "accepted") return err("too-late");
    const withdrawnAt = now();
    const stage = stageOfElection(election, withdrawnAt);
    const does = whatWithdrawalDoes({ printed: isPrinted(election), closed: stage === "counting" || stage === "declared" });
    if (does === "too-late") return err("too-late");
    const printed = does === "stays-on-the-paper" && nomination.place !== null;
    await tx
      .update(nominations)
      .set({ state: "withdrawn", withdrawnAt, withdrawnAfterPrint: printed, changedAt: withdrawnAt, ...(printed ? {} : { place: null }) })
      .where(eq(nominations.id, nomination.id));
    if (printed) await tellVoters(nomination, contest);
    await record(tx, scope, { act: "nomination.withdrawn", thing: { kind: "nomination", id: nomination.id }, detail: { printed } });
    await renewPages(tx, scope.council.slug);
    return ok({ printed });

    /** In the log of the ballot for good, and above the ballot of everybody who votes from now on. */
    async function tellVoters(row: typeof nominations.$inferSelect, { pollId, standing }: ContestInView): Promise<void> {
      const name = shownName(asCandidateName(row));
      const left = outcomeOfNominations(standing - 1, election.offices);
      const say = (locale: Locale): string => [messages(locale).nominations.withdrawnOnPaper({ name }), ...(left === "poll" ? [] : [messages(locale).uncontested.afterPrint[left]])].join(" ");
      const words = { en: say("en"), cy: say("cy") };
      await amendPolls(tx, scope, { pollIds: [pollId], words, closesAt: null });
    }
  });
}
