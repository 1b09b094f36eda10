import { BarsTable } from "#components/charts/bars-table.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OptionTitle } from "./option-title.tsx";
import { counted, type ResultParts } from "./options-to-show.ts";

/** Every option of the ballot, those most people chose first. */
export function SupportTable({ parts }: { readonly parts: ResultParts }) {
  const { locale, sheet, options, resultAddress, hasPoints } = parts;
  const t = messages(locale).results.support;
  const f = format(locale);
  const rows = [...sheet.outcome.projects].sort((a, b) => b.score - a.score || b.votes - a.votes || Number(a.id) - Number(b.id));
  const share = (votes: number): number => (sheet.ballots === 0 ? 0 : votes / sheet.ballots);
  return (
    <section aria-labelledby="support">
      <BarsTable
        caption={t.title}
        captionId="support"
        captionLook="heading"
        headers={{ name: t.project, value: t.votes, second: t.cost, plot: t.share(counted(f, sheet.ballots)), result: t.result }}
        showPlotHeader
        rows={rows.map(({ id, votes, score, cost, funded }) => {
          const slug = options.get(Number(id))?.slug;
          return {
            name: <OptionTitle parts={parts} number={Number(id)} href={slug ? `${resultAddress}/${slug}` : undefined} />,
            note: hasPoints ? t.points(counted(f, score)) : undefined,
            value: f.number(votes),
            second: f.money(cost),
            percent: 100 * share(votes),
            tone: funded ? ("main" as const) : ("other" as const),
            plotWords: f.percent(share(votes)),
            result: funded ? <Tag kind="done">{t.won}</Tag> : <Tag kind="notYet">{t.lost}</Tag>,
          };
        })}
      />
      {hasPoints ? <p className="small muted">{t.pointsNote}</p> : null}
    </section>
  );
}
