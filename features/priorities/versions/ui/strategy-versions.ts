import type { Locale } from "#domain/basics/bilingual.ts";
import type { Statement } from "#domain/basics/difference.ts";
import type { StrategyContent } from "#domain/priorities/plan-content.ts";
import { bilingualStatements } from "#features/councils/versions/ui/version-statements.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** All that a version of a strategy says, in the reader's language. */
export function strategyStatements(locale: Locale, content: StrategyContent): readonly Statement[] {
  const t = messages(locale).versions.strategy;
  const f = format(locale);
  return [
    ...bilingualStatements(locale, "title", t.title, content.title),
    ...bilingualStatements(locale, "story", t.story, content.story),
    { key: "years", label: t.years, value: messages(locale).priorities.years({ from: String(content.fromYear), to: String(content.toYear) }) },
    ...content.themes.flatMap((theme) => {
      const number = f.number(theme.position);
      return [
        ...bilingualStatements(locale, theme.theme, t.theme({ number }), theme.title),
        ...bilingualStatements(locale, `${theme.theme}/lead`, t.lead({ number }), theme.lead),
        ...theme.outcomes.flatMap((outcome) => bilingualStatements(locale, outcome.outcome, t.outcome({ theme: number, number: f.number(outcome.position) }), outcome.title)),
      ];
    }),
  ];
}
