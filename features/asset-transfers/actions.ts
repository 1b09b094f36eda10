import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { reachStageInput, writeTransferInput } from "./input.ts";
import { reachStage } from "./reach-stage.ts";
import { writeTransfer } from "./write-transfer.ts";

export const saveTransfer = action({
  input: writeTransferInput,
  run: (scope: ActorScope, input) => writeTransfer(scope, input),
  beside: { "slug-taken": "slug", "unknown-area": "areaId" },
});

export const noteStage = action({
  input: reachStageInput,
  run: (at: { scope: ActorScope; slug: string }, input) => reachStage(at.scope, at.slug, input),
  beside: { "stage-passed": "stage" },
});
