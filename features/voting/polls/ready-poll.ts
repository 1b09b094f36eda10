import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { pollOptions, polls } from "#db/schema/voting/polls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { canonicalRules, whyUnready, type PollOption, type UnreadyPoll } from "#domain/voting/rules-of-poll.ts";
import { getElectorate } from "#features/eligibility/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { sha256 } from "#platform/keys.ts";
import { randomToken } from "#platform/random.ts";

export interface ReadyPollInput {
  readonly pollId: string;
  readonly options: readonly PollOption[];
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * Freezes the ballot paper, the times and the rules, and takes their fingerprint. From here on the database lets nobody
 * change them. Part of the transaction that publishes; a refusal must undo that transaction. Gives the fingerprint in hex.
 */
export async function readyPoll(tx: Transaction, scope: AnyScope, input: ReadyPollInput): Promise<Result<{ readonly fingerprint: string }, "not-draft" | UnreadyPoll>> {
  const here = and(eq(polls.councilId, scope.council.id), eq(polls.id, input.pollId));
  const poll = found((await tx.select().from(polls).where(here).for("update"))[0], "poll");
  if (poll.state !== "draft") return err("not-draft");
  const options = [...input.options].sort((a, b) => a.number - b.number);
  const unready = whyUnready({ ...poll, options, opensAt: input.opensAt, closesAt: input.closesAt });
  if (unready) return err(unready);

  const seed = randomToken(16);
  const rules = canonicalRules({
    ...poll,
    question: bilingual(poll.questionEn, poll.questionCy),
    electorate: await getElectorate(scope, poll.electorateId, tx),
    opensAt: input.opensAt,
    closesAt: input.closesAt,
    seed,
    options,
  });
  const fingerprint = sha256(rules);
  await tx.delete(pollOptions).where(eq(pollOptions.pollId, poll.id));
  await tx.insert(pollOptions).values(
    options.map(({ number, subjectId, title, costPence, reference }) => ({ pollId: poll.id, number, subjectId, titleEn: title.en, titleCy: title.cy, costPence, reference })),
  );
  await tx.update(polls).set({ state: "ready", opensAt: input.opensAt, closesAt: input.closesAt, fingerprint, seed }).where(here);
  await record(tx, scope, { act: "poll.made-ready", thing: { kind: "poll", id: poll.id }, detail: { fingerprint: fingerprint.toString("hex") } });
  return ok({ fingerprint: fingerprint.toString("hex") });
}
