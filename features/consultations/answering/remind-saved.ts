import { eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { savedReminders } from "#db/schema/consultations/register.ts";
import { responses } from "#db/schema/consultations/responses.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { makeReadableCode, showReadableCode } from "#domain/basics/readable-code.ts";
import { KEPT_DAYS, RETURN_CODE_LENGTH } from "#domain/consultations/response.ts";
import { CLOSING_SOON_HOURS, mayTellNow } from "#domain/notifications/closing-soon.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { now as clock } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { randomBelow } from "#platform/random.ts";
import { hashOfCode } from "./give-return-code.ts";

/** Hours after asking in which nobody is reminded: they have only just stopped. */
const HOURS_AFTER_ASKING = 24;
const AT_ONCE = 200;

/** Keeps the address of somebody who wants to be reminded of answers they saved, until that one mail, or until they are sent or forgotten. */
export async function askToBeReminded(scope: PublicScope, { responseId, email }: { readonly responseId: string; readonly email: string }): Promise<void> {
  const row = { email, askedAt: clock() };
  await inTransaction(async (tx) => {
    const [mine] = await tx.select({ id: responses.id }).from(responses).where(sql`${responses.id} = ${responseId} and ${responses.councilId} = ${scope.council.id} and ${responses.state} = 'in-progress'`);
    if (mine) await tx.insert(savedReminders).values({ responseId, ...row }).onConflictDoUpdate({ target: savedReminders.responseId, set: row });
  });
}

interface Due extends Record<string, unknown> {
  readonly response_id: string;
  readonly consultation_id: string;
  readonly email: string;
  readonly language: Locale;
  readonly council: string;
  readonly slug: string;
  readonly title: string;
  readonly closes_at: string;
}

/**
 * Reminds, once, whoever asked for it of answers they saved and did not send, within three days of the close. The mail carries a new code, since
 * of the one before only a hash is kept. Mail, code and forgetting the address are one transaction, and a row another worker holds is passed
 * over: nobody is written to twice. Gives how many were written to.
 */
export async function remindSaved(now: Date): Promise<number> {
  if (!mayTellNow(now)) return 0;
  const at = now.toISOString();
  return inTransaction(async (tx) => {
    const due = await tx.execute<Due>(sql`
      select s.response_id, r.consultation_id, s.email, r.language::text as language, k.slug as council, e.slug, coalesce(nullif(case when r.language = 'cy' then e.title_cy else e.title_en end, ''), e.title_en) as title, c.closes_at::text as closes_at
      from saved_reminders s join responses r on r.id = s.response_id join consultations c on c.id = r.consultation_id
      join engagements e on e.consultation_id = c.id join councils k on k.id = r.council_id
      where r.state = 'in-progress' and r.saved_at > ${at}::timestamptz - make_interval(days => ${KEPT_DAYS}) and e.state = 'published'
        and c.closes_at > ${at}::timestamptz and c.closes_at <= ${at}::timestamptz + make_interval(hours => ${CLOSING_SOON_HOURS}) and s.asked_at < ${at}::timestamptz - make_interval(hours => ${HOURS_AFTER_ASKING})
      order by c.closes_at, s.response_id limit ${AT_ONCE} for update of s, r skip locked`);
    for (const { response_id, consultation_id, email, language, council, slug, title, closes_at } of due) {
      const code = makeReadableCode(RETURN_CODE_LENGTH, randomBelow);
      await tx
        .update(responses)
        .set({ returnCodeHash: hashOfCode(consultation_id, code) })
        .where(eq(responses.id, response_id));
      await tx.delete(savedReminders).where(eq(savedReminders.responseId, response_id));
      const t = messages(language).answering.remind;
      const shown = showReadableCode(code);
      const link = `${env().BASE_URL}/${language}/${council}/consultations/${slug}/return?code=${shown}`;
      await queueMail(tx, { to: email, subject: t.subject({ title }), body: `${t.body({ title, closes: format(language).dateAndTime(new Date(closes_at)), code: shown })}${link}\n\n${t.end}` });
    }
    return due.length;
  });
}
