import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { DELIVERY_STANDINGS, deliveryStanding, type DeliveryStanding } from "#domain/budgeting/delivery.ts";
import { Bar } from "#components/charts/bar.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { PinMap } from "#components/maps/pin-map.tsx";
import { centreOf, spanOf, type AreaShape } from "#components/maps/projection.ts";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { FundedProject } from "#features/budgeting/delivery/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { Words } from "./project-delivery.tsx";
import { StandingTag } from "./standing-tag.tsx";

/** What somebody wants to see of the list; empty for everything. */
export interface WantedProjects {
  readonly standing: DeliveryStanding | "";
  readonly area: string;
  readonly year: string;
  /** From 1; one after the last shows the last. */
  readonly page: number;
}

export interface FundedProjectsProps {
  readonly locale: Locale;
  readonly home: string;
  readonly projects: readonly FundedProject[];
  readonly shapes: readonly (AreaShape & { readonly name: BilingualText })[];
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly wanted: WantedProjects;
  readonly today: CivilDay;
}

/** Projects on one page: as many as a phone can show and a map can tell apart. */
const A_PAGE = 50;

const standingOf = ({ milestones, end }: FundedProject, today: CivilDay): DeliveryStanding => deliveryStanding(milestones, end, today);

/** Every project residents ever funded: figures, filters, a map with numbered pins and a table with the same numbers. */
export function FundedProjects({ locale, home, projects, shapes, areas, wanted, today }: FundedProjectsProps) {
  const t = messages(locale).delivery.list;
  const f = format(locale);
  const sum = (amount: (project: FundedProject) => number) => f.money(projects.reduce((total, project) => total + amount(project), 0));
  const shown = projects.filter(
    (project) =>
      (wanted.standing === "" || standingOf(project, today) === wanted.standing) &&
      (wanted.area === "" || project.areaId === wanted.area) &&
      (wanted.year === "" || String(project.year) === wanted.year),
  );
  const pages = Math.max(1, Math.ceil(shown.length / A_PAGE));
  const page = Math.min(wanted.page, pages);
  const first = (page - 1) * A_PAGE;
  const onPage = shown.slice(first, first + A_PAGE);
  const hrefOf = (number: number): string => `${home}/projects?${new URLSearchParams([...Object.entries({ standing: wanted.standing, area: wanted.area, year: wanted.year }).filter(([, value]) => value !== ""), ["page", String(number)]] as [string, string][]).toString()}`;
  if (projects.length === 0)
    return (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <EmptyState level={2} title={t.nothing}>
          {t.nothingMore}
        </EmptyState>
      </>
    );
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      <Facts
        surface="card"
        facts={[
          { term: t.standingColumn, figure: t.delivered({ delivered: projects.filter(({ end }) => end?.kind === "finished").length, funded: projects.length }) },
          { term: t.award, figure: sum(({ accounts }) => accounts.awardPence) },
          { term: t.paidColumn, figure: sum(({ accounts }) => accounts.paidPence), ...(projects.some(({ returnedPence }) => returnedPence > 0) ? { note: t.returned({ amount: sum(({ returnedPence }) => returnedPence) }) } : {}) },
        ]}
        columns={3}
      />
      <Section id="projects" title={t.count({ count: shown.length })} beside={<a href={`${home}/projects/projects.csv`}>{t.csv}</a>}>
        <div className="stack">
          <Find locale={locale} home={home} projects={projects} areas={areas} wanted={wanted} />
          {shown.length === 0 ? (
            <EmptyState level={3} title={t.none}>
              {t.noneMore}
            </EmptyState>
          ) : (
            <>
              {shapes.length === 0 ? null : (
                <Grid columns={2}>
                  <MapOf locale={locale} projects={onPage} first={first} shapes={shapes} />
                  <ByStanding locale={locale} projects={shown} today={today} />
                </Grid>
              )}
              <DataTable
                caption={t.title}
                captionLook="hidden"
                stack
                rows={onPage.map((project, index) => ({ ...project, pin: first + index + 1 }))}
                rowKey={({ id }) => id}
                columns={[
                  { key: "pin", header: t.pin, hideHeader: true, cell: ({ pin }) => (shapes.length === 0 ? "" : f.number(pin)) },
                  {
                    key: "project",
                    header: t.project,
                    names: true,
                    cell: ({ title, address, vote, pot }) => (
                      <>
                        <a href={`${home}/${address}`}>
                          <Words locale={locale} text={title} />
                        </a>
                        <br />
                        <span className="small muted">
                          {textIn(vote, locale).text}, {textIn(pot, locale).text}
                        </span>
                      </>
                    ),
                  },
                  { key: "standing", header: t.standingColumn, cell: (project) => <StandingTag locale={locale} standing={standingOf(project, today)} /> },
                  { key: "award", header: t.award, numeric: true, cell: ({ accounts }) => f.money(accounts.awardPence) },
                  { key: "paid", header: t.paidColumn, numeric: true, cell: ({ accounts }) => f.money(accounts.paidPence) },
                ]}
              />
              <Pagination label={t.pages} pageWord={t.pageWord} current={page} pages={pages} href={hrefOf} previous={t.previous} next={t.next} />
            </>
          )}
        </div>
      </Section>
    </div>
  );
}

function Find({ locale, home, projects, areas, wanted }: Pick<FundedProjectsProps, "locale" | "home" | "projects" | "areas" | "wanted">) {
  const t = messages(locale).delivery;
  const years = [...new Set(projects.map(({ year }) => year))].sort((a, b) => b - a).map(String);
  return (
    <Filters label={t.list.find} action={`${home}/projects`} submit={t.list.show}>
      <SelectField
        name="standing"
        width="full"
        label={t.list.standing}
        value={wanted.standing}
        options={[{ value: "", text: t.list.anyStanding }, ...DELIVERY_STANDINGS.map((value) => ({ value, text: t.standings[value] }))]}
      />
      <SelectField name="area" width="full" label={t.list.area} value={wanted.area} options={[{ value: "", text: t.list.anyArea }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
      <SelectField name="year" width="full" label={t.list.year} value={wanted.year} options={[{ value: "", text: t.list.anyYear }, ...years.map((value) => ({ value, text: value }))]} />
    </Filters>
  );
}

/** How many projects stand how, as bars with their numbers. */
function ByStanding({ locale, projects, today }: Pick<FundedProjectsProps, "locale" | "projects" | "today">) {
  const t = messages(locale).delivery;
  const f = format(locale);
  const count = (standing: DeliveryStanding) => projects.filter((project) => standingOf(project, today) === standing).length;
  return (
    <DataTable
      caption={t.list.standingColumn}
      captionLook="heading"
      rows={DELIVERY_STANDINGS.map((standing) => ({ standing, projects: count(standing) }))}
      rowKey={({ standing }) => standing}
      columns={[
        { key: "standing", header: t.list.standingColumn, names: true, cell: ({ standing }) => t.standings[standing] },
        { key: "bar", header: t.list.title, hideHeader: true, cell: (row) => <Bar percent={(row.projects / projects.length) * 100} /> },
        { key: "count", header: t.list.countColumn, numeric: true, cell: (row) => f.number(row.projects) },
      ]}
    />
  );
}

function MapOf({ locale, projects, first, shapes }: Pick<FundedProjectsProps, "locale" | "projects" | "shapes"> & { readonly first: number }) {
  const t = messages(locale).delivery.list;
  return (
    <PinMap
      label={t.mapLabel({ count: projects.length })}
      areas={shapes.map(({ id, geometry, name }) => ({ id, geometry, name: textIn(name, locale).text }))}
      hideNames={shapes.length > 12}
      first={first + 1}
      pins={projects.map((project, index) => pinOf(project, shapes, index))}
    />
  );
}

/** Where the project is; else in the middle of its pot's area or of the council, a little apart so that pins do not cover each other. */
function pinOf({ longitude, latitude, areaId }: FundedProject, shapes: FundedProjectsProps["shapes"], index: number): { longitude: number; latitude: number } {
  if (longitude !== null && latitude !== null) return { longitude, latitude };
  const own = shapes.filter(({ id }) => id === areaId);
  const centre = centreOf(own.length > 0 ? own : shapes);
  const span = spanOf(shapes);
  return { longitude: centre.longitude + ((index % 3) - 1) * span.longitude * 0.07, latitude: centre.latitude + (1 - (Math.floor(index / 3) % 3)) * span.latitude * 0.07 };
}
