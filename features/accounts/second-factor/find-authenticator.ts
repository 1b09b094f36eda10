import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { authenticatorApps } from "#db/schema/accounts/second-factors.ts";
import { DEMO_AUTHENTICATOR_SECRET } from "#domain/accounts/authenticator.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { mailStaysHere } from "#platform/env.ts";
import { unseal } from "#platform/keys.ts";

export interface Authenticator {
  readonly secret: string;
  readonly confirmed: boolean;
  readonly lastStep: number;
}

/** The person's authenticator with its secret, for checking a code. A demo officer's is none where mail is sent. */
export async function findAuthenticator(person: SignedIn): Promise<Authenticator | null> {
  const [row] = await database().select().from(authenticatorApps).where(eq(authenticatorApps.personId, person.personId));
  if (!row) return null;
  const secret = unseal("authenticator", row.sealedSecret);
  if (secret === DEMO_AUTHENTICATOR_SECRET && !mailStaysHere()) return null;
  return { secret, confirmed: row.confirmedAt !== null, lastStep: row.lastStep };
}
