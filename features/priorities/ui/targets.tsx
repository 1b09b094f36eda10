import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { TargetStatus } from "#domain/priorities/target.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface TargetToShow {
  readonly slug: string;
  readonly theme: string;
  readonly title: BilingualText;
  readonly narrative: BilingualText;
  readonly indicator: BilingualText;
  readonly baseline: number | null;
  readonly latest: number | null;
  readonly target: number | null;
  readonly lead: string;
  readonly status: TargetStatus;
  readonly updatedAt: Date;
}

const TAGS: Record<TargetStatus, TagKind> = { "on-track": "good", "at-risk": "atRisk", "off-track": "offTrack", met: "done" };

export function TargetStatusTag({ locale, status }: { readonly locale: Locale; readonly status: TargetStatus }) {
  return <Tag kind={TAGS[status]}>{messages(locale).priorities.statuses[status]}</Tag>;
}

export interface TargetListProps {
  readonly locale: Locale;
  readonly home: string;
  readonly targets: readonly TargetToShow[];
}

/** Every promise of the council, by theme, with the numbers that show it. */
export function TargetList({ locale, home, targets }: TargetListProps) {
  const t = messages(locale).priorities;
  const themes = [...new Set(targets.map(({ theme }) => theme))];
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      {targets.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        themes.map((theme, index) => (
          <Section key={theme} id={`theme-${index + 1}`} title={theme === "" ? t.tableCaption : theme}>
            <TargetTable locale={locale} caption={theme === "" ? t.tableCaption : theme} address={`${home}/priorities`} targets={targets.filter((target) => target.theme === theme)} />
          </Section>
        ))
      )}
    </div>
  );
}

/** Targets with start, now and target in words, each leading to its page. */
export function TargetTable({ locale, caption, address, targets }: { readonly locale: Locale; readonly caption: string; readonly address: string; readonly targets: readonly TargetToShow[] }) {
  const t = messages(locale).priorities;
  const reading = (value: number | null) => (value === null ? t.noReading : format(locale).decimal(value));
  return (
    <DataTable
      caption={caption}
      captionLook="hidden"
      stack
      rows={targets}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: "title",
          header: t.columns.measure,
          names: true,
          cell: (target) => (
            <>
              <a href={`${address}/${target.slug}`}>{textIn(target.title, locale).text}</a>
              <span className="muted small block">{textIn(target.indicator, locale).text}</span>
            </>
          ),
        },
        { key: "start", header: t.columns.start, numeric: true, cell: ({ baseline }) => reading(baseline) },
        { key: "now", header: t.columns.now, numeric: true, cell: ({ latest }) => <strong>{reading(latest)}</strong> },
        { key: "target", header: t.columns.target, numeric: true, cell: ({ target }) => reading(target) },
        { key: "going", header: t.columns.going, cell: ({ status }) => <TargetStatusTag locale={locale} status={status} /> },
      ]}
    />
  );
}

export interface TargetPageProps {
  readonly locale: Locale;
  readonly target: TargetToShow;
  /** The golden threads that led to it, already drawn; nothing where there are none. */
  readonly thread: ReactNode;
}

/** One promise: its numbers, how it is going in words, and the voices behind it. */
export function TargetPage({ locale, target, thread }: TargetPageProps) {
  const t = messages(locale).priorities;
  const f = format(locale);
  const reading = (value: number | null) => (value === null ? t.noReading : f.decimal(value));
  const narrative = textIn(target.narrative, locale);
  return (
    <div className="stack-xl">
      <PageHead kicker={target.theme || undefined} tag={<TargetStatusTag locale={locale} status={target.status} />} title={textIn(target.title, locale).text} lead={textIn(target.indicator, locale).text}>
        <p className="small muted">
          {[target.lead === "" ? "" : t.ledBy({ who: target.lead }), t.updated({ date: f.date(target.updatedAt) })].filter(Boolean).join(". ")}
        </p>
      </PageHead>
      <Section id="numbers" title={t.keeping}>
        <Facts
          columns={3}
          surface="card"
          facts={[
            { term: t.columns.start, figure: reading(target.baseline) },
            { term: t.columns.now, figure: reading(target.latest) },
            { term: t.columns.target, figure: reading(target.target) },
          ]}
        />
        {narrative.text === "" ? null : (
          <div className="prose mt-4" lang={narrative.lang === locale ? undefined : narrative.lang}>
            {narrative.text.split(/\n{2,}/).map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        )}
      </Section>
      {thread ?? (
        <Section id="thread" title={t.why}>
          <p>{t.whyNone}</p>
        </Section>
      )}
    </div>
  );
}
