import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { sumOf } from "#domain/budgeting/pot.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import { Section } from "#components/layout/section.tsx";
import type { MoneyOfPot } from "#features/budgeting/programmes/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** Who gives the money of each pot and what of it is kept for a theme; nothing where neither is told. */
export function MoneyBehind({ locale, money }: { readonly locale: Locale; readonly money: readonly MoneyOfPot[] }) {
  const t = messages(locale).programme.money;
  const f = format(locale);
  const words = (text: MoneyOfPot["name"]) => textIn(text, locale).text;
  const told = money.filter((pot) => pot.ringFencedFrom === null && (pot.funders.length > 0 || money.some(({ ringFencedFrom }) => ringFencedFrom === pot.id)));
  if (told.length === 0) return null;
  return (
    <Section id="money" title={t.title} className="stack">
      {told.map((pot) => {
        const kept = money.filter(({ ringFencedFrom }) => ringFencedFrom === pot.id);
        return (
          <div key={pot.id} className="stack-s">
            <h3>{words(pot.name)}</h3>
            <p>{t.whole({ amount: f.money(pot.amountPence + sumOf(kept)) })}</p>
            {kept.map((part) => (
              <p key={part.id}>{t.kept({ amount: f.money(part.amountPence), theme: words(part.theme) })}</p>
            ))}
            {pot.funders.length === 0 ? null : (
              <DataTable
                caption={`${t.title}: ${words(pot.name)}`}
                captionLook="hidden"
                stack
                rows={pot.funders}
                rowKey={(funder) => words(funder.name)}
                columns={[
                  { key: "name", header: t.funder, cell: (funder) => words(funder.name) },
                  { key: "condition", header: t.condition, cell: (funder) => words(funder.condition) || t.none },
                  { key: "amount", header: t.amount, numeric: true, cell: (funder) => f.money(funder.amountPence) },
                ]}
              />
            )}
          </div>
        );
      })}
    </Section>
  );
}
