import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Asked, Totals } from "#features/consultations/analysis/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { Overview, type QuestionCounted } from "./overview.tsx";

export interface PublicResultsProps {
  readonly locale: Locale;
  readonly title: string;
  readonly address: string;
  readonly asked: Asked;
  readonly totals: Totals;
  readonly questions: readonly QuestionCounted[];
  /** The themes found in what people wrote, by the question's code, already drawn. */
  readonly themes: ReadonlyMap<string, ReactNode>;
  /** Where people marked something on a map, by the question's code, already drawn. */
  readonly maps: ReadonlyMap<string, ReactNode>;
  /** How the council stands with its answer, already drawn. */
  readonly answer: ReactNode;
  /** We asked, you said, we did, already drawn; nothing before. */
  readonly feedback: ReactNode;
  /** The golden threads from here, already drawn; nothing where nothing has come of it yet. */
  readonly thread: ReactNode;
  /** How it comes out without what is counted apart, already drawn; nothing where nothing is. */
  readonly apart: ReactNode;
  /** Where single answers can be read; null where none is published. */
  readonly responsesAt: string | null;
}

/** What people answered, for everybody: small numbers hidden, nothing about a person, nothing that was asked not to be published. */
export function PublicResults({ locale, title, address, asked, totals, questions, themes, maps, answer, feedback, thread, apart, responsesAt }: PublicResultsProps) {
  const t = messages(locale).analysis;
  const f = format(locale);
  const shown = questions.filter(({ question }) => !question.personal && !question.notPublished && question.type !== "consent");
  return (
    <div className="stack-xl">
      <PageHead title={t.resultsOf({ title })} lead={totals.first && totals.last ? t.publicLead({ count: f.number(totals.responses), first: f.date(totals.first), last: f.date(totals.last) }) : undefined} />
      {answer}
      {feedback}
      {totals.responses === 0 ? <p>{t.none}</p> : <Overview locale={locale} asked={asked} questions={shown} hide themes={themes} maps={maps} />}
      {apart}
      {responsesAt === null ? null : (
        <p>
          <a href={responsesAt}>{messages(locale).publishing.public.link}</a>
        </p>
      )}
      {thread}
      <Section id="data" title={t.files.title} surface="panel">
        <ul>
          <li>
            <a href={`${address}/report`}>{t.files.report}</a>
          </li>
          <li>
            <a href={`${address}/open.csv`}>{t.files.open}</a>: {t.files.openLead}
          </li>
          <li>
            <a href={`${address}/codebook.csv`}>{t.files.codebook}</a>
          </li>
          {maps.size === 0 ? null : (
            <li>
              <a href={`${address}/places.geojson`}>{messages(locale).mapAnswers.squaresFile}</a>
            </li>
          )}
        </ul>
      </Section>
    </div>
  );
}
