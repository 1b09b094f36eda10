import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { announceProgramme } from "./announce-programme.ts";
import { nothingInput, switchInput } from "./input.ts";
import { switchPhase } from "./switch-phase.ts";

interface AtVote {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const moveToPhase = action({
  input: switchInput,
  run: ({ scope, engagementId }: AtVote, { to, because }) => switchPhase(scope, { engagementId, to, because }),
  beside: { "phase-follows-the-ballot": "to", "voting-is-open": "to" },
});

export const announce = action({ input: nothingInput, run: ({ scope, engagementId }: AtVote) => announceProgramme(scope, engagementId) });
