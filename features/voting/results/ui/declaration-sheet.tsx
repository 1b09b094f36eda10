import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import { resultOf, winnersOf } from "#domain/voting/results/count-sheet.ts";
import { turns } from "#domain/voting/results/explanation.ts";
import { ruleName } from "#domain/voting/results/poll-rule.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { closenessRows } from "./how-close.tsx";
import { OptionTitle } from "./option-title.tsx";
import { titlesOf, type ResultParts } from "./options-to-show.ts";

export interface DeclarationSheetProps {
  readonly parts: ResultParts;
  /** Ballots given out again to voters who had lost a key. */
  readonly reissues: number;
  readonly council: BilingualText;
  readonly question: BilingualText;
  readonly name: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly fingerprint: string | null;
  readonly digest: string;
  readonly lots: readonly { readonly lotOrder: readonly number[]; readonly witness: string; readonly drawnAt: Date }[];
  readonly declared: { readonly at: Date; readonly by: string } | null;
  /** The public count sheet of this result; null where it has none yet. */
  readonly stepsAddress: string | null;
}

/** The result on paper, to be signed and put up. */
export function DeclarationSheet(props: DeclarationSheetProps) {
  const { parts, reissues, council, question, name, opensAt, closesAt, fingerprint, digest, lots, declared, stepsAddress } = props;
  const { locale, sheet } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  const winners = winnersOf(sheet);
  const others = turns(sheet).filter(({ funded }) => !funded);
  return (
    <div className="stack">
      <p className="kicker">{textIn(council, locale).text}</p>
      <h1>{t.sheet.title}</h1>
      <p className="lead">{name}</p>
      {declared ? null : <Notice kind="warn" title={t.sheet.notDeclared} />}
      <p className="noprint muted">{t.sheet.print}</p>
      {stepsAddress === null ? null : (
        <p className="noprint">
          <a href={stepsAddress}>{t.countSheet.declarationLink}</a>
        </p>
      )}
      <SummaryList
        rows={[
          { term: t.sheet.question, answer: textIn(question, locale).text },
          ...(opensAt && closesAt ? [{ term: t.sheet.voting, answer: t.sheet.votingTimes({ from: f.dateAndTime(opensAt), to: f.dateAndTime(closesAt) }) }] : []),
          { term: t.sheet.rule, answer: `${t.rules[ruleName(sheet.outcome.rule)].name} (${sheet.outcome.rule})` },
          { term: t.sheet.pot, answer: f.money(sheet.budgetPence) },
          { term: t.sheet.ballots, answer: f.number(sheet.ballots) },
          { term: t.sheet.spent, answer: f.money(sheet.outcome.totalCost) },
          ...closenessRows({ parts, reissues }),
        ]}
      />
      {winners.length === 0 ? (
        <p>{t.sheet.none}</p>
      ) : (
        <DataTable
          caption={t.sheet.funded}
          columns={[
            { key: "place", header: t.sheet.place, cell: (option) => f.number(winners.indexOf(option) + 1) },
            { key: "project", header: t.sheet.project, names: true, cell: (option) => <OptionTitle parts={parts} number={option} /> },
            { key: "votes", header: t.sheet.votes, numeric: true, cell: (option) => f.number(resultOf(sheet, option)?.votes ?? 0) },
            { key: "cost", header: t.sheet.cost, numeric: true, cell: (option) => f.money(resultOf(sheet, option)?.cost ?? 0) },
          ]}
          rows={winners}
          rowKey={String}
        />
      )}
      {others.length === 0 ? null : (
        <DataTable
          caption={t.sheet.others}
          columns={[
            { key: "project", header: t.sheet.project, cell: ({ option }) => <OptionTitle parts={parts} number={option} /> },
            { key: "votes", header: t.sheet.votes, numeric: true, cell: ({ option }) => f.number(resultOf(sheet, option)?.votes ?? 0) },
            { key: "cost", header: t.sheet.cost, numeric: true, cell: ({ costPence }) => f.money(costPence) },
          ]}
          rows={others}
          rowKey={({ option }) => String(option)}
        />
      )}
      <SummaryList
        rows={[
          ...lots.map(({ lotOrder, witness, drawnAt }) => ({ term: t.sheet.lots, answer: t.why.lots({ date: f.date(drawnAt), order: titlesOf(parts, lotOrder), witness }) })),
          ...(fingerprint === null ? [] : [{ term: t.sheet.fingerprint, answer: <code className="result__digest">{fingerprint}</code> }]),
          { term: t.sheet.digest, answer: <code className="result__digest">{digest}</code> },
        ]}
      />
      <p className="result__sign">{declared ? t.sheet.sign({ name: declared.by }) : t.sheet.signHere}</p>
      {declared ? <p>{t.sheet.date({ when: f.dateAndTime(declared.at) })}</p> : null}
    </div>
  );
}
