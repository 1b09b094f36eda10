import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { claimAlarms } from "#db/schema/eligibility/claims.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Exercise } from "#domain/eligibility/claims/asking.ts";
import { BURST_MINUTES, expectedTenths, HELD_LEAST, isBurst, type Crowd } from "#domain/eligibility/claims/burst.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";

/** A crowd that goes on is one alarm in an hour, and none while the last has not been seen. */
const QUIET_MINUTES = 60;

interface RaiseAlarmInput {
  readonly exercise: Exercise;
  readonly crowd: Crowd;
  /** Requests held within the window. */
  readonly held: number;
  readonly at: Date;
}

/**
 * Raises the alarm when more ask than chance explains or many are held at once: a mail to every returning officer, the banner
 * on the officers' first page, and the audit trail. Part of the request that crosses the line, so it waits for no clock.
 */
export async function raiseAlarm(tx: Transaction, scope: AnyScope, { exercise, crowd, held, at }: RaiseAlarmInput): Promise<void> {
  const burst = isBurst(crowd);
  if (!burst && held < HELD_LEAST) return;
  const kind = burst ? "burst" : "held";
  const expected = expectedTenths(crowd);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`claim-alarm:${exercise.id}`}, 0))`);
  const [raised] = await tx.execute<{ id: string }>(sql`
    insert into ${claimAlarms} (council_id, exercise_id, kind, seen, expected_tenths, raised_at)
    select ${scope.council.id}, ${exercise.id}, ${kind}, ${burst ? crowd.seen : held}, ${expected}, ${at.toISOString()}::timestamptz
    where not exists (
      select 1 from ${claimAlarms} where exercise_id = ${exercise.id}
        and (seen_at is null or raised_at > ${at.toISOString()}::timestamptz - make_interval(mins => ${QUIET_MINUTES})))
    returning id`);
  if (!raised) return;
  await record(tx, scope, { act: "claims.alarm-raised", thing: { kind: "engagement", id: exercise.id }, detail: { kind, seen: crowd.seen, expectedTenths: expected, held } });
  for (const officer of await returningOfficers(tx, scope)) {
    const t = messages(officer.locale).claims.mail;
    const f = format(officer.locale);
    const vote = textIn(exercise.title, officer.locale).text;
    await queueMail(tx, {
      to: officer.email,
      subject: t.alarmSubject({ vote }),
      body: t.alarmBody({
        vote,
        seen: f.number(crowd.seen),
        minutes: f.number(BURST_MINUTES),
        expected: f.decimal(expected / 10, 1),
        held: f.number(held),
        link: `${env().BASE_URL}/${officer.locale}/${scope.council.slug}/manage/votes/${exercise.id}/requests`,
      }),
    });
  }
}

const returningOfficers = (tx: Transaction, scope: AnyScope) =>
  tx
    .select({ email: people.email, locale: people.locale })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.councilId, scope.council.id), eq(memberships.role, "returning-officer")));
