import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { allocate, enterContribution, takeMoneyBack } from "./change-money.ts";
import { allocationInput, caseInput, contributionInput, poolInput, ringFenceInput, signInput, takeBackInput } from "./input.ts";
import { saveCase, signCase } from "./save-case.ts";
import { addRingFence, savePool } from "./save-pool.ts";

interface AtPool {
  readonly scope: ActorScope;
  readonly slug: string;
}

export const putPool = (scope: ActorScope, values: TypedValues) => action({ input: poolInput(scope.council.welsh), run: savePool, beside: { "choose-one": "boardId" } })(scope, values);

export const ringFence = (at: AtPool, values: TypedValues): ActionAnswer<void> => action({ input: ringFenceInput(at.scope.council.welsh), run: ({ scope, slug }: AtPool, input) => addRingFence(scope, slug, input) })(at, values);

export const contribute = action({ input: contributionInput, run: ({ scope, slug }: AtPool, input) => enterContribution(scope, slug, input) });

export const giveOut = (at: AtPool, values: TypedValues): ActionAnswer<void> => action({ input: allocationInput(at.scope.council.welsh), run: ({ scope, slug }: AtPool, input) => allocate(scope, slug, input) })(at, values);

export const takeBack = action({ input: takeBackInput, run: ({ scope, slug }: AtPool, input) => takeMoneyBack(scope, slug, input) });

/** The form of a case has a row for each body and a column for each year. */
export const putCase = (at: AtPool & { readonly partnerIds: readonly string[]; readonly years: readonly number[] }, values: TypedValues): ActionAnswer<void> =>
  action({ input: caseInput(at.scope.council.welsh, at.partnerIds, at.years), run: ({ scope, slug }: AtPool, input) => saveCase(scope, slug, input) })(at, values);

export const sign = action({ input: signInput, run: ({ scope, slug, caseId }: AtPool & { readonly caseId: string }, { partnerId, version, signedAs }) => signCase(scope, slug, { caseId, partnerId, version, signedAs }) });
