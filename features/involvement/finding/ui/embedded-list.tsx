import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { addressOf, StandingTag } from "#features/involvement/ui/engagement-list.tsx";
import type { EngagementToShow } from "#features/involvement/ui/engagement-to-show.ts";
import { messages } from "#i18n/messages.ts";

export interface EmbeddedListProps {
  readonly locale: Locale;
  readonly home: string;
  readonly council: BilingualText;
  readonly engagements: readonly EngagementToShow[];
  readonly now: Date;
}

/** The list alone, for a frame on another site. Its links open in the whole window and not in the frame. */
export function EmbeddedList({ locale, home, council, engagements, now }: EmbeddedListProps) {
  const t = messages(locale);
  return (
    <main id="main" className="wrap stack">
      <h1 className="h3">{t.finding.feeds.frameHeading({ council: textIn(council, locale).text })}</h1>
      {engagements.length === 0 ? <p>{t.pages.hub.nothingOpen}</p> : null}
      <ul className="stack">
        {engagements.map((engagement) => {
          const title = textIn(engagement.title, locale);
          const summary = textIn(engagement.summary, locale);
          return (
            <li key={engagement.slug}>
              <StandingTag locale={locale} engagement={engagement} now={now} />
              <br />
              <a href={addressOf(home, engagement)} target="_top" lang={title.lang === locale ? undefined : title.lang}>
                {title.text}
              </a>
              <br />
              <span className="small" lang={summary.lang === locale ? undefined : summary.lang}>
                {summary.text}
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={home} target="_top">
          {t.finding.feeds.all}
        </a>
      </p>
    </main>
  );
}
