import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { AGE_BANDS, type AgeBand } from "#domain/eligibility/age.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { ColumnChart } from "#components/charts/column-chart.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { Turnout } from "#features/voting/polls/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface TurnoutProps {
  readonly locale: Locale;
  /** Name of the pot; the headings carry it where a vote has several. */
  readonly name: string | null;
  /** Prefix of the ids of headings. */
  readonly id: string;
  readonly turnout: Turnout;
  /** The ward whose people may vote; null for the whole council. */
  readonly areaId: string | null;
  readonly closesAt: Date | null;
  readonly now: Date;
}

const MOST_COLUMNS = 14;

/** Who has taken part in one pot's vote, by day, area and channel. Never what they chose. */
export function TurnoutCards({ locale, name, id, turnout: everywhere, areaId, closesAt, now }: TurnoutProps) {
  const t = messages(locale).workspace.turnout;
  const turnout = areaId !== null && everywhere.areas.has(areaId) ? within(everywhere, areaId) : everywhere;
  const titled = (title: string) => (name === null ? title : `${name}: ${title}`);
  if (turnout.total === 0)
    return (
      <Section id={`${id}-days`} title={titled(t.eachDay)} surface="card">
        <EmptyState title={t.nobody}>{t.nobodyMore}</EmptyState>
      </Section>
    );
  return (
    <div className="pg">
      <Section id={`${id}-days`} title={titled(t.eachDay)} surface="card" beside={<span className="small muted">{t.updated({ time: format(locale).time(now) })}</span>}>
        <Days locale={locale} turnout={turnout} closesAt={closesAt} now={now} />
      </Section>
      <Section id={`${id}-areas`} title={titled(t.byArea)} surface="card">
        <Areas locale={locale} turnout={turnout} />
      </Section>
    </div>
  );
}

/** Only the area that may vote, and others from where votes came all the same. */
function within(turnout: Turnout, areaId: string): Turnout {
  return {
    ...turnout,
    byArea: turnout.byArea.filter(({ key, count }) => key === areaId || count !== 0),
    areas: new Map([...turnout.areas].filter(([id]) => id === areaId || turnout.byArea.some(({ key, count }) => key === id && count !== 0))),
  };
}

function Days({ locale, turnout, closesAt, now }: Pick<TurnoutProps, "locale" | "turnout" | "closesAt" | "now">) {
  const t = messages(locale).workspace.turnout;
  const f = format(locale);
  const population = [...turnout.areas.values()].reduce((sum, area) => sum + (area.population ?? 0), 0);
  const left = closesAt === null ? 0 : Math.max(0, Math.ceil((closesAt.getTime() - now.getTime()) / 86_400_000));
  const today = londonDay(now);
  const days = everyDay(turnout, today).slice(-MOST_COLUMNS);
  const [first, last] = [days[0], days.at(-1)];
  return (
    <>
      <Facts
        columns={3}
        facts={[
          { term: t.ballots, figure: f.number(turnout.total) },
          ...(population > 0 ? [{ term: t.share, figure: f.percent(turnout.total / population, 1) }] : []),
          { term: t.daysLeft, figure: f.number(left) },
        ]}
      />
      <ColumnChart
        label={first && last ? t.chart({ from: f.date(first.day), first: f.number(first.count), to: f.date(last.day), last: f.number(last.count) }) : ""}
        columns={days.map(({ day, count }) => ({ label: f.dayAndMonth(day), value: f.number(count), amount: count, partial: day === today }))}
        caption={last?.day === today ? t.partial : undefined}
      />
      <Details summary={t.asTable}>
        <DataTable
          caption={t.eachDay}
          captionLook="hidden"
          rows={everyDay(turnout, today)}
          rowKey={({ day }) => day}
          columns={[
            { key: "day", header: t.day, cell: ({ day }) => f.date(day) },
            { key: "ballots", header: t.ballots, numeric: true, cell: ({ count }) => f.number(count) },
          ]}
        />
      </Details>
    </>
  );
}

/** Days on which nobody voted stand in it too, from the first ballot to the last, or to today while it is still counted. */
function everyDay({ byDay }: Turnout, today: string): readonly { readonly day: string; readonly count: number }[] {
  const [first, last] = [byDay[0]?.day, byDay.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const end = last > today ? last : last < addDays(today, -1) ? last : today;
  const counts = new Map(byDay.map(({ day, count }) => [day, count]));
  const days: { day: string; count: number }[] = [];
  for (let day = first; day <= end; day = addDays(day, 1)) days.push({ day, count: counts.get(day) ?? 0 });
  return days;
}

/** Youngest first; those of no known age last. */
const placeOf = (band: AgeBand | ""): number => (band === "" ? AGE_BANDS.length : AGE_BANDS.indexOf(band));

function Areas({ locale, turnout }: Pick<TurnoutProps, "locale" | "turnout">) {
  const t = messages(locale).workspace.turnout;
  const f = format(locale);
  const shown = (count: number | null) => (count === null ? t.hidden : f.number(count));
  const rows = turnout.byArea
    .map(({ key, count }) => ({ area: key === null ? undefined : turnout.areas.get(key), count }))
    .filter(({ area, count }) => area !== undefined || count !== 0);
  const share = ({ area, count }: (typeof rows)[number]) => (count !== null && area?.population ? count / area.population : null);
  const highest = Math.max(...rows.map((row) => share(row) ?? 0), 0.0001);
  const most = Math.max(...rows.map(({ count }) => count ?? 0), 1);
  const measured = rows.some((row) => share(row) !== null);
  const { who } = messages(locale).results;
  const ages = turnout.byAgeBand.some(({ key }) => key !== "") ? [...turnout.byAgeBand].filter(({ count }) => count !== 0).sort((a, b) => placeOf(a.key) - placeOf(b.key)) : [];
  const hidden = [...turnout.byArea, ...turnout.byChannel, ...ages].some(({ count }) => count === null);
  return (
    <>
      <BarsTable
        caption={t.byArea}
        captionLook="hidden"
        keep
        showPlotHeader
        headers={{ name: t.area, value: t.ballots, plot: t.share }}
        rows={[...rows]
          .sort((a, b) => (share(b) ?? 0) - (share(a) ?? 0) || (b.count ?? 0) - (a.count ?? 0))
          .map((row) => {
            const part = share(row);
            return {
              name: row.area ? textIn(row.area.name, locale).text : t.noArea,
              value: shown(row.count),
              percent: measured ? ((part ?? 0) / highest) * 90 : ((row.count ?? 0) / most) * 90,
              ...(part === null ? {} : { besideBar: f.percent(part, 1) }),
            };
          })}
      />
      <p className="small">
        {turnout.byChannel
          .filter(({ count }) => count !== 0)
          .map(({ key, count }) => t.channel({ name: t.channels[key], count: shown(count) }))
          .join(" · ")}
      </p>
      {ages.length > 0 ? <p className="small">{ages.map(({ key, count }) => t.age({ name: key === "" ? who.unknown : who.bands[key], count: shown(count) })).join(" · ")}</p> : null}
      {hidden ? <p className="small muted">{t.hiddenNote}</p> : null}
    </>
  );
}
