import type { ActorScope } from "#domain/councils/scope.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { assignDelivery } from "./assign-delivery.ts";
import { endDelivery } from "./end-delivery.ts";
import { enterMoney, takeBackMoney } from "./enter-money.ts";
import { assignInput, endInput, milestoneInput, moneyInput, removeInput, returnInput, takeBackInput, updateInput } from "./input.ts";
import { putMilestone, removeMilestone } from "./put-milestone.ts";
import { returnUnderspend } from "./return-underspend.ts";
import { writeUpdate } from "./write-update.ts";

export interface AtProject {
  readonly scope: ActorScope;
  readonly projectId: string;
}

const milestoneIn = (welsh: boolean) =>
  action({ input: milestoneInput(welsh), run: ({ scope, projectId }: AtProject, input) => putMilestone(scope, { projectId, ...input }), beside: { "done-in-future": "doneOn" } });
const moneyIn = (welsh: boolean) =>
  action({ input: moneyInput(welsh), run: ({ scope, projectId }: AtProject, input) => enterMoney(scope, { projectId, ...input }), beside: { "above-award": "becauseEn", "in-future": "on" } });
const takeBackIn = (welsh: boolean) => action({ input: takeBackInput(welsh), run: ({ scope, projectId }: AtProject, input) => takeBackMoney(scope, { projectId, ...input }), beside: { "taken-back": "entryId" } });
const updateIn = (welsh: boolean) => action({ input: updateInput(welsh), run: ({ scope, projectId }: AtProject, input) => writeUpdate(scope, { projectId, ...input }), beside: { "photo-gone": "photo" } });

type Handler = (at: AtProject, values: TypedValues) => ActionAnswer<void>;

/** The form whose Welsh fields must be filled where the council publishes in Welsh. */
function inLanguages(make: (welsh: boolean) => Handler): Handler {
  const [english, both] = [make(false), make(true)];
  return (at, values) => (at.scope.council.welsh ? both : english)(at, values);
}

/** What an officer may do at a project, by the name of the form's button. */
export const DELIVERY_ACTS: Readonly<Record<string, Handler>> = {
  assign: action({ input: assignInput, run: ({ scope, projectId }: AtProject, input) => assignDelivery(scope, { projectId, ...input }) }),
  milestone: inLanguages(milestoneIn),
  remove: action({ input: removeInput, run: ({ scope, projectId }: AtProject, input) => removeMilestone(scope, { projectId, ...input }) }),
  money: inLanguages(moneyIn),
  "take-back": inLanguages(takeBackIn),
  update: inLanguages(updateIn),
  end: action({
    input: endInput,
    run: ({ scope, projectId }: AtProject, input) => endDelivery(scope, { projectId, ...input }),
    beside: { "in-future": "on", "milestones-open": "kind", "variance-unexplained": "reasonEn", "stopped-unexplained": "reasonEn" },
  }),
  return: action({ input: returnInput, run: ({ scope, projectId }: AtProject, input) => returnUnderspend(scope, { projectId, ...input }), beside: { "choose-one": "toPotId" } }),
};
