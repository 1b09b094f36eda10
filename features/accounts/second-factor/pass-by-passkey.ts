import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from "@simplewebauthn/server";
import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { passkeys } from "#db/schema/accounts/second-factors.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { env } from "#platform/env.ts";
import { forgetUses } from "#platform/rate-limit.ts";
import { relyingParty, takeChallenge } from "./begin-passkey.ts";
import type { PasskeyAnswer } from "./input.ts";
import { secondFactorKey, withinTries } from "./pass-second-factor.ts";

/** Whether one of the person's own passkeys answered the challenge they were given. */
export async function passByPasskey(person: SignedIn, { challenge, answer }: PasskeyAnswer): Promise<Result<void, "passkey-failed" | "too-many-tries">> {
  if (!(await withinTries(person))) return err("too-many-tries");
  const expectedChallenge = await takeChallenge(person, challenge);
  const response = answer as unknown as AuthenticationResponseJSON;
  const [key] = await database()
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.personId, person.personId), eq(passkeys.credentialId, String(response.id))));
  if (expectedChallenge === null || !key) return err("passkey-failed");
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: new URL(env().BASE_URL).origin,
    expectedRPID: relyingParty(),
    credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    requireUserVerification: false,
  }).catch(() => null);
  if (!verified?.verified) return err("passkey-failed");
  await database()
    .update(passkeys)
    .set({ counter: sql`greatest(${passkeys.counter}, ${verified.authenticationInfo.newCounter}::bigint)`, lastUsedAt: sql`now()` })
    .where(eq(passkeys.id, key.id));
  await forgetUses(secondFactorKey(person));
  return ok();
}
