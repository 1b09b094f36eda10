import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { answerLines, shortName } from "#features/consultations/answering/ui/answer-words.ts";
import type { PublishedPage as Listed, PublishedResponse } from "#features/consultations/publishing/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { PublishedWords } from "./published-words.tsx";

export interface PublishedPageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly address: string;
  readonly questions: readonly Question[];
  readonly wards: ReadonlyMap<string, BilingualText>;
  readonly listed: Listed;
  /** How many there are, whatever was asked for. */
  readonly all: number;
  readonly words: string;
  readonly page: number;
}

/** What people wrote, for everybody, with a search. */
export function PublishedPage({ locale, title, address, questions, wards, listed, all, words, page }: PublishedPageProps) {
  const t = messages(locale).publishing.public;
  const f = format(locale);
  const toPage = (number: number) => `${address}?${new URLSearchParams([...(words === "" ? [] : [["q", words]]), ["page", String(number)]]).toString()}`;
  return (
    <div className="stack-l">
      <PageHead kicker={title} title={t.heading} lead={all === 0 ? undefined : t.lead({ count: all, shown: f.number(all) })} />
      {all === 0 ? (
        <EmptyState level={2} title={t.notYet}>
          {t.notYetMore}
        </EmptyState>
      ) : (
        <>
          <p>{t.rules}</p>
          <Filters label={t.find} action={address} submit={t.search}>
            <TextField name="q" type="search" label={t.words} hint={t.hint} value={words} maxLength={200} />
          </Filters>
          {words === "" ? null : (
            <p role="status">
              {t.found({ count: listed.total, shown: f.number(listed.total) })}. <a href={address}>{t.all}</a>
            </p>
          )}
          {listed.responses.length === 0 ? (
            <EmptyState level={2} title={t.none}>
              {t.noneMore}
            </EmptyState>
          ) : (
            listed.responses.map((response) => <PublishedOne key={response.number} locale={locale} response={response} questions={questions} wards={wards} address={address} />)
          )}
          <Pagination label={t.pages} pageWord={t.page} current={page} pages={Math.ceil(listed.total / listed.toAPage)} href={toPage} previous={t.previous} next={t.next} />
        </>
      )}
    </div>
  );
}

export interface PublishedOneProps {
  readonly locale: Locale;
  readonly response: PublishedResponse;
  readonly questions: readonly Question[];
  readonly wards: ReadonlyMap<string, BilingualText>;
  /** Of the list; each response stands below it under its number. */
  readonly address: string;
  /** It is the whole page. */
  readonly alone?: boolean;
}

/** One published response under its public number. */
export function PublishedOne({ locale, response, questions, wards, address, alone }: PublishedOneProps) {
  const t = messages(locale).publishing.public;
  const number = format(locale).number(response.number);
  const name = t.number({ number });
  const shown = questions.flatMap((question) => {
    const answer = response.answers.find(({ questionCode }) => questionCode === question.code);
    return answer ? [{ question, answer }] : [];
  });
  return (
    <Section id={`response-${response.number}`} hideTitle={alone} title={alone ? name : <a href={`${address}/${response.number}`}>{name}</a>} surface="card">
      <div className="stack">
        <p className="small muted">{response.organisationName || t.person}</p>
        <SummaryList
          rows={shown.map(({ question, answer }) => ({
            term: shortName(question, locale),
            answer: (
              <div className="stack-s">
                {answerLines(question, answer.chosen, { locale, wards }).map((line, at) => (
                  <p key={at}>{line}</p>
                ))}
                {answer.parts ? <PublishedWords locale={locale} parts={answer.parts} lang={response.language} /> : null}
              </div>
            ),
          }))}
        />
      </div>
    </Section>
  );
}
