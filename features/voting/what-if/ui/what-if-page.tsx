import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { BUDGET_RULE_IDS } from "#domain/voting/counting/rules.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { MoneyField, NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { ruleTitle } from "#features/voting/results/ui/rule-title.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { MOST_RULES, VOTERS, WHAT_IF_SOURCES } from "../input.ts";
import type { EarlierPoll, WhatIfRunInView } from "../queries.ts";
import type { ProjectToTry } from "../what-if-run.ts";

export interface PotToTry {
  readonly slug: string;
  readonly name: BilingualText;
  readonly amountPence: number;
  readonly projects: readonly ProjectToTry[];
}

export interface WhatIfPageProps {
  readonly locale: Locale;
  readonly back: string;
  /** This page's own address, below which the attempts stand. */
  readonly address: string;
  readonly pots: readonly PotToTry[];
  /** The rule the vote is to be counted by. */
  readonly rule: string;
  readonly maxChoices: number | null;
  readonly earlier: readonly EarlierPoll[];
  readonly runs: readonly Pick<WhatIfRunInView, "id" | "asked" | "state" | "startedAt">[];
  readonly once: string;
  readonly form: RefusedForm;
}

/** Trying counting rules before a vote, on ballots that are nobody's. */
export function WhatIfPage(props: WhatIfPageProps) {
  const { locale, back, form } = props;
  const t = messages(locale).whatIf;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.title} lead={t.lead}>
        <p>
          <a href={back}>{t.back}</a>
        </p>
      </PageHead>
      <TriedLately {...props} />
      <WhatIfForm {...props} />
    </div>
  );
}

function TriedLately({ locale, address, runs }: WhatIfPageProps) {
  const t = messages(locale).whatIf;
  const f = format(locale);
  if (runs.length === 0) return null;
  return (
    <DataTable
      caption={t.tried}
      stack
      columns={[
        { key: "when", header: t.triedAt, cell: ({ id, startedAt }) => <a href={`${address}/${id}`} aria-label={t.see({ when: f.dateAndTime(startedAt) })}>{f.dateAndTime(startedAt)}</a> },
        { key: "rules", header: t.triedRules, cell: ({ asked }) => asked.input.rules.map((rule) => ruleTitle(locale, rule)).join("; ") },
        { key: "ballots", header: t.triedBallots, cell: ({ asked }) => t.sources[asked.input.source].text },
        { key: "state", header: t.triedState, cell: ({ state }) => t.states[state] },
      ]}
      rows={runs}
      rowKey={({ id }) => id}
    />
  );
}

function WhatIfForm({ locale, pots, rule, maxChoices, earlier, once, form }: WhatIfPageProps) {
  const t = messages(locale).whatIf;
  const f = format(locale);
  const own = t.faults;
  const [first] = pots;
  const usual = [...new Set<string>([...((BUDGET_RULE_IDS as readonly string[]).includes(rule) ? [rule] : []), "mes_cost_add1_util", "greedy", "greedy_ratio"])];
  const error = (field: string) => fieldError(locale, form, field, own);
  return (
    <Form multipart hidden={{ once: typed(form, "once", once) }} className="stack">
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
        choices={BUDGET_RULE_IDS.map((value) => ({ value, text: value === rule ? t.ownRule({ rule: ruleTitle(locale, value) }) : ruleTitle(locale, value) }))}
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
          <NumberField name="minChoices" label={t.minChoices} hint={t.minChoicesHint} value={typed(form, "minChoices", "")} error={error("minChoices")} />
          <NumberField name="seed" width="short" label={t.seed} hint={t.seedHint} value={typed(form, "seed", "1")} error={error("seed")} />
        </div>
      </Section>
      {earlier.length === 0 ? (
        <p className="muted">{t.noEarlier}</p>
      ) : (
        <SelectField name="earlier" label={t.earlier} options={earlier.map(({ id, question }) => ({ value: id, text: textIn(question, locale).text }))} value={typed(form, "earlier", earlier[0]?.id)} error={error("earlier")} />
      )}
      <FileField name="file" label={t.file} hint={t.fileHint} accept=".pb,.gz" error={error("file")} />
      <Section id="limits" title={t.limits} surface="panel">
        <div className="stack">
          <NumberField name="maxChoices" label={t.maxChoices} hint={t.maxChoicesHint} value={typed(form, "maxChoices", maxChoices === null ? "" : String(maxChoices))} error={error("maxChoices")} />
          <NumberField name="threshold" label={t.threshold} hint={t.thresholdHint} value={typed(form, "threshold", "")} error={error("threshold")} />
        </div>
      </Section>
      <ButtonRow>
        <Button>{t.submit}</Button>
      </ButtonRow>
    </Form>
  );
}
