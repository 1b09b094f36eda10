import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { PotToShow } from "./engagement-to-show.ts";

/** How much is in each pot, as a table whose last cell is a bar. */
export function PotTable({ locale, pots }: { readonly locale: Locale; readonly pots: readonly PotToShow[] }) {
  const t = messages(locale).pages.vote;
  const f = format(locale);
  const largest = Math.max(1, ...pots.map((pot) => pot.amountPence));
  return (
    <BarsTable
      caption={pots.length > 1 ? t.eachArea : t.thePot}
      captionLook="hidden"
      headers={{ name: t.area, value: t.pot, plot: t.pot }}
      rows={pots.map((pot) => ({
        name: <a href={`#pot-${pot.slug}`}>{textIn(pot.name, locale).text}</a>,
        note: t.projects({ count: pot.projects.length }),
        value: f.money(pot.amountPence),
        percent: (pot.amountPence / largest) * 100,
      }))}
    />
  );
}
