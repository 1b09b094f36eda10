import { ok } from "#domain/basics/result.ts";
import { raiseSession } from "#features/accounts/auth.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { action } from "#platform/action.ts";
import { addPasskey as add } from "./add-passkey.ts";
import { confirmAuthenticator as confirm } from "./confirm-authenticator.ts";
import { appCodeInput, factorInput, passkeyAnswerInput, recoveryCodeInput } from "./input.ts";
import { passByPasskey } from "./pass-by-passkey.ts";
import { passByAppCode, passByRecoveryCode } from "./pass-second-factor.ts";
import { removeFactor as remove } from "./remove-factor.ts";

export { beginNewPasskey, beginPasskey } from "./begin-passkey.ts";
export { renewRecoveryCodes } from "./renew-recovery-codes.ts";
export { startAuthenticator } from "./start-authenticator.ts";

/** Somebody signed in, with the request whose session is raised when they have shown their second factor. */
export interface Showing {
  readonly request: Request;
  readonly person: SignedIn;
}

/** After what was shown is right: the session's new token, as a cookie. */
async function raise({ request }: Showing): Promise<string> {
  const cookie = await raiseSession(request);
  if (cookie === null) throw new AccessError("sign-in");
  return cookie;
}

export const showAppCode = action({
  input: appCodeInput,
  run: async (showing: Showing, input) => {
    const shown = await passByAppCode(showing.person, input);
    return shown.ok ? ok({ cookie: await raise(showing) }) : shown;
  },
  beside: { "app-code-wrong": "code", "app-code-seen": "code" },
});

export const showRecoveryCode = action({
  input: recoveryCodeInput,
  run: async (showing: Showing, input) => {
    const shown = await passByRecoveryCode(showing.person, input);
    return shown.ok ? ok({ cookie: await raise(showing) }) : shown;
  },
  beside: { "recovery-code-wrong": "recovery" },
});

export const showPasskey = action({
  input: passkeyAnswerInput,
  run: async (showing: Showing, input) => {
    const shown = await passByPasskey(showing.person, input);
    return shown.ok ? ok({ cookie: await raise(showing) }) : shown;
  },
});

/** Takes an authenticator app into use; the session counts as having shown it. */
export const confirmAuthenticator = action({
  input: appCodeInput,
  run: async (showing: Showing, input) => {
    const added = await confirm(showing.person, input);
    return added.ok ? ok({ ...added.value, cookie: await raise(showing) }) : added;
  },
  beside: { "app-code-wrong": "code" },
});

/** Keeps a new passkey; the session counts as having shown it. */
export const addPasskey = action({
  input: passkeyAnswerInput,
  run: async (showing: Showing, input) => {
    const added = await add(showing.person, input);
    return added.ok ? ok({ ...added.value, cookie: await raise(showing) }) : added;
  },
});

export const removeFactor = action({ input: factorInput, run: ({ person }: Showing, input) => remove(person, input) });
