import { MoneyLeftTable } from "#components/charts/money-left-table.tsx";
import { Card } from "#components/layout/card.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import type { Tie } from "#domain/voting/counting/lots.ts";
import { turnMeasure, turns, workedCases, type Turn, type TurnMeasure } from "#domain/voting/results/explanation.ts";
import { ruleName } from "#domain/voting/results/poll-rule.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { explanationWords } from "./explanation-words.ts";
import { OptionTitle } from "./option-title.tsx";
import { titleOf, titlesOf, wholePounds, type ResultParts } from "./options-to-show.ts";
import { shareWords } from "./share-words.ts";

interface WhyWonProps {
  readonly parts: ResultParts;
  readonly lots: readonly { readonly lotOrder: readonly number[]; readonly witness: string; readonly drawnAt: Date }[];
}

/** How the rule works, what each project's turn had, and two cases told in words. */
export function WhyWon({ parts, lots }: WhyWonProps) {
  const { locale, sheet } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  const measure = turnMeasure(sheet);
  const compared = sheet.outcome.stages.find((stage) => stage.kind === "compared");
  const allFit = sheet.outcome.stages.some((stage) => stage.kind === "endowment" && stage.stoppedBy === "all-fit");
  const cases = workedCases(sheet);
  return (
    <section aria-labelledby="why" className="card result__why">
      <h2 id="why">{t.why.title}</h2>
      <p>{t.rules[ruleName(sheet.outcome.rule)].how}</p>
      {compared?.kind === "compared" && compared.kept === "greedy" ? <p>{t.why.compared({ shares: f.number(compared.preferCount), greedy: f.number(compared.preferGreedy) })}</p> : null}
      {allFit ? <p>{t.why.allFit}</p> : <TurnTable parts={parts} measure={measure} />}
      {cases.won === null && cases.lost === null ? null : (
        <Grid columns={2} className="result__cases">
          {cases.won === null ? null : <WorkedCase parts={parts} option={cases.won} won />}
          {cases.lost === null ? null : <WorkedCase parts={parts} option={cases.lost} />}
        </Grid>
      )}
      <EachProject parts={parts} />
      <Ties parts={parts} ties={sheet.outcome.ties} lots={lots} />
      <ShareOfEach parts={parts} />
    </section>
  );
}

/** What each project had when its turn came against what it costs; of one project where `only` names it. */
export function TurnTable({ parts, measure, only }: { readonly parts: ResultParts; readonly measure: TurnMeasure; readonly only?: number }) {
  const t = messages(parts.locale).results.why;
  const f = format(parts.locale);
  if (measure === "none") return null;
  const rows = turns(parts.sheet).filter((turn): turn is Turn & { hadPence: number } => turn.hadPence !== null && turn.costPence <= parts.sheet.budgetPence);
  const most = Math.max(1, ...rows.flatMap(({ hadPence, costPence }) => [hadPence, costPence])) * 1.02;
  const shown = only === undefined ? rows : rows.filter(({ option }) => option === only);
  if (shown.length === 0) return null;
  const supporters = measure === "supporters";
  return (
    <MoneyLeftTable
      caption={supporters ? t.supporters : t.pot}
      legend={{ won: t.enough, lost: t.notEnough, cost: t.costs }}
      headers={{ name: t.order, had: supporters ? t.supportersHad : t.potHad, costs: t.itCosts, plot: t.plot }}
      short={{ had: t.had, costs: t.cost }}
      rows={shown.map(({ option, funded, hadPence, costPence }) => ({
        name: <OptionTitle parts={parts} number={option} />,
        had: f.money(wholePounds(hadPence)),
        costs: f.money(costPence),
        hadPercent: (100 * hadPence) / most,
        costPercent: (100 * costPence) / most,
        won: funded,
      }))}
    />
  );
}

/** Why each project won or did not, in a sentence or two, in the order of the count. */
function EachProject({ parts }: { readonly parts: ResultParts }) {
  const t = messages(parts.locale).results.why;
  const { options, resultAddress } = parts;
  return (
    <Details summary={t.each}>
      <dl className="stack">
        {turns(parts.sheet).map(({ option }) => {
          const slug = options.get(option)?.slug;
          return (
            <div key={option}>
              <dt>
                <strong>
                  <OptionTitle parts={parts} number={option} href={slug ? `${resultAddress}/${slug}` : undefined} />
                </strong>
              </dt>
              <dd>{explanationWords(parts, option).join(" ")}</dd>
            </div>
          );
        })}
      </dl>
    </Details>
  );
}

function WorkedCase({ parts, option, won = false }: { readonly parts: ResultParts; readonly option: number; readonly won?: boolean }) {
  const t = messages(parts.locale).results.why;
  const project = titleOf(parts, option).text;
  const slug = parts.options.get(option)?.slug;
  return (
    <Card surface={won ? "tint" : "panel"} level={3} title={won ? t.wonTitle({ project }) : t.lostTitle({ project })}>
      <p>{explanationWords(parts, option).join(" ")}</p>
      {slug ? (
        <p className="small">
          <a href={`${parts.resultAddress}/${slug}`}>
            {t.stepByStep}
            <span className="vh">: {project}</span>
          </a>
        </p>
      ) : null}
    </Card>
  );
}

function Ties({ parts, ties, lots }: { readonly parts: ResultParts; readonly ties: readonly Tie[]; readonly lots: WhyWonProps["lots"] }) {
  const t = messages(parts.locale).results.why;
  const f = format(parts.locale);
  const words = { lot: t.tie, cost: t.tieByCost, score: t.tieByVotes, "earlier-stage": t.tieByVotes } as const;
  const line = ({ tied, chosen, decidedBy }: Tie) => words[decidedBy]({ projects: titlesOf(parts, tied.map(Number)), chosen: titleOf(parts, Number(chosen)).text });
  const byLot = ties.filter(({ decidedBy }) => decidedBy === "lot");
  const byRule = ties.filter(({ decidedBy }) => decidedBy !== "lot");
  return (
    <>
      {byLot.length + lots.length === 0 ? null : (
        <div className="prose result__cases">
          <h3>{t.tiesTitle}</h3>
          <ul>
            {byLot.map((tie, at) => (
              <li key={at}>{line(tie)}</li>
            ))}
            {lots.map(({ lotOrder, witness, drawnAt }, at) => (
              <li key={`lots-${at}`}>{t.lots({ date: f.date(drawnAt), order: titlesOf(parts, lotOrder), witness })}</li>
            ))}
          </ul>
        </div>
      )}
      {byRule.length === 0 ? null : (
        <Details summary={t.tiesByRule}>
          <ul>
            {byRule.map((tie, at) => (
              <li key={at}>{line(tie)}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** How the share of each voter was found, for rules that give shares. */
function ShareOfEach({ parts: { locale, sheet } }: { readonly parts: ResultParts }) {
  const t = messages(locale).results.share;
  const words = shareWords(locale, sheet);
  if (words.length === 0) return null;
  return (
    <Details summary={t.title}>
      <p>{words.join(" ")}</p>
    </Details>
  );
}
