import type { Locale } from "#domain/basics/bilingual.ts";
import { action } from "#platform/action.ts";
import { askForCode as ask } from "./ask-for-code.ts";
import { endSession } from "./auth.ts";
import { changeAccount as change } from "./change-account.ts";
import { deleteAccount as forget } from "./delete-account.ts";
import { giveCode as give } from "./give-code.ts";
import { askForCodeInput, changeAccountInput, deleteAccountInput, giveCodeInput } from "./input.ts";
import type { SignedIn } from "./session.ts";

/** The browser before it is anybody: the request itself, whose cookies the session is begun and ended by. */
export interface AtTheDoor {
  readonly request: Request;
  readonly locale: Locale;
}

export const askForCode = action({
  input: askForCodeInput,
  run: async ({ request, locale }: AtTheDoor, input) => {
    const sent = await ask(request, locale, input);
    return sent.ok ? { ok: true as const, value: input } : sent;
  },
});

export const giveCode = action({
  input: giveCodeInput,
  run: async ({ request, locale }: AtTheDoor, input) => {
    const given = await give(request, locale, input);
    return given.ok ? { ok: true as const, value: { ...given.value, next: input.next } } : given;
  },
  beside: { "code-wrong": "code", "code-void": "code" },
});

export const changeAccount = action({ input: changeAccountInput, run: (person: SignedIn, input) => change(person, input) });

export const deleteAccount = action({ input: deleteAccountInput, run: (person: SignedIn) => forget(person) });

/** The cookies that forget the session. */
export const signOut = (request: Request): Promise<readonly string[]> => endSession(request);
