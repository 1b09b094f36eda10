import { textIn } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { FOLLOW_LIMITS } from "#domain/notifications/following.ts";
import { inTransaction } from "#db/client.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { keyedHash } from "#platform/keys.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { networkKey, withinLimit } from "#platform/rate-limit.ts";
import { confirmAddress, sealRequest } from "./follow-links.ts";
import type { AskToFollow } from "./input.ts";
import { findFollowable } from "./queries.ts";

/** The visitor of a page that anybody may open. */
export interface Asking {
  readonly scope: PublicScope;
  readonly request: Request;
}

/**
 * Sends a link to the address that confirms the wish to follow. The answer and the mail are the same whether the address
 * follows something already or not, and nothing of it is kept until the link is used.
 */
export async function askToFollow({ scope, request }: Asking, { email, thing, language, rhythm }: AskToFollow): Promise<Result<{ readonly email: string }, "too-many-mails" | "not-followable">> {
  const followed = await findFollowable(scope, thing);
  if (!followed) return err("not-followable");
  if (!(await mayMail(request, email))) return err("too-many-mails");
  const t = messages(language).following.mail;
  const title = textIn(followed.title, language).text;
  const council = textIn(scope.council.name, language).text;
  const link = confirmAddress({ locale: language, slug: scope.council.slug }, sealRequest({ councilId: scope.council.id, email, thing, locale: language, rhythm }, now()));
  await inTransaction((tx) => queueMail(tx, { to: email, subject: t.confirmSubject({ title }), body: t.confirmBody({ title, council, link, days: FOLLOW_LIMITS.confirmDays }) }));
  return ok({ email });
}

/** Whether one more mail about following may go to an address, asked for from this network. */
export async function mayMail(request: Request, email: string): Promise<boolean> {
  const network = networkKey(request);
  const { toAddress, fromNetwork, windowSeconds } = FOLLOW_LIMITS;
  if (network !== null && !(await withinLimit(`follow-from:${network}`, fromNetwork, windowSeconds))) return false;
  return withinLimit(`follow-to:${keyedHash("address", email).toString("hex").slice(0, 32)}`, toAddress, windowSeconds);
}

