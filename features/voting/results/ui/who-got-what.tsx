import type { SideCount } from "#domain/voting/results/count-sheet.ts";
import { usualBeside } from "#domain/voting/results/every-rule.ts";
import { publishesBallots } from "#domain/voting/results/published-ballots.ts";
import { ruleName } from "#domain/voting/results/poll-rule.ts";
import { publishedMetrics, type PublishedMetrics } from "#domain/voting/results/voter-metrics.ts";
import { Section } from "#components/layout/section.tsx";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { counted, type ResultParts } from "./options-to-show.ts";

export interface WhoGotWhatProps {
  readonly parts: ResultParts;
  /** The same ballots by the rules that were not agreed. */
  readonly beside: readonly SideCount[];
}

/** How well the outcome serves the people who voted, beside what the other rules would have done for them. */
export function WhoGotWhat({ parts, beside }: WhoGotWhatProps) {
  const { locale, sheet } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  if (!publishesBallots(sheet.ballots)) return null;
  const mine = publishedMetrics(sheet);
  const counts = [sheet, ...usualBeside(sheet, beside)].map((count) => ({ rule: count.outcome.rule, name: t.rules[ruleName(count.outcome.rule)].name, metrics: publishedMetrics(count) }));
  const people = (count: number | null, of: PublishedMetrics): string => (count === null ? t.who.notShown : t.served.people({ shown: f.number(count), share: f.percent(count / of.voters) }));
  const rows: readonly { readonly title: string; readonly of: (metrics: PublishedMetrics) => string }[] = [
    { title: t.served.with, of: (metrics) => people(metrics.withAWinner, metrics) },
    { title: t.served.without, of: (metrics) => people(metrics.without, metrics) },
    { title: t.served.average, of: ({ averageWinnersPerVoter }) => (averageWinnersPerVoter === null ? t.who.notShown : f.decimal(averageWinnersPerVoter)) },
    { title: t.served.averageCost, of: ({ averageCostPence }) => (averageCostPence === null ? t.who.notShown : f.money(averageCostPence)) },
  ];
  const most = Math.max(1, ...mine.byWinners.map(({ count }) => count ?? 0));
  const isHidden = [...mine.byWinners.map(({ count }) => count), ...counts.flatMap(({ metrics }) => [metrics.without, metrics.withAWinner])].includes(null);
  return (
    <Section id="served" title={t.served.title} className="stack">
      <p>{mine.without === null ? t.served.leadHidden : t.served.lead({ voters: counted(f, mine.withAWinner ?? 0), share: f.percent((mine.withAWinner ?? 0) / Math.max(1, mine.voters)) })}</p>
      <DataTable
        caption={t.served.table}
        stack
        columns={[
          { key: "figure", header: t.served.figure, cell: ({ title }) => title },
          ...counts.map(({ rule, name, metrics }, at) => ({
            key: rule,
            header: at === 0 ? t.other.used({ rule: name }) : name,
            numeric: true,
            cell: ({ of }: (typeof rows)[number]) => of(metrics),
          })),
        ]}
        rows={rows}
        rowKey={({ title }) => title}
      />
      <BarsTable
        caption={t.served.byNumber}
        captionLook="small"
        keep
        headers={{ name: t.served.winners, value: t.served.voters, plot: t.why.plot }}
        rows={mine.byWinners.map(({ key, count }) => ({
          name: t.served.soMany({ count: key, shown: f.number(key) }),
          value: count === null ? t.who.notShown : f.number(count),
          percent: (100 * (count ?? 0)) / most,
          plotWords: count === null ? t.who.notShown : f.percent(count / mine.voters),
        }))}
      />
      {isHidden ? <p className="small muted">{t.who.hidden}</p> : null}
    </Section>
  );
}
