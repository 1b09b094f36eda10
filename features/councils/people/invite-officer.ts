import { sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { InviteOfficer } from "./input.ts";
import { lockOfficers } from "./lock-officers.ts";

/**
 * Gives somebody roles in the council and writes to them. They need no account: the first sign-in makes it theirs.
 * The same invitation again changes nothing; somebody with other roles is changed in the list instead.
 */
export async function inviteOfficer(scope: ActorScope, { email, roles }: InviteOfficer): Promise<Result<{ readonly email: string }, "already-officer">> {
  authorise(scope, "council.manage-people", null);
  return inTransaction((tx) => addOfficer(tx, scope, { email, roles }));
}

/** The same within a transaction, by whoever may: an administrator, or the operator who makes the council. */
export async function addOfficer(tx: Transaction, scope: ActorScope, { email, roles }: InviteOfficer): Promise<Result<{ readonly email: string }, "already-officer">> {
  const officers = await lockOfficers(tx, scope);
  const [person] = await tx.execute<{ id: string; locale: Locale }>(sql`
    insert into people (email, locale) values (${email}, ${scope.locale})
    on conflict (lower(email)) do update set email = people.email returning id, locale
  `);
  if (!person) throw new Error("The person was not found again");
  const held = officers.find(({ personId }) => personId === person.id)?.roles;
  if (held) return roles.every((role) => held.includes(role)) && held.length === roles.length ? ok({ email }) : err("already-officer");
  await tx.execute(sql`
    insert into memberships (council_id, person_id, role)
    select ${scope.council.id}, ${person.id}, role::council_role from json_array_elements_text(${JSON.stringify(roles)}::json) as role
  `);
  await record(tx, scope, { act: "person.invited", thing: { kind: "person", id: person.id }, detail: { roles } });
  const t = messages(person.locale).people;
  await queueMail(tx, {
    to: email,
    subject: t.invitation.subject({ council: textIn(scope.council.name, person.locale).text }),
    body: t.invitation.body({
      council: textIn(scope.council.name, person.locale).text,
      roles: format(person.locale).list(roles.map((role) => t.roles[role].name)),
      link: `${env().BASE_URL}/${person.locale}/${scope.council.slug}/manage`,
    }),
  });
  return ok({ email });
}
