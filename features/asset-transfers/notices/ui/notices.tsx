import type { Locale } from "#domain/basics/bilingual.ts";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { NoticeInView, OwnerNoticeInView } from "../queries.ts";

export interface NoticesProps {
  readonly locale: Locale;
  readonly owners: readonly OwnerNoticeInView[];
  readonly notices: readonly NoticeInView[];
  /** Comments that came on paper, whose writers are told by letter. */
  readonly byLetter: number;
}

/** Who was told of an application, and of what came of it. For officers. */
export function Notices({ locale, owners, notices, byLetter }: NoticesProps) {
  const t = messages(locale).transferNotices;
  const f = format(locale);
  return (
    <Section id="notices" title={t.title} className="stack">
      <SummaryList
        rows={[
          { term: t.owners.title, answer: owners.length === 0 ? t.owners.none : <Owners locale={locale} owners={owners} /> },
          ...notices.map(({ occasion, givenAt, mails }) => ({ term: t.occasions[occasion], answer: t.given({ date: f.date(givenAt), count: mails }) })),
        ]}
      />
      {byLetter === 0 || notices.length === 0 ? null : <p className="small muted">{t.byLetter({ count: byLetter })}</p>}
    </Section>
  );
}

/** The days on which owners, tenants and occupiers were told, without names. */
export function Owners({ locale, owners }: Pick<NoticesProps, "locale" | "owners">) {
  const t = messages(locale).transferNotices.owners;
  return (
    <ul className="plain">
      {owners.map(({ capacity, way, givenOn }, index) => (
        <li key={index}>{capacity === "nobody-else" ? t.nobodyElse({ date: format(locale).date(givenOn) }) : t.told({ who: t.capacities[capacity], way: t.ways[way], date: format(locale).date(givenOn) })}</li>
      ))}
    </ul>
  );
}
