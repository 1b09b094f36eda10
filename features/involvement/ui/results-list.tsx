import type { Locale } from "#domain/basics/bilingual.ts";
import { Card } from "#components/layout/card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { messages } from "#i18n/messages.ts";
import { EngagementList } from "./engagement-list.tsx";
import type { EngagementToShow } from "./engagement-to-show.ts";
import { Feedback, type FeedbackToShow } from "./hub.tsx";

export interface ResultsListProps {
  readonly locale: Locale;
  readonly home: string;
  readonly engagements: readonly EngagementToShow[];
  readonly feedback: readonly FeedbackToShow[];
  readonly now: Date;
}

/** Everything that has closed, and what was done about it. */
export function ResultsList({ locale, home, engagements, feedback, now }: ResultsListProps) {
  const t = messages(locale).pages;
  return (
    <div className="stack-xl">
      <PageHead title={t.results.title} lead={t.results.lead}>
        <a href={`${home}/projects`}>{messages(locale).delivery.list.title}</a>
      </PageHead>
      {engagements.length === 0 ? (
        <Card surface="panel" title={t.results.none}>
          <p>{t.results.noneMore}</p>
        </Card>
      ) : (
        <EngagementList locale={locale} home={home} engagements={engagements} now={now} level={2} />
      )}
      {feedback.length > 0 ? (
        <Section id="we-did" title={t.hub.weDid}>
          <div className="stack">
            {feedback.map((one) => (
              <Feedback key={one.slug} locale={locale} home={home} feedback={one} />
            ))}
          </div>
        </Section>
      ) : null}
    </div>
  );
}
