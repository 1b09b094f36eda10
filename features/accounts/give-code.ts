import { SIGN_IN_LIMITS } from "#domain/accounts/sign-in-code.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { forgetUses, networkKey, withinLimit } from "#platform/rate-limit.ts";
import { codesToKey } from "./ask-for-code.ts";
import { finishSignIn } from "./auth.ts";
import type { GiveCode } from "./input.ts";

export type GiveCodeError = "too-many-tries" | "code-wrong" | "code-void";

/** Signs the browser in when the code is right. The value is the cookie of the new session. */
export async function giveCode(request: Request, locale: Locale, { email, code }: GiveCode): Promise<Result<{ readonly cookie: string }, GiveCodeError>> {
  const network = networkKey(request);
  if (network !== null && !(await withinLimit(`code-try:${network}`, SIGN_IN_LIMITS.fromNetwork, SIGN_IN_LIMITS.windowSeconds))) return err("too-many-tries");
  const answer = await finishSignIn(request, email, code, locale);
  if (answer.outcome !== "signed-in") return err(answer.outcome === "wrong" ? "code-wrong" : "code-void");
  await forgetUses(codesToKey(email));
  return ok({ cookie: answer.cookie });
}
