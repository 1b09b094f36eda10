import type { Transaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { createElectorate } from "#features/eligibility/create-electorate.ts";
import { randomId } from "#platform/random.ts";

export interface CreatePollInput {
  readonly question: BilingualText;
  readonly ballotKind: BallotKind;
  /** 0 unless told: a blank ballot may be handed in. */
  readonly minChoices?: number;
  /** No limit unless told. */
  readonly maxChoices?: number | null;
  /** The pot, where the vote shares out money. */
  readonly budgetPence: number | null;
  /** Points to give away in all; the usual number unless told. */
  readonly pointsTotal?: number | null;
  /** The most for one option, or the top of the scale; the usual number unless told. */
  readonly pointsMost?: number | null;
  readonly rule: string;
  readonly ruleParameters?: Record<string, unknown>;
  readonly electorate: Electorate;
}

/**
 * A draft poll with its electorate, written in the transaction of the command that needs one (a pot, an election);
 * that command has asked whether its person may. Gives the poll's id.
 */
export async function createPoll(tx: Transaction, scope: AnyScope, input: CreatePollInput): Promise<string> {
  const id = randomId();
  const electorateId = await createElectorate(tx, scope, input.electorate);
  await tx.insert(polls).values({
    id,
    councilId: scope.council.id,
    questionEn: input.question.en,
    questionCy: input.question.cy,
    ballotKind: input.ballotKind,
    minChoices: input.minChoices ?? 0,
    maxChoices: input.maxChoices ?? null,
    budgetPence: input.budgetPence,
    pointsTotal: input.pointsTotal ?? null,
    pointsMost: input.pointsMost ?? null,
    rule: input.rule,
    ruleParameters: input.ruleParameters ?? {},
    electorateId,
  });
  return id;
}
