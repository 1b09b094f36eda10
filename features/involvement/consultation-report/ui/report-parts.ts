import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { hideSmallCounts } from "#domain/basics/small-counts.ts";
import { isSeveral, type Dimension } from "#domain/consultations/analysis/dimensions.ts";
import { SMALLEST_CELL } from "#domain/consultations/analysis/hide-small-cells.ts";
import { mayTellBoth } from "#domain/consultations/register/signs.ts";
import { surveyText, type SurveyText } from "#domain/consultations/survey.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import type { Counted } from "#features/consultations/analysis/queries.ts";
import { dimensionName, optionName, questionName, valueName, valuesInOrder } from "#features/consultations/analysis/ui/words.ts";
import { placesInWords } from "#features/consultations/map-answers/ui/places-found.tsx";
import type { ConsultationReport } from "#features/involvement/consultation-report/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** A bar with its number beside it. */
export interface ReportBar {
  readonly name: string;
  readonly value: string;
  readonly second: string;
  /** How far the bar goes, 0 to 100. */
  readonly percent: number;
}

/** A piece of the report, the same on a page, on paper and in a document. */
export type ReportBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "facts"; readonly rows: readonly { readonly term: string; readonly answer: string }[] }
  | { readonly kind: "bars"; readonly caption: string; /** The heading before it says the same. */ readonly plain?: boolean; readonly head: readonly [string, string, string]; readonly rows: readonly ReportBar[] }
  | { readonly kind: "table"; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface ReportPart {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export interface ReportInWords {
  readonly lang: Locale;
  readonly council: string;
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly ReportPart[];
}

/** The report of a consultation in one language. Small numbers are hidden in every table, whoever reads it. */
export function reportInWords(locale: Locale, council: CouncilInView, report: ConsultationReport): ReportInWords {
  const t = messages(locale).consultationReport;
  const f = format(locale);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const parts: readonly ReportPart[] = [
    { id: "about", title: t.about, blocks: aboutIt(locale, report) },
    { id: "who", title: t.who, blocks: whoAnswered(locale, report) },
    { id: "answers", title: t.answers, blocks: report.questions.flatMap((each) => questionBlocks(locale, report, each)) },
    { id: "sources", title: t.sources, blocks: report.bySource.length === 0 ? [] : [paragraph(t.sourcesLead), ...report.bySource.flatMap((each) => crossBlocks(locale, report, each, caption(locale, each)))] },
    { id: "apart", title: messages(locale).signs.report.title, blocks: apartBlocks(locale, report) },
    { id: "groups", title: t.groups, blocks: groupBlocks(locale, report) },
    { id: "compared", title: t.compared, blocks: report.comparisons.flatMap(({ name, narrowed, found }) => crossBlocks(locale, report, found, [say(name), ...narrowedWords(locale, narrowed)].join(": "))) },
    { id: "findings", title: t.findings, blocks: findings(locale, report) },
    { id: "decision", title: t.decision, blocks: decisionBlocks(locale, report) },
    { id: "method", title: t.method, blocks: [{ kind: "list", items: t.methodNotes }] },
  ];
  return {
    lang: locale,
    council: say(council.name),
    title: t.title({ title: say(report.title) }),
    lead: report.totals.first && report.totals.last ? t.lead({ count: report.totals.responses, shown: f.number(report.totals.responses), first: f.date(report.totals.first), last: f.date(report.totals.last) }) : t.nobody,
    parts: parts.filter(({ blocks }) => blocks.length > 0),
  };
}

const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", text });
const note = (text: string): ReportBlock => ({ kind: "note", text });
const heading = (text: string): ReportBlock => ({ kind: "heading", text });
const linesOf = (text: SurveyText, locale: Locale): readonly string[] => surveyText(text, locale).text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

function aboutIt(locale: Locale, report: ConsultationReport): readonly ReportBlock[] {
  const t = messages(locale).consultationReport;
  const start = messages(locale).answering.start;
  const f = format(locale);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const facts = [
    { term: start.decision, answer: say(report.decision) },
    { term: start.decidedBy, answer: say(report.decidedBy) },
    { term: start.affected, answer: say(report.affected) },
    { term: t.when, answer: report.opensAt && report.closesAt ? f.range(report.opensAt, report.closesAt) : "" },
    { term: t.basis, answer: report.statutoryBasis },
  ].filter(({ answer }) => answer !== "");
  const section = (title: string, lines: readonly string[]): readonly ReportBlock[] => (lines.length === 0 ? [] : [heading(title), { kind: "list", items: lines }]);
  return [
    paragraph(say(report.summary)),
    ...(report.survey ? linesOf(report.survey.start.why, locale).map(paragraph) : []),
    { kind: "facts", rows: facts },
    ...(report.survey ? [...section(start.can, linesOf(report.survey.start.canChange, locale)), ...section(start.cannot, linesOf(report.survey.start.cannotChange, locale))] : []),
    ...section(
      start.changes,
      report.changes.map(({ what, reason, changedAt }) => `${f.date(changedAt)}: ${say(what)} ${say(reason)}`),
    ),
    ...(report.versions > 1 ? [note(t.versions({ count: report.versions }))] : []),
  ];
}

function whoAnswered(locale: Locale, report: ConsultationReport): readonly ReportBlock[] {
  const t = messages(locale).consultationReport;
  const blocks: ReportBlock[] = [paragraph(t.chosen)];
  for (const { dimension, counts } of report.traits) if (dimension.by !== "equality") blocks.push(...barsOf(locale, report, dimension, counts));
  if (report.wards) {
    const { dimension, counts } = report.wards;
    const people = report.asked.wards.reduce((sum, { population }) => sum + (population ?? 0), 0);
    const f = format(locale);
    const shown = hideSmallCounts(report.asked.wards.map(({ id }) => ({ key: id, count: counts.counts.get(id) ?? 0 })), SMALLEST_CELL);
    if (counts.answered >= SMALLEST_CELL)
      blocks.push({
        kind: "table",
        caption: dimensionName(locale, dimension),
        head: [messages(locale).analysis.dimensions.ward, messages(locale).analysis.people, messages(locale).analysis.share, t.ofPeople],
        rows: shown.map(({ key, count }) => {
          const population = report.asked.wards.find(({ id }) => id === key)?.population ?? null;
          const small = messages(locale).analysis.hidden;
          return [valueName(locale, dimension, key, report.asked), count === null ? small : f.number(count), count === null ? "" : f.percent(count / counts.answered), population === null || people === 0 ? "" : f.percent(population / people)];
        }),
      });
  }
  return blocks;
}

/** What is counted apart and why, and how each question comes out with and without it, in whole per cents. */
function apartBlocks(locale: Locale, { apart, withAndWithout, asked }: ConsultationReport): readonly ReportBlock[] {
  if (apart.responses === 0) return [];
  const { signs } = messages(locale);
  const t = signs.report;
  const f = format(locale);
  const told = withAndWithout.filter(({ all, without }) => mayTellBoth(all.answered, without.answered));
  const share = (count: number | undefined, answered: number): string => f.percent(answered === 0 ? 0 : Math.round((100 * (count ?? 0)) / answered) / 100);
  return [
    paragraph(t.lead({ count: apart.responses, shown: f.number(apart.responses) })),
    { kind: "list", items: apart.groups.map(({ kind, responses, reason }) => `${t.group({ kind: signs.kinds[kind], count: responses })}: ${reason}`) },
    ...told.map(({ dimension, all, without }): ReportBlock => ({
      kind: "table",
      caption: dimensionName(locale, dimension),
      head: [t.answer, t.with, t.without],
      rows: valuesInOrder(dimension, asked.wards).map((value) => [valueName(locale, dimension, value, asked), share(all.counts.get(value), all.answered), share(without.counts.get(value), without.answered)]),
    })),
    ...(told.length < withAndWithout.length ? [note(t.hidden)] : []),
  ];
}

function groupBlocks(locale: Locale, report: ConsultationReport): readonly ReportBlock[] {
  const groups = report.traits.filter(({ dimension, counts }) => dimension.by === "equality" && counts.answered > 0);
  return groups.length === 0 ? [] : [paragraph(messages(locale).consultationReport.groupsLead), ...groups.flatMap(({ dimension, counts }) => barsOf(locale, report, dimension, counts))];
}

/** A chart that is a table, small numbers hidden. */
function barsOf(locale: Locale, { asked }: ConsultationReport, dimension: Dimension, { answered, counts }: Counted): readonly ReportBlock[] {
  const t = messages(locale).analysis;
  const f = format(locale);
  const name = dimension.by === "question" && dimension.question.type === "ranking" ? `${dimensionName(locale, dimension)}: ${t.first}` : dimensionName(locale, dimension);
  if (answered === 0) return [note(`${name}: ${t.nobody}`)];
  if (answered < SMALLEST_CELL) return [note(`${name}: ${t.tooFew}`)];
  const known = valuesInOrder(dimension, asked.wards);
  const values = [...known.filter((value) => dimension.by === "question" || counts.has(value)), ...[...counts.keys()].filter((value) => !known.includes(value))];
  const shown = hideSmallCounts(values.map((value) => ({ key: value, count: counts.get(value) ?? 0 })), SMALLEST_CELL);
  return [
    {
      kind: "bars",
      caption: name,
      plain: dimension.by === "question" && dimension.row === null && dimension.question.type !== "ranking",
      head: [t.answer, t.people, t.share],
      rows: shown.map(({ key, count }) => ({ name: valueName(locale, dimension, key, asked), value: count === null ? t.hidden : f.number(count), second: count === null ? "" : f.percent(count / answered), percent: count === null ? 0 : (100 * count) / answered })),
    },
    note([t.answered({ count: answered, shown: f.number(answered) }), ...(isSeveral(dimension) ? [t.several] : [])].join(" ")),
  ];
}

function questionBlocks(locale: Locale, report: ConsultationReport, { question, counted, numbers, amounts, written }: ConsultationReport["questions"][number]): readonly ReportBlock[] {
  const t = messages(locale).analysis;
  const f = format(locale);
  const blocks: ReportBlock[] = counted.filter(({ dimension }) => dimension.by !== "ward").flatMap(({ dimension, counts }) => [...barsOf(locale, report, dimension, counts)]);
  if (numbers && numbers.answered >= SMALLEST_CELL) {
    const unit = question.type === "number" ? surveyText(question.unit, locale).text : "";
    blocks.push(paragraph(`${t.average}: ${f.number(Math.round(numbers.mean * 100) / 100)}${unit === "" ? "" : ` ${unit}`}. ${t.answered({ count: numbers.answered, shown: f.number(numbers.answered) })}`));
  }
  if (amounts && question.type === "budget" && amounts.answered >= SMALLEST_CELL) {
    const words = (mean: number): string => (question.unit === "pounds" ? f.money(Math.round(mean)) : f.number(Math.round(mean * 10) / 10));
    blocks.push({
      kind: "bars",
      caption: questionName(locale, question),
      plain: true,
      head: [t.answer, t.average, t.share],
      rows: question.options.map(({ code }) => {
        const mean = amounts.means.get(code) ?? 0;
        return { name: optionName(locale, question, code), value: words(mean), second: f.percent(mean / question.total), percent: (100 * mean) / question.total };
      }),
    });
  }
  const places = report.places.get(question.code);
  if (places && places.people >= SMALLEST_CELL) {
    const { note: how, rows, ...table } = placesInWords(locale, questionName(locale, question), report.areas, places);
    blocks.push(note(how), ...(rows.length === 0 ? [] : [{ kind: "table" as const, ...table, rows }]));
  }
  else if (written >= SMALLEST_CELL) blocks.push(note(t.written({ count: written, shown: f.number(written) })));
  if (blocks.length === 0) blocks.push(note(written === 0 && counted.length === 0 && numbers === null && amounts === null ? t.nobody : t.tooFew));
  return [heading(surveyText(question.text, locale).text), ...blocks];
}

type Compared = ConsultationReport["bySource"][number];

const caption = (locale: Locale, { row, column }: Compared): string => messages(locale).analysis.compare.caption({ rows: dimensionName(locale, row), columns: dimensionName(locale, column) });

function narrowedWords(locale: Locale, narrowed: ConsultationReport["comparisons"][number]["narrowed"]): readonly string[] {
  const values = messages(locale).analysis.values;
  const apart = narrowed.apart === "" ? [] : [messages(locale).signs.report.leftOut];
  const words = (["channel", "respondent", "source"] as const).flatMap((name) => (narrowed[name] === "" ? [] : [(values[name] as Readonly<Record<string, string>>)[narrowed[name]] ?? narrowed[name]]));
  return [...words, ...apart];
}

function crossBlocks(locale: Locale, { asked }: ConsultationReport, { row, column, table }: Compared, title: string): readonly ReportBlock[] {
  const t = messages(locale).analysis;
  const f = format(locale);
  if (table === null) return [note(`${title}: ${t.tooFew}`)];
  if (table.total === 0) return [];
  // A share beside its count would tell a total that is hidden.
  const cell = (count: number | null | undefined, of: number | null): string => (count === null || count === undefined ? t.hidden : of === null ? f.number(count) : t.compare.cell({ count: f.number(count), share: f.percent(of === 0 ? 0 : count / of) }));
  return [
    {
      kind: "table",
      caption: title,
      head: [dimensionName(locale, row), ...table.columns.map((value) => valueName(locale, column, value, asked)), t.compare.total],
      rows: table.rows.map((value, at) => {
        const total = table.rowTotals[at] ?? null;
        return [valueName(locale, row, value, asked), ...table.columns.map((_, place) => cell(table.cells[at]?.[place], total)), total === null ? t.hidden : f.number(total)];
      }),
    },
  ];
}

/** What came up in people's own words, and how often. */
function findings(locale: Locale, report: ConsultationReport): readonly ReportBlock[] {
  const t = messages(locale).coding.public;
  const f = format(locale);
  return report.themes.flatMap(({ questionCode, written, themes }): readonly ReportBlock[] => {
    const question = report.asked.questions.find(({ code }) => code === questionCode);
    const shown = themes.filter(({ answers }) => answers > 0);
    if (!question || question.notPublished || question.personal || shown.length === 0) return [];
    return [
      {
        kind: "bars",
        caption: questionName(locale, question),
        head: [t.theme, t.comments, messages(locale).analysis.share],
        rows: shown.map(({ name, answers }) => {
          const small = answers < SMALLEST_CELL;
          return { name: textIn(name, locale).text, value: small ? messages(locale).analysis.hidden : f.number(answers), second: small ? "" : f.percent(answers / written), percent: small ? 0 : (100 * answers) / written };
        }),
      },
      note(t.how({ count: f.number(written) })),
    ];
  });
}

/** What the council says to each theme once it has decided, and what was done. */
function decisionBlocks(locale: Locale, report: ConsultationReport): readonly ReportBlock[] {
  if (!["decided", "fed-back", "archived"].includes(report.state)) return [];
  const t = messages(locale);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const answers = report.themes.flatMap(({ themes }) => themes.filter(({ answer }) => say(answer).trim() !== "").map(({ name, answer }) => ({ term: say(name), answer: say(answer) })));
  const { asked, said, did } = t.workspace.feedback;
  return [
    ...(report.decidedAt ? [paragraph(t.consultationReport.decidedOn({ date: format(locale).date(report.decidedAt) }))] : []),
    ...(answers.length > 0 ? [heading(t.coding.public.answers), { kind: "facts" as const, rows: answers }] : []),
    ...(report.feedback ? [heading(t.workspace.feedback.title), { kind: "facts" as const, rows: [{ term: asked, answer: say(report.feedback.asked) }, { term: said, answer: say(report.feedback.said) }, { term: did, answer: say(report.feedback.did) }] }] : []),
  ];
}
