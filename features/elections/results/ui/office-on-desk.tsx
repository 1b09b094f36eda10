import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { OfficeRule } from "#domain/elections/template.ts";
import type { ContestCounted } from "#features/elections/results/queries.ts";
import { ElectionSheet } from "#features/voting/count-sheets/ui/election-sheet.tsx";
import { messages } from "#i18n/messages.ts";
import { OfficesTable } from "./offices-table.tsx";
import { CountNotes } from "./result-page.tsx";

/** An election on the returning officer's desk: its rule by name, and its newest count with the offices filled. */
export const officeOnDesk = (locale: Locale, rule: OfficeRule, counted: ContestCounted | null) => ({
  rule: messages(locale).elections.rules[rule].name,
  shown:
    counted === null ? null : (
      <div className="stack-l">
        <OfficesTable locale={locale} offices={counted.offices} />
        <CountNotes locale={locale} counted={counted} />
        <ElectionSheet locale={locale} outcome={counted.sheet.outcome} name={(id) => textIn(counted.names.get(id) ?? { en: id, cy: id }, locale).text} />
      </div>
    ),
});
