import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { agreeTerms, putTerms, sendReturn } from "./agree-terms.ts";
import { agreeInput, returnInput, termsInput } from "./input.ts";

export const offerTerms = action({ input: termsInput, run: ({ scope, slug }: { readonly scope: ActorScope; readonly slug: string }, input) => putTerms(scope, slug, input) });

export const agree = action({ input: agreeInput, run: ({ scope, slug }: { readonly scope: MemberScope; readonly slug: string }, input) => agreeTerms(scope, slug, input) });

/** The form of a year's return has as many numbers as benefits were promised. */
export const tellYear = (benefits: number) =>
  action({ input: returnInput(benefits), run: ({ scope, slug }: { readonly scope: MemberScope; readonly slug: string }, input) => sendReturn(scope, slug, input), beside: { "year-ahead": "year", "year-sent": "year", "before-completion": "year" } });
