import { ok } from "#domain/basics/result.ts";
import { afterCountParameters, readAfterCount } from "#domain/budgeting/after-count.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { addPot } from "./add-pot.ts";
import { changeAfterCount } from "./change-after-count.ts";
import { changeBallot } from "./change-ballot.ts";
import { changeDetails } from "./change-details.ts";
import { changeElectorateTerms } from "./change-electorate-terms.ts";
import { changeFunders } from "./change-funders.ts";
import { changePhases } from "./change-phases.ts";
import { changeTimes } from "./change-times.ts";
import { createBudgetVote } from "./create-budget-vote.ts";
import { dropPot } from "./drop-pot.ts";
import { dropProject } from "./drop-project.ts";
import { editPot } from "./edit-pot.ts";
import { editProject } from "./edit-project.ts";
import { afterCountInput, ballotInput, createInput, detailsInput, electorateInput, fundersInput, nothingInput, phasesInput, potInput, projectInput, ringFenceInput, shiftInput, timesInput } from "./input.ts";
import { putProject } from "./put-project.ts";
import { ringFence } from "./ring-fence.ts";
import { getVoteForOfficers } from "./queries.ts";
import { shiftProject } from "./shift-project.ts";
import { randomId } from "#platform/random.ts";

/** Who sent the form, and at which vote's address. */
export interface AtVote {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const startVote = action({ input: createInput, run: (scope: ActorScope, input) => createBudgetVote(scope, input) });

export const saveDetails = action({
  input: detailsInput,
  run: ({ scope, engagementId }: AtVote, { seen, details }) => changeDetails(scope, { engagementId, seen }, details),
  beside: { "slug-taken": "slug", "statute-unknown": "statute" },
});

export const saveTimes = action({ input: timesInput, run: ({ scope, engagementId }: AtVote, { seen, times }) => changeTimes(scope, { engagementId, seen }, times) });

export const savePhases = action({ input: phasesInput, run: ({ scope, engagementId }: AtVote, { seen, phases }) => changePhases(scope, { engagementId, seen }, phases) });

export const saveBallot = action({
  input: ballotInput,
  run: async ({ scope, engagementId }: AtVote, { seen, rules }) => {
    const { programme } = await getVoteForOfficers(scope, engagementId);
    // Parameters belong to the rule they were set with; what happens to money left over belongs to every rule.
    const { ruleParameters: stood } = programme.ballot;
    const policy = readAfterCount(stood);
    const ruleParameters = rules.rule === programme.ballot.rule ? stood : policy === null ? {} : afterCountParameters(policy);
    return changeBallot(scope, { engagementId, seen }, { ...rules, ruleParameters, electorate: programme.ballot.electorate });
  },
});

export const saveAfterCount = action({
  input: afterCountInput,
  run: ({ scope, engagementId }: AtVote, { seen, policy }) => changeAfterCount(scope, { engagementId, seen }, policy),
});

export const saveElectorate = action({ input: electorateInput, run: ({ scope, engagementId }: AtVote, { seen, terms }) => changeElectorateTerms(scope, { engagementId, seen }, terms) });

export const startPot = action({ input: potInput, run: ({ scope, engagementId }: AtVote, { once, pot }) => addPot(scope, { engagementId, once: once ?? randomId(), pot }) });

export const savePot = action({
  input: potInput,
  run: ({ scope, engagementId, potId }: AtVote & { readonly potId: string }, { seen, pot }) => editPot(scope, { engagementId, seen }, { potId, change: pot }),
});

export const keepBack = action({
  input: ringFenceInput,
  run: ({ scope, engagementId, potId }: AtVote & { readonly potId: string }, { once, fence }) => ringFence(scope, { engagementId, potId, once, fence }),
});

export const saveFunders = action({
  input: fundersInput,
  run: ({ scope, engagementId, potId }: AtVote & { readonly potId: string }, { seen, ...given }) => changeFunders(scope, { engagementId, seen }, { potId, ...given }),
});

export const startProject = action({
  input: projectInput,
  run: ({ scope, engagementId }: AtVote, { once, potId, project }) => putProject(scope, { engagementId, potId: potId ?? "", once: once ?? randomId(), project }),
});

export const saveProject = action({
  input: projectInput,
  run: ({ scope, engagementId, projectId }: AtVote & { readonly projectId: string }, { seen, project }) => editProject(scope, { engagementId, seen }, { projectId, change: project }),
});

export const takeOutPot = action({ input: nothingInput, run: ({ scope, engagementId, potId }: AtVote & { readonly potId: string }) => dropPot(scope, { engagementId, potId }) });

export const takeOutProject = action({ input: nothingInput, run: ({ scope, engagementId, projectId }: AtVote & { readonly projectId: string }) => dropProject(scope, { engagementId, projectId }) });

/** Up or down by one place; a button of neither kind does nothing. */
export const moveByOne = action({
  input: shiftInput,
  run: async ({ scope, engagementId }: AtVote, { up, down }) => {
    const projectId = up ?? down;
    return projectId === undefined ? ok() : shiftProject(scope, { engagementId, projectId, way: up === undefined ? "down" : "up" });
  },
});
