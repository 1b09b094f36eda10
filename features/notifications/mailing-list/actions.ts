import type { PublicScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { askInput, linkInput } from "./input.ts";
import { askToBeTold as ask, joinList as join, leaveList as leave } from "./join-list.ts";

export const askToBeTold = action({ input: askInput, run: ask, beside: { "too-many-mails": "email" } });

export const joinList = action({ input: linkInput, run: ({ scope, engagementId }: { readonly scope: PublicScope; readonly engagementId: string }, { k }) => join(scope, engagementId, k) });

export const leaveList = action({ input: linkInput, run: (scope: PublicScope, { k }) => leave(scope, k) });
