import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { narrowStrands, sameStop, stationOf, type ThreadEnd } from "#domain/golden-thread/thread.ts";
import { layOutThread } from "#domain/golden-thread/thread-plot.ts";
import { ThreadPlot } from "#components/charts/thread-plot.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { Strand, ThreadStop } from "#features/golden-thread/queries.ts";
import { messages } from "#i18n/messages.ts";
import { GoldenThreads } from "./golden-threads.tsx";

/** What somebody wants to see of the thread; null for everything. */
export interface WantedThread {
  readonly areaId: string | null;
  readonly year: number | null;
}

export interface WholeThreadProps {
  readonly locale: Locale;
  /** The council's own address: `/en/millbrook`. */
  readonly home: string;
  readonly strands: readonly Strand[];
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly wanted: WantedThread;
}

/** More strands than this are a tangle and no picture. */
const MOST_DRAWN = 60;
const MOST_THREADS = 6;

/** Everything that people's say moved: a picture, the threads that came furthest and a table of every strand. */
export function WholeThread({ locale, home, strands, areas, wanted }: WholeThreadProps) {
  const t = messages(locale).goldenThread.whole;
  if (strands.length === 0)
    return (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <EmptyState level={2} title={t.nothing}>
          {t.nothingMore}
        </EmptyState>
      </>
    );
  const years = [...new Set(strands.flatMap(({ from, to }) => [from.year, to.year]).filter((year) => year !== null))].sort((a, b) => b - a);
  const shown = narrowStrands(strands, wanted);
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead}>
        <p className="noprint">
          <a href={`${home}/involving-you/report`}>{t.report}</a>
        </p>
      </PageHead>
      <Filters label={t.find} action={`${home}/thread`} submit={t.show}>
        <SelectField name="ward" width="full" label={t.ward} value={wanted.areaId ?? ""} options={[{ value: "", text: t.anyWard }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
        <SelectField name="year" width="full" label={t.year} value={wanted.year === null ? "" : String(wanted.year)} options={[{ value: "", text: t.anyYear }, ...years.map((year) => ({ value: String(year), text: String(year) }))]} />
      </Filters>
      {shown.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <Found locale={locale} home={home} strands={shown} wanted={wanted} />
      )}
    </div>
  );
}

function Found({ locale, home, strands, wanted }: Omit<WholeThreadProps, "areas">) {
  const t = messages(locale).goldenThread.whole;
  const plot = layOutThread(strands);
  const numberOf = (stop: ThreadEnd) => plot.stops.find((each) => sameStop(each.stop, stop))?.number ?? 0;
  const at = (station: ReturnType<typeof stationOf>) => plot.stops.filter(({ stop }) => stationOf(stop.kind) === station).length;
  const counts = { took: at("took-part"), moved: at("moved"), strands: strands.length };
  const reached = strands.some(({ to }) => stationOf(to.kind) === "moved");
  const query = new URLSearchParams([...(wanted.areaId === null ? [] : [["ward", wanted.areaId]]), ...(wanted.year === null ? [] : [["year", String(wanted.year)]])]).toString();
  const inOrder = [...strands].sort((one, other) => numberOf(one.from) - numberOf(other.from) || numberOf(one.to) - numberOf(other.to));
  return (
    <>
      <Section id="plot" title={t.plot}>
        <div className="stack">
          <p>
            <strong>{t.count(counts)}.</strong> {t.plotHint}
          </p>
          {strands.length > MOST_DRAWN ? (
            <Notice kind="info" title={t.tooMany} />
          ) : (
            <ThreadPlot
              label={t.plotLabel(counts)}
              columns={plot.columns.map((station) => t.stations[station])}
              rows={plot.rows}
              stops={plot.stops.map(({ stop, number, column, row }) => {
                const { text, lang } = textIn(stop.title, locale);
                return { number, column, row, words: text, lang: lang === locale ? undefined : lang };
              })}
              strands={plot.strands}
            />
          )}
          <DataTable
            caption={t.strands}
            stack
            rows={inOrder}
            rowKey={({ from, to }) => `${from.kind} ${from.id} ${to.kind} ${to.id}`}
            columns={[
              { key: "from", header: t.from, names: true, cell: ({ from }) => <Numbered locale={locale} home={home} stop={from} number={numberOf(from)} /> },
              { key: "to", header: t.to, cell: ({ to }) => <Numbered locale={locale} home={home} stop={to} number={numberOf(to)} /> },
              { key: "how", header: t.how, cell: ({ how }) => <How locale={locale} how={how} /> },
            ]}
          />
          <p className="row noprint">
            <span>{t.openData}:</span>
            <a href={`${home}/thread/thread.csv${query === "" ? "" : `?${query}`}`}>{t.csv}</a>
            <a href={`${home}/thread/thread.json${query === "" ? "" : `?${query}`}`}>{t.json}</a>
          </p>
        </div>
      </Section>
      {reached ? (
        <Section id="threads" title={t.threads}>
          <div className="stack">
            <p>{t.threadsLead}</p>
            <GoldenThreads locale={locale} home={home} strands={strands} most={MOST_THREADS} />
          </div>
        </Section>
      ) : null}
    </>
  );
}

function Numbered({ locale, home, stop, number }: { readonly locale: Locale; readonly home: string; readonly stop: ThreadStop; readonly number: number }) {
  const { text, lang } = textIn(stop.title, locale);
  return (
    <>
      {number}.{" "}
      <a href={`${home}/${stop.address}`} lang={lang === locale ? undefined : lang}>
        {text}
      </a>
      <br />
      <span className="small muted">{messages(locale).goldenThread.kinds[stop.kind]}</span>
    </>
  );
}

function How({ locale, how }: { readonly locale: Locale; readonly how: BilingualText }) {
  const { text, lang } = textIn(how, locale);
  if (text === "") return <span className="muted">{messages(locale).goldenThread.whole.byItself}</span>;
  return <span lang={lang === locale ? undefined : lang}>{text}</span>;
}
