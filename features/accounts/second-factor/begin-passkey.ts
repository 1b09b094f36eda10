import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { passkeys } from "#db/schema/accounts/second-factors.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { env } from "#platform/env.ts";
import { authoriseChange } from "./authorise-change.ts";

/** What the browser is asked to do, and the id under which its answer is expected. */
export interface PasskeyCeremony {
  readonly challenge: string;
  readonly options: unknown;
}

/** The name under which authenticators keep keys for this site: its host. */
export const relyingParty = (): string => new URL(env().BASE_URL).hostname;

/** Asks for a new passkey. Keys the person has already are not offered again. */
export async function beginNewPasskey(person: SignedIn): Promise<PasskeyCeremony> {
  await authoriseChange(person);
  const options = await generateRegistrationOptions({
    rpName: "Folkmoot",
    rpID: relyingParty(),
    userName: person.email,
    userDisplayName: person.name || person.email,
    userID: Buffer.from(person.personId.replaceAll("-", ""), "hex"),
    attestationType: "none",
    excludeCredentials: await keysOf(person),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
  return { challenge: await keepChallenge(person, options.challenge), options };
}

/** Asks for an answer by one of the person's passkeys. */
export async function beginPasskey(person: SignedIn): Promise<PasskeyCeremony> {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(), allowCredentials: await keysOf(person), userVerification: "preferred" });
  return { challenge: await keepChallenge(person, options.challenge), options };
}

const keysOf = async (person: SignedIn): Promise<{ id: string; transports: string[] }[]> =>
  database().select({ id: passkeys.credentialId, transports: passkeys.transports }).from(passkeys).where(eq(passkeys.personId, person.personId));

/** One waits for each person: asking again gives up the one before. */
async function keepChallenge(person: SignedIn, challenge: string): Promise<string> {
  const [row] = await database().execute<{ id: string }>(sql`
    with old as (delete from passkey_challenges where person_id = ${person.personId})
    insert into passkey_challenges (person_id, challenge, expires_at)
    values (${person.personId}, ${challenge}, now() + interval '5 minutes') returning id
  `);
  if (!row) throw new Error("The challenge was not kept");
  return row.id;
}

/** The challenge under that id, used up; null when it is over, used or another person's. */
export async function takeChallenge(person: SignedIn, id: string): Promise<string | null> {
  const [row] = await database().execute<{ challenge: string }>(sql`
    delete from passkey_challenges where id = ${id} and person_id = ${person.personId} and expires_at > now() returning challenge
  `);
  return row?.challenge ?? null;
}
