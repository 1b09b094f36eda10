import type { Locale } from "#domain/basics/bilingual.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { REGISTER_SHOWS } from "#domain/consultations/register/register-shows.ts";
import { RESPONSE_CHANNELS } from "#domain/consultations/response.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { Considered, RegisterAsked, RegisterCounts, RegisterLine, RegisterPage as Listed } from "#features/consultations/register/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface RegisterPageProps {
  readonly locale: Locale;
  /** This page's own address, without its query. */
  readonly address: string;
  readonly asked: RegisterAsked;
  readonly listed: Listed;
  readonly counts: RegisterCounts;
  readonly considered: Considered;
  readonly page: number;
  readonly mayEnter: boolean;
}

/** Everything that reached the council, and what of it waits for somebody. */
export function RegisterPage({ locale, address, asked, listed, counts, considered, page, mayEnter }: RegisterPageProps) {
  const t = messages(locale).register;
  const f = format(locale);
  const toPage = (number: number) => `${address}?${new URLSearchParams([...Object.entries(asked).filter(([, value]) => value !== ""), ["page", String(number)]]).toString()}#list`;
  return (
    <div className="stack-l">
      <div className="row row--between">
        <div>
          <h2>{t.title}</h2>
          <p>{t.lead({ count: counts.all, shown: f.number(counts.all) })}</p>
        </div>
        {mayEnter ? (
          <ButtonRow>
            <ButtonLink href={`${address}/new`}>{t.nav.add}</ButtonLink>
          </ButtonRow>
        ) : null}
      </div>
      <p className="row">
        {mayEnter ? (
          <>
            <a href={`${address}/batches`}>{t.nav.batches}</a>
            <a href={`${address}/spreadsheet`}>{t.nav.spreadsheet}</a>
            <a href={`${address}/letters`}>{t.nav.letters}</a>
          </>
        ) : null}
        <a href={`${address}/signs`}>{t.nav.signs}</a>
      </p>
      <Waiting locale={locale} address={address} counts={counts} />
      <ConsideredTable locale={locale} considered={considered} />
      <Section id="list" title={t.found({ count: listed.total, shown: f.number(listed.total) })}>
        <div className="stack">
          <Filters label={t.find} action={`${address}#list`} submit={t.show}>
            <TextField name="q" type="search" label={t.findLabel} value={asked.q} maxLength={100} />
            <SelectField name="channel" width="full" label={t.channel} value={asked.channel} options={[{ value: "", text: t.all }, ...RESPONSE_CHANNELS.map((value) => ({ value, text: t.channels[value] }))]} />
            <SelectField name="show" width="full" label={t.which} value={asked.show} options={[{ value: "", text: t.all }, ...REGISTER_SHOWS.map((value) => ({ value, text: t.shows[value] }))]} />
          </Filters>
          {listed.lines.length === 0 ? <EmptyState title={t.none}>{t.noneMore}</EmptyState> : <Lines locale={locale} address={address} lines={listed.lines} />}
          <Pagination label={t.pages} pageWord={t.page} current={page} pages={Math.ceil(listed.total / listed.toAPage)} href={toPage} previous={t.previous} next={t.next} />
        </div>
      </Section>
    </div>
  );
}

function Waiting({ locale, address, counts }: { readonly locale: Locale; readonly address: string; readonly counts: RegisterCounts }) {
  const t = messages(locale).register;
  const waiting = (["unread", "signs", "publish", "letters", "corrections", "late"] as const).filter((what) => counts[what] > 0);
  return (
    <Section id="waiting" title={t.waiting} surface="card">
      {waiting.length === 0 ? (
        <p>{t.counts.nothing}</p>
      ) : (
        <ul>
          {waiting.map((what) => (
            <li key={what}>
              <a href={`${address}?show=${what}#list`}>{t.counts[what]({ count: counts[what] })}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Who has read how many, for the record of the decision. */
export function ConsideredTable({ locale, considered }: { readonly locale: Locale; readonly considered: Considered }) {
  const t = messages(locale).register.considered;
  const f = format(locale);
  return (
    <Section id="considered" title={t.title}>
      <div className="stack">
        <p>{considered.written === 0 ? t.none : t.lead(considered)}</p>
        {considered.readers.length === 0 ? null : (
          <DataTable
            caption={t.title}
            captionLook="hidden"
            rows={considered.readers}
            rowKey={({ name }) => name}
            columns={[
              { key: "name", header: t.who, cell: ({ name }) => name },
              { key: "responses", header: t.responses, numeric: true, cell: ({ responses }) => f.number(responses) },
              { key: "last", header: t.last, cell: ({ last }) => f.date(last) },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

function Lines({ locale, address, lines }: { readonly locale: Locale; readonly address: string; readonly lines: readonly RegisterLine[] }) {
  const t = messages(locale).register;
  const f = format(locale);
  return (
    <DataTable
      caption={t.title}
      captionLook="hidden"
      stack
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: "reference", header: t.reference, cell: ({ id, reference }) => <a href={`${address}/${id}`}>{showReadableCode(reference)}</a> },
        { key: "channel", header: t.channel, cell: ({ channel, paperNumber }) => (paperNumber === null ? t.channels[channel] : `${t.channels[channel]}, ${t.paperNumber({ number: paperNumber })}`) },
        { key: "received", header: t.received, cell: ({ receivedAt }) => f.date(receivedAt) },
        { key: "from", header: t.from, cell: ({ organisationName }) => organisationName || t.person },
        { key: "read", header: t.read, cell: ({ readers, unread }) => (readers > 0 ? t.readers({ count: readers }) : unread ? t.nobody : t.nothingToRead) },
        {
          key: "state",
          header: t.state,
          cell: ({ late, unread, hasSigns, corrected }) =>
            late || unread || hasSigns || corrected ? (
              <span className="row">
                {late ? <Tag kind="closed">{t.late}</Tag> : null}
                {unread ? <Tag kind="notYet">{t.unread}</Tag> : null}
                {corrected ? <Tag kind="notYet">{messages(locale).corrections.tag}</Tag> : null}
                {hasSigns ? <Tag kind="atRisk">{t.sign}</Tag> : null}
              </span>
            ) : null,
        },
      ]}
    />
  );
}
