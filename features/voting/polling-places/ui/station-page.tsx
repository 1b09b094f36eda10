import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { Message } from "#components/feedback/message.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import type { Station } from "#features/voting/polling-places/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface StationPageProps {
  readonly locale: Locale;
  /** Null: this browser is no shared device, or no longer. */
  readonly station: Station | null;
  /** Where a code is typed. */
  readonly begin: string;
  readonly wiped: boolean;
}

/** Between two voters: the page a shared device shows while nobody sits at it. */
export function StationPage({ locale, station, begin, wiped }: StationPageProps) {
  const t = messages(locale).pollingPlaces.station;
  if (station === null)
    return (
      <Message icon="info" title={t.notStation}>
        {t.notStationMore}
      </Message>
    );
  return (
    <div className="stack-l">
      {wiped ? <Notice kind="good" title={t.wiped} /> : null}
      <PageHead title={t.title} lead={t.lead({ place: textIn(station.place, locale).text })} />
      <ol className="prose">
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="btns">
        <ButtonLink href={begin} forward>
          {t.begin}
        </ButtonLink>
      </div>
      <p className="muted">{t.idle({ minutes: format(locale).number(station.idleMinutes) })}</p>
    </div>
  );
}
