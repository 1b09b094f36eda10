import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { EventInView, QuestionShown, Written } from "#features/elections/hustings/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface HustingsPageProps {
  readonly locale: Locale;
  readonly kicker: string;
  /** The page's own address, and where a candidate's page lies. */
  readonly address: string;
  readonly candidateAddress: (contestId: string, number: number) => string;
  readonly contests: readonly { readonly id: string; readonly slug: string; readonly name: BilingualText }[];
  readonly events: readonly EventInView[];
  readonly questions: readonly QuestionShown[];
  /** Questions are taken now. */
  readonly open: boolean;
  /** Everything of the candidates has been taken down. */
  readonly removed: boolean;
  readonly phone: string;
}

/** Where to meet the candidates, and what each of them answers to what people ask. */
export function HustingsPage({ locale, kicker, address, candidateAddress, contests, events, questions, open, removed, phone }: HustingsPageProps) {
  const t = messages(locale).hustings;
  return (
    <div className="stack-xl">
      <div className="stack">
        <PageHead kicker={kicker} title={t.title} lead={open ? t.lead : t.leadOver} />
        {open ? (
          <ButtonLink href={`${address}/ask`} forward>
            {t.ask}
          </ButtonLink>
        ) : removed ? null : (
          <p>{t.closed}</p>
        )}
        {removed ? null : <p className="small muted">{t.read}</p>}
      </div>
      <Section id="events" title={t.events}>
        {events.length === 0 ? <p className="muted">{t.noEvents}</p> : <Events locale={locale} events={events} />}
        {phone === "" || events.length === 0 ? null : <p>{t.needs({ phone })}</p>}
      </Section>
      {removed ? (
        <p>{t.removed}</p>
      ) : (
        contests.map((contest) => {
          const here = questions.filter(({ contestId }) => contestId === contest.id);
          return (
            <Section key={contest.id} id={contests.length > 1 ? `questions-${contest.slug}` : "questions"} title={contests.length > 1 ? t.questionsBy({ contest: textIn(contest.name, locale).text }) : t.questions}>
              {here.length === 0 ? <p className="muted">{open ? t.noQuestionsYet : t.noQuestions}</p> : <Questions locale={locale} questions={here} candidateAddress={candidateAddress} />}
            </Section>
          );
        })
      )}
    </div>
  );
}

function Events({ locale, events }: Pick<HustingsPageProps, "locale" | "events">) {
  const t = messages(locale).hustings;
  return (
    <ul className="plain stack">
      {events.map((event) => {
        const access = textIn(event.access, locale);
        const place = textIn(event.place, locale).text;
        return (
          <li key={event.id}>
            <Card className="stack-s">
              <h3>{textIn(event.title, locale).text}</h3>
              {event.cancelled === null ? null : <Notice kind="warn" title={t.cancelled}>{textIn(event.cancelled, locale).text}</Notice>}
              <p>
                <strong>{whenOf(locale, event)}</strong>
              </p>
              {event.cancelled !== null ? null : (
                <SummaryList
                  rows={[
                    ...(place === "" ? [] : [{ term: t.place, answer: place }]),
                    ...(access.text === "" ? [] : [{ term: t.access, answer: <span lang={access.lang === locale ? undefined : access.lang}>{access.text}</span> }]),
                    ...(event.onlineUrl === "" ? [] : [{ term: t.online, answer: <a href={event.onlineUrl} rel="noreferrer nofollow">{event.onlineUrl.replace(/^https:\/\//, "")}</a> }]),
                  ]}
                />
              )}
            </Card>
          </li>
        );
      })}
    </ul>
  );
}

/** When an event is, in words. */
export function whenOf(locale: Locale, { startsAt, endsAt }: Pick<EventInView, "startsAt" | "endsAt">): string {
  const f = format(locale);
  return messages(locale).hustings.when({ day: f.longDate(londonDay(startsAt)), from: f.time(startsAt), until: f.time(endsAt) });
}

function Questions({ locale, questions, candidateAddress }: Pick<HustingsPageProps, "locale" | "questions" | "candidateAddress">) {
  const t = messages(locale).hustings;
  return (
    <ol className="plain stack-l">
      {questions.map((question) => (
        <li key={question.number} className="stack-s">
          <h3 id={`question-${String(question.number)}`} lang={question.lang === locale ? undefined : question.lang}>
            {question.text}
          </h3>
          {question.answers.length === 0 ? (
            <p className="muted">{t.noAnswers}</p>
          ) : (
            <ul className="plain stack">
              {question.answers.map(({ candidate, ...answer }) => (
                <li key={candidate.id}>
                  <Card className="stack-s">
                    <p>
                      <a href={candidateAddress(candidate.contestId, candidate.number)}>
                        <strong>{textIn(candidate.name, locale).text}</strong>
                      </a>
                    </p>
                    <Words locale={locale} written={answer} />
                  </Card>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What somebody wrote, in its own language, line by line. */
export function Words({ locale, written }: { readonly locale: Locale; readonly written: Written }) {
  return (
    <div lang={written.lang === locale ? undefined : written.lang}>
      {written.text.split(/\n+/).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </div>
  );
}

interface CandidateAnswersProps {
  readonly locale: Locale;
  readonly questions: readonly QuestionShown[];
  readonly candidateId: string;
}

/** What one candidate answered, on their own page; nothing where they have answered nothing. */
export function CandidateAnswers({ locale, questions, candidateId }: CandidateAnswersProps) {
  const theirs = questions.flatMap((question) => question.answers.filter(({ candidate }) => candidate.id === candidateId).map((answer) => ({ question, answer })));
  if (theirs.length === 0) return null;
  return (
    <Section id="answers" title={messages(locale).hustings.candidateAnswers}>
      <div className="stack">
        {theirs.map(({ question, answer }) => (
          <div key={question.number} className="prose">
            <h3 lang={question.lang === locale ? undefined : question.lang}>{question.text}</h3>
            <Words locale={locale} written={answer} />
          </div>
        ))}
      </div>
    </Section>
  );
}
