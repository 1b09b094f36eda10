import type { Locale } from "#domain/basics/bilingual.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import { winnersOf, type SideCount } from "#domain/voting/results/count-sheet.ts";
import { compareEveryRule, rulesThatDoNotFit, type Choice, type Unfit } from "#domain/voting/results/every-rule.ts";
import { publishedMetrics } from "#domain/voting/results/voter-metrics.ts";
import { Details } from "#components/layout/details.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { counted, titlesOf, type ResultParts } from "#features/voting/results/ui/options-to-show.ts";
import { ruleTitle } from "#features/voting/results/ui/rule-title.ts";

/** What each rule that fits the ballots would have chosen, in words and as a table, and which rules do not fit. */
export function EveryRule({ parts, beside }: { readonly parts: ResultParts; readonly beside: readonly SideCount[] }) {
  const { locale, sheet } = parts;
  const t = messages(locale).comparison;
  const who = messages(locale).results.who;
  const f = format(locale);
  const { choices, others, same, always, sometimes } = compareEveryRule(sheet, beside);
  if (others === 0) return null;
  const all = f.number(others);
  const without = ({ count }: Choice): number | null => publishedMetrics(count).without;
  const difference = (row: Choice): string => {
    if (row === choices[0]) return t.result;
    return [...(row.gains.length > 0 ? [t.gains({ projects: titlesOf(parts, row.gains) })] : []), ...(row.loses.length > 0 ? [t.loses({ projects: titlesOf(parts, row.loses) })] : [])].join(" ");
  };
  return (
    <section aria-labelledby="every-rule" className="stack">
      <h3 id="every-rule">{t.title}</h3>
      <div className="prose">
        <p>{same === others ? t.allSame({ all }) : t.lead({ same: counted(f, same), all })}</p>
        {same === others ? null : (
          <>
            <p>{always.length === 0 ? t.alwaysNone : t.always({ projects: titlesOf(parts, always) })}</p>
            <p>{t.sometimes({ projects: titlesOf(parts, sometimes) })}</p>
          </>
        )}
      </div>
      <DataTable
        caption={t.table}
        stack
        columns={[
          { key: "rules", header: t.rules, cell: (row: Choice) => <Rules locale={locale} rules={row.rules} agreed={sheet.outcome.rule} /> },
          { key: "winners", header: t.winners, numeric: true, cell: ({ count }: Choice) => f.number(winnersOf(count).length) },
          { key: "spent", header: t.spent, numeric: true, cell: ({ count }: Choice) => f.money(count.outcome.totalCost) },
          ...(choices.every((row) => without(row) === null)
            ? []
            : [{ key: "without", header: t.without, numeric: true, cell: (row: Choice) => ((shown) => (shown === null ? who.notShown : f.number(shown)))(without(row)) }]),
          { key: "difference", header: t.difference, cell: difference },
        ]}
        rows={choices}
        rowKey={({ count }) => count.outcome.rule}
      />
      <p className="small muted">{t.ties}</p>
      <UnfitRules parts={parts} beside={beside} />
    </section>
  );
}

function Rules({ locale, rules, agreed }: { readonly locale: Locale; readonly rules: readonly BudgetRuleId[]; readonly agreed: BudgetRuleId }) {
  const { used } = messages(locale).results.other;
  return (
    <ul className="plain stack-s">
      {rules.map((rule) => (
        <li key={rule}>{rule === agreed ? used({ rule: ruleTitle(locale, rule) }) : ruleTitle(locale, rule)}</li>
      ))}
    </ul>
  );
}

function UnfitRules({ parts: { locale, sheet }, beside }: Parameters<typeof EveryRule>[0]) {
  const t = messages(locale).comparison;
  const unfit = rulesThatDoNotFit(sheet.outcome.rule, beside);
  const reasons = [...new Set(unfit.map(({ reason }) => reason))];
  const named = (wanted: Unfit): string => format(locale).list(unfit.filter(({ reason }) => reason === wanted).map(({ rule }) => ruleTitle(locale, rule)));
  return (
    <Details summary={t.unfit}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{t.reasons[reason]({ rules: named(reason) })}</li>
        ))}
      </ul>
    </Details>
  );
}
