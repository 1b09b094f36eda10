import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { codeAlarms, codeTries } from "#db/schema/voting/access-codes.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { CODE_ALARM, isAlarming } from "#domain/voting/access-codes/code-limits.ts";
import { messages } from "#i18n/messages.ts";
import { format } from "#i18n/format.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";

/**
 * Counts a try of a code of a vote, and raises the alarm when too many were wrong: once, until somebody closes it, with mail to
 * every returning officer of the council. Tries before the last alarm was closed do not count for the next.
 */
export async function noteTry(scope: AnyScope, voteId: string, { wrong }: { readonly wrong: boolean }): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.execute(sql`
      insert into ${codeTries} (vote_id, since, tries, wrong) values (${voteId}, date_bin('5 minutes', now(), 'epoch'), 1, ${wrong ? 1 : 0})
      on conflict (vote_id, since) do update set tries = code_tries.tries + 1, wrong = code_tries.wrong + excluded.wrong`);
    if (!wrong) return;
    // One look at a time, or two at once would raise it twice.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`code-alarm:${voteId}`}, 0))`);
    const [open] = await tx.select({ id: codeAlarms.id }).from(codeAlarms).where(and(eq(codeAlarms.voteId, voteId), isNull(codeAlarms.closedAt)));
    if (open) return;
    const [sums] = await tx.execute<{ tries: string; wrong: string }>(sql`
      select coalesce(sum(tries), 0) as tries, coalesce(sum(wrong), 0) as wrong from ${codeTries}
      where vote_id = ${voteId} and since > now() - make_interval(hours => ${CODE_ALARM.hours})
        and since > coalesce((select max(closed_at) from ${codeAlarms} where vote_id = ${voteId}), '-infinity')`);
    const counts = { tries: Number(sums?.tries ?? 0), wrong: Number(sums?.wrong ?? 0) };
    if (!isAlarming(counts)) return;
    const [alarm] = await tx.insert(codeAlarms).values({ councilId: scope.council.id, voteId, raisedAt: now(), ...counts }).returning({ id: codeAlarms.id });
    await record(tx, scope, { act: "code-alarm.raised", thing: { kind: "code-alarm", id: alarm?.id ?? "" }, detail: { voteId, ...counts } });
    const officers = await tx
      .select({ email: people.email })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.councilId, scope.council.id), eq(memberships.role, "returning-officer")));
    const mail = alarmMail(scope, voteId, counts);
    for (const { email } of officers) await queueMail(tx, { to: email, ...mail });
  });
}

/** In English and, where the council publishes in it, in Welsh below. */
function alarmMail({ council }: AnyScope, voteId: string, counts: { readonly tries: number; readonly wrong: number }): { readonly subject: string; readonly body: string } {
  const locales: readonly Locale[] = council.welsh ? ["en", "cy"] : ["en"];
  const parts = locales.map((locale) => {
    const t = messages(locale).accessCodes.alarmMail;
    const { number } = format(locale);
    const address = `${env().BASE_URL}/${locale}/${council.slug}/manage/votes/${voteId}/codes`;
    return { subject: t.subject({ council: textIn(council.name, locale).text }), body: t.body({ tries: number(counts.tries), wrong: number(counts.wrong), address }) };
  });
  return { subject: parts.map(({ subject }) => subject).join(" / "), body: parts.map(({ body }) => body).join("\n") };
}
