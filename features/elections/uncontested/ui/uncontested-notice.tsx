import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { placesOf } from "#domain/elections/offices.ts";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { ContestResult } from "#features/elections/results/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OfficesTable } from "#features/elections/results/ui/offices-table.tsx";

export interface UncontestedNoticeProps {
  readonly council: BilingualText;
  readonly election: BilingualText;
  readonly contest: BilingualText;
  readonly ended: NonNullable<ContestResult["withoutPoll"]>;
}

/** The notice of an election without a poll, to sign and put up: in both languages on one sheet, as bodies in Wales must have it. */
export function UncontestedNoticeInBoth({ locale, ...props }: UncontestedNoticeProps & { readonly locale: Locale }) {
  const order: readonly Locale[] = locale === "cy" ? ["cy", "en"] : ["en", "cy"];
  return (
    <div className="stack-xl">
      <p className="noprint muted">{messages(locale).uncontested.sheet.print}</p>
      {order.map((language, at) => (
        <article key={language} lang={language} className="stack">
          <UncontestedNotice locale={language} {...props} first={at === 0} />
        </article>
      ))}
    </div>
  );
}

function UncontestedNotice({ locale, council, election, contest, ended, first }: UncontestedNoticeProps & { readonly locale: Locale; readonly first: boolean }) {
  const t = messages(locale).uncontested.sheet;
  const f = format(locale);
  const vacant = ended.outcome === "vacant";
  const [name, of] = [textIn(election, locale).text, textIn(contest, locale).text];
  const Heading = first ? "h1" : "h2";
  return (
    <>
      <p className="kicker">{textIn(council, locale).text}</p>
      <Heading>{vacant ? t.vacantTitle : t.title}</Heading>
      <p className="lead">{name === of ? name : `${name}: ${of}`}</p>
      <SummaryList
        rows={[
          { term: t.places, answer: f.number(placesOf(ended.offices)) },
          { term: t.stood, answer: f.number(ended.elected.length) },
        ]}
      />
      <p>{vacant ? t.vacant : t.elected}</p>
      <OfficesTable locale={locale} offices={ended.offices} />
      <p className="small">{t.basis}</p>
      <p className="result__sign">{t.signed({ name: ended.by })}</p>
      <p>{f.dateAndTime(ended.at)}</p>
    </>
  );
}
