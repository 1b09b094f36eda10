import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { assetInput } from "./input.ts";
import { saveAsset } from "./save-asset.ts";

export const writeAsset = action({
  input: assetInput,
  run: (scope: ActorScope, input) => saveAsset(scope, input),
  beside: { "slug-taken": "slug", "reference-taken": "reference", "unknown-area": "areaId" },
});
