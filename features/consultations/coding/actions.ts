import { ok } from "#domain/basics/result.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { addTheme as add } from "./add-theme.ts";
import { changeTheme as change } from "./change-theme.ts";
import { dropTheme as drop } from "./drop-theme.ts";
import { addThemeInput, changeThemeInput, dropThemeInput, readReadings } from "./input.ts";
import { saveReadings as save } from "./save-readings.ts";

/** A question of a consultation, and the officer who works on what was written to it. */
interface AtQuestion {
  readonly scope: ActorScope;
  readonly consultationId: string;
  readonly questionCode: string;
}

export const addTheme = action({ input: addThemeInput, run: ({ scope, ...at }: AtQuestion, input) => add(scope, { ...at, ...input }) });
export const changeTheme = action({ input: changeThemeInput, run: ({ scope, consultationId }: AtQuestion, input) => change(scope, { consultationId, ...input }) });
export const dropTheme = action({ input: dropThemeInput, run: ({ scope, consultationId }: AtQuestion, input) => drop(scope, { consultationId, ...input }) });
export const saveReadings = action({ input: (values: TypedValues) => ok(readReadings(values)), run: ({ scope, ...at }: AtQuestion, read) => save(scope, { ...at, read }) });
