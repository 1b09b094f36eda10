import { SIGN_IN_CODE, SIGN_IN_LIMITS } from "#domain/accounts/sign-in-code.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { inTransaction } from "#db/client.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { keyedHash } from "#platform/keys.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { networkKey, withinLimit } from "#platform/rate-limit.ts";
import { startSignIn } from "./auth.ts";
import type { AskForCode } from "./input.ts";

/**
 * Sends a code and a link to an e-mail address. The answer is the same whether somebody has an account there or not.
 * `too-many-codes` when the address or the network has asked too often in the last quarter of an hour.
 */
export async function askForCode(request: Request, locale: Locale, { email, next, as }: AskForCode): Promise<Result<void, "too-many-codes">> {
  const network = networkKey(request);
  const { codesToAddress, fromNetwork, windowSeconds } = SIGN_IN_LIMITS;
  if (network !== null && !(await withinLimit(`code-from:${network}`, fromNetwork, windowSeconds))) return err("too-many-codes");
  if (!(await withinLimit(codesToKey(email), codesToAddress, windowSeconds))) return err("too-many-codes");

  await startSignIn(request, email, async (code) => {
    const t = messages(locale).accounts.mail;
    const shown = showReadableCode(code);
    const query = new URLSearchParams({ email, code: shown, ...(next === "" ? {} : { next }), ...(as === "" ? {} : { as }) });
    const link = `${env().BASE_URL}/${locale}/sign-in/confirm?${query.toString()}`;
    await inTransaction((tx) =>
      queueMail(tx, { to: email, subject: t.subject({ code: shown }), body: t.body({ code: shown, link, minutes: SIGN_IN_CODE.minutes }) }),
    );
  });
  return ok();
}

/** The counter of codes sent to an address; it starts again when one of them is used. */
export const codesToKey = (email: string): string => `code-to:${keyedHash("address", email).toString("hex").slice(0, 32)}`;
