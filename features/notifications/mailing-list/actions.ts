import { action } from "#platform/action.ts";
import { joinInput } from "./input.ts";
import { askToBeTold as ask } from "./join-list.ts";

export const askToBeTold = action({ input: joinInput, run: ask, beside: { "too-many-mails": "email" } });
