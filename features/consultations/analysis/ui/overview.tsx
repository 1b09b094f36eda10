import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { hideSmallCounts } from "#domain/basics/small-counts.ts";
import { isSeveral, type Dimension } from "#domain/consultations/analysis/dimensions.ts";
import { SMALLEST_CELL } from "#domain/consultations/analysis/hide-small-cells.ts";
import { surveyText, type Question } from "#domain/consultations/survey.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Asked, Counted, NumbersInView } from "#features/consultations/analysis/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { dimensionName, optionName, questionName, valueName, valuesInOrder } from "./words.ts";

/** What was counted for one question. */
export interface QuestionCounted {
  readonly question: Question;
  readonly counted: readonly { readonly dimension: Dimension; readonly counts: Counted }[];
  readonly numbers: NumbersInView | null;
  readonly amounts: { readonly answered: number; readonly means: ReadonlyMap<string, number> } | null;
  /** Responses that wrote something. */
  readonly written: number;
}

export interface OverviewProps {
  readonly locale: Locale;
  readonly asked: Asked;
  readonly questions: readonly QuestionCounted[];
  /** Whether small numbers are hidden, as for everybody. */
  readonly hide: boolean;
  /** Where what people wrote is read, before the question's code; absent for everybody. */
  readonly writtenAt?: string;
  /** The themes found in what people wrote, by the question's code, already drawn. */
  readonly themes?: ReadonlyMap<string, ReactNode>;
  /** Where people marked something on a map, by the question's code, already drawn. */
  readonly maps?: ReadonlyMap<string, ReactNode>;
}

/** Every question with its answers: a chart that is a table, or what can be said of words and numbers. */
export function Overview({ locale, asked, questions, hide, writtenAt, themes, maps }: OverviewProps) {
  return (
    <div className="stack-xl">
      {questions.map((each) => (
        <Section key={each.question.code} id={`q-${each.question.code}`} title={surveyText(each.question.text, locale).text}>
          <div className="stack">
            {each.counted.map(({ dimension, counts }) => (
              <Counts key={dimension.key} locale={locale} dimension={dimension} counts={counts} asked={asked} hide={hide} />
            ))}
            {each.question.type === "number" ? <Numbers locale={locale} question={each.question} numbers={each.numbers} hide={hide} /> : null}
            {each.amounts ? <Amounts locale={locale} question={each.question} amounts={each.amounts} hide={hide} /> : null}
            {each.written > 0 && !maps?.has(each.question.code) && !(hide && each.written < SMALLEST_CELL) ? <p className="small">{messages(locale).analysis.written({ count: each.written, shown: format(locale).number(each.written) })}</p> : null}
            {writtenAt && each.written > 0 && ["short-text", "long-text"].includes(each.question.type) ? (
              <p>
                <a href={`${writtenAt}/${each.question.code}`}>
                  {messages(locale).coding.read}
                  <span className="vh">: {questionName(locale, each.question)}</span>
                </a>
              </p>
            ) : null}
            {themes?.get(each.question.code)}
            {maps?.get(each.question.code)}
            {each.counted.length === 0 && each.written === 0 && !each.numbers && !each.amounts ? <p className="muted">{messages(locale).analysis.nobody}</p> : null}
          </div>
        </Section>
      ))}
    </div>
  );
}

interface CountsProps {
  readonly locale: Locale;
  readonly dimension: Dimension;
  readonly counts: Counted;
  readonly asked: Asked;
  readonly hide: boolean;
}

function Counts({ locale, dimension, counts: { answered, counts }, asked, hide }: CountsProps) {
  const t = messages(locale).analysis;
  const f = format(locale);
  const known = valuesInOrder(dimension, asked.wards);
  const values = [...known.filter((value) => dimension.by !== "ward" || counts.has(value)), ...[...counts.keys()].filter((value) => !known.includes(value))];
  if (answered === 0) return <p className="muted">{t.nobody}</p>;
  if (hide && answered < SMALLEST_CELL) return <p>{t.tooFew}</p>;
  const lines = values.map((value) => ({ key: value, count: counts.get(value) ?? 0 }));
  const shown = hide ? hideSmallCounts(lines, SMALLEST_CELL) : lines;
  const share = (count: number): string => f.percent(count / answered);
  const ranking = dimension.by === "question" && dimension.question.type === "ranking";
  return (
    <div>
      <BarsTable
        caption={ranking ? t.first : dimensionName(locale, dimension)}
        captionLook={ranking || (dimension.by === "question" && dimension.row !== null) || dimension.by === "ward" ? "small" : "hidden"}
        headers={{ name: t.answer, value: t.people, second: t.share, plot: t.share }}
        rows={shown.map(({ key, count }) => ({
          name: valueName(locale, dimension, key, asked),
          value: count === null ? <span className="muted">{t.hidden}</span> : f.number(count),
          second: count === null ? "" : share(count),
          percent: count === null ? 0 : (100 * count) / answered,
        }))}
      />
      <p className="small muted">
        {t.answered({ count: answered, shown: f.number(answered) })} {isSeveral(dimension) ? t.several : ""}
      </p>
      {shown.some(({ count }) => count === null) ? <p className="small muted">{t.hiddenWhy}</p> : null}
    </div>
  );
}

function Numbers({ locale, question, numbers, hide }: { readonly locale: Locale; readonly question: Question; readonly numbers: NumbersInView | null; readonly hide: boolean }) {
  const t = messages(locale).analysis;
  const f = format(locale);
  if (numbers === null) return <p className="muted">{t.nobody}</p>;
  if (hide && numbers.answered < SMALLEST_CELL) return <p>{t.tooFew}</p>;
  const unit = question.type === "number" ? surveyText(question.unit, locale).text : "";
  const words = (value: number): string => `${f.number(Math.round(value * 100) / 100)}${unit === "" ? "" : ` ${unit}`}`;
  // The least and the greatest are one person's each: they are said to officers only.
  return (
    <p>
      {hide
        ? `${t.average}: ${words(numbers.mean)}.`
        : t.numbers({ mean: words(numbers.mean), median: words(numbers.median), least: words(numbers.least), greatest: words(numbers.greatest) })}{" "}
      {t.answered({ count: numbers.answered, shown: f.number(numbers.answered) })}
    </p>
  );
}

function Amounts({ locale, question, amounts: { answered, means }, hide }: { readonly locale: Locale; readonly question: Question; readonly amounts: NonNullable<QuestionCounted["amounts"]>; readonly hide: boolean }) {
  const t = messages(locale).analysis;
  const f = format(locale);
  if (question.type !== "budget") return null;
  if (answered === 0) return <p className="muted">{t.nobody}</p>;
  if (hide && answered < SMALLEST_CELL) return <p>{t.tooFew}</p>;
  const words = (mean: number): string => (question.unit === "pounds" ? f.money(Math.round(mean)) : f.number(Math.round(mean * 10) / 10));
  return (
    <div>
      <BarsTable
        caption={questionName(locale, question)}
        captionLook="hidden"
        headers={{ name: t.answer, value: t.average, plot: t.share }}
        rows={question.options.map(({ code }) => ({ name: optionName(locale, question, code), value: words(means.get(code) ?? 0), percent: (100 * (means.get(code) ?? 0)) / question.total }))}
      />
      <p className="small muted">{t.answered({ count: answered, shown: f.number(answered) })}</p>
    </div>
  );
}
