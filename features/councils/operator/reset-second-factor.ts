import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import type { Operator } from "#features/councils/actor-scope.ts";
import { messages } from "#i18n/messages.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { ResetSecondFactor } from "./input.ts";

/**
 * Takes away every second factor and session of somebody who lost theirs and their recovery codes, and writes to them.
 * They sign in by e-mail and set up another. Each council they work for has it in its audit trail.
 */
export async function resetSecondFactor(operator: Operator, { email }: ResetSecondFactor): Promise<Result<void, "no-such-person">> {
  if (!operator.actor.operator) throw new AccessError("forbidden", "second-factor.reset");
  return inTransaction(async (tx) => {
    const [person] = await tx.execute<{ id: string; locale: Locale }>(sql`select id, locale from people where lower(email) = ${email} for update`);
    if (!person) return err("no-such-person");
    for (const table of ["authenticator_apps", "passkeys", "recovery_codes", "passkey_challenges", "sessions"])
      await tx.execute(sql`delete from ${sql.identifier(table)} where person_id = ${person.id}`);
    await tx.execute(sql`
      select record_act(council_id, now(), ${operator.actor.personId}::uuid, ${operator.actor.email}, 'person.second-factor-reset', 'person', ${person.id}, '{}')
      from (select distinct council_id from memberships where person_id = ${person.id}) works order by council_id
    `);
    const t = messages(person.locale).operator.resetMail;
    await queueMail(tx, { to: email, subject: t.subject, body: t.body });
    return ok();
  });
}
