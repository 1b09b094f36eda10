import { readCookie } from "#features/accounts/session.ts";
import { env } from "#platform/env.ts";

/*
 * What a browser holds of its own response: a secret in a cookie that no script can read. It names nobody.
 * "Lax", because people come back by a link in a letter to themselves.
 */

const nameOf = (consultationId: string): string => `response-${consultationId}`;
const DAYS = 30;

/** The secret of this browser's response to the consultation, or null. */
export function readResponseKey(request: Request, consultationId: string): string | null {
  try {
    const key = readCookie(request, nameOf(consultationId));
    return key !== null && /^[\w-]{43}$/.test(key) ? key : null;
  } catch {
    // Somebody wrote it by hand and not as cookies are written.
    return null;
  }
}

export const responseCookie = (consultationId: string, key: string): string =>
  `${nameOf(consultationId)}=${key}; Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${env().BASE_URL.startsWith("https:") ? "; Secure" : ""}`;
