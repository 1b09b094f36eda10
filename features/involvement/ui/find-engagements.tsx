import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { TOPICS } from "#domain/involvement/engagement.ts";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { messages } from "#i18n/messages.ts";
import { EngagementList } from "./engagement-list.tsx";
import type { AreaToChoose, EngagementToShow } from "./engagement-to-show.ts";

export interface FindFormProps {
  readonly locale: Locale;
  readonly home: string;
  readonly areas: readonly AreaToChoose[];
  readonly wanted?: { readonly words: string; readonly area: string; readonly topic: string };
}

/** Search by words or postcode, area and topic. The address holds what was asked, so a list can be shared. */
export function FindForm({ locale, home, areas, wanted = { words: "", area: "", topic: "" } }: FindFormProps) {
  const t = messages(locale).pages;
  return (
    <Filters label={t.search.label} action={`${home}/search`} submit={t.search.submit}>
      <TextField name="q" type="search" label={t.search.words} value={wanted.words} maxLength={200} />
      <SelectField
        name="area"
        width="full"
        label={t.search.area}
        value={wanted.area}
        options={[{ value: "", text: t.search.allAreas }, ...areas.map((area) => ({ value: area.id, text: textIn(area.name, locale).text }))]}
      />
      <SelectField
        name="topic"
        width="full"
        label={t.search.topic}
        value={wanted.topic}
        options={[{ value: "", text: t.search.allTopics }, ...TOPICS.map((topic) => ({ value: topic, text: t.topics[topic] }))]}
      />
    </Filters>
  );
}

export interface SearchResultsProps extends FindFormProps {
  readonly found: readonly EngagementToShow[];
  /** What a postcode in the search turned out to be. */
  readonly note: string | null;
  readonly now: Date;
}

export function SearchResults({ locale, home, areas, wanted, found, note, now }: SearchResultsProps) {
  const t = messages(locale).pages.search;
  return (
    <div className="stack">
      <PageHead title={t.title} />
      <FindForm locale={locale} home={home} areas={areas} {...(wanted ? { wanted } : {})} />
      {note ? <p>{note}</p> : null}
      <h2 className="section__title">{t.found({ count: found.length })}</h2>
      {found.length === 0 ? (
        <Card surface="panel" title={t.nothing} level={3}>
          <p>{t.nothingMore}</p>
        </Card>
      ) : (
        <EngagementList locale={locale} home={home} engagements={found} now={now} />
      )}
    </div>
  );
}
