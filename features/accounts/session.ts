import { sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { database } from "#db/client.ts";
import { SECOND_FACTOR_HOURS } from "#domain/accounts/sign-in-code.ts";
import { env } from "#platform/env.ts";

/** Somebody signed in, before any council is looked at. */
export interface SignedIn {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: "en" | "cy";
  readonly operator: boolean;
  /** Whether a second factor was shown in this session, within a working day. */
  readonly secondFactor: boolean;
  readonly sessionHash: string;
}

/** next-auth's name for the cookie; the prefix is a browser's promise that it came over TLS. */
export const sessionCookie = (): string => (env().BASE_URL.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token");

/** What is kept of a session's token. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The person whose session cookie the request carries, by one indexed read; null when there is none or it is over. */
export async function findSignedIn(request: Request): Promise<SignedIn | null> {
  const token = readCookie(request, sessionCookie());
  if (token === null) return null;
  const hash = tokenHash(token);
  const [row] = await database().execute<{ id: string; email: string; name: string; locale: "en" | "cy"; operator: boolean; second: boolean }>(sql`
    select p.id, p.email, p.name, p.locale, p.operator, coalesce(s.second_factor_at > now() - make_interval(hours => ${SECOND_FACTOR_HOURS}), false) as second
    from sessions s join people p on p.id = s.person_id
    where s.token_hash = ${hash} and s.expires_at > now()
  `);
  if (!row) return null;
  return { personId: row.id, email: row.email, name: row.name, locale: row.locale, operator: row.operator, secondFactor: row.second, sessionHash: hash };
}

/** The value of one cookie, or null; one that was not written as cookies are is none. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decoded(part.slice(at + 1).trim());
  }
  return null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
