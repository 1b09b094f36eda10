import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { DutyYear, RecordVersion } from "#features/involvement/duty/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { gapsInWords } from "./gap-words.ts";
import { levelWords, yearWords } from "./words.ts";

export interface DutyDeskProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly records: readonly RecordVersion[];
  /** The year that runs. */
  readonly duty: DutyYear;
  readonly done: "saved" | "savedStatement" | null;
  readonly maySign: boolean;
  readonly mayState: boolean;
}

/** Where officers keep the register of the duty to involve. */
export function DutyDesk({ locale, home, records, duty, done, maySign, mayState }: DutyDeskProps) {
  const t = messages(locale).duty.desk;
  const f = format(locale);
  const year = yearWords(locale, duty.wanted.year);
  const gaps = gapsInWords(locale, duty);
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead}>
        <p className="row">
          <a href={`${home}/involving-you`}>{t.public}</a>
          <a href={`${home}/manage/duty/statutes`}>{t.statutes}</a>
        </p>
      </PageHead>
      {done ? <Notice kind="good" title={t[done]} answers /> : null}
      {maySign ? (
        <p>
          <ButtonLink href={`${home}/manage/duty/new`}>{t.add}</ButtonLink>
        </p>
      ) : null}
      <Section id="records" title={t.records}>
        {records.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <DataTable
            caption={t.records}
            captionLook="hidden"
            stack
            rows={records}
            rowKey={({ id }) => id}
            columns={[
              { key: "number", header: t.form.title, names: true, cell: ({ number, title }) => <a href={`${home}/involving-you/records/${number}`}>{`${number}. ${textIn(title, locale).text}`}</a> },
              { key: "service", header: t.form.service, cell: ({ serviceName }) => textIn(serviceName, locale).text },
              { key: "level", header: t.form.level, cell: (record) => levelWords(locale, record) },
              { key: "signed", header: messages(locale).duty.recordPage.signed, cell: ({ signedName, signedAt }) => messages(locale).duty.public.by({ who: signedName, date: f.date(signedAt) }) },
              {
                key: "change",
                header: t.change,
                hideHeader: true,
                cell: ({ number, title }) =>
                  maySign ? (
                    <a href={`${home}/manage/duty/${number}`}>
                      {t.change}
                      <span className="vh">: {textIn(title, locale).text}</span>
                    </a>
                  ) : null,
              },
            ]}
          />
        )}
      </Section>
      <Section id="gaps" title={t.gaps({ year })}>
        {gaps.length === 0 ? (
          <p>{messages(locale).duty.public.noGaps}</p>
        ) : (
          <ul>
            {gaps.map(({ words, address }) => (
              <li key={words}>{address === null ? words : <a href={`${home}/${address}`}>{words}</a>}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="statement" title={t.statement} surface="card">
        <div className="stack">
          <p>{t.statementLead}</p>
          {mayState ? (
            <ul>
              {duty.years.map((each) => (
                <li key={each}>
                  <a href={`${home}/manage/duty/statement/${each}`}>{t.signStatement({ year: yearWords(locale, each) })}</a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </Section>
    </div>
  );
}
