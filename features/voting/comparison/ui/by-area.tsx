import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { AreaShareInView } from "../queries.ts";

/** Where the money went beside where the voters are, and how many of them have a winner. Nothing where one area alone voted. */
export function ByArea({ locale, shares }: { readonly locale: Locale; readonly shares: readonly AreaShareInView[] }) {
  const t = messages(locale).comparison.byArea;
  const who = messages(locale).results.who;
  const f = format(locale);
  if (shares.length < 2) return null;
  const percent = (share: number | null): string => (share === null ? who.notShown : f.percent(share, 1));
  const most = Math.max(0.01, ...shares.flatMap(({ shareOfSpend, shareOfVoters }) => [shareOfSpend ?? 0, shareOfVoters ?? 0]));
  const covered = ({ withAWinner, voters }: AreaShareInView): string =>
    withAWinner === null || voters === null || voters === 0 ? who.notShown : messages(locale).results.served.people({ shown: f.number(withAWinner), share: f.percent(withAWinner / voters) });
  const isHidden = shares.some(({ voters, withAWinner }) => voters === null || withAWinner === null);
  return (
    <Section id="by-area" title={t.title}>
      <BarsTable
        caption={t.plotCaption}
        headers={{ name: who.area, value: t.shareOfSpend, second: t.shareOfVoters, plot: t.plot }}
        rows={shares.map(({ name, shareOfSpend, shareOfVoters }) => ({
          name: textIn(name, locale).text,
          value: percent(shareOfSpend),
          second: percent(shareOfVoters),
          percent: (100 * (shareOfSpend ?? 0)) / most,
          comparedPercent: (100 * (shareOfVoters ?? 0)) / most,
        }))}
      />
      <DataTable
        caption={t.table}
        scrollLabel={t.table}
        stack
        columns={[
          { key: "area", header: who.area, cell: ({ name }) => textIn(name, locale).text },
          { key: "voters", header: t.voters, numeric: true, cell: ({ voters }) => (voters === null ? who.notShown : f.number(voters)) },
          { key: "spent", header: t.spent, numeric: true, cell: ({ spentPence }) => f.money(spentPence) },
          { key: "covered", header: t.covered, numeric: true, cell: covered },
        ]}
        rows={shares}
        rowKey={({ areaId }) => areaId}
      />
      {isHidden ? <p className="small muted">{who.hidden}</p> : null}
    </Section>
  );
}
