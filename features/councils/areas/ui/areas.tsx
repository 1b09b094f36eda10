import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Button } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { ImportList } from "../../imports/ui/import-list.tsx";
import { uploadWords } from "../../imports/ui/upload-words.ts";
import type { ImportInView } from "../../imports/queries.ts";
import type { AreaInView } from "../queries.ts";
import { PopulationMap, wardName } from "./areas-map.tsx";

export interface AreasViewProps {
  readonly scope: ActorScope;
  readonly areas: readonly AreaInView[];
  readonly postcodes: ReadonlyMap<string, number>;
  readonly imports: readonly ImportInView[];
  /** One-use numbers of the two forms. */
  readonly once: { readonly boundaries: string; readonly populations: string };
  readonly refused?: { readonly part: "areas" | "populations"; readonly form: RefusedForm };
}

export function AreasView({ scope, areas, postcodes, imports, once, refused }: AreasViewProps) {
  const t = messages(scope.locale).councils.areas;
  const wards = areas.filter(({ kind }) => kind === "ward");
  return (
    <div className="stack-l">
      {refused ? <FormFaults locale={scope.locale} form={refused.form} own={uploadWords(scope.locale)} /> : null}
      <PageHead title={t.title} lead={t.lead} />
      {wards.length === 0 ? (
        <EmptyState title={t.none} level={2}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <div className="grid g2">
          <Section id="list" title={t.list} surface="card">
            <Wards scope={scope} wards={wards} postcodes={postcodes} />
          </Section>
          <Section id="map" title={t.mapTitle} surface="card">
            <PopulationMap locale={scope.locale} wards={wards} />
          </Section>
        </div>
      )}
      <Boundaries scope={scope} once={once.boundaries} form={refused?.part === "areas" ? refused.form : EMPTY_FORM} />
      <Populations scope={scope} once={once.populations} form={refused?.part === "populations" ? refused.form : EMPTY_FORM} wards={wards.length} />
      {imports.length > 0 ? (
        <Section id="files" title={t.files}>
          <ImportList locale={scope.locale} council={scope.council.slug} caption={t.files} imports={imports} />
        </Section>
      ) : null}
    </div>
  );
}

const here = (scope: ActorScope): string => `/${scope.locale}/${scope.council.slug}/manage/areas`;

function Wards({ scope, wards, postcodes }: { readonly scope: ActorScope; readonly wards: readonly AreaInView[]; readonly postcodes: ReadonlyMap<string, number> }) {
  const t = messages(scope.locale).councils.areas;
  const { number } = format(scope.locale);
  const all = wards.reduce((sum, { population }) => sum + (population ?? 0), 0);
  const known = wards.every(({ population }) => population !== null);
  return (
    <DataTable
      caption={t.list}
      captionLook="hidden"
      stack
      rows={wards.map((ward, index) => ({ ...ward, place: index + 1 }))}
      rowKey={({ code }) => code}
      columns={[
        { key: "number", header: t.mapNumber, hideHeader: true, numeric: true, cell: ({ place }) => number(place) },
        { key: "name", header: t.ward, names: true, cell: (ward) => wardName(ward, scope.locale), foot: t.total },
        { key: "code", header: t.code, cell: ({ code }) => <span className="mono">{code}</span> },
        {
          key: "population",
          header: t.population,
          numeric: true,
          cell: ({ population }) => (population === null ? t.unknown : number(population)),
          foot: known ? number(all) : t.unknown,
        },
        {
          key: "postcodes",
          header: t.postcodes,
          numeric: true,
          cell: ({ id }) => number(postcodes.get(id) ?? 0),
          foot: number([...postcodes.values()].reduce((sum, count) => sum + count, 0)),
        },
      ]}
    />
  );
}

interface UploadProps {
  readonly scope: ActorScope;
  readonly once: string;
  readonly form: RefusedForm;
}

function Boundaries({ scope, once, form }: UploadProps) {
  const t = messages(scope.locale).councils.areas;
  const error = (field: string) => fieldError(scope.locale, form, field, uploadWords(scope.locale));
  return (
    <Section id="boundaries" title={t.addBoundaries} surface="card">
      <Form action={here(scope)} multipart hidden={{ once }} className="stack">
        <p>{t.boundariesLead}</p>
        <TextField name="councilCode" label={t.councilCode} hint={t.councilCodeHint} value={typed(form, "councilCode")} error={error("councilCode")} width="short" autoComplete="off" spellCheck={false} />
        <FileField name="areas" label={t.boundariesField} hint={t.boundariesHint} accept=".geojson,.json,application/geo+json" error={error("areas")} />
        <Button>{t.check}</Button>
      </Form>
    </Section>
  );
}

function Populations({ scope, once, form, wards }: UploadProps & { readonly wards: number }) {
  const t = messages(scope.locale).councils.areas;
  return (
    <Section id="population-table" title={t.addPopulations} surface="card">
      {wards === 0 ? (
        <p>{t.addFirst}</p>
      ) : (
        <Form action={`${here(scope)}/populations`} multipart hidden={{ once }} className="stack">
          <p>{t.populationsLead}</p>
          <FileField
            name="populations"
            label={t.populationsField}
            hint={t.populationsHint}
            accept=".csv,text/csv"
            error={fieldError(scope.locale, form, "populations", uploadWords(scope.locale))}
          />
          <Button>{t.savePopulations}</Button>
        </Form>
      )}
    </Section>
  );
}
