import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { ReserveInView } from "#features/budgeting/reserves/queries.ts";
import { OptionTitle } from "#features/voting/results/ui/option-title.tsx";
import type { ResultParts } from "#features/voting/results/ui/options-to-show.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { afterCountWords } from "./after-count-words.ts";

export interface ReserveListProps {
  readonly parts: ResultParts;
  readonly reserve: ReserveInView;
}

/** Projects that come next when money is left or comes back, with what each was offered. */
export function ReserveList({ parts, reserve }: ReserveListProps) {
  const { locale, options, resultAddress } = parts;
  const t = messages(locale).reserves;
  const f = format(locale);
  const { policy, line, leftPence } = reserve;
  return (
    <Section id="reserve" title={t.title}>
      <div className="stack">
        <p>
          {t.lead} {afterCountWords(locale, policy).join(" ")}
        </p>
        <p>{leftPence === 0 ? t.nothingLeft : t.left({ amount: f.money(leftPence) })}</p>
        {line.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <DataTable
            caption={t.title}
            captionLook="hidden"
            stack
            columns={[
              { key: "place", header: t.place, numeric: true, cell: (each) => f.number(line.indexOf(each) + 1) },
              {
                key: "project",
                header: t.project,
                names: true,
                cell: ({ option }) => <OptionTitle parts={parts} number={option} href={options.get(option)?.slug ? `${resultAddress}/${options.get(option)?.slug ?? ""}` : undefined} />,
              },
              { key: "votes", header: t.votes, numeric: true, cell: ({ votes }) => f.number(votes) },
              { key: "cost", header: t.cost, numeric: true, cell: ({ costPence }) => f.money(costPence) },
              { key: "standing", header: t.standing, cell: ({ option }) => standingOf(parts, reserve, option) },
            ]}
            rows={line}
            rowKey={({ option }) => String(option)}
          />
        )}
      </div>
    </Section>
  );
}

/** What became of a project of the list: waiting, offered, funded, declined. */
export function standingOf({ locale }: Pick<ResultParts, "locale">, { offers, next }: ReserveInView, option: number): string {
  const t = messages(locale).reserves;
  const f = format(locale);
  const offer = offers.find((each) => each.option === option);
  if (offer) {
    const amount = { amount: f.money(offer.amountPence), date: f.date(offer.offeredAt) };
    if (offer.answer === "declined") return [t.declined(amount), offer.reason].filter(Boolean).join(" ");
    return offer.answer === "accepted" ? t.accepted(amount) : t.offered(amount);
  }
  const due = next.find((each) => each.option === option);
  return due ? t.due({ amount: f.money(due.amountPence) }) : t.waiting;
}
