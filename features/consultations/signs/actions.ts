import { ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { judgeSignInput } from "./input.ts";
import { judgeSign as judge } from "./judge-sign.ts";
import { askForSigns as ask } from "./search-signs.ts";

interface AtConsultation {
  readonly scope: ActorScope;
  readonly consultationId: string;
}

export const askForSigns = action({ input: () => ok({}), run: ({ scope, consultationId }: AtConsultation) => ask(scope, { consultationId }) });
export const judgeSign = action({ input: judgeSignInput, run: ({ scope, consultationId }: AtConsultation, input) => judge(scope, { consultationId, ...input }), beside: { "reason-missing": "reason" } });
