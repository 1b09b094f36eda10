import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { readCodeForm } from "./input.ts";
import { useCode, type CodeRefusal, type UsedCode } from "./use-code.ts";

/** Where and in what a code was typed. */
export interface CodeEntry {
  readonly scope: AnyScope;
  readonly voteId: string;
  readonly tokens: ReadonlyMap<string, string>;
  readonly network: string | null;
}

/** From a code that was typed to the passes of its ballots; the form again where it is mistyped or not known. */
export async function enterCode({ scope, voteId, tokens, network }: CodeEntry, values: TypedValues): Promise<Result<UsedCode, RefusedForm | CodeRefusal>> {
  const read = readCodeForm(values);
  if (!read.ok) return err({ values, faults: read.error });
  const { typed, once } = read.value;
  if (typed.kind === "hand-over") return err({ values, faults: [{ field: "code", code: "hand-over-wrong" }] });
  const used = await useCode(scope, { voteId, code: typed.code, once, tokens, network });
  if (used.ok) return ok(used.value);
  return used.error.code === "wrong" ? err({ values, faults: [{ field: "code", code: "code-wrong" }] }) : err(used.error);
}
