import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { linkThingsInput, unlinkThingsInput } from "./input.ts";
import { linkThings } from "./link-things.ts";
import { unlinkThings } from "./unlink-things.ts";

export const tieStrand = action({ input: linkThingsInput, run: (scope: ActorScope, input) => linkThings(scope, input), beside: { "wrong-direction": "to", "unknown-thing": "from" } });

export const untieStrand = action({ input: unlinkThingsInput, run: (scope: ActorScope, link) => unlinkThings(scope, link) });
