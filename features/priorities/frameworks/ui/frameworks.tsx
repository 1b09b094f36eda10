import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { APPROVAL_STEPS, FRAMEWORK_RULES, FRAMEWORK_WORDS, FRAMEWORKS, type FrameworkRules } from "#domain/priorities/framework.ts";
import type { OwnFramework } from "#domain/priorities/own-framework.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { BothLines, Choose, FormFrame, Line, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { RuleTable, Source } from "#features/priorities/plans/ui/plan-page.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { OwnFrameworkInView } from "../queries.ts";

export interface FrameworksDeskProps {
  readonly locale: Locale;
  readonly home: string;
  readonly own: readonly OwnFrameworkInView[];
  readonly mayEdit: boolean;
  readonly saved: boolean;
}

/** The frameworks of the council's own, and those that come with the program as templates. */
export function FrameworksDesk({ locale, home, own, mayEdit, saved }: FrameworksDeskProps) {
  const t = messages(locale).frameworks;
  const f = format(locale);
  const here = `${home}/manage/plans/frameworks`;
  const act = (href: string, words: string, about: string) => (
    <a href={href}>
      {words}
      <span className="vh">: {about}</span>
    </a>
  );
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      {saved ? <Notice kind="good" title={t.saved} answers /> : null}
      <Section id="own" title={t.own} className="stack">
        {own.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <DataTable
            caption={t.own}
            captionLook="hidden"
            stack
            rows={own}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t.columns.name,
                names: true,
                cell: ({ id, name, version }) => (
                  <>
                    {textIn(name, locale).text}
                    <span className="block small">{act(`${home}/plans/frameworks/${id}/versions`, t.ofVersion({ number: f.number(version) }), textIn(name, locale).text)}</span>
                  </>
                ),
              },
              { key: "law", header: t.columns.law, cell: ({ law }) => <Source locale={locale} source={law} /> },
              { key: "state", header: t.columns.state, cell: ({ inUse }) => <Tag kind={inUse ? "good" : "closed"}>{inUse ? t.inUse : t.retired}</Tag> },
              ...(mayEdit
                ? [
                    {
                      key: "act",
                      header: t.columns.act,
                      cell: ({ id, name }: OwnFrameworkInView) => (
                        <span className="row">
                          {act(`${here}/${id}`, t.change, textIn(name, locale).text)}
                          {act(`${here}/new?from=${id}`, t.asTemplate, textIn(name, locale).text)}
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {mayEdit ? (
          <ButtonRow>
            <ButtonLink href={`${here}/new`}>{t.empty}</ButtonLink>
          </ButtonRow>
        ) : null}
      </Section>
      <Section id="given" title={t.given} className="stack">
        <p>{t.givenLead}</p>
        {FRAMEWORKS.map((framework) => (
          <Section key={framework.code} id={framework.code} title={textIn(framework.name, locale).text} level={3} surface="card" className="stack-s">
            <p className="small muted">
              <Source locale={locale} source={framework.law} />
            </p>
            <Details summary={t.rules}>
              <RuleTable locale={locale} rules={framework} />
            </Details>
            {mayEdit ? <p>{act(`${here}/new?from=${framework.code}`, t.asTemplate, textIn(framework.name, locale).text)}</p> : null}
          </Section>
        ))}
      </Section>
    </div>
  );
}

export interface FrameworkFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  /** What stands in the form at first: the one that is changed, a template, or null for an empty one. */
  readonly template: OwnFramework | null;
  /** The one that is changed; null for a new one. */
  readonly changes: { readonly id: string; readonly version: number; readonly inUse: boolean } | null;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

/** A framework as an officer writes it. */
export function FrameworkForm({ locale, welsh, template, changes, form, once, back }: FrameworkFormProps) {
  const all = messages(locale);
  const t = all.frameworks.form;
  const f = format(locale);
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: standing(template, changes?.inUse ?? true),
    labels: {
      ...t.labels,
      ...Object.fromEntries(APPROVAL_STEPS.map((step) => [`order-${step}`, all.plans.steps[step]])),
      ...Object.fromEntries(FRAMEWORK_RULES.map((rule) => [`source-${rule}`, t.sourceOf({ rule: t.ruleNames[rule] })])),
    },
    faultWords: all.frameworks.faults,
  };
  const yesNo = (["yes", "no"] as const).map((value) => ({ value, text: t[value] }));
  const short = (name: keyof typeof t.hints | "designateWithinMonths" | "reviewEveryMonths" | "returnDays" | "atRiskPercent") => <Line kit={kit} name={name} width="short" hint={name in t.hints ? t.hints[name as keyof typeof t.hints] : undefined} />;
  return (
    <FormFrame
      kit={kit}
      title={changes ? t.changeTitle : t.newTitle}
      lead={t.lead}
      hidden={{ once: typed(form, "once", changes?.id ?? once), seen: typed(form, "seen", String(changes?.version ?? 0)) }}
      button={t.button}
      back={{ href: back, text: t.back }}
    >
      <Group title={t.groups.name}>
        <BothLines kit={kit} name="name" />
        <Line kit={kit} name="law" />
        <Choose kit={kit} name="inUse" choices={yesNo} />
      </Group>
      <Group title={t.groups.kinds}>
        {short("mostDesignated")}
        {short("mostStatutory")}
        {short("mostLocal")}
      </Group>
      <Group title={t.groups.times}>
        {short("periodYears")}
        {short("reviewEveryMonths")}
        {short("returnDays")}
        {short("atRiskPercent")}
      </Group>
      <Group title={t.groups.approvals} hint={t.groupHints.approvals}>
        {APPROVAL_STEPS.map((step) => (
          <Select key={step} kit={kit} name={`order-${step}`} options={[{ value: "", text: t.notAsked }, ...APPROVAL_STEPS.map((_, at) => ({ value: String(at + 1), text: f.number(at + 1) }))]} />
        ))}
      </Group>
      <Group title={t.groups.change}>
        <Choose kit={kit} name="localNeedsConsent" choices={yesNo} />
        {short("lockMonths")}
        {short("designateWithinMonths")}
        <Choose kit={kit} name="designatedByRevision" choices={yesNo} />
      </Group>
      <Group title={t.groups.words} hint={t.groupHints.words}>
        {FRAMEWORK_WORDS.map((word) => (
          <BothLines key={word} kit={kit} name={word} />
        ))}
      </Group>
      <Group title={t.groups.sources} hint={t.groupHints.sources}>
        {FRAMEWORK_RULES.map((rule) => (
          <Line key={rule} kit={kit} name={`source-${rule}`} />
        ))}
      </Group>
    </FormFrame>
  );
}

const Group = ({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) => (
  <fieldset className="card stack">
    <legend className="h3">{title}</legend>
    {hint === undefined ? null : <p className="hint">{hint}</p>}
    {children}
  </fieldset>
);

/** An empty framework asks nothing but that the council approves, looks at it each year and has six weeks for returns. */
const EMPTY: Pick<FrameworkRules, "lockMonths" | "reviewEveryMonths" | "returnDays" | "atRiskPercent"> = { lockMonths: 0, reviewEveryMonths: 12, returnDays: 42, atRiskPercent: 10 };

function standing(template: OwnFramework | null, inUse: boolean): Record<string, string> {
  const rules = template?.rules;
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));
  const yes = (value: boolean | undefined): string => (value ? "yes" : "no");
  return {
    nameEn: template?.name.en ?? "",
    nameCy: template?.name.cy ?? "",
    law: template?.law ?? "",
    inUse: yes(inUse),
    periodYears: number(rules?.periodYears),
    mostDesignated: number(rules?.mostDesignated),
    mostStatutory: number(rules?.mostStatutory),
    mostLocal: number(rules?.mostLocal),
    designateWithinMonths: number(rules?.designateWithinMonths),
    designatedByRevision: yes(rules?.designatedByRevision),
    localNeedsConsent: yes(rules?.localNeedsConsent),
    ...Object.fromEntries(Object.entries(EMPTY).map(([name, value]) => [name, String(rules?.[name as keyof typeof EMPTY] ?? value)])),
    ...Object.fromEntries(APPROVAL_STEPS.map((step) => [`order-${step}`, rules ? number(rules.approvals.includes(step) ? rules.approvals.indexOf(step) + 1 : null) : step === "council-approval" ? "1" : ""])),
    ...Object.fromEntries(FRAMEWORK_RULES.map((rule) => [`source-${rule}`, rules?.sources[rule] ?? ""])),
    ...Object.fromEntries(FRAMEWORK_WORDS.flatMap((word) => [[`${word}En`, rules?.words?.[word]?.en ?? ""], [`${word}Cy`, rules?.words?.[word]?.cy ?? ""]])),
  };
}
