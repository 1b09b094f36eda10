import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { expectedOn } from "#domain/priorities/progress.ts";
import { municipalYear, quarterEnd, quarterNumber, quartersOf, type Quarter } from "#domain/priorities/quarter.ts";
import { TARGET_STATUSES, type TargetStatus } from "#domain/priorities/target.ts";
import { monthsAfter } from "#domain/priorities/month-after.ts";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Trend } from "#components/charts/trend.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { Said, SaidParagraphs } from "#features/councils/ui/said.tsx";
import type { TargetInView } from "#features/priorities/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

const TAGS: Record<TargetStatus, TagKind> = { "on-track": "good", "at-risk": "atRisk", "off-track": "offTrack", met: "done" };

/** How it is going; of a target of a plan that nobody has reported on yet, that. */
export function TargetStatusTag({ locale, status }: { readonly locale: Locale; readonly status: TargetStatus | null }) {
  if (status === null) return <Tag kind="notYet">{messages(locale).priorities.notReported}</Tag>;
  return <Tag kind={TAGS[status]}>{messages(locale).priorities.statuses[status]}</Tag>;
}

/** What a target's lead or the rule says of it; null until somebody has reported. */
export const statusOf = ({ plan, returns, status }: TargetInView): TargetStatus | null => (plan !== null && returns.length === 0 ? null : status);

/** How many targets go how: a tag for each that there is. */
export function StatusCounts({ locale, targets }: { readonly locale: Locale; readonly targets: readonly TargetInView[] }) {
  const t = messages(locale).priorities;
  return (
    <div className="row">
      {TARGET_STATUSES.map((status) => ({ status, count: targets.filter((target) => statusOf(target) === status).length }))
        .filter(({ count }) => count > 0)
        .map(({ status, count }) => (
          <Tag key={status} kind={TAGS[status]}>
            {t.counts[status]({ count: format(locale).number(count) })}
          </Tag>
        ))}
    </div>
  );
}

/** The readings there are of a target, the start first. */
const readingsOf = ({ baseline, returns, latest }: TargetInView): readonly number[] => {
  const given = returns.map(({ value }) => value).filter((value) => value !== null);
  return [baseline, ...(given.length === 0 ? [latest] : given)].filter((value) => value !== null);
};

/** Targets with start, now and target in words and a small plot, each leading to its page. */
export function TargetTable({ locale, caption, address, targets }: { readonly locale: Locale; readonly caption: string; readonly address: string; readonly targets: readonly TargetInView[] }) {
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
              <a href={`${address}/${target.slug}`}>
                <Said locale={locale} text={target.title} />
              </a>
              <span className="muted small block">
                <Said locale={locale} text={target.indicator} />
              </span>
            </>
          ),
        },
        { key: "start", header: t.columns.start, numeric: true, cell: ({ baseline }) => reading(baseline) },
        { key: "now", header: t.columns.now, numeric: true, cell: ({ latest }) => <strong>{reading(latest)}</strong> },
        { key: "target", header: t.columns.target, numeric: true, cell: ({ target }) => reading(target) },
        {
          key: "trend",
          header: t.trendColumn,
          className: "tr",
          cell: (target) => {
            const readings = readingsOf(target);
            return readings.length < 2 ? t.noReading : <Sparkline readings={readings} target={target.target ?? undefined} />;
          },
        },
        { key: "going", header: t.columns.going, cell: (target) => <TargetStatusTag locale={locale} status={statusOf(target)} /> },
      ]}
    />
  );
}

/** Every target that is off track, with what its lead says about it. */
export function OffTrackNotices({ locale, targets }: { readonly locale: Locale; readonly targets: readonly TargetInView[] }) {
  const t = messages(locale).priorities;
  return targets
    .filter((target) => statusOf(target) === "off-track")
    .map((target) => {
      const narrative = textIn(target.narrative, locale);
      return (
        <Notice key={target.id} kind="bad" title={t.offTrack({ title: textIn(target.title, locale).text })} className="mt-5">
          {narrative.text === "" ? null : <p lang={narrative.lang === locale ? undefined : narrative.lang}>{narrative.text}</p>}
        </Notice>
      );
    });
}

/** `Quarter 1, 1 April to 30 June 2026`. */
export function quarterName(locale: Locale, quarter: Quarter): string {
  const f = format(locale);
  return messages(locale).priorities.quarterName({ number: quarterNumber(quarter), from: f.dayAndMonth(quarter), to: f.date(quarterEnd(quarter)) });
}

export interface TargetPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly council: string;
  readonly target: TargetInView;
  /** The golden threads that led to it, already drawn; nothing where there are none. */
  readonly thread: ReactNode;
}

/** One promise: its numbers and plot, how it is going in words, who works on it, where, and the voices behind it. */
export function TargetPage({ locale, home, council, target, thread }: TargetPageProps) {
  const t = messages(locale).priorities;
  const f = format(locale);
  const reading = (value: number | null) => (value === null ? t.noReading : f.decimal(value));
  return (
    <div className="stack-xl">
      <PageHead
        kicker={target.theme || undefined}
        tag={
          <span className="row">
            <TargetStatusTag locale={locale} status={statusOf(target)} />
            {target.plan?.state === "draft" ? <Tag kind="notYet">{t.draftPlan}</Tag> : null}
          </span>
        }
        title={textIn(target.title, locale).text}
        lead={<Said locale={locale} text={target.indicator} />}
      >
        <p className="small muted">{[target.lead === "" ? "" : t.ledBy({ who: target.lead }), t.updated({ date: f.date(target.updatedAt) })].filter(Boolean).join(". ")}</p>
      </PageHead>
      {target.removedOn === null ? null : <Notice title={t.removed({ date: f.date(target.removedOn) })} />}
      <Section id="numbers" title={t.keeping}>
        <Facts
          columns={3}
          surface="card"
          facts={[
            { term: t.columns.start, figure: reading(target.baseline), note: target.baseline === null && target.baselineDeferredUntil !== null ? t.deferred({ date: f.date(target.baselineDeferredUntil) }) : target.baselineOn === null ? undefined : f.date(target.baselineOn) },
            { term: t.columns.now, figure: reading(target.latest) },
            { term: t.columns.target, figure: reading(target.target), note: target.plan ? f.date(target.plan.endsOn) : undefined },
          ]}
        />
        <div className="mt-4">
          <SaidParagraphs locale={locale} text={target.narrative} />
        </div>
      </Section>
      {target.plan === null ? null : <Movement locale={locale} home={home} target={target} plan={target.plan} council={council} />}
      {thread ?? (
        <Section id="thread" title={t.why}>
          <p>{t.whyNone}</p>
        </Section>
      )}
    </div>
  );
}

function Movement({ locale, home, target, plan, council }: { readonly locale: Locale; readonly home: string; readonly target: TargetInView; readonly plan: NonNullable<TargetInView["plan"]>; readonly council: string }) {
  const t = messages(locale).priorities;
  const f = format(locale);
  const reading = (value: number | null) => (value === null ? t.noReading : f.decimal(value));
  const { returns, trajectory } = target;
  const quarters = quartersOf({ from: plan.startsOn, to: plan.endsOn });
  const last = returns.at(-1);
  const reported = quarters.filter((quarter) => last !== undefined && quarter <= last.quarter);
  const numbers = [target.baseline, ...reported.map((quarter) => returns.find((each) => each.quarter === quarter)?.value ?? null)];
  const expected = trajectory === null ? [] : [target.baseline, ...quarters.map((quarter) => expectedOn(trajectory, quarterEnd(quarter)))];
  const all = [...numbers, ...expected].filter((value) => value !== null);
  const short = (quarter: Quarter) => t.quarterShort({ number: quarterNumber(quarter), year: String(municipalYear(quarter)) });
  return (
    <>
      <Section id="quarters" title={t.numbersHistory}>
        {all.length === 0 || returns.length === 0 ? (
          <p>{t.noReturns}</p>
        ) : (
          <div className="stack">
            <Trend
              label={t.chart({ title: textIn(target.title, locale).text, first: reading(target.baseline), last: reading(last?.value ?? null) })}
              readings={numbers}
              expected={expected}
              ends={[t.columns.start, short(quarters.at(-1) ?? plan.endsOn)]}
              words={{ readings: t.chartLine, expected: t.chartTarget }}
              caption={t.chartRange({ low: f.decimal(Math.min(...all)), high: f.decimal(Math.max(...all)) })}
            />
            <DataTable
              caption={t.numbersHistory}
              captionLook="hidden"
              stack
              rows={[...returns].reverse()}
              rowKey={({ quarter }) => quarter}
              columns={[
                { key: "quarter", header: t.returns.quarter, names: true, cell: ({ quarter }) => quarterName(locale, quarter) },
                { key: "value", header: t.returns.value, numeric: true, cell: ({ value }) => <strong>{reading(value)}</strong> },
                { key: "expected", header: t.returns.expected, numeric: true, cell: (each) => (each.expected === null ? t.noReading : f.decimal(each.expected, 1)) },
                { key: "status", header: t.returns.status, cell: ({ status }) => (status === null ? "" : <TargetStatusTag locale={locale} status={status} />) },
                { key: "words", header: t.returns.words, cell: ({ narrative }) => (narrative.en + narrative.cy === "" ? "" : <Said locale={locale} text={narrative} />) },
                {
                  key: "by",
                  header: t.returns.by,
                  cell: ({ partnerId }) => {
                    const partner = target.parts.find((part) => part.partnerId === partnerId);
                    return partner ? <Said locale={locale} text={partner.name} /> : t.theCouncil;
                  },
                },
              ]}
            />
          </div>
        )}
      </Section>
      <Section id="rule" title={t.rule} surface="panel" prose>
        <ul>
          <li>{t.ruleMet}</li>
          <li>{t.ruleOn}</li>
          <li>{t.ruleRisk({ percent: f.percent(plan.atRiskPercent / 100) })}</li>
          <li>{t.ruleOff}</li>
        </ul>
        <p>{target.polarity === "higher" ? t.higher : t.lower}</p>
      </Section>
      <Section id="who" title={t.whoPart}>
        <SummaryList
          rows={[
            ...(target.parts.length === 0 ? [{ term: t.part.lead, answer: council }] : target.parts.map(({ part, name }) => ({ term: t.part[part], answer: <Said locale={locale} text={name} /> }))),
            { term: t.narrower, answer: target.areas.length === 0 ? t.wholeArea : f.list(target.areas.map(({ name }) => textIn(name, locale).text)) },
            { term: t.yearly, answer: target.yearly.map((value, index) => `${t.endOf({ date: f.date(yearEnd(plan.startsOn, index + 1)) })}: ${reading(value)}`).join("; ") },
            ...(target.indicatorNumber === null ? [] : [{ term: t.columns.measure, answer: t.nationalIndicator({ code: `NI ${target.indicatorNumber}` }) }]),
            {
              term: t.inPlan,
              answer: (
                <a href={`${home}/plans/${plan.slug}`}>
                  <Said locale={locale} text={plan.title} />
                </a>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

const yearEnd = (from: CivilDay, nth: number): CivilDay => quarterEnd(monthsAfter(from, 12 * nth - 3));
