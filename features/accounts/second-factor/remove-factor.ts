import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { authoriseChange } from "./authorise-change.ts";
import type { FactorToRemove } from "./input.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Takes a factor away. With the last one go the recovery codes and what sessions have shown:
 * an officer then sets up another before they work on.
 */
export async function removeFactor(person: SignedIn, { factor }: FactorToRemove): Promise<Result<void, "already-removed">> {
  await authoriseChange(person);
  return inTransaction(async (tx) => {
    // One change of a person's factors at a time, or two could each leave the other for the last.
    await tx.execute(sql`select 1 from people where id = ${person.personId} for update`);
    const [gone] =
      factor === "app"
        ? await tx.execute(sql`delete from authenticator_apps where person_id = ${person.personId} returning person_id`)
        : await tx.execute(sql`delete from passkeys where person_id = ${person.personId} and id = ${factor} returning id`);
    if (!gone) return err("already-removed");
    const [left] = await tx.execute(sql`
      select 1 from authenticator_apps where person_id = ${person.personId} and confirmed_at is not null
      union all select 1 from passkeys where person_id = ${person.personId} limit 1
    `);
    if (!left) {
      await tx.execute(sql`delete from recovery_codes where person_id = ${person.personId}`);
      await tx.execute(sql`update sessions set second_factor_at = null where person_id = ${person.personId}`);
    }
    await tellOfChange(tx, person, factor === "app" ? "appRemoved" : "passkeyRemoved");
    return ok();
  });
}
