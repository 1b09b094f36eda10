import type { ActorScope } from "#domain/councils/scope.ts";
import { listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { action } from "#platform/action.ts";
import { addCommunityProjects } from "./add-community-projects.ts";
import { approveAndOpen } from "./approve-and-open.ts";
import { beginCommunityVote } from "./begin-community-vote.ts";
import { copyProgramme } from "./copy-programme.ts";
import { checksInput, copyInput, datesInput, moneyInput, nothingInput, projectsInput, templateInput, whoInput } from "./input.ts";
import { sendCommunityVote } from "./send-community-vote.ts";
import { setCommunityDates } from "./set-community-dates.ts";
import { setCommunityMoney } from "./set-community-money.ts";
import { startFromTemplate } from "./start-from-template.ts";

interface AtVote {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const startByTemplate = action({ input: templateInput, run: async (scope: ActorScope, input) => startFromTemplate(scope, input, await listAreaChoices(scope)) });
export const startByCopy = action({ input: copyInput, run: (scope: ActorScope, input) => copyProgramme(scope, input) });

export const beginShort = action({ input: whoInput, run: (scope: ActorScope, input) => beginCommunityVote(scope, input) });
export const keepMoney = action({
  input: moneyInput,
  run: ({ scope, engagementId }: AtVote, { amountPence, giverEn, giverCy, maxProjectPence }) => setCommunityMoney(scope, { engagementId, amountPence, giver: { en: giverEn, cy: giverCy }, maxProjectPence }),
});
export const keepProjects = action({ input: projectsInput, run: ({ scope, engagementId }: AtVote, projects) => addCommunityProjects(scope, engagementId, projects) });
export const keepDates = action({ input: datesInput, run: ({ scope, engagementId }: AtVote, dates) => setCommunityDates(scope, engagementId, dates) });
export const signAndSend = action({ input: checksInput, run: ({ scope, engagementId }: AtVote, checks) => sendCommunityVote(scope, engagementId, checks) });
export const approveAndPublish = action({ input: nothingInput, run: ({ scope, engagementId }: AtVote) => approveAndOpen(scope, engagementId) });
