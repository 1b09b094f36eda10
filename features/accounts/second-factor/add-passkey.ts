import { verifyRegistrationResponse, type RegistrationResponseJSON } from "@simplewebauthn/server";
import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { env } from "#platform/env.ts";
import { authoriseChange } from "./authorise-change.ts";
import { relyingParty, takeChallenge } from "./begin-passkey.ts";
import type { PasskeyAnswer } from "./input.ts";
import { tellOfChange } from "./tell-of-change.ts";
import { firstRecoveryCodes } from "./renew-recovery-codes.ts";

/** Keeps a new passkey. The value is new recovery codes, none where the person has some. */
export async function addPasskey(person: SignedIn, { challenge, answer, name }: PasskeyAnswer): Promise<Result<{ readonly recoveryCodes: readonly string[] }, "passkey-failed">> {
  await authoriseChange(person);
  const expectedChallenge = await takeChallenge(person, challenge);
  if (expectedChallenge === null) return err("passkey-failed");
  const verified = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: new URL(env().BASE_URL).origin,
    expectedRPID: relyingParty(),
    requireUserVerification: false,
  }).catch(() => null);
  if (!verified?.verified) return err("passkey-failed");
  const { credential } = verified.registrationInfo;
  return inTransaction(async (tx) => {
    const [row] = await tx.execute(sql`
      insert into passkeys (person_id, credential_id, public_key, counter, transports, name)
      values (${person.personId}, ${credential.id}, ${Buffer.from(credential.publicKey)}, ${credential.counter},
        array(select json_array_elements_text(${JSON.stringify(credential.transports ?? [])}::json)), ${name})
      on conflict (credential_id) do nothing returning id
    `);
    if (!row) return err("passkey-failed");
    await tellOfChange(tx, person, "passkeyAdded");
    return ok({ recoveryCodes: await firstRecoveryCodes(tx, person) });
  });
}
