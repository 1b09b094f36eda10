import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { linkThingsInput, noteStopInput, unlinkThingsInput } from "./input.ts";
import { linkThings } from "./link-things.ts";
import { noteStop } from "./note-stop.ts";
import { unlinkThings } from "./unlink-things.ts";

export const tieStrand = action({
  input: linkThingsInput,
  run: (scope: ActorScope, input) => linkThings(scope, input),
  beside: { "wrong-direction": "to", "unknown-thing": "from", "welsh-missing": "howCy", "already-tied": "to" },
});

export const untieStrand = action({ input: unlinkThingsInput, run: (scope: ActorScope, input) => unlinkThings(scope, input) });

export const saveStop = action({ input: noteStopInput, run: (scope: ActorScope, input) => noteStop(scope, input) });
