import type { ActorScope } from "#domain/councils/scope.ts";
import type { AreaPart } from "#domain/councils/area-changes.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Choropleth } from "#components/maps/choropleth.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { OfferedAreas } from "../queries.ts";
import { asShape, wardName } from "./areas-map.tsx";

interface OfferedAreasViewProps {
  readonly scope: ActorScope;
  readonly offered: OfferedAreas;
}

type Standing = "added" | "changed" | "unchanged" | "missing";
const SHADES: Record<Standing, number> = { unchanged: 0, missing: 0, changed: 1, added: 2 };
const TAGS: Record<Standing, TagKind> = { added: "good", changed: "underway", unchanged: "notYet", missing: "closed" };

/** What a file of boundaries would change, as a map and a list, and the button that does it. */
export function OfferedAreasView({ scope, offered: { file, changes } }: OfferedAreasViewProps) {
  const { offered: t, areas } = messages(scope.locale).councils;
  const { number } = format(scope.locale);
  const counts = { added: changes.added.length, changed: changes.changed.length, unchanged: changes.unchanged.length };
  const parts = new Map(changes.changed.map(({ next, parts }) => [next.code, parts]));
  const added = new Set(changes.added.map(({ code }) => code));
  const rows = [
    ...file.areas.map((ward) => ({ ...ward, standing: (added.has(ward.code) ? "added" : parts.has(ward.code) ? "changed" : "unchanged") satisfies Standing as Standing })),
    ...changes.missing.map((ward) => ({ ...ward, standing: "missing" as const satisfies Standing })),
  ]
    // Those that cannot be drawn come last, so that the numbers on the map stay those of the list.
    .sort((a, b) => Number(a.boundary === null) - Number(b.boundary === null) || (a.nameEn < b.nameEn ? -1 : 1))
    .map((ward, index) => ({ ...ward, place: index + 1 }));
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={counts.added + counts.changed === 0 ? t.nothing : t.lead} />
      <Facts
        facts={[
          { term: t.added, figure: number(counts.added) },
          { term: t.changed, figure: number(counts.changed) },
          { term: t.unchanged, figure: number(counts.unchanged) },
          { term: t.elsewhere, figure: number(file.elsewhere) },
        ]}
      />
      <div className="grid g2">
        <Section id="list" title={areas.list} surface="card">
          <DataTable
            caption={areas.list}
            captionLook="hidden"
            stack
            rows={rows}
            rowKey={({ code }) => code}
            columns={[
              { key: "number", header: areas.mapNumber, hideHeader: true, numeric: true, cell: ({ place }) => number(place) },
              { key: "name", header: areas.ward, names: true, cell: (ward) => wardName(ward, scope.locale) },
              { key: "code", header: areas.code, cell: ({ code }) => <span className="mono">{code}</span> },
              { key: "population", header: areas.population, numeric: true, cell: ({ population }) => (population === null ? areas.unknown : number(population)) },
              {
                key: "what",
                header: t.what,
                cell: ({ code, standing }) => (
                  <>
                    <Tag kind={TAGS[standing]}>{t[standing]}</Tag>{" "}
                    {(parts.get(code) ?? []).map((part: AreaPart) => t.parts[part]).join(", ")}
                  </>
                ),
              },
            ]}
          />
        </Section>
        <Section id="map" title={areas.mapTitle} surface="card">
          <div className="stack">
            <Choropleth label={t.mapLabel(counts)} areas={rows.flatMap((ward) => asShape(ward, scope.locale, SHADES[ward.standing], ""))} labels="numbers" />
            <p className="small muted">{areas.numbersOnMap}</p>
            <p className="small muted">{areas.source}</p>
          </div>
        </Section>
      </div>
      <Form>
        <ButtonRow>
          <Button>{t.save}</Button>
          <ButtonLink look="line" href={`/${scope.locale}/${scope.council.slug}/manage/areas`}>
            {t.leave}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  );
}
