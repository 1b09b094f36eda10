import type { Locale } from "#domain/basics/bilingual.ts";
import type { CrossTable } from "#domain/consultations/analysis/cross-table.ts";
import { isSeveral, type Dimension } from "#domain/consultations/analysis/dimensions.ts";
import type { Weighting } from "#domain/consultations/analysis/weighting.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { Asked, Narrowed } from "#features/consultations/analysis/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { dimensionName, valueName } from "./words.ts";

/** Two things to compare, as an address names them. */
export interface Comparison {
  readonly rows: string;
  readonly columns: string;
  readonly hide: boolean;
}

export interface CompareProps {
  readonly locale: Locale;
  readonly address: string;
  readonly asked: Asked;
  readonly narrowed: Narrowed;
  readonly wanted: Comparison;
  /** What was found, where two things were chosen. */
  readonly found: Compared | null;
}

export interface Compared {
  readonly row: Dimension;
  readonly column: Dimension;
  /** Nothing links the two: one is an equality question, and the other was not kept beside it. */
  readonly apart: boolean;
  /** Null where the totals alone would give somebody away. */
  readonly table: CrossTable | null;
  /** The shares of the rows' values weighted by ward, where they can be. */
  readonly weighted: { readonly weighting: Weighting<string>; readonly shares: ReadonlyMap<string, { readonly plain: number; readonly weighted: number }> } | null;
}

/** Chooses two things, and shows them against each other with a test of chance. */
export function Compare({ locale, address, asked, narrowed, wanted, found }: CompareProps) {
  const t = messages(locale).analysis.compare;
  const options = [{ value: "", text: "–" }, ...asked.dimensions.map((dimension) => ({ value: dimension.key, text: dimensionName(locale, dimension) }))];
  return (
    <Section id="compare" title={t.title}>
      <div className="stack">
        <p>{t.lead}</p>
        <Filters label={t.title} action={`${address}#compare`} hidden={Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== ""))} submit={t.submit}>
          <SelectField name="rows" width="full" label={t.rows} value={wanted.rows} options={options} />
          <SelectField name="columns" width="full" label={t.columns} value={wanted.columns} options={options} />
          <SelectField name="hide" width="full" label={t.hide} value={wanted.hide ? "yes" : "no"} options={(["yes", "no"] as const).map((value) => ({ value, text: t.hides[value] }))} />
        </Filters>
        {wanted.rows !== "" && wanted.rows === wanted.columns ? <Notice kind="warn" title={t.same} /> : null}
        {found ? <Result locale={locale} found={found} asked={asked} /> : null}
      </div>
    </Section>
  );
}

function Result({ locale, found: { row, column, apart, table, weighted }, asked }: { readonly locale: Locale; readonly found: Compared; readonly asked: Asked }) {
  const t = messages(locale).analysis;
  const f = format(locale);
  const caption = t.compare.caption({ rows: dimensionName(locale, row), columns: dimensionName(locale, column) });
  if (apart) return <Notice kind="warn" title={t.compare.apart} />;
  if (table === null) return <p>{t.tooFew}</p>;
  if (table.total === 0) return <p>{t.compare.none}</p>;
  const hidden = <span className="muted">{t.hidden}</span>;
  // A share beside its count would tell a total that is hidden.
  const cell = (count: number | null | undefined, of: number | null) => (count === null || count === undefined ? hidden : of === null ? f.number(count) : t.compare.cell({ count: f.number(count), share: f.percent(of === 0 ? 0 : count / of) }));
  const lines = [...table.rows.map((value, at) => ({ name: valueName(locale, row, value, asked), cells: table.cells[at] ?? [], total: table.rowTotals[at] ?? null })), { name: t.compare.total, cells: table.columnTotals, total: table.total }];
  return (
    <>
      <DataTable
        caption={caption}
        stack
        scrollLabel={caption}
        rows={lines}
        rowKey={({ name }) => name}
        columns={[
          { key: "row", header: dimensionName(locale, row), cell: ({ name }) => name },
          ...table.columns.map((value, at) => ({ key: value, header: valueName(locale, column, value, asked), numeric: true, cell: ({ cells, total }: (typeof lines)[number]) => cell(cells[at], total) })),
          { key: "all", header: t.compare.total, numeric: true, cell: ({ total }) => (total === null ? hidden : f.number(total)) },
        ]}
      />
      <p className="small muted">
        {t.compare.shares} {[...table.cells, table.rowTotals].some((numbers) => numbers.includes(null)) ? t.hiddenWhy : ""}
      </p>
      {row.by === "equality" || column.by === "equality" ? <p className="small muted">{t.compare.equality}</p> : null}
      <Chance locale={locale} several={isSeveral(row) || isSeveral(column)} association={table.association} />
      {weighted ? <Weighted locale={locale} row={row} weighted={weighted} asked={asked} /> : null}
    </>
  );
}

function Chance({ locale, several, association }: { readonly locale: Locale; readonly several: boolean; readonly association: CrossTable["association"] }) {
  const t = messages(locale).analysis.compare;
  const f = format(locale);
  if (several) return <p>{t.several}</p>;
  if (association === null) return null;
  const { statistic, degrees, p, v, thin } = association;
  return (
    <div className="stack">
      <p>
        <strong>{p < 0.05 ? t.likely : t.unlikely}</strong> {t.chance({ statistic: f.decimal(statistic, 2), degrees, p: p < 0.001 ? `< ${f.decimal(0.001, 3)}` : `= ${f.decimal(p, 3)}`, v: f.decimal(v, 2) })}
      </p>
      {thin > 0.2 ? <Notice kind="warn" title={t.thin} /> : null}
      <p className="small muted">{t.notSample}</p>
    </div>
  );
}

function Weighted({ locale, row, weighted: { weighting, shares }, asked }: { readonly locale: Locale; readonly row: Dimension; readonly weighted: NonNullable<Compared["weighted"]>; readonly asked: Asked }) {
  const t = messages(locale).analysis;
  const f = format(locale);
  return (
    <div>
      <BarsTable
        caption={t.compare.weightedCaption({ rows: dimensionName(locale, row) })}
        headers={{ name: t.answer, value: t.compare.plain, second: t.compare.weightedShare, plot: t.compare.weighted }}
        rows={[...shares].map(([value, { plain, weighted }]) => ({
          name: valueName(locale, row, value, asked),
          value: f.percent(plain),
          second: f.percent(weighted),
          percent: plain * 100,
          comparedPercent: weighted * 100,
        }))}
      />
      <p className="small muted">
        {t.compare.weighted}. {t.compare.worth({ worth: f.number(Math.round(weighting.worth)), unheard: f.percent(weighting.unheard) })}
      </p>
    </div>
  );
}
