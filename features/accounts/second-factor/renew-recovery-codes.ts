import { sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { RECOVERY_CODES } from "#domain/accounts/recovery-codes.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { keyedHash } from "#platform/keys.ts";
import { randomBelow } from "#platform/random.ts";
import { authoriseChange } from "./authorise-change.ts";
import { tellOfChange } from "./tell-of-change.ts";

/** New recovery codes in place of all the old ones. They are shown now and kept only as hashes. */
export async function renewRecoveryCodes(person: SignedIn): Promise<readonly string[]> {
  await authoriseChange(person);
  return inTransaction(async (tx) => {
    await tx.execute(sql`delete from recovery_codes where person_id = ${person.personId}`);
    await tellOfChange(tx, person, "codesRenewed");
    return writeRecoveryCodes(tx, person);
  });
}

/** Recovery codes for somebody who has none left; nothing for others, whose codes stay good. */
export async function firstRecoveryCodes(tx: Transaction, person: SignedIn): Promise<readonly string[]> {
  const [row] = await tx.execute(sql`select 1 from recovery_codes where person_id = ${person.personId} and used_at is null limit 1`);
  return row ? [] : writeRecoveryCodes(tx, person);
}

async function writeRecoveryCodes(tx: Transaction, person: SignedIn): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES.count }, () => makeReadableCode(RECOVERY_CODES.length, randomBelow));
  const hashes = codes.map((code) => recoveryHash(person.personId, code));
  await tx.execute(sql`
    insert into recovery_codes (person_id, code_hash)
    select ${person.personId}, hash from json_array_elements_text(${JSON.stringify(hashes)}::json) as hash
  `);
  return codes;
}

/** What is kept of a recovery code. */
export const recoveryHash = (personId: string, code: string): string => keyedHash("recovery-code", personId, code).toString("hex");
