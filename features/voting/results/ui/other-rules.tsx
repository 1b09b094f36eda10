import { YesNo } from "#components/tables/data-table.tsx";
import type { SideCount } from "#domain/voting/results/count-sheet.ts";
import { usualBeside, type DecidedBeside } from "#domain/voting/results/every-rule.ts";
import { turns } from "#domain/voting/results/explanation.ts";
import { ruleName } from "#domain/voting/results/poll-rule.ts";
import { publishedMetrics } from "#domain/voting/results/voter-metrics.ts";
import { EveryRule } from "#features/voting/comparison/ui/every-rule.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OptionTitle } from "./option-title.tsx";
import type { ResultParts } from "./options-to-show.ts";

/** The same ballots by the rules that were not agreed: three known ways project by project, then every rule that fits. */
export function OtherRules({ parts, beside }: { readonly parts: ResultParts; readonly beside: readonly SideCount[] }) {
  const { locale, sheet } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  if (beside.length === 0) return null;
  const counts: readonly DecidedBeside[] = [sheet, ...usualBeside(sheet, beside)];
  const funds = ({ outcome }: DecidedBeside, option: number): boolean => outcome.winners.includes(String(option));
  const rows = turns(sheet).filter(({ option }) => counts.some((count) => funds(count, option)));
  const name = ({ outcome }: DecidedBeside): string => t.rules[ruleName(outcome.rule)].name;
  const withoutWinner = (count: DecidedBeside): string => {
    const shown = publishedMetrics(count).without;
    return shown === null ? t.who.notShown : f.number(shown);
  };
  return (
    <section aria-labelledby="other-rules" className="stack">
      {/* A region that may be scrolled must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="tw" tabIndex={0} role="region" aria-label={t.other.region}>
        <table className="t t--tight">
          <caption id="other-rules">
            <span className="h2">{t.other.title}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.other.project}</th>
              {counts.map((count, at) => (
                <th key={count.outcome.rule} scope="col" className="c">
                  {at === 0 ? t.other.used({ rule: name(count) }) : name(count)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ option }) => (
              <tr key={option}>
                <th scope="row">
                  <OptionTitle parts={parts} number={option} />
                </th>
                {counts.map((count) => (
                  <td key={count.outcome.rule} className="c">
                    <YesNo yes={funds(count, option)} text={funds(count, option) ? t.other.yes : t.other.no} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.other.spent}</th>
              {counts.map((count) => (
                <td key={count.outcome.rule} className="c num">
                  {f.money(count.outcome.totalCost)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t.other.without}</th>
              {counts.map((count) => (
                <td key={count.outcome.rule} className="c num">
                  {withoutWinner(count)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="small muted">{t.other.note}</p>
      <EveryRule parts={parts} beside={beside} />
    </section>
  );
}
