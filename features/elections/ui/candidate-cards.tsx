import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { firstSentence } from "#domain/elections/statement.ts";
import { Photo } from "#components/pictures/photo.tsx";
import { Initials } from "#components/pictures/initials.tsx";
import type { CandidateInView } from "#features/elections/nominations/queries.ts";
import { messages } from "#i18n/messages.ts";

interface CandidateCardsProps {
  readonly locale: Locale;
  readonly candidates: readonly CandidateInView[];
  /** Where a candidate's page lies. */
  readonly addressOf: (candidate: CandidateInView) => string;
  readonly noteOf: (candidate: CandidateInView) => BilingualText;
}

/** Everybody who stands, in the order of the paper. */
export function CandidateCards({ locale, candidates, addressOf, noteOf }: CandidateCardsProps) {
  const t = messages(locale).elections.public;
  return (
    <ul className="plain rank-list rank-list--two">
      {candidates.map((candidate, index) => {
        const statement = textIn(candidate.statement, locale);
        const name = textIn(candidate.name, locale).text;
        return (
          <li key={candidate.id} className="cand">
            <div className="cand__top">
              <Portrait locale={locale} candidate={candidate} index={index} />
              <div>
                <h3>{name}</h3>
                <p className="small muted">{textIn(noteOf(candidate), locale).text}</p>
              </div>
            </div>
            {candidate.withdrawn ? <p className="small">{t.withdrawn}</p> : null}
            <p lang={statement.lang === locale ? undefined : statement.lang}>{firstSentence(statement.text)}</p>
            <p>
              <a href={addressOf(candidate)}>{t.read({ name })}</a>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** A candidate's photo, or the first letter of their name. */
export function Portrait({ locale, candidate, index }: { readonly locale: Locale; readonly candidate: Pick<CandidateInView, "photo" | "givenName">; readonly index: number }) {
  const { photo, givenName } = candidate;
  if (photo === null) return <Initials letters={givenName.slice(0, 1).toUpperCase()} index={index} />;
  return (
    <span className="cand__photo">
      <Photo id={photo.id} width={photo.width} height={photo.height} alt={textIn(photo.alt, locale).text} sizes="72px" />
    </span>
  );
}
