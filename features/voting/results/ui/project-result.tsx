import type { BilingualText } from "#domain/basics/bilingual.ts";
import { resultOf, type CountSheet, type FundedStage } from "#domain/voting/results/count-sheet.ts";
import { paymentPence, turnMeasure, turns } from "#domain/voting/results/explanation.ts";
import { ruleName } from "#domain/voting/results/poll-rule.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { isTileName } from "#components/pictures/tile.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList, type SummaryRow } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { explanationWords } from "./explanation-words.ts";
import { OptionTitle } from "./option-title.tsx";
import { TurnTable } from "./why-won.tsx";
import { titleOf, wholePounds, type ResultParts } from "./options-to-show.ts";

export interface ProjectResultProps {
  readonly parts: ResultParts;
  readonly option: number;
  readonly pot: { readonly slug: string; readonly name: BilingualText };
}

/** The page's own name: "A bench every 200 metres: why it won". */
export function projectResultTitle({ parts, option }: Pick<ProjectResultProps, "parts" | "option">): string {
  const t = messages(parts.locale).results.project;
  const project = titleOf(parts, option).text;
  return resultOf(parts.sheet, option)?.funded ? t.titleWon({ project }) : t.titleLost({ project });
}

/** Why one project won or did not: in words, in figures, and the count step by step. */
export function ProjectResult(props: ProjectResultProps) {
  const { parts, option, pot } = props;
  const { locale, sheet, options, voteAddress, resultAddress } = parts;
  const t = messages(locale).results;
  const shown = options.get(option);
  const won = resultOf(sheet, option)?.funded === true;
  return (
    <div className="stack-xl">
      <PageHead
        tile={shown && isTileName(shown.tile) ? shown.tile : "budget"}
        tag={<Tag kind={won ? "done" : "notYet"}>{won ? t.project.wonTag : t.project.lostTag}</Tag>}
        title={projectResultTitle(props)}
        lead={explanationWords(parts, option).join(" ")}
      >
        <p className="row">
          <a href={resultAddress}>{t.project.back}</a>
          {shown?.slug ? <a href={`${voteAddress}/projects/${pot.slug}/${shown.slug}`}>{t.project.about}</a> : null}
        </p>
      </PageHead>
      <TurnPlot {...props} />
      <Section id="figures" title={t.project.figures}>
        <SummaryList rows={figures(parts, option)} />
      </Section>
      <PaidFor {...props} />
      <Section id="steps" title={t.project.steps}>
        <p>{t.rules[ruleName(sheet.outcome.rule)].how}</p>
        <Steps parts={parts} option={option} />
      </Section>
    </div>
  );
}

/** What it had against what it costs, as in the plot of all projects. */
function TurnPlot({ parts, option }: ProjectResultProps) {
  const measure = turnMeasure(parts.sheet);
  return measure === "none" ? null : <TurnTable parts={parts} measure={measure} only={option} />;
}

function figures({ locale, sheet, hasPoints }: ResultParts, option: number): readonly SummaryRow[] {
  const t = messages(locale).results.project;
  const f = format(locale);
  const result = resultOf(sheet, option);
  if (!result) return [];
  const row = (term: string, answer: string | null, note?: string): SummaryRow[] =>
    answer === null ? [] : [{ term, answer: note ? <Noted answer={answer} note={note} /> : answer }];
  const money = (pence: number | null): string | null => (pence === null ? null : f.money(wholePounds(Math.floor(pence + 1e-6))));
  return [
    ...row(t.votes, f.number(result.votes)),
    ...row(t.share, sheet.ballots === 0 ? null : f.percent(result.votes / sheet.ballots, 1)),
    ...row(t.pointsGiven, hasPoints ? f.number(result.score) : null),
    ...row(t.cost, f.money(result.cost)),
    ...row(t.place, result.place === null ? null : f.number(result.place)),
    ...row(t.hadAtTurn, money(result.supportersMoneyAtTurn)),
    ...row(t.hadLeft, result.funded ? null : money(result.supportersMoneyLeft)),
    ...row(t.payment, result.paymentPerPoint ? f.money(paymentPence(sheet, result.paymentPerPoint.value)) : null),
    ...row(t.effectiveVotes, result.effectiveVotes ? f.decimal(result.effectiveVotes.value, 1) : null, t.effectiveVotesNote),
    ...row(t.effectiveSupport, result.effectiveSupport === null ? null : f.percent(result.effectiveSupport / 100, 1), t.effectiveSupportNote),
  ];
}

function Noted({ answer, note }: { readonly answer: string; readonly note: string }) {
  return (
    <>
      {answer}
      <br />
      <span className="small muted">{note}</span>
    </>
  );
}

/** For equal shares: what the people who chose it helped to pay for. */
function PaidFor({ parts, option }: ProjectResultProps) {
  const { locale, sheet } = parts;
  const t = messages(locale).results.project;
  const f = format(locale);
  const result = resultOf(sheet, option);
  if (turnMeasure(sheet) !== "supporters" || !result || result.votes === 0) return null;
  const left = Math.floor((result.supportersMoneyLeft ?? 0) + 1e-6);
  return (
    <Section id="paid" title={t.paid} hideTitle>
      {result.supportersPaid.length === 0 ? (
        <p>{t.paidNone}</p>
      ) : (
        <DataTable
          caption={t.paid}
          captionLook="heading"
          columns={[
            { key: "project", header: t.paidFor, cell: ({ projectId }) => <Self parts={parts} number={Number(projectId)} option={option} />, foot: t.paidLeft },
            { key: "amount", header: t.paidAmount, numeric: true, cell: ({ amount }) => f.money(wholePounds(Math.round(amount))), foot: f.money(wholePounds(left)) },
          ]}
          rows={result.supportersPaid}
          rowKey={({ projectId }) => projectId}
        />
      )}
    </Section>
  );
}

function Self({ parts, number, option }: { readonly parts: ResultParts; readonly number: number; readonly option: number }) {
  const t = messages(parts.locale).results.project;
  if (number !== option) return <OptionTitle parts={parts} number={number} />;
  return (
    <strong>
      <OptionTitle parts={parts} number={number} /> ({t.thisOne})
    </strong>
  );
}

/** Every step that funded a project, and the turn of this one where it was passed over. */
function Steps({ parts, option }: { readonly parts: ResultParts; readonly option: number }) {
  const { locale, sheet } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  const measure = turnMeasure(sheet);
  const had = new Map(turns(sheet).map((turn) => [turn.option, turn.hadPence]));
  const money = (pence: number | null | undefined): string => (pence === null || pence === undefined ? "" : f.money(wholePounds(pence)));
  return (
    <DataTable
      caption={t.project.steps}
      captionLook="hidden"
      stack
      columns={[
        { key: "step", header: t.project.step, cell: ({ step }) => step },
        { key: "project", header: t.support.project, names: true, cell: ({ number }) => <Self parts={parts} number={number} option={option} /> },
        ...(measure === "none" ? [] : [{ key: "had", header: measure === "pot" ? t.why.potHad : t.why.supportersHad, numeric: true, cell: ({ number, left }: Step) => money(left ?? had.get(number)) }]),
        { key: "cost", header: t.why.itCosts, numeric: true, cell: ({ cost }) => f.money(cost) },
        ...(measure === "supporters"
          ? [{ key: "each", header: t.project.each, numeric: true, cell: ({ stage }: Step) => (stage?.paymentPerPoint ? f.money(paymentPence(sheet, stage.paymentPerPoint.value)) : stage ? t.project.rest : "") }]
          : []),
        { key: "spent", header: t.project.spent, numeric: true, cell: ({ stage }) => (stage ? f.money(stage.spent) : t.project.passed) },
      ]}
      rows={stepsOf(sheet, option)}
      rowKey={({ number }) => String(number)}
    />
  );
}

interface Step {
  readonly step: string;
  readonly number: number;
  readonly cost: number;
  readonly stage: FundedStage | null;
  /** What the pot had, where it paid and not the supporters. */
  readonly left: number | null;
}

function stepsOf(sheet: CountSheet, option: number): readonly Step[] {
  let spent = 0;
  let number = 0;
  const steps: Step[] = [];
  for (const stage of sheet.outcome.stages) {
    const left = sheet.budgetPence - spent;
    if (stage.kind === "funded") {
      number += 1;
      steps.push({ step: String(number), number: Number(stage.project), cost: stage.cost, stage, left: stage.phase === "completion" ? left : null });
      spent = stage.spent;
    } else if (stage.kind === "passed-over" && stage.project === String(option)) {
      steps.push({ step: "–", number: option, cost: resultOf(sheet, option)?.cost ?? 0, stage: null, left });
    }
  }
  return steps;
}
