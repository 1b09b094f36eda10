import type { Locale } from "#domain/basics/bilingual.ts";
import type { Statement } from "#domain/basics/difference.ts";
import { FRAMEWORK_WORDS } from "#domain/priorities/framework.ts";
import type { OwnFramework } from "#domain/priorities/own-framework.ts";
import { bilingualStatements } from "#features/councils/versions/ui/version-statements.ts";
import { sourceInWords, wordsOfRules } from "#features/priorities/plans/ui/rule-words.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** All that a version of a council's own framework says, in the reader's language. */
export function frameworkStatements(locale: Locale, { name, law, rules }: OwnFramework): readonly Statement[] {
  const t = messages(locale).frameworks.form;
  const f = format(locale);
  return [
    ...bilingualStatements(locale, "name", t.labels.name, name),
    { key: "law", label: t.labels.law, value: law, lang: sourceInWords(locale, law).lang },
    ...wordsOfRules(locale, rules).flatMap(({ rule, words, source }) => [
      { key: `rule/${rule}`, label: t.ruleNames[rule], value: words },
      { key: `rule/${rule}/source`, label: t.sourceOf({ rule: t.ruleNames[rule] }), value: source.text, lang: source.lang },
    ]),
    { key: "review", label: t.labels.reviewEveryMonths, value: f.number(rules.reviewEveryMonths) },
    { key: "risk", label: t.labels.atRiskPercent, value: f.number(rules.atRiskPercent) },
    ...FRAMEWORK_WORDS.flatMap((word) => {
      const own = rules.words?.[word];
      return own ? bilingualStatements(locale, `word/${word}`, `${t.groups.words}: ${t.labels[word]}`, own) : [];
    }),
  ];
}
