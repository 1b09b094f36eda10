import type { BudgetProjectResult } from "#domain/voting/counting/count.ts";
import type { BudgetStage } from "#domain/voting/counting/stage.ts";
import { resultOf } from "#domain/voting/results/count-sheet.ts";
import { paymentPence, turnMeasure, turns } from "#domain/voting/results/explanation.ts";
import { publishesBallots } from "#domain/voting/results/published-ballots.ts";
import { ruleName } from "#domain/voting/results/poll-rule.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { closenessRows } from "./how-close.tsx";
import { explanationWords } from "./explanation-words.ts";
import { OptionTitle } from "./option-title.tsx";
import { titleOf, titlesOf, wholePounds, type ResultParts } from "./options-to-show.ts";
import { ruleTitle } from "./rule-title.ts";
import { shareWords } from "./share-words.ts";

export interface CountSheetPageProps {
  readonly parts: ResultParts;
  /** Ballots given out again to voters who had lost a key. */
  readonly reissues: number;
  readonly digest: string;
  readonly lots: readonly { readonly lotOrder: readonly number[]; readonly witness: string; readonly drawnAt: Date }[];
}

/** The count sheet to read or print: every stage in words, then every figure. */
export function CountSheetPage({ parts, reissues, digest, lots }: CountSheetPageProps) {
  const { locale, sheet, resultAddress } = parts;
  const t = messages(locale).results;
  const shares = shareWords(locale, sheet);
  const losers = turns(sheet).filter(({ funded, option }) => !funded && !isPassedOver(sheet.outcome.stages, option));
  return (
    <div className="stack-xl">
      <PageHead title={t.countSheet.title} lead={t.countSheet.lead({ rule: t.rules[ruleName(sheet.outcome.rule)].name })}>
        <p className="noprint">
          <a href={resultAddress}>{t.project.back}</a>
        </p>
        <p className="noprint muted">{t.countSheet.print}</p>
      </PageHead>
      <Section id="facts" title={t.countSheet.facts}>
        <Facts parts={parts} reissues={reissues} digest={digest} lots={lots} />
      </Section>
      <Section id="how" title={t.countSheet.how} prose>
        <p>{t.rules[ruleName(sheet.outcome.rule)].how}</p>
        {shares.length === 0 ? null : <p>{shares.join(" ")}</p>}
      </Section>
      <Section id="steps" title={t.countSheet.steps}>
        <Stages parts={parts} />
      </Section>
      {losers.length === 0 ? null : (
        <Section id="losers" title={t.countSheet.losers}>
          <ul className="plain stack">
            {losers.map(({ option }) => (
              <li key={option}>
                <h3>
                  <OptionTitle parts={parts} number={option} />
                </h3>
                <p>{explanationWords(parts, option).join(" ")}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="figures" title={t.countSheet.figures}>
        <Figures parts={parts} />
        {publishesBallots(sheet.ballots) ? null : <p className="small muted">{t.countSheet.few}</p>}
      </Section>
    </div>
  );
}

const isPassedOver = (stages: readonly BudgetStage[], option: number): boolean => stages.some((stage) => stage.kind === "passed-over" && stage.project === String(option));

function Facts({ parts, reissues, digest, lots }: CountSheetPageProps) {
  const { locale, sheet, options } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  const { rule, params, totalCost, stages } = sheet.outcome;
  const endowment = stages.find((stage) => stage.kind === "endowment");
  const raised = endowment?.kind === "endowment" && endowment.stoppedBy !== "single-run" && endowment.stoppedBy !== "all-fit" ? endowment : null;
  return (
    <SummaryList
      rows={[
        { term: t.countSheet.rule, answer: t.rules[ruleName(rule)].name },
        { term: t.countSheet.variant, answer: `${ruleTitle(locale, rule)} (${rule})` },
        { term: t.countSheet.pot, answer: f.money(sheet.budgetPence) },
        { term: t.countSheet.ballots, answer: f.number(sheet.ballots) },
        { term: t.countSheet.spent, answer: f.money(totalCost) },
        { term: t.countSheet.left, answer: f.money(sheet.budgetPence - totalCost) },
        ...(params.threshold > 0 ? [{ term: t.countSheet.threshold, answer: f.number(params.threshold) }] : []),
        ...(raised === null
          ? []
          : [
              { term: t.countSheet.step, answer: f.money(params.increment) },
              { term: t.countSheet.runs, answer: f.number(raised.runs) },
              { term: t.countSheet.finalShare, answer: f.money(Math.round((raised.perVoter[0]?.value ?? 0) * 100)) },
            ]),
        ...lots.map(({ lotOrder, witness, drawnAt }) => ({ term: t.sheet.lots, answer: t.why.lots({ date: f.date(drawnAt), order: titlesOf({ locale, options }, lotOrder), witness }) })),
        ...closenessRows({ parts, reissues }),
        { term: t.countSheet.digest, answer: <code className="result__digest">{digest}</code> },
      ]}
    />
  );
}

/** Stages in the order of the count; numbers count the winners. */
function Stages({ parts }: { readonly parts: ResultParts }) {
  const { locale, sheet } = parts;
  const t = messages(locale).results.countSheet;
  const { stages } = sheet.outcome;
  const funded = stages.filter((stage) => stage.kind === "funded");
  if (!stages.some(({ kind }) => kind === "funded" || kind === "passed-over")) return <p>{t.none}</p>;
  return (
    <ol className="plain stack">
      {stages.map((stage, at) =>
        stage.kind === "endowment" ? null : (
          <li key={at}>
            <Stage parts={parts} stage={stage} place={stage.kind === "funded" ? funded.indexOf(stage) + 1 : 0} />
          </li>
        ),
      )}
    </ol>
  );
}

function Stage({ parts, stage, place }: { readonly parts: ResultParts; readonly stage: Exclude<BudgetStage, { kind: "endowment" }>; readonly place: number }) {
  const { locale, sheet } = parts;
  const t = messages(locale).results.countSheet;
  const f = format(locale);
  if (stage.kind === "compared") return <p>{t.compared({ shares: f.number(stage.preferCount), greedy: f.number(stage.preferGreedy) })}</p>;
  const option = Number(stage.project);
  const project = titleOf(parts, option).text;
  const words = explanationWords(parts, option).join(" ");
  if (stage.kind === "passed-over") {
    return (
      <>
        <h3>{t.passedTitle({ project })}</h3>
        <p>{words}</p>
      </>
    );
  }
  const more = [
    ...(stage.tied.length > 1 ? [t.level({ projects: titlesOf(parts, stage.tied.map(Number)) })] : []),
    ...(stage.effectiveVotes && publishesBallots(sheet.ballots) ? [t.effective({ votes: f.decimal(stage.effectiveVotes.value, 1) })] : []),
    ...(stage.load ? [t.load({ load: f.money(Math.round(stage.load.value * 100)) })] : []),
    t.spentSoFar({ spent: f.money(stage.spent), left: f.money(sheet.budgetPence - stage.spent) }),
  ];
  return (
    <>
      <h3>{t.stepTitle({ number: f.number(place), project })}</h3>
      <p>{words}</p>
      <p>{more.join(" ")}</p>
    </>
  );
}

function Figures({ parts }: { readonly parts: ResultParts }) {
  const { locale, sheet, hasPoints } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  const rows = turns(sheet).flatMap(({ option }) => resultOf(sheet, option) ?? []);
  const detailed = turnMeasure(sheet) === "supporters" && publishesBallots(sheet.ballots);
  const money = (pence: number | null): string => (pence === null ? "" : f.money(wholePounds(Math.floor(pence + 1e-6))));
  const column = (key: string, header: string, cell: (row: BudgetProjectResult) => string) => ({ key, header, numeric: true, cell });
  const project = { key: "project", header: t.support.project, cell: ({ id }: BudgetProjectResult) => <OptionTitle parts={parts} number={Number(id)} /> };
  const table = (caption: string, columns: readonly ReturnType<typeof column>[]) => (
    <DataTable caption={caption} scrollLabel={caption} className="t--tight" columns={[project, ...columns]} rows={rows} rowKey={({ id }) => id} />
  );
  // Two tables, so that each fits a sheet of paper.
  return (
    <div className="stack">
      {table(t.countSheet.projectsTable, [
        column("place", t.countSheet.place, ({ place }) => (place === null ? t.countSheet.noPlace : f.number(place))),
        column("cost", t.support.cost, ({ cost }) => f.money(cost)),
        column("votes", t.support.votes, ({ votes }) => f.number(votes)),
        ...(hasPoints ? [column("points", t.project.pointsGiven, ({ score }) => f.number(score))] : []),
      ])}
      {detailed
        ? table(t.countSheet.supportersTable, [
            column("had", t.countSheet.paidTogether, ({ supportersMoneyAtTurn }) => money(supportersMoneyAtTurn)),
            column("payment", t.countSheet.payment, ({ paymentPerPoint }) => (paymentPerPoint ? f.money(paymentPence(sheet, paymentPerPoint.value)) : "")),
            column("effective", t.countSheet.effectiveVotes, ({ effectiveVotes }) => (effectiveVotes ? f.decimal(effectiveVotes.value, 1) : "")),
            column("left", t.countSheet.leftWith, ({ supportersMoneyLeft }) => money(supportersMoneyLeft)),
            column("support", t.countSheet.support, ({ effectiveSupport }) => (effectiveSupport === null ? "" : f.percent(effectiveSupport / 100, 1))),
          ])
        : null}
    </div>
  );
}
