import type { pollCountRuns } from "#db/schema/voting/results.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { countOfficeVotes, linesOfVotes } from "#domain/voting/ballot-box/results-file.ts";
import { isElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import type { OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { listPollOptions, type PollInView } from "#features/voting/polls/queries.ts";
import { sha256 } from "#platform/keys.ts";
import { awaitOpenings } from "./await-openings.ts";
import { awaitLots, digestOf, keepCounts, keepRun, listLots } from "./keep-count.ts";
import { makeOfficeDownloads } from "./make-office-downloads.ts";
import { countBallots, readVotes } from "./read-ballots.ts";
import { StopAsked } from "./run-watched.ts";

/**
 * Counts an election to office by its own rule, with the lots drawn so far or none; no other rule is counted beside it, since people
 * fill in a ballot for the rule they were told. Where only lots can decide it keeps nothing but who tied.
 */
export async function countOffice(scope: SystemScope, poll: PollInView, signal: AbortSignal): Promise<Result<{ readonly digest: string }, "unknown-rule" | "not-closed" | "needs-shares" | "lots-required">> {
  if (!isElectionRuleId(poll.rule)) return err("unknown-rule");
  const options = await listPollOptions(scope, poll.id);
  const progress = async (change: Partial<typeof pollCountRuns.$inferInsert>): Promise<void> => {
    signal.throwIfAborted();
    if (await keepRun(scope, poll.id, change)) throw new StopAsked();
  };
  await progress({ state: "opening", ballotsExpected: 0, ballotsRead: 0, steps: 0, rule: poll.rule });
  const open = await awaitOpenings(poll.id, async (ballotsRead) => progress({ ballotsRead, ballotsExpected: await countBallots(poll.id) }));
  if (!open.ok) {
    if (open.error === "needs-shares") await keepRun(scope, poll.id, { state: "needs-shares" });
    return open;
  }
  await progress({ state: "reading", ballotsExpected: await countBallots(poll.id), ballotsRead: 0 });
  const votes = await readVotes(poll.id, options.map(({ number }) => number), (ballotsRead) => progress({ ballotsRead }));
  const lots = await listLots(scope, poll.id);
  await progress({ state: "counting" });
  const counted = countOfficeVotes({ options, rule: { id: poll.rule, parameters: poll.ruleParameters } }, votes, lots);
  if (counted.kind === "lots-required") return awaitLots(scope, poll.id, counted.tied);
  const sheet: OfficeSheet = { version: 1, kind: "office", ballots: votes.length, lots, outcome: counted.outcome };
  const ballotsDigest = sha256(...linesOfVotes(votes)).toString("hex");
  const digest = digestOf(poll.fingerprint, ballotsDigest, sheet);
  const downloads = makeOfficeDownloads(scope, { poll, options, votes, sheet, digest: digest.toString("hex"), ballotsDigest });
  await keepCounts(scope, poll, { sheet, beside: [], digest, downloads, ballotsDigest });
  return ok({ digest: digest.toString("hex") });
}
