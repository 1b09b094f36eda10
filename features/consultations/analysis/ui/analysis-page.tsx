import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { TRAIT_VALUES } from "#domain/consultations/analysis/dimensions.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Asked, Narrowed, Totals } from "#features/consultations/analysis/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { Compare, type Compared, type Comparison } from "./compare.tsx";
import { Overview, type QuestionCounted } from "./overview.tsx";

export interface AnalysisPageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly address: string;
  readonly asked: Asked;
  readonly totals: Totals;
  readonly narrowed: Narrowed;
  readonly questions: readonly QuestionCounted[];
  readonly wanted: Comparison;
  readonly found: Compared | null;
  /** What may be done next with the consultation, already drawn. */
  readonly next: ReactNode;
  /** Where people marked something on a map, by the question's code, already drawn. */
  readonly maps: ReadonlyMap<string, ReactNode>;
  /** The saved views, already drawn. */
  readonly views: ReactNode;
}

/** What people answered, as officers see it. */
export function AnalysisPage({ locale, title, address, asked, totals, narrowed, questions, wanted, found, next, maps, views }: AnalysisPageProps) {
  const t = messages(locale).analysis;
  const { report } = messages(locale).signs;
  const f = format(locale);
  const narrow = (name: "channel" | "respondent" | "source") => (
    <SelectField
      name={name}
      width="full"
      label={t.dimensions[name]}
      value={narrowed[name]}
      options={[{ value: "", text: t.all }, ...TRAIT_VALUES[name].map((value) => ({ value, text: (t.values[name] as Readonly<Record<string, string>>)[value] ?? value }))]}
    />
  );
  return (
    <div className="stack-xl">
      <PageHead title={`${t.title}: ${title}`} lead={totals.first && totals.last ? t.lead({ count: f.number(totals.responses), first: f.date(totals.first), last: f.date(totals.last) }) : undefined} />
      <Filters label={t.narrow} action={address} submit={t.narrowSubmit} many>
        {narrow("channel")}
        {narrow("respondent")}
        {narrow("source")}
        <SelectField
          name="apart"
          width="full"
          label={report.filter}
          value={narrowed.apart}
          options={[
            { value: "", text: report.all },
            { value: "without", text: report.leftOut },
          ]}
        />
      </Filters>
      {next}
      {totals.responses === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <>
          <Section id="channels" title={t.dimensions.channel}>
            <BarsTable
              caption={t.dimensions.channel}
              captionLook="hidden"
              rows={[...totals.byChannel].map(([channel, count]) => ({
                name: (t.values.channel as Readonly<Record<string, string>>)[channel] ?? channel,
                value: f.number(count),
                percent: (100 * count) / totals.responses,
              }))}
            />
          </Section>
          <Compare locale={locale} address={address} asked={asked} narrowed={narrowed} wanted={wanted} found={found} />
          {views}
          <Overview locale={locale} asked={asked} questions={questions} hide={false} writtenAt={`${address}/written`} maps={maps} />
          <Section id="files" title={t.files.title} surface="panel">
            <div className="stack">
              <p>{t.files.lead}</p>
              <ul>
                {(["csv", "xlsx", "ods", "json"] as const).map((kind) => (
                  <li key={kind}>
                    <a href={`${address}/answers.${kind}`}>{t.files[kind]}</a>
                  </li>
                ))}
                <li>
                  <a href={`${address}/codebook.csv`}>{t.files.codebook}</a>
                </li>
                {maps.size === 0 ? null : (
                  <li>
                    <a href={`${address}/places.geojson`}>{messages(locale).mapAnswers.marksFile}</a>
                  </li>
                )}
                <li>
                  <a href={`${address}/files`}>{messages(locale).sentFiles.title}</a>
                </li>
                <li>
                  <a href={`${address}/report`}>{t.files.report}</a>
                </li>
                <li>
                  <a href={`${address}/open.csv`}>{t.files.open}</a>: {t.files.openLead}
                </li>
              </ul>
            </div>
          </Section>
        </>
      )}
    </div>
  );
}
