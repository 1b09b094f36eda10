import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { QuestionProfile } from "#domain/involvement/equality.ts";
import type { ShownTurnout } from "#domain/elections/turnout.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { ColumnChart } from "#components/charts/column-chart.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SchoolTurnoutSections } from "#features/elections/schools/ui/turnout-tables.tsx";
import type { Evaluation } from "#features/involvement/evaluation/queries.ts";
import { EqualityProfile } from "#features/involvement/evaluation/ui/equality-profile.tsx";
import { Words } from "#features/involvement/evaluation/ui/evaluation-page.tsx";
import type { ElectionYears, YearOfElection } from "#features/involvement/election-evaluation/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ElectionEvaluationProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly election: BilingualText;
  /** The one looked at. */
  readonly year: YearOfElection;
  readonly years: ElectionYears;
  /** Null until it is published. */
  readonly written: { readonly evaluation: Evaluation; readonly profile: readonly QuestionProfile[] } | null;
}

/** How an election went: turnout by area and over the years, who took part, what was learnt, and the same numbers as data. */
export function ElectionEvaluation({ locale, home, election, year, years, written }: ElectionEvaluationProps) {
  const { electionEvaluation: t, evaluation: words } = messages(locale);
  const address = `${home}/elections/${year.slug}`;
  const title = textIn(election, locale).text;
  const { total } = year;
  return (
    <div className="stack-xl">
      <PageHead kicker={title} title={t.title({ election: title })} lead={t.lead}>
        <a href={`${address}/results`}>{words.results}</a>
      </PageHead>
      <Facts facts={[{ term: t.voted, figure: shown(locale, total.voted, t.tooFew) }, ...(total.electors === null ? [] : [{ term: t.onRoll, figure: format(locale).number(total.electors) }, { term: t.turnout, figure: shareOf(locale, total) }])]} />
      <ByArea locale={locale} year={year} years={years} />
      {year.schools === null ? null : <SchoolTurnoutSections locale={locale} turnout={year.schools} />}
      <OverYears locale={locale} home={home} years={years} />
      {written === null ? null : (
        <>
          <Section id="profile" title={words.whoTookPart}>
            <EqualityProfile locale={locale} profile={written.profile.filter(({ answered }) => answered !== 0)} source={written.evaluation.source} />
          </Section>
          <Words locale={locale} id="worked" title={words.worked} text={written.evaluation.worked} />
          <Words locale={locale} id="change" title={words.change} text={written.evaluation.change} />
        </>
      )}
      <Section id="open-data" title={t.openData} className="noprint">
        <p>{t.openDataLead}</p>
        <ul>
          <li>
            <a href={`${address}/evaluation/turnout.csv`} download>
              {t.csv}
            </a>
          </li>
          <li>
            <a href={`${address}/evaluation/turnout.json`}>{t.json}</a>
          </li>
        </ul>
      </Section>
    </div>
  );
}

const shown = (locale: Locale, count: number | null, absent: string): string => (count === null ? absent : format(locale).number(count));

function shareOf(locale: Locale, { share, voted }: ShownTurnout): string {
  const t = messages(locale).electionEvaluation;
  return share === null ? (voted === null ? t.tooFew : t.notKnown) : format(locale).percent(share, 1);
}

function areaName(locale: Locale, { areas }: ElectionYears, areaId: string | null): string {
  const area = areaId === null ? undefined : areas.get(areaId);
  return area === undefined ? messages(locale).electionEvaluation.noArea : textIn(area.name, locale).text;
}

/** One line for each area with its bar: the share of the roll, or where there is no roll the voters beside the largest area's. */
function ByArea({ locale, year, years }: Pick<ElectionEvaluationProps, "locale" | "year" | "years">) {
  const t = messages(locale).electionEvaluation;
  const f = format(locale);
  if (year.areas.length === 0) return null;
  const onRoll = year.areas.some(({ electors }) => electors !== null);
  const most = Math.max(1, ...year.areas.map(({ voted }) => voted ?? 0));
  const hidden = year.areas.some(({ voted, noVote }) => voted === null && !noVote);
  return (
    <Section id="areas" title={t.byArea}>
      <div className="stack">
        <BarsTable
          caption={t.byArea}
          captionLook="hidden"
          headers={{ name: t.area, value: t.voted, ...(onRoll ? { second: t.onRoll } : {}), plot: onRoll ? t.plot : t.plotVoted }}
          rows={year.areas.map((area) => ({
            name: areaName(locale, years, area.areaId),
            value: area.noVote ? messages(locale).uncontested.noVote : shown(locale, area.voted, t.tooFew),
            ...(onRoll ? { second: area.electors === null ? (area.noVote ? "–" : t.notKnown) : f.number(area.electors), ...(area.noVote ? {} : { besideBar: shareOf(locale, area) }) } : {}),
            percent: onRoll ? (area.share ?? 0) * 100 : ((area.voted ?? 0) / most) * 100,
          }))}
        />
        <p className="small muted">
          {onRoll ? t.rollNote : t.noRoll} {hidden ? t.hidden : null}
        </p>
      </div>
    </Section>
  );
}

/** Elections of one kind beside each other: a plot of the totals, the same in a table, and each area's line. */
function OverYears({ locale, home, years }: Pick<ElectionEvaluationProps, "locale" | "home" | "years">) {
  const t = messages(locale).electionEvaluation;
  const f = format(locale);
  const all = years.years;
  if (all.length < 2)
    return (
      <Section id="over-years" title={t.overYears}>
        <p>{t.oneYear}</p>
      </Section>
    );
  const rising = [...all].reverse();
  const byShare = rising.every(({ total }) => total.share !== null);
  const valueOf = ({ total }: YearOfElection): string => (byShare ? shareOf(locale, total) : shown(locale, total.voted, t.tooFew));
  const onRoll = all.some(({ total }) => total.electors !== null);
  const sources = rising.flatMap(({ pollingDay, entered }) => (entered === null ? [] : [{ pollingDay, entered }]));
  const held = rising.filter(({ entered }) => entered === null);
  const [first, latest] = [rising[0], rising.at(-1)];
  const areaIds = [...years.areas.keys()].filter((id) => all.some(({ areas }) => areas.some(({ areaId, voted }) => areaId === id && voted !== 0)));
  return (
    <Section id="over-years" title={t.overYears}>
      <div className="stack-l">
        <ColumnChart
          label={t.yearsPlot({ first: first ? valueOf(first) : "", latest: latest ? valueOf(latest) : "" })}
          columns={rising.map((year) => ({ label: year.pollingDay.slice(0, 4), value: valueOf(year), amount: byShare ? (year.total.share ?? 0) * 100 : (year.total.voted ?? 0) }))}
        />
        <DataTable
          caption={t.overYears}
          captionLook="hidden"
          stack
          columns={[
            { key: "election", header: t.election, names: true, cell: ({ slug, title, entered }: YearOfElection) => (entered === null ? <a href={`${home}/elections/${slug}/evaluation`}>{textIn(title, locale).text}</a> : <>{textIn(title, locale).text} <span className="muted">({t.earlier.mark})</span></>) },
            { key: "day", header: t.year, cell: ({ pollingDay }: YearOfElection) => f.date(pollingDay) },
            { key: "voted", header: t.voted, numeric: true, cell: ({ total }: YearOfElection) => shown(locale, total.voted, t.tooFew) },
            ...(onRoll
              ? [
                  { key: "roll", header: t.onRoll, numeric: true, cell: ({ total }: YearOfElection) => shown(locale, total.electors, t.notKnown) },
                  { key: "turnout", header: t.turnout, numeric: true, cell: ({ total }: YearOfElection) => shareOf(locale, total) },
                ]
              : []),
          ]}
          rows={all}
          rowKey={({ engagementId }) => engagementId}
        />
        {sources.length === 0 ? null : (
          <p className="small muted">
            {t.earlier.note} {sources.map(({ pollingDay, entered }) => t.earlier.from({ day: f.date(pollingDay), source: textIn(entered, locale).text })).join(" ")}
          </p>
        )}
        {areaIds.length === 0 ? null : (
          <DataTable
            caption={t.areasOverYears}
            scrollLabel={t.areasOverYears}
            columns={[
              { key: "area", header: t.area, names: true, cell: (areaId: string) => areaName(locale, years, areaId) },
              ...held.map((year) => ({
                key: year.engagementId,
                header: year.pollingDay.slice(0, 4),
                numeric: true,
                cell: (areaId: string) => {
                  const area = year.areas.find((each) => each.areaId === areaId);
                  return area === undefined ? t.notKnown : area.noVote ? messages(locale).uncontested.noVote : byShare ? shareOf(locale, area) : shown(locale, area.voted, t.tooFew);
                },
              })),
            ]}
            rows={areaIds}
            rowKey={(areaId) => areaId}
          />
        )}
        <SchoolsOverYears locale={locale} rising={rising} />
      </div>
    </Section>
  );
}

/** Each school and each year group over the years, by name: a school that took part once has one number. */
function SchoolsOverYears({ locale, rising }: { readonly locale: Locale; readonly rising: readonly YearOfElection[] }) {
  const { electionEvaluation: t, schools: words } = messages(locale);
  const f = format(locale);
  const withSchools = rising.filter(({ schools }) => schools !== null);
  if (withSchools.length < 2) return null;
  const nameOf = (year: YearOfElection, key: string): string => textIn(year.schools?.names.get(key) ?? { en: key, cy: key }, locale).text;
  const lineOf = (line: { readonly voted: number | null; readonly share: number | null } | undefined): string =>
    line === undefined ? t.notThere : line.voted === null ? t.tooFew : line.share === null ? f.number(line.voted) : f.percent(line.share, 1);
  const schools = [...new Set(withSchools.flatMap((year) => (year.schools?.schools ?? []).map(({ key }) => nameOf(year, key))))].sort((one, other) => one.localeCompare(other, locale));
  const groups = [...new Set(withSchools.flatMap((year) => (year.schools?.years ?? []).map(({ key }) => key)))].sort((one, other) => one - other);
  const columns = <Row,>(header: string, name: (row: Row) => string, line: (year: YearOfElection, row: Row) => string) => [
    { key: "name", header, names: true, cell: name },
    ...withSchools.map((year) => ({ key: year.engagementId, header: year.pollingDay.slice(0, 4), numeric: true, cell: (row: Row) => line(year, row) })),
  ];
  return (
    <>
      <DataTable
        caption={t.schoolsOverYears}
        scrollLabel={t.schoolsOverYears}
        columns={columns<string>(words.school, (name) => name, (year, name) => lineOf(year.schools?.schools.find(({ key }) => nameOf(year, key) === name)))}
        rows={schools}
        rowKey={(name) => name}
      />
      <DataTable
        caption={t.groupsOverYears}
        scrollLabel={t.groupsOverYears}
        columns={columns<number>(words.yearGroup, (group) => words.year({ year: group }), (year, group) => lineOf(year.schools?.years.find(({ key }) => key === group)))}
        rows={groups}
        rowKey={String}
      />
    </>
  );
}
