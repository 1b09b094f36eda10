import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { promisesOf } from "#domain/elections/statement.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Photo } from "#components/pictures/photo.tsx";
import type { CandidateInView } from "#features/elections/nominations/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface CandidatePageProps {
  readonly locale: Locale;
  readonly kicker: string;
  readonly candidate: CandidateInView;
  /** When they were declared elected without a vote; null where they were not. */
  readonly electedWithoutVote: Date | null;
  readonly note: string;
  readonly back: string;
  /** What they answered to what people ask; nothing where they answered nothing. */
  readonly answers: ReactNode;
  /** What happens to the page, in words. */
  readonly privacy: string;
}

/** A candidate as everybody reads of them: no surname that was not wanted, no age, no address. */
export function CandidatePage({ locale, kicker, candidate, electedWithoutVote, note, back, answers, privacy }: CandidatePageProps) {
  const t = messages(locale).elections.public;
  const statement = textIn(candidate.statement, locale);
  const promises = textIn(candidate.promises, locale);
  const { photo } = candidate;
  return (
    <div className="stack-xl">
      <div className="stack">
        <PageHead kicker={kicker} title={textIn(candidate.name, locale).text} lead={note} />
        {candidate.withdrawn ? <Notice kind="warn" title={t.withdrawn} /> : null}
        {electedWithoutVote === null ? null : <Notice kind="good" title={messages(locale).uncontested.candidate({ when: format(locale).longDate(electedWithoutVote) })} />}
        {photo === null ? null : <Photo id={photo.id} width={photo.width} height={photo.height} alt={textIn(photo.alt, locale).text} first sizes="(max-width: 40em) 100vw, 360px" />}
      </div>
      {statement.text === "" ? null : (
        <Section id="statement" title={t.statement} prose>
          <div lang={statement.lang === locale ? undefined : statement.lang}>
            {statement.text.split(/\n+/).map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </div>
        </Section>
      )}
      {promisesOf(promises.text).length === 0 ? null : (
        <Section id="promises" title={t.promises} prose>
          <ul lang={promises.lang === locale ? undefined : promises.lang}>
            {promisesOf(promises.text).map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
        </Section>
      )}
      {candidate.videoUrl === "" ? null : (
        <p>
          <a href={candidate.videoUrl} rel="noreferrer nofollow">
            {t.video}
          </a>
        </p>
      )}
      {answers}
      <div className="stack-s">
        <p>
          <a href={back}>{t.back}</a>
        </p>
        <p className="small muted">{privacy}</p>
      </div>
    </div>
  );
}
