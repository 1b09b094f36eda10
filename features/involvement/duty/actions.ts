import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { recordInput, statementInput } from "./input.ts";
import { signRecord } from "./sign-record.ts";
import { signStatement } from "./sign-statement.ts";

export const saveRecord = action({ input: recordInput, run: (scope: ActorScope, { which, given }) => signRecord(scope, which, given) });

export const saveStatement = action({ input: statementInput, run: (scope: ActorScope, statement) => signStatement(scope, statement) });
