import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { Statement } from "#domain/basics/difference.ts";
import type { PoolCaseContent } from "#domain/partnerships/pooled-budget.ts";
import { bilingualStatements } from "#features/councils/versions/ui/version-statements.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { financialYear } from "./pooled-budgets.tsx";

/** All that a version of a business case says, in the reader's language. `names` are those of the partners, by their addresses. */
export function caseStatements(locale: Locale, content: PoolCaseContent, names: ReadonlyMap<string, BilingualText>): readonly Statement[] {
  const t = messages(locale).versions.poolCase;
  const f = format(locale);
  const nameOf = (partner: string): string => {
    const name = names.get(partner);
    return name ? textIn(name, locale).text : partner;
  };
  return [
    ...bilingualStatements(locale, "title", t.title, content.title),
    ...bilingualStatements(locale, "summary", t.summary, content.summary),
    ...content.shares.map(({ partner, basisPoints }) => ({ key: `share/${partner}`, label: t.share({ name: nameOf(partner) }), value: f.percent(basisPoints / 10_000, 2) })),
    ...content.lines.flatMap(({ partner, year, investPence, gainPence }) => {
      const its = { name: nameOf(partner), year: financialYear(year) };
      return [
        ...(investPence === 0 ? [] : [{ key: `invest/${partner}/${year}`, label: t.invests(its), value: f.money(investPence) }]),
        ...(gainPence === 0 ? [] : [{ key: `gain/${partner}/${year}`, label: t.gains(its), value: f.money(gainPence) }]),
      ];
    }),
  ];
}
