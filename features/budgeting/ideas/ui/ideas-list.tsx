import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { IDEA_STATES } from "#domain/budgeting/idea-lifecycle.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { FactLine } from "#components/layout/engagement-card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { PinMap } from "#components/maps/pin-map.tsx";
import type { AreaShape } from "#components/maps/projection.ts";
import { Pagination } from "#components/navigation/pagination.tsx";
import { ViewSwitch } from "#components/navigation/view-switch.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";
import type { IdeaOnList, ListOfIdeas, WantedIdeas } from "#features/budgeting/ideas/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { beginning, categoryName, STATE_TAGS } from "./idea-words.ts";

export interface IdeasListProps {
  readonly locale: Locale;
  /** The address of the list. */
  readonly home: string;
  readonly title: BilingualText;
  readonly call: IdeaCallInView;
  readonly list: ListOfIdeas;
  readonly wanted: WantedIdeas;
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  /** With shapes and counts the list is shown with a map. */
  readonly map: { readonly shapes: readonly (AreaShape & { readonly name: BilingualText })[]; readonly counts: ReadonlyMap<string, number> } | null;
  readonly onPage: number;
}

/** What the address of a list says. */
export function queryOf({ words, category, area, state, sort, page }: WantedIdeas, more: Readonly<Record<string, string>> = {}): string {
  const all = { words, category, area, state, sort: sort === "newest" ? "" : sort, page: page === 1 ? "" : String(page), ...more };
  const query = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== "")).toString();
  return query === "" ? "" : `?${query}`;
}

/** Every idea of a programme: what may be sent, filters, list or list with map, and the same as files. */
export function IdeasList(props: IdeasListProps) {
  const { locale, home, title, call, list, wanted, areas, map, onPage } = props;
  const t = messages(locale).ideas;
  const intro = textIn(call.intro, locale).text;
  const narrowed = wanted.words !== "" || wanted.category !== "" || wanted.area !== "" || wanted.state !== "";
  const view = map === null ? {} : { view: "map" };
  return (
    <div className="stack-xl">
      <PageHead title={t.titleOf({ vote: textIn(title, locale).text })} lead={call.standing === "over" ? t.leadOver : intro || t.lead}>
        <p>{standingWords(locale, call)}</p>
        <ButtonRow>
          {call.standing === "open" ? (
            <ButtonLink href={`${home}/new`} forward>
              {t.send}
            </ButtonLink>
          ) : null}
          <a href={`${home}/mine`}>{t.yours}</a>
        </ButtonRow>
      </PageHead>
      <Section id="ideas" title={t.count({ count: list.count })} beside={<ViewSwitch label={t.views.label} views={[{ href: `${home}${queryOf(wanted)}`, text: t.views.list, icon: "list", current: map === null }, { href: `${home}${queryOf(wanted, { view: "map" })}`, text: t.views.map, icon: "map", current: map !== null }]} />}>
        <div className="stack">
          <Filters label={t.find} action={home} submit={t.show} hidden={view} many>
            <TextField name="words" type="search" label={t.words} value={wanted.words} />
            {call.form.categories.length > 0 ? (
              <SelectField name="category" width="full" label={t.category} value={wanted.category} options={[{ value: "", text: t.anyCategory }, ...call.form.categories.map(({ code, name }) => ({ value: code, text: textIn(name, locale).text }))]} />
            ) : null}
            <SelectField name="area" width="full" label={t.area} value={wanted.area} options={[{ value: "", text: t.anyArea }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
            <SelectField name="state" width="full" label={t.state} value={wanted.state} options={[{ value: "", text: t.anyState }, ...IDEA_STATES.map((value) => ({ value, text: t.states[value] })), { value: "all", text: t.allStates }]} />
            <SelectField name="sort" width="full" label={t.sort} value={wanted.sort} options={(["newest", "supports"] as const).map((value) => ({ value, text: t.sorts[value] }))} />
          </Filters>
          {list.ideas.length === 0 ? (
            <EmptyState level={3} title={narrowed ? t.none : t.noneYet}>
              {narrowed ? t.noneMore : t.noneYetMore}
            </EmptyState>
          ) : (
            <>
              {map === null ? null : <MapOf {...props} map={map} />}
              <Grid columns={2} list="unordered">
                {list.ideas.map((idea) => (
                  <li key={idea.id}>
                    <IdeaCard locale={locale} home={home} idea={idea} category={categoryName(call.form, idea.category, locale)} pin={map === null ? null : pinOf(list.ideas, idea)} />
                  </li>
                ))}
              </Grid>
              <Pagination
                label={t.pages.label}
                pageWord={t.pages.word}
                previous={t.pages.previous}
                next={t.pages.next}
                current={wanted.page}
                pages={Math.ceil(list.count / onPage)}
                href={(page) => `${home}${queryOf({ ...wanted, page }, view)}`}
              />
            </>
          )}
        </div>
      </Section>
      <Policy locale={locale} call={call} />
      <p className="small">
        {t.download}: <a href={`${home}/ideas.csv`}>{t.csv}</a>, <a href={`${home}/ideas.json`}>{t.json}</a>
      </p>
    </div>
  );
}

/** Whether ideas are taken, in a sentence. */
export function standingWords(locale: Locale, { standing, firstDay, lastDay }: IdeaCallInView): string {
  const t = messages(locale).ideas;
  const f = format(locale);
  if (standing === "open") return lastDay === null ? t.open : t.openUntil({ day: f.date(lastDay) });
  if (standing === "forthcoming" && firstDay !== null) return t.forthcoming({ day: f.date(firstDay) });
  return standing === "over" ? t.over : t.notOpen;
}

/** What may be written, in the council's words or ours. Stands where people write. */
export function Policy({ locale, call, open }: { readonly locale: Locale; readonly call: IdeaCallInView; readonly open?: boolean }) {
  const t = messages(locale).ideas.policy;
  const text = textIn(call.policy, locale).text || t.text;
  return (
    <Details summary={t.title} open={open === true}>
      <ul className="prose">
        {[...text.split("\n").filter((each) => each.trim() !== ""), ...(call.seenFirst ? [t.seenFirst] : [])].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Details>
  );
}

const onMap = (all: readonly IdeaOnList[]) => all.filter(({ longitude, latitude }) => longitude !== null && latitude !== null);

function pinOf(all: readonly IdeaOnList[], idea: IdeaOnList): number | null {
  const at = onMap(all).indexOf(idea);
  return at === -1 ? null : at + 1;
}

/** The newest ideas on the page of their programme. */
export function NewestIdeas({ locale, home, call, newest }: { readonly locale: Locale; readonly home: string; readonly call: IdeaCallInView; readonly newest: ListOfIdeas }) {
  const t = messages(locale).ideas;
  return (
    <Section id="ideas" title={t.onProgramme} beside={<a href={home}>{newest.count === 0 ? t.title : t.all({ count: newest.count })}</a>}>
      {newest.count === 0 ? (
        <EmptyState level={3} title={t.noneYet}>
          {t.noneYetMore}
        </EmptyState>
      ) : (
        <Grid columns={3} list="unordered">
          {newest.ideas.slice(0, 3).map((idea) => (
            <li key={idea.id}>
              <IdeaCard locale={locale} home={home} idea={idea} category={categoryName(call.form, idea.category, locale)} pin={null} />
            </li>
          ))}
        </Grid>
      )}
    </Section>
  );
}

/** An idea in a list. */
export function IdeaCard({ locale, home, idea, category, pin, note }: { readonly locale: Locale; readonly home: string; readonly idea: IdeaOnList; readonly category: string; readonly pin: number | null; readonly note?: string | undefined }) {
  const t = messages(locale).ideas;
  const title = textIn(idea.title, locale);
  const text = beginning(idea.text, locale);
  const place = [idea.place, idea.area ? textIn(idea.area, locale).text : ""].filter(Boolean).join(", ");
  return (
    <div className="card idea">
      <div className="row row--between">
        <Tag kind={STATE_TAGS[idea.state]}>{t.states[idea.state]}</Tag>
        <span className="small muted">{t.number({ number: idea.number })}</span>
      </div>
      <h3 className="h3" lang={title.lang === locale ? undefined : title.lang}>
        {pin === null ? null : (
          <>
            <span className="badge-n" aria-hidden="true">
              {pin}
            </span>{" "}
            <span className="vh">{t.pin({ number: pin })} </span>
          </>
        )}
        <a href={`${home}/${idea.number}`}>{title.text}</a>
      </h3>
      <p lang={text.lang === locale ? undefined : text.lang}>{text.text}</p>
      {note ? <Notice kind="warn" title={note} /> : null}
      <FactLine
        facts={[
          { icon: "people", text: t.supports({ count: idea.supports }) },
          ...(place === "" ? [] : [{ icon: "place" as const, text: place }]),
          ...(category === "" ? [] : [{ icon: "list" as const, text: category }]),
          { icon: "calendar", text: format(locale).date(idea.sentAt) },
        ]}
      />
    </div>
  );
}

function MapOf({ locale, list, map, home, wanted }: IdeasListProps & { readonly map: NonNullable<IdeasListProps["map"]> }) {
  const t = messages(locale).ideas;
  const f = format(locale);
  const placed = onMap(list.ideas);
  return (
    <div className="grid g2">
      <div className="stack-s">
        <PinMap
          label={t.mapLabel({ count: placed.length })}
          areas={map.shapes.map(({ id, geometry, name }) => ({ id, geometry, name: textIn(name, locale).text }))}
          hideNames={map.shapes.length > 12}
          pins={placed.map(({ longitude, latitude }) => ({ longitude: longitude ?? 0, latitude: latitude ?? 0 }))}
        />
        <p className="small muted">{t.mapNote}</p>
      </div>
      <DataTable
        caption={t.byArea}
        captionLook="heading"
        rows={map.shapes.map(({ id, name }) => ({ id, name: textIn(name, locale).text, count: map.counts.get(id) ?? 0 }))}
        rowKey={({ id }) => id}
        columns={[
          { key: "area", header: t.area, names: true, cell: ({ id, name, count }) => (count === 0 ? name : <a href={`${home}${queryOf({ ...wanted, area: id, page: 1 }, { view: "map" })}`}>{name}</a>) },
          { key: "count", header: t.ideasColumn, numeric: true, cell: ({ count }) => f.number(count) },
        ]}
      />
    </div>
  );
}
