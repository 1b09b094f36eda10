import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { isUnderWay } from "#domain/voting/results/count-run.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Progress } from "#components/feedback/progress.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable, YesNo } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { ruleTitle } from "#features/voting/results/ui/rule-title.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { EarlierPoll, WhatIfRunInView } from "../queries.ts";
import type { WhatIfAnswer, WhatIfCount } from "../what-if-run.ts";

const MOST_FAULTS = 100;

export interface WhatIfRunPageProps {
  readonly locale: Locale;
  /** The form's address. */
  readonly back: string;
  readonly run: WhatIfRunInView;
  readonly earlier: readonly EarlierPoll[];
}

/** One attempt: how far it is, what came of it, or why nothing did. */
export function WhatIfRunPage(props: WhatIfRunPageProps) {
  const { locale, back, run } = props;
  const t = messages(locale).whatIf;
  return (
    <div className="stack-l">
      <PageHead title={t.runTitle}>
        <p>
          <a href={back}>{t.another}</a>
        </p>
      </PageHead>
      {isUnderWay(run.state) ? <UnderWay {...props} /> : null}
      {run.state === "stopped" ? <Notice title={t.states.stopped}>{t.stoppedMore}</Notice> : null}
      {run.state === "failed" ? <Failed {...props} /> : null}
      {run.answer ? <Answer locale={locale} answer={run.answer} ownRule={run.asked.vote.rule} /> : null}
      <Asked {...props} />
    </div>
  );
}

function UnderWay({ locale, run }: WhatIfRunPageProps) {
  const t = messages(locale).whatIf;
  const f = format(locale);
  const all = run.asked.input.rules.length;
  const counting = run.state === "counting" && run.rule !== "";
  const words = counting ? t.working({ rule: ruleTitle(locale, run.rule as BudgetRuleId), number: f.number(run.rulesDone + 1), all: f.number(all) }) : t.states[run.state];
  const percent = run.state === "waiting" ? 0 : run.state === "reading" ? 5 : 10 + (90 * run.rulesDone) / all;
  return (
    <div className="stack" role="status">
      <Progress title={run.stopAsked ? t.stopping : words} percent={percent} label={t.progress}>
        {counting && run.steps > 0 ? `${t.steps({ count: run.steps, shown: f.number(run.steps) })} ` : null}
        {t.refresh}
      </Progress>
      {run.stopAsked ? null : (
        <Form hidden={{ act: "stop" }}>
          <Button look="danger">{t.stop}</Button>
        </Form>
      )}
    </div>
  );
}

function Failed({ locale, run }: WhatIfRunPageProps) {
  const { recount, fileFaults, whatIf: t } = messages(locale);
  const f = format(locale);
  const { refusal, faults } = run;
  return (
    <Notice kind="bad" title={refusal === "" ? t.states.failed : t.faults[refusal]}>
      {faults.length === 0 ? null : (
        <ul>
          {faults.slice(0, MOST_FAULTS).map(({ line, column, code, params }, at) => {
            const text = fileFaults[code];
            return <li key={at}>{recount.fault({ line: f.number(line), column: f.number(column), reason: typeof text === "string" ? text : text(params) })}</li>;
          })}
        </ul>
      )}
      {faults.length > MOST_FAULTS ? <p>{recount.faultsMore({ count: faults.length - MOST_FAULTS, shown: f.number(faults.length - MOST_FAULTS) })}</p> : null}
    </Notice>
  );
}

function Asked({ locale, run, earlier }: WhatIfRunPageProps) {
  const t = messages(locale).whatIf;
  const f = format(locale);
  const { source, voters, seed, budgetPence, threshold, maxChoices, rules } = run.asked.input;
  const poll = earlier.find(({ id }) => id === run.asked.input.earlier);
  const ballots = source === "simulated" ? t.madeUp({ voters: f.number(voters), seed: String(seed) }) : source === "earlier" && poll ? textIn(poll.question, locale).text : t.sources[source].text;
  const limits = [...(threshold === null ? [] : [t.least({ votes: f.number(threshold) })]), ...(maxChoices === null ? [] : [t.most({ choices: f.number(maxChoices) })])];
  return (
    <Section id="asked" title={t.asked}>
      <SummaryList
        rows={[
          { term: t.triedBallots, answer: ballots },
          { term: t.amount, answer: f.money(budgetPence) },
          { term: t.limitsAsked, answer: limits.length === 0 ? t.noLimits : limits.join(" ") },
          { term: t.triedRules, answer: rules.map((rule) => ruleTitle(locale, rule)).join("; ") },
          { term: t.triedAt, answer: f.dateAndTime(run.startedAt) },
        ]}
      />
    </Section>
  );
}

function Answer({ locale, answer, ownRule }: { readonly locale: Locale; readonly answer: WhatIfAnswer; readonly ownRule: string }) {
  const t = messages(locale).whatIf;
  const words = messages(locale).recount;
  const other = messages(locale).results.other;
  const f = format(locale);
  const { counts, projects } = answer;
  const figures: readonly { readonly title: string; readonly of: (count: WhatIfCount) => string }[] = [
    { title: t.projectsWon, of: ({ winners }) => f.number(winners.length) },
    { title: words.spent, of: ({ totalCost }) => f.money(totalCost) },
    { title: words.withAWinner, of: ({ metrics }) => words.ofVoters({ shown: f.number(metrics.votersWithAWinner), share: f.percent(metrics.shareWithAWinner) }) },
    { title: words.without, of: ({ metrics }) => words.ofVoters({ shown: f.number(metrics.voters - metrics.votersWithAWinner), share: f.percent(metrics.exclusionRatio) }) },
    { title: words.average, of: ({ metrics }) => f.decimal(metrics.averageWinnersPerVoter) },
    { title: words.averageCost, of: ({ metrics }) => f.money(Math.round(metrics.averageCostOfWinnersPerVoter)) },
  ];
  const name = (id: WhatIfCount["rule"]): string => (id === ownRule ? t.ownRule({ rule: ruleTitle(locale, id) }) : ruleTitle(locale, id));
  const rows = projects.map((project, at) => ({ ...project, number: at + 1 }));
  return (
    <Section id="answer" title={t.answer({ voters: { count: answer.voters, shown: f.number(answer.voters) } })}>
      <div className="stack">
        <Notice kind="warn" title={t.noForecast}>
          {t.noForecastMore}
        </Notice>
        {answer.notCounted.length === 0 ? null : <p>{t.notCounted({ rules: f.list(answer.notCounted.map((rule) => ruleTitle(locale, rule))) })}</p>}
        <BarsTable
          caption={words.withAWinner}
          headers={{ name: t.triedRules, value: words.withAWinner, plot: words.withAWinner }}
          rows={counts.map(({ rule, metrics }) => ({
            name: name(rule),
            value: f.number(metrics.votersWithAWinner),
            percent: 100 * metrics.shareWithAWinner,
            tone: rule === ownRule ? ("main" as const) : ("second" as const),
            plotWords: f.percent(metrics.shareWithAWinner),
          }))}
        />
        <DataTable
          caption={t.figures}
          stack
          scrollLabel={t.figures}
          columns={[
            { key: "rule", header: t.triedRules, cell: ({ rule }: WhatIfCount) => name(rule) },
            ...figures.map(({ title, of }) => ({ key: title, header: title, numeric: true, cell: of })),
          ]}
          rows={counts}
          rowKey={({ rule }) => rule}
        />
        <DataTable
          caption={t.winners}
          scrollLabel={t.winners}
          className="t--tight"
          columns={[
            { key: "project", header: other.project, cell: ({ title }) => textIn(title, locale).text },
            { key: "cost", header: words.cost, numeric: true, cell: ({ costPence }) => f.money(costPence) },
            { key: "votes", header: words.votes, numeric: true, cell: ({ votes }) => f.number(votes) },
            ...counts.map(({ rule, winners }) => ({
              key: rule,
              header: name(rule),
              cell: ({ number }: (typeof rows)[number]) => <YesNo yes={winners.includes(number)} text={winners.includes(number) ? other.yes : other.no} />,
            })),
          ]}
          rows={rows}
          rowKey={({ number }) => String(number)}
        />
      </div>
    </Section>
  );
}
