import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { changeElectorate } from "#features/eligibility/change-electorate.ts";
import type { CreatePollInput } from "./create-poll.ts";

/** Changes a poll while it is a draft; whatever is not named stays. 404 for another council's poll. */
export async function changePoll(tx: Transaction, scope: AnyScope, pollId: string, change: Partial<CreatePollInput>): Promise<Result<void, "not-draft">> {
  const here = and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId));
  const poll = found((await tx.select().from(polls).where(here).for("update"))[0], "poll");
  if (poll.state !== "draft") return err("not-draft");
  if (change.electorate) await changeElectorate(tx, scope, poll.electorateId, change.electorate);
  await tx
    .update(polls)
    .set({
      questionEn: change.question?.en ?? poll.questionEn,
      questionCy: change.question?.cy ?? poll.questionCy,
      ballotKind: change.ballotKind ?? poll.ballotKind,
      minChoices: change.minChoices ?? poll.minChoices,
      maxChoices: change.maxChoices === undefined ? poll.maxChoices : change.maxChoices,
      budgetPence: change.budgetPence === undefined ? poll.budgetPence : change.budgetPence,
      pointsTotal: change.pointsTotal === undefined ? poll.pointsTotal : change.pointsTotal,
      pointsMost: change.pointsMost === undefined ? poll.pointsMost : change.pointsMost,
      rule: change.rule ?? poll.rule,
      ruleParameters: change.ruleParameters ?? poll.ruleParameters,
    })
    .where(here);
  return ok();
}
