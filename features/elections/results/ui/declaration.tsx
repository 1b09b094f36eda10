import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { ElectionStage as CountStage } from "#domain/voting/counting/election-stage.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { ContestCounted } from "#features/elections/results/queries.ts";
import type { OfficeRule } from "#domain/elections/template.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OfficesTable } from "./offices-table.tsx";
import { CountNotes } from "./result-page.tsx";

export interface DeclarationProps {
  readonly council: BilingualText;
  readonly election: BilingualText;
  readonly contest: BilingualText;
  readonly rule: OfficeRule;
  readonly counted: ContestCounted;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly fingerprint: string | null;
  readonly declared: { readonly at: Date; readonly by: string } | null;
}

/** The declaration on paper: in Welsh and in English on one sheet, as bodies in Wales must have it, to be signed and put up. */
export function DeclarationInBoth({ locale, ...props }: DeclarationProps & { readonly locale: Locale }) {
  const t = messages(locale).elections.sheet;
  const order: readonly Locale[] = locale === "cy" ? ["cy", "en"] : ["en", "cy"];
  return (
    <div className="stack-xl">
      {props.declared ? null : <Notice kind="warn" title={t.provisional} />}
      <p className="noprint muted">{t.print}</p>
      {order.map((language, at) => (
        <article key={language} lang={language} className="stack">
          <Declaration locale={language} {...props} first={at === 0} />
        </article>
      ))}
    </div>
  );
}

/** The votes of each person at a step; null where a step has none. */
function votesOf(stage: CountStage | undefined): Readonly<Record<string, string | number>> {
  if (stage === undefined || stage.kind === "pairwise") return {};
  if (stage.kind === "second-preferences") return stage.total;
  return stage.kind === "totals" ? Object.fromEntries(Object.entries(stage.totals).map(([id, { value }]) => [id, value])) : stage.votes;
}

function Declaration({ locale, council, election, contest, rule, counted, opensAt, closesAt, fingerprint, declared, first: isFirst }: DeclarationProps & { readonly locale: Locale; readonly first: boolean }) {
  const { sheet: t, rules } = messages(locale).elections;
  const f = format(locale);
  const { stages, metrics } = counted.sheet.outcome;
  const [first, last] = [votesOf(stages[0]), votesOf(stages.at(-1))];
  const shown = (votes: string | number | undefined) => (votes === undefined ? t.out : typeof votes === "string" ? votes : f.decimal(votes, 2));
  const [name, of] = [textIn(election, locale).text, textIn(contest, locale).text];
  const Heading = isFirst ? "h1" : "h2";
  return (
    <>
      <p className="kicker">{textIn(council, locale).text}</p>
      <Heading>{t.title}</Heading>
      <p className="lead">{name === of ? name : `${name}: ${of}`}</p>
      <SummaryList
        rows={[
          { term: t.rule, answer: rules[rule].name },
          { term: t.voting, answer: t.times({ from: f.dateAndTime(opensAt), to: f.dateAndTime(closesAt) }) },
          { term: t.ballots, answer: f.number(counted.sheet.ballots) },
          { term: t.valid, answer: f.number(metrics.valid) },
        ]}
      />
      <DataTable
        caption={t.votes}
        stack
        columns={[
          { key: "name", header: t.candidate, names: true, cell: ([, title]: readonly [string, BilingualText]) => textIn(title, locale).text },
          { key: "first", header: t.first, numeric: true, cell: ([id]: readonly [string, BilingualText]) => shown(first[id]) },
          ...(stages.length > 1 ? [{ key: "last", header: t.last, numeric: true, cell: ([id]: readonly [string, BilingualText]) => shown(last[id]) }] : []),
        ]}
        rows={[...counted.names]}
        rowKey={([id]) => id}
      />
      <p>{t.elected}</p>
      <OfficesTable locale={locale} offices={counted.offices} />
      <CountNotes locale={locale} counted={counted} />
      <SummaryList
        rows={[
          ...(fingerprint === null ? [] : [{ term: t.fingerprint, answer: <code className="result__digest">{fingerprint}</code> }]),
          { term: t.digest, answer: <code className="result__digest">{counted.digest}</code> },
        ]}
      />
      <p className="result__sign">{declared ? t.signed({ name: declared.by }) : t.sign}</p>
      {declared ? <p>{f.dateAndTime(declared.at)}</p> : null}
    </>
  );
}
