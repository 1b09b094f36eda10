import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { CONSULTATIONS } from "#domain/priorities/sign-off.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { queueMails } from "#platform/mail/mail.ts";

interface Told extends Record<string, unknown> {
  readonly email: string;
  readonly locale: Locale;
  readonly slug: string;
  readonly kind: "plan" | "pool-case";
  readonly signed: boolean;
  readonly version: number;
  readonly title_en: string;
  readonly title_cy: string;
  readonly address: string;
}

/** Longer ago than this nobody is told any more: a worker that did not run for weeks does not write of what everybody knows. */
const LOOKS_BACK = "7 days";

/**
 * Writes to whoever signed, agreed to or approved a draft plan or a business case whose text has changed since, to everybody who speaks for the
 * partner concerned, and to the council's officers who have worked on it: what they knew as signed no longer counts. Each is told once of each
 * version; marking and writing are one transaction, so that a worker that is stopped, or two at once, tell nobody twice. Gives how many were told.
 */
export async function tellOfVoid(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const told = await tx.execute<Told>(sql`
      with signed as (
        select a.council_id, a.id as thing_id, 'plan' as kind, 'plan' as worked_on, a.id as worked_id, s.version, s.signed_by as person_id
        from agreement_signatures s join agreements a on a.id = s.agreement_id where a.state = 'draft' and s.taken_back_on is null
        union all
        select a.council_id, a.id, 'plan', 'plan', a.id, c.version, coalesce(o.person_id, c.recorded_by)
        from draft_consents c join agreements a on a.id = c.agreement_id left join partner_officers o on o.partner_id = c.partner_id where a.state = 'draft'
        union all
        select a.council_id, a.id, 'plan', 'plan', a.id, t.version, t.recorded_by
        from agreement_steps t join agreements a on a.id = t.agreement_id where a.state = 'draft' and t.step not in ${CONSULTATIONS}
        union all
        select c.council_id, c.id, 'pool-case', 'pool', c.pool_id, s.version, who.person_id
        from pool_sign_offs s join pool_cases c on c.id = s.case_id
          cross join lateral (select s.signed_by as person_id union select o.person_id from partner_officers o where o.partner_id = s.partner_id) who
      ), void as (
        select s.* from signed s join kept_versions n on n.thing_id = s.thing_id and n.number = s.version + 1
        where n.written_at > ${now.toISOString()}::timestamptz - ${LOOKS_BACK}::interval
      ), concerned as (
        select thing_id, kind, version, council_id, person_id, true as signed from void where person_id is not null
        union
        select v.thing_id, v.kind, v.version, v.council_id, t.actor_id, false
        from void v join audit_trail t on t.council_id = v.council_id and t.thing_kind = v.worked_on and t.thing_id = v.worked_id::text
        where exists (select 1 from memberships m where m.council_id = v.council_id and m.person_id = t.actor_id)
      ), once as (
        select thing_id, kind, version, council_id, person_id, bool_or(signed) as signed from concerned group by thing_id, kind, version, council_id, person_id
      ), told as (
        insert into told_of_void (thing_id, version, person_id, told_at)
        select thing_id, version, person_id, ${now.toISOString()}::timestamptz from once
        on conflict do nothing returning thing_id, version, person_id
      )
      select p.email, p.locale, c.slug, o.kind, o.signed, o.version, coalesce(a.title_en, b.title_en) as title_en, coalesce(a.title_cy, b.title_cy) as title_cy,
        case when a.id is null then 'pooled-budgets/' || w.slug || '/cases/' || b.id || '/versions' else 'plans/' || a.slug || '/versions' end as address
      from told t join once o on o.thing_id = t.thing_id and o.version = t.version and o.person_id = t.person_id
        join people p on p.id = t.person_id join councils c on c.id = o.council_id
        left join agreements a on a.id = o.thing_id left join pool_cases b on b.id = o.thing_id left join pooled_budgets w on w.id = b.pool_id
      order by p.email, o.thing_id, o.version`);
    await queueMails(
      tx,
      told.map(({ email, locale, slug, kind, signed, version, title_en, title_cy, address }) => {
        const t = messages(locale).versions.voidMail;
        const title = textIn({ en: title_en, cy: title_cy }, locale).text;
        const number = format(locale).number(version);
        return { to: email, subject: t.subject({ title }), body: [t[kind]({ title, number }), signed ? t.signed : t.worked, `${t.read} ${env().BASE_URL}/${locale}/${slug}/${address}`].join("\n\n") };
      }),
    );
    return told.length;
  });
}
