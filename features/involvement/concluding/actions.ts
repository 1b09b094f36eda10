import { ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { publishDecision } from "./publish-decision.ts";
import { publishResults } from "./publish-results.ts";

interface AtConsultation {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const showResults = action({ input: () => ok({}), run: ({ scope, engagementId }: AtConsultation) => publishResults(scope, engagementId) });
export const showDecision = action({ input: () => ok({}), run: ({ scope, engagementId }: AtConsultation) => publishDecision(scope, engagementId) });
