import { isLocale, type Locale } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { LIST_LIMITS } from "#domain/notifications/mailing-list.ts";
import { env } from "#platform/env.ts";
import { keyedHash, seal, unseal } from "#platform/keys.ts";

/** A council's address in a language. */
export interface Place {
  readonly locale: Locale;
  readonly slug: string;
}

/** A wish as the link in the mail carries it: nothing of it is kept until somebody who reads that mail confirms it. */
export interface ListRequest {
  readonly engagementId: string;
  readonly email: string;
  readonly locale: Locale;
  readonly delivery: boolean;
}

const REQUEST = "mailing-list-request";
const LEAVE = "mailing-list-leave";
const DAY_MS = 24 * 60 * 60 * 1000;

/** By what one address is known on every list, and nobody can tell which address it is. */
export const addressHash = (email: string): Buffer => keyedHash("mailing-list", email.toLowerCase());

export const sealListRequest = ({ engagementId, email, locale, delivery }: ListRequest, now: Date): string =>
  seal(REQUEST, JSON.stringify([engagementId, email, locale, delivery, now.getTime()])).toString("base64url");

/** Reads a sealed wish; `expired` when it is too old, `broken` when the link was cut short or is for another engagement. */
export function readListRequest(sealed: string, engagementId: string, now: Date): Result<ListRequest, "expired" | "broken"> {
  const parts = opened(REQUEST, sealed);
  if (parts === null) return err("broken");
  const [id, email, locale, delivery, askedAt] = parts as [string, string, string, boolean, number];
  if (id !== engagementId || !isLocale(locale)) return err("broken");
  if (now.getTime() - askedAt > LIST_LIMITS.confirmDays * DAY_MS) return err("expired");
  return ok({ engagementId, email, locale, delivery });
}

/** Where one leaves the list of an engagement: works as long as one is on it. */
export const leaveAddress = ({ locale, slug }: Place, engagementId: string, hash: string): string =>
  `${env().BASE_URL}/${locale}/${slug}/leave-list?k=${seal(LEAVE, JSON.stringify([engagementId, hash])).toString("base64url")}`;

/** The list and the address a leave link was made for; null when it was not. */
export function readLeaveLink(sealed: string): { readonly engagementId: string; readonly hash: Buffer } | null {
  const parts = opened(LEAVE, sealed);
  return parts === null ? null : { engagementId: String(parts[0]), hash: Buffer.from(String(parts[1]), "hex") };
}

function opened(purpose: string, sealed: string): readonly unknown[] | null {
  try {
    return JSON.parse(unseal(purpose, Buffer.from(sealed, "base64url"))) as unknown[];
  } catch {
    return null;
  }
}
