import { action } from "#platform/action.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { noteOwnerNotice } from "./give-notice.ts";
import { ownerNoticeInput } from "./input.ts";

export const tellOwners = action({ input: ownerNoticeInput, run: ({ scope, slug }: AtTransfer, input) => noteOwnerNotice(scope, slug, input), beside: { "date-ahead": "givenOn", "sent-today": "givenOn" } });
