import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";

/** What somebody wrote, in the reader's language or marked as the other. */
export function Said({ locale, text }: { readonly locale: Locale; readonly text: BilingualText }) {
  const shown = textIn(text, locale);
  return shown.lang === locale ? shown.text : <span lang={shown.lang}>{shown.text}</span>;
}

/** The same in paragraphs, parted where lines were left empty. */
export function SaidParagraphs({ locale, text }: { readonly locale: Locale; readonly text: BilingualText }) {
  const shown = textIn(text, locale);
  if (shown.text === "") return null;
  return (
    <div className="prose" lang={shown.lang === locale ? undefined : shown.lang}>
      {shown.text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
