import type { MemberScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { lookInput, returnLookInput, textsInput } from "./input.ts";
import { changeTexts, lookAtApplication } from "./look-at-application.ts";
import { lookAtReturn } from "./look-at-return.ts";

export const look = action({ input: lookInput, run: ({ scope, slug }: AtTransfer, input) => lookAtApplication(scope, slug, input) });

export const lookAtYear = action({ input: returnLookInput, run: ({ scope, slug }: AtTransfer, input) => lookAtReturn(scope, slug, input) });

export const rewrite = action({ input: textsInput, run: ({ scope, slug }: { readonly scope: MemberScope; readonly slug: string }, input) => changeTexts(scope, slug, input) });
