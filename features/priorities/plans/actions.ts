import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { answerChange, proposeChange } from "#features/priorities/changes/propose-change.ts";
import { decideChange, designateTargets } from "#features/priorities/changes/decide-change.ts";
import { withdrawChange } from "#features/priorities/changes/withdraw-change.ts";
import { giveReturn } from "#features/priorities/returns/give-return.ts";
import { reopenQuarter } from "#features/priorities/returns/reopen-quarter.ts";
import { putOutcome, putStrategy, putTheme } from "#features/priorities/strategies/put-strategy.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { beginPlan } from "./begin-plan.ts";
import {
  agreeInput,
  answerChangeInput,
  beginInput,
  changeInput,
  closePlanInput,
  closeReviewInput,
  councilInput,
  decideInput,
  designateInput,
  endingInput,
  logInput,
  openReviewInput,
  outcomeInput,
  planTargetInput,
  removeTargetInput,
  reopenInput,
  returnInput,
  signInput,
  splitInput,
  stepInput,
  strategyInput,
  themeInput,
  unsignInput,
  withdrawInput,
} from "./input.ts";
import { joinCouncil, signPlan, splitTarget, unsignPlan } from "./join-councils.ts";
import { putPlanTarget, removePlanTarget } from "./put-plan-target.ts";
import { closePlan, closeReview, openReview } from "./review-plan.ts";
import { agreeToDraft, logNegotiation, takeStep } from "./take-step.ts";

export interface AtPlan {
  readonly scope: ActorScope;
  readonly planId: string;
}

/** What is done above any plan, by the name of the form. */
export const ABOVE_PLANS: Readonly<Record<string, (scope: ActorScope, values: TypedValues) => ActionAnswer<unknown>>> = {
  begin: action({ input: beginInput, run: (scope: ActorScope, input) => beginPlan(scope, input), beside: { "choose-one": "strategyId" } }),
  strategy: action({ input: strategyInput, run: (scope: ActorScope, input) => putStrategy(scope, input), beside: { "ends-before": "toYear" } }),
  theme: action({ input: themeInput, run: (scope: ActorScope, input) => putTheme(scope, input), beside: { "choose-one": "strategyId" } }),
  outcome: action({ input: outcomeInput, run: (scope: ActorScope, input) => putOutcome(scope, input), beside: { "choose-one": "themeId" } }),
};

const change = action({ input: changeInput, run: ({ scope, planId }: AtPlan, input) => proposeChange(scope, { planId, ...input }) });
const ending = action({ input: endingInput, run: ({ scope, planId }: AtPlan, input) => proposeChange(scope, { planId, ...input }), beside: {} });
const endings = ["revocation", "removal"];

/** Gives a return, also from a partner's own page. */
export const sendReturn = action({ input: returnInput, run: (scope: ActorScope, input) => giveReturn(scope, input), beside: { "reading-or-reason": "narrativeEn" } });
/** Records a partner's answer to a change, also from its own page. */
export const sendAnswer = action({ input: answerChangeInput, run: (scope: ActorScope, input) => answerChange(scope, input), beside: { "reason-missing": "said", "answered-already": "answer", "in-future": "on", "not-concerned": "partnerId" } });

/** Signs a plan for the officer's own council, wherever it is kept; or takes the signature back. */
export const SIGNATURE_ACTS: Readonly<Record<string, (at: AtPlan, values: TypedValues) => ActionAnswer<void>>> = {
  sign: action({ input: signInput, run: ({ scope, planId }: AtPlan, input) => signPlan(scope, { planId, ...input }) }),
  unsign: action({ input: unsignInput, run: ({ scope, planId }: AtPlan) => unsignPlan(scope, planId) }),
};

/** What an officer may do at a plan, by the name of the form. */
export const PLAN_ACTS: Readonly<Record<string, (at: AtPlan, values: TypedValues) => ActionAnswer<unknown>>> = {
  target: action({ input: planTargetInput, run: ({ scope, planId }: AtPlan, input) => putPlanTarget(scope, { planId, ...input }) }),
  "remove-target": action({ input: removeTargetInput, run: ({ scope, planId }: AtPlan, input) => removePlanTarget(scope, { planId, ...input }) }),
  step: action({ input: stepInput, run: ({ scope, planId }: AtPlan, input) => takeStep(scope, { planId, ...input }) }),
  agree: action({ input: agreeInput, run: ({ scope, planId }: AtPlan, input) => agreeToDraft(scope, { planId, ...input }), beside: { "choose-one": "partnerId", "in-future": "on" } }),
  log: action({ input: logInput, run: ({ scope, planId }: AtPlan, input) => logNegotiation(scope, { planId, ...input }), beside: { "in-future": "on" } }),
  designate: action({ input: designateInput, run: ({ scope, planId }: AtPlan, input) => designateTargets(scope, { planId, ...input }), beside: { "in-future": "on" } }),
  propose: (at, values) => (endings.includes(values["changeKind"]?.at(-1) ?? "") ? ending : change)(at, values),
  answer: ({ scope }, values) => sendAnswer(scope, values),
  decide: action({ input: decideInput, run: ({ scope }: AtPlan, input) => decideChange(scope, input), beside: { "in-future": "on", "reference-missing": "reference" } }),
  withdraw: action({ input: withdrawInput, run: ({ scope }: AtPlan, input) => withdrawChange(scope, input) }),
  "open-review": action({ input: openReviewInput, run: ({ scope, planId }: AtPlan, input) => openReview(scope, { planId, ...input }), beside: { "before-approval": "openedOn", "in-future": "openedOn" } }),
  "close-review": action({ input: closeReviewInput, run: ({ scope, planId }: AtPlan, input) => closeReview(scope, { planId, ...input }), beside: { "before-opening": "closedOn", "in-future": "closedOn" } }),
  reopen: action({ input: reopenInput, run: ({ scope, planId }: AtPlan, input) => reopenQuarter(scope, { planId, ...input }), beside: { "choose-one": "quarter", "not-closed": "quarter", "in-past": "until" } }),
  close: action({ input: closePlanInput, run: ({ scope, planId }: AtPlan, input) => closePlan(scope, { planId, ...input }), beside: { "before-end": "on", "in-future": "on" } }),
  council: action({ input: councilInput, run: ({ scope, planId }: AtPlan, input) => joinCouncil(scope, { planId, ...input }), beside: { "unknown-council": "council" } }),
  split: action({ input: splitInput, run: ({ scope, planId }: AtPlan, input) => splitTarget(scope, { planId, ...input }) }),
  return: ({ scope }, values) => sendReturn(scope, values),
};
