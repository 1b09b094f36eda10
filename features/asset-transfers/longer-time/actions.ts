import type { MemberScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { answerOwnTime, answerTime, proposeOwnTime, proposeTime } from "./agree-time.ts";
import { answerTimeInput, proposalInput } from "./input.ts";

interface Own {
  readonly scope: MemberScope;
  readonly slug: string;
}

const ON_DAY = { "not-longer": "until" } as const;

export const askLongerTime = action({ input: proposalInput, run: ({ scope, slug }: AtTransfer, input) => proposeTime(scope, slug, input), beside: ON_DAY });

export const sayTime = action({ input: answerTimeInput, run: ({ scope, slug }: AtTransfer, input) => answerTime(scope, slug, input), beside: { "letter-missing": "letter" } });

export const askOwnLongerTime = action({ input: proposalInput, run: ({ scope, slug }: Own, input) => proposeOwnTime(scope, slug, input), beside: ON_DAY });

export const sayOwnTime = action({ input: answerTimeInput, run: ({ scope, slug }: Own, input) => answerOwnTime(scope, slug, input) });
