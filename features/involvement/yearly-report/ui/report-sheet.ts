import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { SMALLEST_CELL } from "#domain/consultations/analysis/hide-small-cells.ts";
import { sameStop, stationOf } from "#domain/golden-thread/thread.ts";
import { gapsInWords } from "#features/involvement/duty/ui/gap-words.ts";
import { levelWords, reportedBack, yearWords } from "#features/involvement/duty/ui/words.ts";
import type { YearlyReport } from "#features/involvement/yearly-report/queries.ts";
import { addressOf, standingWords } from "#features/involvement/ui/engagement-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** What stands in a cell or paragraph, and where it leads. */
export interface SheetCell {
  /** What stands before it in the sheet's own language. */
  readonly before?: string;
  readonly text: string;
  /** The language of the text where it is not the sheet's. */
  readonly lang?: Locale;
  readonly href?: string;
}

export interface SheetTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SheetPart {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly SheetCell[];
  readonly points: readonly string[];
  readonly tables: readonly SheetTable[];
}

/** The yearly report in one language, laid out for a page and for a Word document alike. */
export interface ReportSheet {
  readonly lang: Locale;
  readonly council: string;
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly SheetPart[];
  readonly signatures: readonly { readonly name: string; readonly post: string }[];
  readonly made: string;
}

export interface ReportSheetOf {
  readonly locale: Locale;
  readonly council: BilingualText;
  /** The council's own address; in full for a document. */
  readonly home: string;
  readonly report: YearlyReport;
  readonly now: Date;
}

/** What we asked, what people said, what changed, what did not and why, and where we fell short. */
export function reportSheet(given: ReportSheetOf): ReportSheet {
  const { locale, council, report, now } = given;
  const { duty } = report;
  const t = messages(locale).duty.report;
  const say = (text: BilingualText) => textIn(text, locale).text;
  const year = yearWords(locale, duty.wanted.year);
  const { statement } = duty;
  return {
    lang: locale,
    council: say(council),
    title: t.title({ year }),
    lead: t.lead,
    parts: [
      { id: "about", title: t.about, paragraphs: [...(statement ? paragraphsOf(locale, statement.foreword) : []), ...t.aboutText.map((text) => cell(text))], points: [], tables: [] },
      numbersPart(given),
      askedPart(given),
      saidPart(given),
      changedPart(given),
      notChangedPart(given),
      countsPart(given),
      {
        id: "gaps",
        title: t.gaps,
        paragraphs: statement && say(statement.shortfall) !== "" ? paragraphsOf(locale, statement.shortfall) : [],
        points: duty.gaps.length === 0 ? [messages(locale).duty.public.noGaps] : gapsInWords(locale, duty).map(({ words }) => words),
        tables: [],
      },
    ],
    signatures: statement
      ? [
          { name: statement.leaderName, post: say(statement.leaderPost) },
          { name: statement.officerName, post: `${say(statement.officerPost)}. ${messages(locale).duty.public.signed({ date: format(locale).date(statement.signedAt) })}` },
        ]
      : [],
    made: t.made({ date: format(locale).date(now) }),
  };
}

const cell = (text: string, href?: string): SheetCell => (href === undefined ? { text } : { text, href });

/** What somebody wrote, with its language where they did not write in the sheet's. */
function said(locale: Locale, written: BilingualText, href?: string, before?: string): SheetCell {
  const { text, lang } = textIn(written, locale);
  return { ...(before !== undefined && { before }), text, ...(lang !== locale && { lang }), ...(href !== undefined && { href }) };
}

const paragraphsOf = (locale: Locale, written: BilingualText): readonly SheetCell[] => {
  const { text, ...rest } = said(locale, written);
  return text.split(/\n+/).map((each) => ({ text: each, ...rest }));
};

/** A part with one table; where that has no rows it says so. */
const tablePart = (locale: Locale, id: string, title: string, lead: string, head: readonly string[], rows: readonly (readonly SheetCell[])[]): SheetPart => ({
  id,
  title,
  paragraphs: [...(lead === "" ? [] : [cell(lead)]), ...(rows.length === 0 ? [cell(messages(locale).duty.report.nothing)] : [])],
  points: [],
  tables: rows.length === 0 ? [] : [{ caption: title, head, rows }],
});

function numbersPart({ locale, report: { duty, strands } }: ReportSheetOf): SheetPart {
  const { report: t, public: p, counts } = { ...messages(locale).duty, counts: messages(locale).duty.public.counts };
  const f = format(locale);
  const { done, due } = reportedBack(duty);
  const moved = new Set(strands.flatMap(({ to }) => (stationOf(to.kind) === "moved" ? [to.id] : []))).size;
  const rows: readonly (readonly [string, string])[] = [
    [p.needed, f.number(duty.records.length)],
    [counts.engagements, f.number(duty.engagements.length)],
    [p.tookPart, f.number(duty.engagements.reduce((sum, { takenPart }) => sum + takenPart, 0))],
    [p.back, due === 0 ? p.nothingDue : p.backOf({ done, due })],
    [t.moved, f.number(moved)],
  ];
  return tablePart(locale, "numbers", t.numbers, "", [t.figure, t.value], rows.map(([name, value]) => [cell(name), cell(value)]));
}

function askedPart({ locale, home, report: { duty }, now }: ReportSheetOf): SheetPart {
  const words = messages(locale).duty;
  const c = words.public.askedColumns;
  const f = format(locale);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const rows = duty.engagements.map((engagement) => [
    said(locale, engagement.title, addressOf(home, engagement)),
    cell(words.levels[engagement.level]),
    cell(engagement.opensAt && engagement.closesAt ? f.range(londonDay(engagement.opensAt), londonDay(engagement.closesAt)) : ""),
    cell(engagement.areaNames.length === 0 ? words.everywhere : f.list(engagement.areaNames.map(say))),
    cell(f.number(engagement.takenPart)),
    cell(standingWords(locale, engagement, now)),
  ]);
  return tablePart(locale, "asked", words.report.asked, "", [c.what, c.level, c.when, c.where, c.people, c.status], rows);
}

function saidPart({ locale, home, report: { duty, themes, feedback } }: ReportSheetOf): SheetPart {
  const t = messages(locale).duty.report;
  const f = format(locale);
  const engagementOf = (id: string) => duty.engagements.find((each) => each.id === id);
  const rows = [
    ...feedback.map((each) => [said(locale, each.title, addressOf(home, each)), said(locale, each.said), cell(t.none)]),
    ...themes.map((theme) => {
      const engagement = engagementOf(theme.engagementId);
      return [
        engagement ? said(locale, engagement.title, addressOf(home, engagement, true)) : cell(""),
        said(locale, theme.name),
        cell(theme.answers < SMALLEST_CELL ? t.few : f.number(theme.answers)),
      ];
    }),
  ];
  return tablePart(locale, "said", t.said, rows.length === 0 ? "" : t.saidLead, [messages(locale).duty.public.askedColumns.what, t.theme, t.comments], rows);
}

function changedPart({ locale, home, report: { strands, feedback } }: ReportSheetOf): SheetPart {
  const { report: t } = messages(locale).duty;
  const { kinds } = messages(locale).goldenThread;
  const rows = [
    ...feedback.map((each) => [said(locale, each.title, addressOf(home, each)), cell(messages(locale).pages.standing.weDid), said(locale, each.did)]),
    ...strands
      .filter(({ to }) => ["moved", "chose"].includes(stationOf(to.kind)))
      .map(({ from, to, how }) => [said(locale, from.title, `${home}/${from.address}`), said(locale, to.title, `${home}/${to.address}`, `${kinds[to.kind]}: `), how.en + how.cy === "" ? cell(t.byItself) : said(locale, how)]),
  ];
  return tablePart(locale, "changed", t.changed, rows.length === 0 ? "" : t.changedLead, [t.from, t.moved, t.how], rows);
}

function notChangedPart({ locale, home, report: { duty, themes, strands, notFunded } }: ReportSheetOf): SheetPart {
  const words = messages(locale).duty;
  const t = words.report;
  const say = (text: BilingualText) => textIn(text, locale).text;
  const engagementOf = (id: string) => duty.engagements.find((each) => each.id === id);
  const moved = (id: string) => strands.some(({ from }) => sameStop(from, { kind: "theme", id }));
  const rows = [
    ...themes
      .filter(({ id }) => !moved(id))
      .map((theme) => {
        const engagement = engagementOf(theme.engagementId);
        return [cell(`${say(theme.name)}${engagement ? ` (${say(engagement.title)})` : ""}`, engagement ? addressOf(home, engagement, true) : undefined), theme.answer.en + theme.answer.cy === "" ? cell(t.noAnswer) : said(locale, theme.answer)];
      }),
    ...notFunded.flatMap(({ engagementId, projects }) => {
      const engagement = engagementOf(engagementId);
      return engagement ? [[cell(t.notFunded({ count: projects, vote: say(engagement.title) }), addressOf(home, engagement, true)), cell(t.notFundedWhy)]] : [];
    }),
    ...duty.records.filter(({ level }) => level === null).map((record) => [cell(`${say(record.title)}: ${levelWords(locale, record)}`, `${home}/involving-you/records/${record.number}`), said(locale, record.reason)]),
  ];
  return tablePart(locale, "not-changed", t.notChanged, rows.length === 0 ? "" : t.notChangedLead, [t.matter, t.why], rows);
}

function countsPart({ locale, report: { duty } }: ReportSheetOf): SheetPart {
  const words = messages(locale).duty;
  const t = words.public.counts;
  const f = format(locale);
  const say = (text: BilingualText | undefined) => (text ? textIn(text, locale).text : "");
  const shown = (count: number) => cell(count === 0 ? t.none : f.number(count));
  const table = (caption: string, rows: readonly (readonly [string, number])[]): SheetTable => ({ caption, head: [caption, words.report.value], rows: rows.map(([name, count]) => [cell(name), shown(count)]) });
  return {
    id: "counts",
    title: words.report.counts,
    paragraphs: [cell(t.lead)],
    points: [],
    tables: [
      table(t.level, duty.counts.levels.map(({ level, engagements }) => [words.levels[level], engagements])),
      ...(duty.counts.services.length === 0 ? [] : [table(t.service, duty.counts.services.map(({ service, engagements }) => [say(duty.services.find(({ en }) => en === service)) || service, engagements] as const))]),
      table(t.ward, duty.counts.wards.map(({ areaId, engagements }) => [say(duty.wards.find(({ id }) => id === areaId)?.name), engagements])),
      table(t.group, duty.counts.groups.map(({ group, engagements }) => [words.groups[group], engagements])),
    ],
  };
}
