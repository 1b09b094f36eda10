import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { dropView } from "./drop-view.ts";
import { dropViewInput, viewInput } from "./input.ts";
import { saveView } from "./save-view.ts";

interface AtAnalysis {
  readonly scope: ActorScope;
  readonly consultationId: string;
  /** What the address chooses now. */
  readonly view: Readonly<Record<string, string>>;
}

const keepIn = (welsh: boolean) =>
  action({ input: viewInput(welsh), run: ({ scope, consultationId, view }: AtAnalysis, named) => saveView(scope, { consultationId, view, ...named }), beside: { "name-taken": "nameEn" } });
const [keepEnglish, keepBoth] = [keepIn(false), keepIn(true)];

/** Keeps what is shown under a name. */
export const keepView: typeof keepBoth = (at, values) => (at.scope.council.welsh ? keepBoth : keepEnglish)(at, values);

export const removeView = action({ input: dropViewInput, run: ({ scope, consultationId }: AtAnalysis, { viewId }) => dropView(scope, { consultationId, viewId }) });
