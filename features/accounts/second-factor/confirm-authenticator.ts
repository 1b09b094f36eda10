import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { now } from "#platform/clock.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import { authoriseChange } from "./authorise-change.ts";
import { findAuthenticator } from "./find-authenticator.ts";
import type { AppCode } from "./input.ts";
import { stepOfCode } from "./match-authenticator-code.ts";
import { tellOfChange } from "./tell-of-change.ts";
import { SECOND_FACTOR_LIMIT, secondFactorKey } from "./pass-second-factor.ts";
import { firstRecoveryCodes } from "./renew-recovery-codes.ts";

/** Takes an app into use with a first code of it. The value is new recovery codes, none where the person has some. */
export async function confirmAuthenticator(
  person: SignedIn,
  { code }: AppCode,
): Promise<Result<{ readonly recoveryCodes: readonly string[] }, "app-code-wrong" | "too-many-tries" | "nothing-to-confirm">> {
  await authoriseChange(person);
  if (!(await withinLimit(secondFactorKey(person), SECOND_FACTOR_LIMIT.tries, SECOND_FACTOR_LIMIT.seconds))) return err("too-many-tries");
  const app = await findAuthenticator(person);
  if (!app || app.confirmed) return err("nothing-to-confirm");
  const step = stepOfCode(app.secret, code, now(), app.lastStep);
  if (step === null) return err("app-code-wrong");
  return inTransaction(async (tx) => {
    const [row] = await tx.execute(sql`
      update authenticator_apps set confirmed_at = now(), last_step = ${step}
      where person_id = ${person.personId} and confirmed_at is null returning person_id
    `);
    if (!row) return err("nothing-to-confirm");
    await tellOfChange(tx, person, "appAdded");
    return ok({ recoveryCodes: await firstRecoveryCodes(tx, person) });
  });
}
