import { asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { authenticatorApps, passkeys, recoveryCodes } from "#db/schema/accounts/second-factors.ts";
import type { SignedIn } from "#features/accounts/session.ts";

export interface PasskeyInView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What a person can show as a second factor. */
export interface Factors {
  readonly app: boolean;
  readonly passkeys: readonly PasskeyInView[];
  readonly recoveryCodesLeft: number;
  /** Neither an app nor a passkey. */
  readonly none: boolean;
}

export async function getFactors(person: SignedIn): Promise<Factors> {
  const [apps, keys, codes] = await Promise.all([
    database().select({ confirmedAt: authenticatorApps.confirmedAt }).from(authenticatorApps).where(eq(authenticatorApps.personId, person.personId)),
    database()
      .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt, lastUsedAt: passkeys.lastUsedAt })
      .from(passkeys)
      .where(eq(passkeys.personId, person.personId))
      .orderBy(asc(passkeys.createdAt)),
    database()
      .select({ left: sql<number>`count(*) filter (where ${recoveryCodes.usedAt} is null)::int` })
      .from(recoveryCodes)
      .where(eq(recoveryCodes.personId, person.personId)),
  ]);
  const app = apps.some(({ confirmedAt }) => confirmedAt !== null);
  return { app, passkeys: keys, recoveryCodesLeft: codes[0]?.left ?? 0, none: !app && keys.length === 0 };
}
