import type { Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { AlikeTexts } from "#features/consultations/coding/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface AlikePageProps {
  readonly locale: Locale;
  readonly groups: readonly AlikeTexts[];
  readonly back: string;
}

/** Texts that are nearly the same. They are shown to a person and left as they are: a campaign is people too. */
export function AlikePage({ locale, groups, back }: AlikePageProps) {
  const t = messages(locale).coding;
  return (
    <div className="stack-l">
      <PageHead title={t.alike.title} lead={t.alike.lead} />
      {groups.length === 0 ? (
        <EmptyState level={2} title={t.alike.none}>
          {t.alike.noneMore}
        </EmptyState>
      ) : (
        groups.map(({ example, references }, at) => (
          <Section key={references[0]} id={`group-${at + 1}`} title={t.alike.count({ count: references.length })} surface="card">
            <div className="stack">
              <blockquote className="quote">{example}</blockquote>
              <Details summary={t.alike.references}>
                <p className="small">{references.join(", ")}</p>
              </Details>
            </div>
          </Section>
        ))
      )}
      <p>
        <a href={back}>{t.alike.back}</a>
      </p>
    </div>
  );
}
