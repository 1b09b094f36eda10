import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { LEVELS, TOPICS } from "#domain/involvement/engagement.ts";
import { ENGAGEMENT_KINDS, STANDINGS_TO_FIND } from "#domain/involvement/search.ts";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { followHref } from "#features/notifications/following/ui/follow-link.tsx";
import type { Asked } from "#features/involvement/finding/queries.ts";
import { EngagementList } from "#features/involvement/ui/engagement-list.tsx";
import type { AreaToChoose, EngagementToShow } from "#features/involvement/ui/engagement-to-show.ts";
import { messages } from "#i18n/messages.ts";

const NOTHING_ASKED: Asked = { q: "", area: "", topic: "", level: "", kind: "", show: "" };

export interface FindFormProps {
  readonly locale: Locale;
  readonly home: string;
  readonly areas: readonly AreaToChoose[];
  readonly asked?: Asked;
  /** Every way to narrow, and not only the three of the hub. */
  readonly whole?: boolean;
  /** Where it is sent: the search page unless told. */
  readonly action?: string;
}

/** Search by words or postcode, area, topic, standing, kind and level. The address holds what was asked, so a list can be shared. */
export function FindForm({ locale, home, areas, asked = NOTHING_ASKED, whole = false, action = `${home}/search` }: FindFormProps) {
  const t = messages(locale).pages;
  const f = messages(locale).finding;
  const select = (name: keyof Asked, label: string, any: string, options: readonly { readonly value: string; readonly text: string }[]) => (
    <SelectField name={name} width="full" label={label} value={asked[name]} options={[{ value: "", text: any }, ...options]} />
  );
  return (
    <Filters label={t.search.label} action={action} submit={t.search.submit} many={whole}>
      <TextField name="q" type="search" label={t.search.words} value={asked.q} maxLength={200} />
      {select("area", t.search.area, t.search.allAreas, areas.map((area) => ({ value: area.id, text: textIn(area.name, locale).text })))}
      {select("topic", t.search.topic, t.search.allTopics, TOPICS.map((topic) => ({ value: topic, text: t.topics[topic] })))}
      {whole ? select("show", f.standing, f.anyStanding, STANDINGS_TO_FIND.map((value) => ({ value, text: f.standings[value] }))) : null}
      {whole ? select("kind", f.kind, f.anyKind, ENGAGEMENT_KINDS.map((value) => ({ value, text: f.kinds[value] }))) : null}
      {whole ? select("level", f.level, f.anyLevel, LEVELS.map((value) => ({ value, text: f.levels[value] }))) : null}
    </Filters>
  );
}

export interface SearchResultsProps extends FindFormProps {
  readonly asked: Asked;
  /** What was asked, as an address has it. */
  readonly query: string;
  readonly found: readonly EngagementToShow[];
  /** What a postcode in the search turned out to be. */
  readonly note: string | null;
  readonly now: Date;
}

export function SearchResults({ locale, home, areas, asked, query, found, note, now }: SearchResultsProps) {
  const t = messages(locale).pages.search;
  const f = messages(locale).finding;
  return (
    <div className="stack">
      <PageHead title={t.title} />
      <FindForm locale={locale} home={home} areas={areas} asked={asked} whole />
      {note ? <p>{note}</p> : null}
      <h2 className="section__title">{t.found({ count: found.length })}</h2>
      {found.length === 0 ? (
        <Card surface="panel" title={t.nothing} level={3}>
          <p>{t.nothingMore}</p>
        </Card>
      ) : (
        <EngagementList locale={locale} home={home} engagements={found} now={now} />
      )}
      <p>
        <a href={asked.area === "" ? followHref(home) : followHref(home, { kind: "area", id: asked.area })}>{f.followInstead}</a>
      </p>
      <p>
        <a href={`${home}/feeds${query === "" ? "" : `?${query}`}`}>{f.takeAlong}</a>
      </p>
    </div>
  );
}
