import { sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { now } from "#platform/clock.ts";
import { forgetUses, withinLimit } from "#platform/rate-limit.ts";
import { findAuthenticator } from "./find-authenticator.ts";
import type { AppCode, RecoveryCode } from "./input.ts";
import { stepOfCode } from "./match-authenticator-code.ts";
import { tellOfChange } from "./tell-of-change.ts";
import { recoveryHash } from "./renew-recovery-codes.ts";

/** Tries at a person's second factor, of any kind together, without one that was right. */
export const SECOND_FACTOR_LIMIT = { tries: 10, seconds: 15 * 60 } as const;
export const secondFactorKey = (person: SignedIn): string => `second-factor:${person.personId}`;

/** Whether this is the code the person's app shows now. It is taken once. */
export async function passByAppCode(person: SignedIn, { code }: AppCode): Promise<Result<void, "app-code-wrong" | "app-code-seen" | "too-many-tries">> {
  if (!(await withinTries(person))) return err("too-many-tries");
  const app = await findAuthenticator(person);
  if (!app?.confirmed) return err("app-code-wrong");
  const at = now();
  const step = stepOfCode(app.secret, code, at, app.lastStep);
  // The right code a second time is a mistake people make: they did not wait for the next one.
  if (step === null) return err(stepOfCode(app.secret, code, at, 0) === null ? "app-code-wrong" : "app-code-seen");
  const [row] = await database().execute(sql`
    update authenticator_apps set last_step = ${step}
    where person_id = ${person.personId} and confirmed_at is not null and last_step < ${step} returning person_id
  `);
  if (!row) return err("app-code-seen");
  await forgetUses(secondFactorKey(person));
  return ok();
}

/** Whether this is one of the person's recovery codes. It is used up. */
export async function passByRecoveryCode(person: SignedIn, { recovery }: RecoveryCode): Promise<Result<void, "recovery-code-wrong" | "too-many-tries">> {
  if (!(await withinTries(person))) return err("too-many-tries");
  const used = await inTransaction(async (tx) => {
    const [row] = await tx.execute(sql`
      update recovery_codes set used_at = now()
      where person_id = ${person.personId} and code_hash = ${recoveryHash(person.personId, recovery)} and used_at is null returning person_id
    `);
    if (row) await tellOfChange(tx, person, "recoveryUsed");
    return row !== undefined;
  });
  if (!used) return err("recovery-code-wrong");
  await forgetUses(secondFactorKey(person));
  return ok();
}

export const withinTries = (person: SignedIn): Promise<boolean> => withinLimit(secondFactorKey(person), SECOND_FACTOR_LIMIT.tries, SECOND_FACTOR_LIMIT.seconds);
