import type { Fault, RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import type { FormInput } from "#domain/basics/form-input.ts";
import { err, type Result } from "#domain/basics/result.ts";

/** What a form's handler answers: the command's value, or the form to show again. */
export type ActionAnswer<T> = Promise<Result<T, RefusedForm>>;

/**
 * From a form to a command: parse, run, and on refusal give back what was typed with every fault.
 * The command answers with a code; `beside` says next to which field its message stands (else on the whole form).
 */
export function action<Scope, Input, Value, Code extends string>(parts: {
  readonly input: FormInput<Input>;
  readonly run: (scope: Scope, input: Input) => Promise<Result<Value, Code | Fault | readonly Fault[]>>;
  readonly beside?: Partial<Record<Code, string>>;
}): (scope: Scope, values: TypedValues) => ActionAnswer<Value> {
  return async (scope, values) => {
    const input = parts.input(values);
    if (!input.ok) return err({ values, faults: input.error });
    const outcome = await parts.run(scope, input.value);
    if (outcome.ok) return outcome;
    return err({ values, faults: asFaults(outcome.error, parts.beside) });
  };
}

function asFaults<Code extends string>(error: Code | Fault | readonly Fault[], beside: Partial<Record<Code, string>> = {}): readonly Fault[] {
  if (typeof error === "string") return [{ field: beside[error] ?? "", code: error }];
  return Array.isArray(error) ? error : [error as Fault];
}
