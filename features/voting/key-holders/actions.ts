import type { PublicScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { codeInput } from "./input.ts";
import type { HolderPage } from "./queries.ts";
import { remindHolders } from "./remind-holders.ts";
import { showCode, useCode as use, type CodeUse } from "./use-code.ts";

/** Shows a holder their code, this once. */
export const showOwnCode = showCode;
/** Writes to the holders once more. */
export const writeAgain = remindHolders;

interface AtPage {
  readonly scope: PublicScope;
  readonly page: HolderPage;
}

/** The form in which a holder types their code, for what is asked of them now. */
export const useCode = (what: CodeUse) =>
  action({
    input: codeInput,
    run: ({ scope, page }: AtPage, { code }) => use(scope, page, what, code),
    beside: { mistyped: "code", "wrong-code": "code", "no-code": "code" },
  });
