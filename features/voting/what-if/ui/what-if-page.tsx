import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed } from "#domain/basics/fault.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { MoneyField, NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable, YesNo } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { ruleTitle } from "#features/voting/results/ui/rule-title.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { RefusedWhatIf } from "../actions.ts";
import { MOST_RULES, VOTERS, WHAT_IF_RULES, WHAT_IF_SOURCES } from "../input.ts";
import type { EarlierPoll } from "../queries.ts";
import type { WhatIfAnswer } from "../try-rules.ts";

export interface PotToTry {
  readonly slug: string;
  readonly name: BilingualText;
  readonly amountPence: number;
  readonly projects: readonly { readonly title: BilingualText; readonly costPence: number }[];
}

export interface WhatIfPageProps {
  readonly locale: Locale;
  readonly back: string;
  readonly pots: readonly PotToTry[];
  /** The rule the vote is to be counted by. */
  readonly rule: string;
  readonly maxChoices: number | null;
  readonly earlier: readonly EarlierPoll[];
  readonly form: RefusedWhatIf;
  /** What the form sent gave; null before it was sent and where it was refused. */
  readonly answer: WhatIfAnswer | null;
}

/** Trying counting rules before a vote, on ballots that are nobody's. */
export function WhatIfPage(props: WhatIfPageProps) {
  const { locale, back, answer, form } = props;
  const t = messages(locale).whatIf;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.title} lead={t.lead}>
        <p>
          <a href={back}>{t.back}</a>
        </p>
      </PageHead>
      <FileFaults {...props} />
      {answer ? <Answer {...props} answer={answer} /> : null}
      <WhatIfForm {...props} />
    </div>
  );
}

function FileFaults({ locale, form }: WhatIfPageProps) {
  const { recount, fileFaults } = messages(locale);
  const f = format(locale);
  if (form.fileFaults.length === 0) return null;
  return (
    <Notice kind="bad" title={recount.faultsTitle({ count: form.fileFaults.length, shown: f.number(form.fileFaults.length) })}>
      <ul>
        {form.fileFaults.slice(0, 100).map(({ line, column, code, params }, at) => {
          const text = fileFaults[code];
          return <li key={at}>{recount.fault({ line: f.number(line), column: f.number(column), reason: typeof text === "string" ? text : text(params) })}</li>;
        })}
      </ul>
    </Notice>
  );
}

function WhatIfForm({ locale, pots, rule, maxChoices, earlier, form }: WhatIfPageProps) {
  const t = messages(locale).whatIf;
  const f = format(locale);
  const own = t.faults;
  const [first] = pots;
  const usual = [...new Set<string>([...((WHAT_IF_RULES as readonly string[]).includes(rule) ? [rule] : []), "mes_cost_add1_util", "greedy", "greedy_ratio"])];
  const error = (field: string) => fieldError(locale, form, field, own);
  return (
    <Form multipart className="stack">
      <SelectField
        name="pot"
        label={t.pot}
        options={pots.map(({ slug, name, projects }) => ({ value: slug, text: t.potChoice({ pot: textIn(name, locale).text, projects: { count: projects.length, shown: f.number(projects.length) } }) }))}
        value={typed(form, "pot", first?.slug)}
        error={error("pot")}
      />
      <MoneyField name="budgetPence" label={t.budget} hint={t.budgetHint} value={typed(form, "budgetPence", first ? String(first.amountPence / 100) : "")} error={error("budgetPence")} />
      <Checkboxes
        name="rules"
        legend={t.rules}
        hint={t.rulesHint({ most: f.number(MOST_RULES) })}
        compact
        values={form.values["rules"] ?? (form.faults.length > 0 ? [] : usual)}
        choices={WHAT_IF_RULES.map((value) => ({ value, text: value === rule ? t.ownRule({ rule: ruleTitle(locale, value) }) : ruleTitle(locale, value) }))}
        error={error("rules")}
      />
      <Radios
        name="source"
        legend={t.source}
        value={typed(form, "source", "simulated")}
        choices={WHAT_IF_SOURCES.map((value) => ({ value, text: t.sources[value].text, hint: t.sources[value].hint }))}
        error={error("source")}
      />
      <Section id="simulated" title={t.simulated} surface="panel">
        <div className="stack">
          <NumberField name="voters" width="short" label={t.voters} hint={t.votersHint({ least: f.number(VOTERS.least), most: f.number(VOTERS.most) })} value={typed(form, "voters", "1000")} error={error("voters")} />
          <NumberField name="maxChoices" label={t.maxChoices} hint={t.maxChoicesHint} value={typed(form, "maxChoices", maxChoices === null ? "" : String(maxChoices))} error={error("maxChoices")} />
          <NumberField name="seed" width="short" label={t.seed} hint={t.seedHint} value={typed(form, "seed", "1")} error={error("seed")} />
        </div>
      </Section>
      {earlier.length === 0 ? (
        <p className="muted">{t.noEarlier}</p>
      ) : (
        <SelectField name="earlier" label={t.earlier} options={earlier.map(({ id, question }) => ({ value: id, text: textIn(question, locale).text }))} value={typed(form, "earlier", earlier[0]?.id)} error={error("earlier")} />
      )}
      <FileField name="file" label={t.file} hint={t.fileHint} accept=".pb,.gz" error={error("file")} />
      <ButtonRow>
        <Button>{t.submit}</Button>
      </ButtonRow>
    </Form>
  );
}

function Answer({ locale, pots, form, answer, rule }: WhatIfPageProps & { readonly answer: WhatIfAnswer }) {
  const t = messages(locale).whatIf;
  const words = messages(locale).recount;
  const other = messages(locale).results.other;
  const f = format(locale);
  const pot = pots.find(({ slug }) => slug === typed(form, "pot")) ?? pots[0];
  const { outcomes } = answer;
  const projects = (pot?.projects ?? []).map((project, at) => ({ ...project, id: String(at + 1) }));
  const figures: readonly { readonly title: string; readonly of: (outcome: (typeof outcomes)[number]) => string }[] = [
    { title: t.projectsWon, of: ({ winners }) => f.number(winners.length) },
    { title: words.spent, of: ({ totalCost }) => f.money(totalCost) },
    { title: words.withAWinner, of: ({ metrics }) => words.ofVoters({ shown: f.number(metrics.votersWithAWinner), share: f.percent(metrics.shareWithAWinner) }) },
    { title: words.without, of: ({ metrics }) => words.ofVoters({ shown: f.number(metrics.voters - metrics.votersWithAWinner), share: f.percent(metrics.exclusionRatio) }) },
    { title: words.average, of: ({ metrics }) => f.decimal(metrics.averageWinnersPerVoter) },
    { title: words.averageCost, of: ({ metrics }) => f.money(Math.round(metrics.averageCostOfWinnersPerVoter)) },
  ];
  const name = (id: (typeof outcomes)[number]["rule"]): string => (id === rule ? t.ownRule({ rule: ruleTitle(locale, id) }) : ruleTitle(locale, id));
  return (
    <Section id="answer" title={t.answer({ voters: { count: answer.voters, shown: f.number(answer.voters) } })}>
      <div className="stack">
        <Notice kind="warn" title={t.noForecast}>
          {t.noForecastMore}
        </Notice>
        <DataTable
          caption={t.figures}
          scrollLabel={t.figures}
          className="t--tight"
          columns={[
            { key: "figure", header: words.figure, cell: ({ title }) => title },
            ...outcomes.map((outcome) => ({ key: outcome.rule, header: name(outcome.rule), numeric: true, cell: ({ of }: (typeof figures)[number]) => of(outcome) })),
          ]}
          rows={figures}
          rowKey={({ title }) => title}
        />
        <DataTable
          caption={t.winners}
          scrollLabel={t.winners}
          className="t--tight"
          columns={[
            { key: "project", header: other.project, cell: ({ title }) => textIn(title, locale).text },
            { key: "cost", header: words.cost, numeric: true, cell: ({ costPence }) => f.money(costPence) },
            { key: "votes", header: words.votes, numeric: true, cell: ({ id }) => f.number(outcomes[0]?.projects.find((each) => each.id === id)?.votes ?? 0) },
            ...outcomes.map(({ rule: by, winners }) => ({
              key: by,
              header: name(by),
              cell: ({ id }: (typeof projects)[number]) => <YesNo yes={winners.includes(id)} text={winners.includes(id) ? other.yes : other.no} />,
            })),
          ]}
          rows={projects}
          rowKey={({ id }) => id}
        />
      </div>
    </Section>
  );
}
