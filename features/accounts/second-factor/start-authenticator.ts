import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { seal, unseal } from "#platform/keys.ts";
import { authoriseChange } from "./authorise-change.ts";
import { authenticatorAddress, newAuthenticatorSecret } from "./match-authenticator-code.ts";

export interface NewAuthenticator {
  /** Base32, to be typed where a picture cannot be read. */
  readonly secret: string;
  /** `otpauth://totp/…`, for the picture. */
  readonly address: string;
}

/**
 * The secret a person may give to an app, kept until a code of it confirms that they did; the same each time until then.
 * Null when they have an app already.
 */
export async function startAuthenticator(person: SignedIn): Promise<NewAuthenticator | null> {
  const factors = await authoriseChange(person);
  if (factors.app) return null;
  const [row] = await database().execute<{ sealed: string }>(sql`
    insert into authenticator_apps (person_id, sealed_secret) values (${person.personId}, ${seal("authenticator", newAuthenticatorSecret())})
    on conflict (person_id) do update set sealed_secret = authenticator_apps.sealed_secret where authenticator_apps.confirmed_at is null
    returning encode(sealed_secret, 'base64') as sealed
  `);
  if (!row) return null;
  const secret = unseal("authenticator", Buffer.from(row.sealed, "base64"));
  return { secret, address: authenticatorAddress(secret, person.email, "Folkmoot") };
}
