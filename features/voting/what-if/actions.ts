import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { UploadedFile } from "#platform/form-body.ts";
import { whatIfInput } from "./input.ts";
import { startWhatIf, type EngagementToTry } from "./start-what-if.ts";
import { stopWhatIf } from "./stop-what-if.ts";
import type { VoteToTry } from "./what-if-run.ts";

const BESIDE: Readonly<Record<string, string>> = { "no-file": "file", "no-projects": "pot", "too-many-projects": "pot" };

/** Sets rules trying going on the pot that the form names. */
export async function askWhatIf(
  scope: ActorScope,
  engagement: EngagementToTry,
  { values, files }: { readonly values: TypedValues; readonly files: Readonly<Record<string, UploadedFile>> },
  voteOf: (pot: string) => VoteToTry | null,
): Promise<Result<{ readonly runId: string }, RefusedForm>> {
  const input = whatIfInput(values);
  if (!input.ok) return err({ values, faults: input.error });
  const { pot, ...asked } = input.value;
  const vote = voteOf(pot);
  if (vote === null) return err({ values, faults: [{ field: "pot", code: "choose-one" }] });
  const file = files["file"];
  const started = await startWhatIf(scope, engagement, vote, asked, file ? Buffer.from(await new Response(file.stream()).arrayBuffer()) : null);
  return started.ok ? started : err({ values, faults: [{ field: BESIDE[started.error] ?? "", code: started.error }] });
}

/** The button that stops a run. */
export const askToStop = (scope: ActorScope, engagement: EngagementToTry, runId: string): Promise<void> => stopWhatIf(scope, engagement, runId);
