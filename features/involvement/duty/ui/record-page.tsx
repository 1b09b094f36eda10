import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { RecordVersion } from "#features/involvement/duty/queries.ts";
import type { StatuteInView } from "#features/involvement/statutes/queries.ts";
import { addressOf, StandingTag } from "#features/involvement/ui/engagement-list.tsx";
import type { EngagementOnHub } from "#features/involvement/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { GapInWords } from "./gap-words.ts";
import { levelWords } from "./words.ts";

export interface RecordPageProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  /** The newest first. */
  readonly versions: readonly [RecordVersion, ...RecordVersion[]];
  readonly engagements: readonly EngagementOnHub[];
  readonly wards: readonly { readonly id: string; readonly name: BilingualText }[];
  /** The statute it names; null where it names none. */
  readonly statute: StatuteInView | null;
  readonly gaps: readonly GapInWords[];
  readonly now: Date;
  readonly printedFrom: string;
}

/** One duty record: the statement for a decision or a function, to read and to print. */
export function RecordPage({ locale, home, versions: [record, ...earlier], engagements, wards, statute, gaps, now, printedFrom }: RecordPageProps) {
  const words = messages(locale).duty;
  const t = words.recordPage;
  const f = format(locale);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const places = wards.filter(({ id }) => record.areaIds.includes(id)).map(({ name }) => say(name));
  return (
    <div className="stack-xl">
      <div className="stack">
        <p className="printonly">{words.public.printed({ address: printedFrom, date: f.date(now) })}</p>
        <PageHead kicker={t.kicker({ number: record.number, subject: words.subjects[record.subject] })} title={say(record.title)} lead={t.lead} />
      </div>
      <SummaryList
        rows={[
          { term: t.affected, answer: say(record.affected) },
          { term: t.groups, answer: f.list(record.groups.map((group) => words.groups[group])) },
          { term: t.where, answer: places.length === 0 ? words.everywhere : f.list(places) },
          { term: t.level, answer: levelWords(locale, record) },
          { term: record.level === null ? t.reasonNone : t.reason, answer: say(record.reason) },
          ...(statute ? [{ term: t.statute, answer: `${say(statute.title)}. ${say(statute.statute)}. ${statute.minimumDays === null ? t.noMinimum : t.atLeast({ time: words.weeks({ days: statute.minimumDays }) })}` }] : []),
          ...(record.statutoryBasis === "" ? [] : [{ term: messages(locale).drafting.details.statutoryBasis, answer: record.statutoryBasis }]),
          { term: t.service, answer: say(record.serviceName) },
          ...(say(record.decidedBy) === "" ? [] : [{ term: t.decidedBy, answer: say(record.decidedBy) }]),
          { term: t.decidesOn, answer: record.decidesOn === null ? words.public.notDated : f.date(record.decidesOn) },
        ]}
      />
      <Section id="engagements" title={t.engagements}>
        {engagements.length === 0 ? (
          <p>{record.level === null ? words.noLevel : t.none}</p>
        ) : (
          <ul className="stack">
            {engagements.map((engagement) => (
              <li key={engagement.id}>
                <a href={addressOf(home, engagement)}>{say(engagement.title)}</a> <StandingTag locale={locale} engagement={engagement} now={now} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {gaps.length === 0 ? null : (
        <Section id="short" title={t.short}>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.words}>{gap.words}</li>
            ))}
          </ul>
        </Section>
      )}
      <p className="signature">
        {t.signature({ name: record.signedName, post: record.signedPost, date: f.date(record.signedAt) })}. {words.public.version({ version: record.version })}.
      </p>
      {earlier.length === 0 ? null : (
        <Section id="versions" title={t.versions}>
          <div className="stack">
            <p>{t.versionsLead}</p>
            <DataTable
              caption={t.versions}
              captionLook="hidden"
              stack
              rows={[record, ...earlier]}
              rowKey={({ version }) => String(version)}
              columns={[
                { key: "version", header: t.version, cell: ({ version }) => f.number(version) },
                { key: "level", header: t.level, cell: (each) => levelWords(locale, each) },
                { key: "reason", header: t.reason, cell: ({ reason }) => say(reason) },
                { key: "because", header: t.because, cell: ({ changedBecause }) => changedBecause },
                { key: "signed", header: t.signed, cell: ({ signedName, signedAt }) => words.public.by({ who: signedName, date: f.date(signedAt) }) },
              ]}
            />
          </div>
        </Section>
      )}
    </div>
  );
}
