import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { DUTY_GROUPS } from "#domain/involvement/duty.ts";
import { LEVELS } from "#domain/involvement/engagement.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { DutyYear, RecordVersion } from "#features/involvement/duty/queries.ts";
import { addressOf, StandingTag } from "#features/involvement/ui/engagement-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { gapsInWords } from "./gap-words.ts";
import { levelWords, reportedBack, yearWords } from "./words.ts";

export interface RegisterProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly duty: DutyYear;
  readonly now: Date;
  /** The page's address in full, for paper. */
  readonly printedFrom: string;
}

/** The statement of a year and the register behind it, or of one service, ward, group or level. */
export function Register(props: RegisterProps) {
  const { locale, home, duty } = props;
  const t = messages(locale).duty.public;
  const query = queryOf(duty);
  return (
    <div className="stack-xl">
      <div className="stack">
        <p className="printonly">{t.printed({ address: props.printedFrom, date: format(locale).date(props.now) })}</p>
        <PageHead title={t.title} lead={t.lead({ year: yearWords(locale, duty.wanted.year) })}>
          <p className="row noprint">
            <a className="btn btn--line" data-print href={`${home}/involving-you?${query}&print=1`}>
              {t.print}
            </a>
            <a href={`${home}/involving-you/register.csv?${query}`}>{t.csv}</a>
            <a href={`${home}/involving-you/report?year=${duty.wanted.year}`}>{t.report}</a>
            <a href={`${home}/thread`}>{t.thread}</a>
          </p>
        </PageHead>
      </div>
      <Statement {...props} />
      <Numbers {...props} />
      <Section id="register" title={t.register}>
        <div className="stack">
          <Find {...props} />
          <Narrowed {...props} />
          <Records {...props} />
        </div>
      </Section>
      <Section id="asked" title={t.asked}>
        <Engagements {...props} />
      </Section>
      <Shortfalls {...props} />
      <Counts {...props} />
      <Signatures {...props} />
      <p className="noprint">
        <a href={`${home}/involving-you/statutes`}>{t.statutes}</a>
      </p>
    </div>
  );
}

function queryOf({ wanted }: DutyYear): string {
  const given = { year: String(wanted.year), service: wanted.service, ward: wanted.areaId, group: wanted.group, level: wanted.level };
  return new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
}

function Statement({ locale, duty }: RegisterProps) {
  const t = messages(locale).duty.public;
  const foreword = duty.statement ? textIn(duty.statement.foreword, locale) : { text: t.foreword, lang: locale };
  return (
    <Section id="statement" title={t.statement} prose>
      <div lang={foreword.lang === locale ? undefined : foreword.lang}>
        {foreword.text.split(/\n+/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <h3>{t.willTitle}</h3>
      <ol>
        {t.will.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ol>
      <h3>{t.whoTitle}</h3>
      <p>{t.who}</p>
      <h3>{t.lawTitle}</h3>
      <ul>
        {t.law.map((law) => (
          <li key={law}>{law}</li>
        ))}
      </ul>
    </Section>
  );
}

function Numbers({ locale, duty }: RegisterProps) {
  const t = messages(locale).duty.public;
  const f = format(locale);
  const { done, due } = reportedBack(duty);
  const involved = duty.records.filter(({ engagementIds }) => engagementIds.length > 0).length;
  return (
    <Section id="numbers" title={t.numbers({ year: yearWords(locale, duty.wanted.year) })}>
      <Facts
        surface="panel"
        facts={[
          { term: t.needed, figure: f.number(duty.records.length) },
          { term: t.involved, figure: f.number(involved), note: t.ofRecords({ count: duty.records.length }) },
          { term: t.back, figure: due === 0 ? "–" : f.percent(done / due), note: due === 0 ? t.nothingDue : t.backOf({ done, due }) },
          { term: t.tookPart, figure: f.number(duty.engagements.reduce((sum, { takenPart }) => sum + takenPart, 0)) },
        ]}
      />
    </Section>
  );
}

function Find({ locale, home, duty }: RegisterProps) {
  const words = messages(locale).duty;
  const t = words.public;
  const say = (text: BilingualText) => textIn(text, locale).text;
  const all = { value: "", text: t.filters.all };
  return (
    <Filters label={t.find} action={`${home}/involving-you#register`} submit={t.filters.show} many>
      <SelectField name="year" width="full" label={t.filters.year} value={String(duty.wanted.year)} options={duty.years.map((year) => ({ value: String(year), text: yearWords(locale, year) }))} />
      <SelectField name="service" width="full" label={t.filters.service} value={duty.wanted.service ?? ""} options={[all, ...duty.services.map((service) => ({ value: service.en, text: say(service) }))]} />
      <SelectField name="ward" width="full" label={t.filters.ward} value={duty.wanted.areaId ?? ""} options={[all, ...duty.wards.map(({ id, name }) => ({ value: id, text: say(name) }))]} />
      <SelectField name="group" width="full" label={t.filters.group} value={duty.wanted.group ?? ""} options={[all, ...DUTY_GROUPS.map((value) => ({ value, text: words.groups[value] }))]} />
      <SelectField name="level" width="full" label={t.filters.level} value={duty.wanted.level ?? ""} options={[all, ...LEVELS.map((value) => ({ value, text: words.levels[value] })), { value: "none", text: words.noLevel }]} />
    </Filters>
  );
}

/** What of the register is shown, in words: filters do not stand on paper. */
function Narrowed({ locale, duty: { wanted, services, wards } }: RegisterProps) {
  const t = messages(locale).duty;
  const say = (text: BilingualText | undefined) => (text ? textIn(text, locale).text : "");
  const what = [
    wanted.service === null ? "" : say(services.find(({ en }) => en === wanted.service)) || wanted.service,
    wanted.areaId === null ? "" : say(wards.find(({ id }) => id === wanted.areaId)?.name),
    wanted.group === null ? "" : t.groups[wanted.group],
    wanted.level === null ? "" : wanted.level === "none" ? t.noLevel : t.levels[wanted.level],
  ].filter((each) => each !== "");
  return what.length === 0 ? null : <p>{t.public.narrowed({ what: format(locale).list(what) })}</p>;
}

function Records({ locale, home, duty, now }: RegisterProps) {
  const words = messages(locale).duty;
  const t = words.public;
  const f = format(locale);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const held = (record: RecordVersion) => duty.engagements.filter(({ id }) => record.engagementIds.includes(id));
  if (duty.records.length === 0)
    return (
      <EmptyState level={3} title={t.noRecords}>
        {t.noRecordsMore}
      </EmptyState>
    );
  return (
    <DataTable
      caption={t.register}
      captionLook="hidden"
      stack
      rows={duty.records}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "what",
          header: t.columns.what,
          names: true,
          cell: ({ number, title, serviceName }) => (
            <>
              <a href={`${home}/involving-you/records/${number}`}>{say(title)}</a>
              <br />
              <span className="small muted">{say(serviceName)}</span>
            </>
          ),
        },
        { key: "affected", header: t.columns.affected, cell: ({ affected }) => say(affected) },
        {
          key: "how",
          header: t.columns.how,
          cell: (record) => (
            <>
              {levelWords(locale, record)}
              {held(record).length === 0 ? null : (
                <ul className="plain stack-s">
                  {held(record).map((engagement) => (
                    <li key={engagement.id}>
                      <a href={addressOf(home, engagement)}>{say(engagement.title)}</a>
                    </li>
                  ))}
                </ul>
              )}
            </>
          ),
        },
        { key: "when", header: t.columns.when, cell: ({ decidedBy, decidesOn }) => [say(decidedBy), decidesOn === null ? t.notDated : f.date(decidesOn)].filter((each) => each !== "").join(", ") },
        {
          key: "status",
          header: t.columns.status,
          cell: (record) => {
            const [first] = held(record);
            if (first) return <StandingTag locale={locale} engagement={first} now={now} />;
            return <Tag kind={record.level === null ? "closed" : "atRisk"}>{record.level === null ? words.noLevel : t.notYet}</Tag>;
          },
        },
      ]}
    />
  );
}

function Engagements({ locale, home, duty, now }: RegisterProps) {
  const words = messages(locale).duty;
  const t = words.public;
  const f = format(locale);
  if (duty.engagements.length === 0) return <p>{t.noneAsked}</p>;
  return (
    <DataTable
      caption={t.asked}
      captionLook="hidden"
      stack
      rows={duty.engagements}
      rowKey={({ id }) => id}
      columns={[
        { key: "what", header: t.askedColumns.what, names: true, cell: (engagement) => <a href={addressOf(home, engagement)}>{textIn(engagement.title, locale).text}</a> },
        { key: "level", header: t.askedColumns.level, cell: ({ level }) => words.levels[level] },
        { key: "when", header: t.askedColumns.when, cell: ({ opensAt, closesAt }) => (opensAt && closesAt ? f.range(londonDay(opensAt), londonDay(closesAt)) : "") },
        { key: "where", header: t.askedColumns.where, cell: ({ areaNames }) => (areaNames.length === 0 ? words.everywhere : f.list(areaNames.map((name) => textIn(name, locale).text))) },
        { key: "people", header: t.askedColumns.people, numeric: true, cell: ({ takenPart }) => f.number(takenPart) },
        { key: "status", header: t.askedColumns.status, cell: (engagement) => <StandingTag locale={locale} engagement={engagement} now={now} /> },
      ]}
    />
  );
}

function Shortfalls({ locale, home, duty }: RegisterProps) {
  const t = messages(locale).duty.public;
  const gaps = gapsInWords(locale, duty);
  const said = duty.statement ? textIn(duty.statement.shortfall, locale) : { text: "", lang: locale };
  return (
    <Section id="short" title={t.short}>
      <div className="stack">
        {said.text === "" ? null : (
          <Notice kind="warn" title={t.shortSaid}>
            <p lang={said.lang === locale ? undefined : said.lang}>{said.text}</p>
          </Notice>
        )}
        {gaps.length === 0 ? (
          <p>{t.noGaps}</p>
        ) : (
          <ul>
            {gaps.map(({ words, address }) => (
              <li key={words}>{address === null ? words : <a href={`${home}/${address}`}>{words}</a>}</li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

function Counts({ locale, duty }: RegisterProps) {
  const words = messages(locale).duty;
  const t = words.public.counts;
  const f = format(locale);
  const { counts, wards } = duty;
  const table = (caption: string, rows: readonly { readonly name: string; readonly engagements: number }[]) => {
    const most = Math.max(1, ...rows.map(({ engagements }) => engagements));
    return (
      <div>
        <BarsTable
          caption={caption}
          headers={{ name: caption, value: words.report.value, plot: t.engagements }}
          keep
          rows={rows.map(({ name, engagements }) => ({ name, value: engagements === 0 ? t.none : f.number(engagements), percent: (100 * engagements) / most }))}
        />
      </div>
    );
  };
  const say = (text: BilingualText | undefined) => (text ? textIn(text, locale).text : "");
  return (
    <Section id="counts" title={t.title}>
      <p>{t.lead}</p>
      <Grid columns={2}>
        {table(t.level, counts.levels.map(({ level, engagements }) => ({ name: words.levels[level], engagements })))}
        {counts.services.length === 0 ? null : table(t.service, counts.services.map(({ service, engagements }) => ({ name: say(duty.services.find(({ en }) => en === service)) || service, engagements })))}
        {table(t.ward, counts.wards.map(({ areaId, engagements }) => ({ name: say(wards.find(({ id }) => id === areaId)?.name), engagements })))}
        {table(t.group, counts.groups.map(({ group, engagements }) => ({ name: words.groups[group], engagements })))}
      </Grid>
    </Section>
  );
}

function Signatures({ locale, duty: { statement } }: RegisterProps) {
  const t = messages(locale).duty.public;
  if (!statement) return null;
  const say = (text: BilingualText) => textIn(text, locale).text;
  return (
    <div className="grid g2">
      <div className="signature">
        <strong>{statement.leaderName}</strong>
        <br />
        <span className="muted">{say(statement.leaderPost)}</span>
      </div>
      <div className="signature">
        <strong>{statement.officerName}</strong>
        <br />
        <span className="muted">
          {say(statement.officerPost)}. {t.signed({ date: format(locale).date(statement.signedAt) })}. {t.version({ version: statement.version })}
        </span>
      </div>
    </div>
  );
}
