import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { LETTER_OCCASIONS, type LetterOccasion } from "#domain/consultations/response.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import type { LetterToPost } from "#features/consultations/register/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface LettersPageProps {
  readonly locale: Locale;
  readonly address: string;
  readonly council: BilingualText;
  readonly title: BilingualText;
  readonly occasion: LetterOccasion;
  readonly letters: readonly LetterToPost[];
  /** Where what came of it stands, in each language. */
  readonly resultsAt: (locale: Locale) => string;
  readonly now: Date;
}

/** Letters to print, each in the language of the response, and to note as posted. */
export function LettersPage({ locale, address, council, title, occasion, letters, resultsAt, now }: LettersPageProps) {
  const t = messages(locale).register.letters;
  return (
    <div className="stack-l">
      <div className="noprint stack">
        <PageHead title={t.title} lead={t.lead} />
        <OnPageLinks label={t.occasion} links={LETTER_OCCASIONS.map((each) => ({ href: `${address}?for=${each}`, text: t.occasions[each], current: each === occasion ? "page" : undefined }))} />
      </div>
      {letters.length === 0 ? (
        <EmptyState level={2} title={t.none} />
      ) : (
        <>
          <p className="noprint">
            {t.print}. {t.printHow}
          </p>
          <Form action={`${address}?for=${occasion}`} hidden={{ occasion }} className="noprint">
            {letters.map(({ responseId }) => (
              <input key={responseId} type="hidden" name="letter" value={responseId} />
            ))}
            <ButtonRow>
              <Button>{t.posted}</Button>
            </ButtonRow>
          </Form>
          {letters.map((letter) => (
            <PostedLetter key={letter.responseId} council={council} title={title} occasion={occasion} letter={letter} resultsAt={resultsAt(letter.language)} now={now} />
          ))}
        </>
      )}
    </div>
  );
}

interface PostedLetterProps {
  readonly council: BilingualText;
  readonly title: BilingualText;
  readonly occasion: LetterOccasion;
  readonly letter: LetterToPost;
  readonly resultsAt: string;
  readonly now: Date;
}

function PostedLetter({ council, title, occasion, letter, resultsAt, now }: PostedLetterProps) {
  const { language } = letter;
  const t = messages(language).register.letters;
  const f = format(language);
  const words = { title: textIn(title, language).text, council: textIn(council, language).text, reference: showReadableCode(letter.reference), date: f.date(letter.receivedAt) };
  return (
    <article className="card stack letter" lang={language}>
      <p>
        {[letter.name, ...letter.address.split("\n")].filter((line) => line.trim() !== "").map((line, at) => (
          <span key={at}>
            {line}
            <br />
          </span>
        ))}
      </p>
      <p>{f.date(now)}</p>
      <p>{t.dear({ name: letter.name })}</p>
      <p>{t[occasion](words)}</p>
      {occasion === "results" ? <p>{resultsAt}</p> : null}
      <p>{t.end}</p>
      <p>{words.council}</p>
    </article>
  );
}
