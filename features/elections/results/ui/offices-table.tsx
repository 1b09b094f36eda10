import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import type { OfficeHeld } from "#features/elections/results/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** Who was elected to what. */
export function OfficesTable({ locale, offices }: { readonly locale: Locale; readonly offices: readonly OfficeHeld[] }) {
  const t = messages(locale).elections.results;
  return (
    <DataTable
      caption={t.elected}
      captionLook="hidden"
      columns={[
        { key: "office", header: t.office, names: true, cell: ({ name }: OfficeHeld) => textIn(name, locale).text },
        {
          key: "holder",
          header: t.holder,
          cell: ({ holders }: OfficeHeld) => (holders.length === 0 ? <span className="muted">{t.vacant}</span> : <strong>{format(locale).list(holders.map((holder) => textIn(holder, locale).text))}</strong>),
        },
      ]}
      rows={offices}
      rowKey={({ name }) => name.en}
    />
  );
}
