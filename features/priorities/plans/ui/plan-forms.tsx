import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { periodEnd, TARGET_KINDS, yearsOf } from "#domain/priorities/agreement.ts";
import { FRAMEWORKS } from "#domain/priorities/framework.ts";
import { nextStep } from "#domain/priorities/agreement.ts";
import { POLARITIES } from "#domain/priorities/progress.ts";
import { quarterEnd, quartersOf, quarterStanding } from "#domain/priorities/quarter.ts";
import { FormFields, type FormField } from "#features/councils/ui/form-fields.tsx";
import { dateBoxes, FormFrame, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { PartnerInView } from "#features/partnerships/queries.ts";
import type { OwnFrameworkInView } from "#features/priorities/frameworks/queries.ts";
import { withSourcesInWords, wordOf } from "#features/priorities/plans/ui/rule-words.ts";
import type { PlanInView } from "#features/priorities/plans/queries.ts";
import type { StrategyInView, TargetInView } from "#features/priorities/queries.ts";
import { quarterName } from "#features/priorities/ui/targets.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const FORMS_ABOVE = ["begin", "strategy", "theme", "outcome", "unsign"] as const;
export type FormAbove = (typeof FORMS_ABOVE)[number];
export const PLAN_FORMS = ["target", "remove-target", "step", "agree", "log", "designate", "propose", "answer", "decide", "withdraw", "open-review", "close-review", "reopen", "close", "return", "council", "split"] as const;
export type PlanForm = (typeof PLAN_FORMS)[number];
/** Forms about a target or a change that no field of theirs names. */
export const OF_A_TARGET = ["remove-target", "split", "return"] as const satisfies readonly PlanForm[];
export const OF_A_CHANGE = ["answer", "decide", "withdraw"] as const satisfies readonly PlanForm[];

interface Common {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
  readonly strategies: readonly StrategyInView[];
}

interface Asked {
  readonly fields: readonly FormField[];
  readonly hidden?: Readonly<Record<string, string>>;
  readonly stands?: Readonly<Record<string, string>>;
}

const both = (name: string, text: BilingualText | undefined): Record<string, string> => ({ [`${name}En`]: text?.en ?? "", [`${name}Cy`]: text?.cy ?? "" });
const shown = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));

function Frame({ locale, welsh, form, once, back, which, asked, labels = {}, title, about, note }: Common & { readonly about?: string | undefined; readonly note?: string | undefined; readonly title?: string | undefined; readonly which: FormAbove | PlanForm; readonly asked: Asked; readonly labels?: Readonly<Record<string, string>> }) {
  const t = messages(locale).plans;
  const kit: FormKit = { locale, welsh, form: withSourcesInWords(locale, form), stands: asked.stands ?? {}, labels: { ...t.forms.labels, ...labels }, faultWords: t.faults };
  const words = t.forms[which];
  return (
    <FormFrame kit={kit} title={title ?? words.title} about={about} lead={note === undefined ? words.lead : `${words.lead} ${note}`} button={words.button} back={{ href: back, text: t.forms.back }} hidden={{ once: typed(form, "once", once), ...asked.hidden }}>
      <FormFields kit={kit} fields={asked.fields} />
    </FormFrame>
  );
}

/** A form of what stands above the plans: strategies, themes, outcomes and a new plan. */
export function FormAbovePage(props: Common & { readonly which: FormAbove; readonly id: string | null; readonly frameworks: readonly OwnFrameworkInView[] }) {
  const { locale, which, strategies, id } = props;
  const t = messages(locale).plans;
  const options = (all: readonly { readonly id: string; readonly title: BilingualText }[]) => all.map((each) => ({ value: each.id, text: textIn(each.title, locale).text }));
  const themes = strategies.flatMap((strategy) => strategy.themes.map((theme) => ({ ...theme, strategyId: strategy.id })));
  const outcomes = themes.flatMap((theme) => theme.outcomes.map((outcome) => ({ ...outcome, themeId: theme.id })));
  const all: Record<FormAbove, () => Asked> = {
    begin: () => ({
      fields: [
        {
          kind: "choose",
          name: "framework",
          choices: [
            ...FRAMEWORKS.map(({ code, name, law }) => ({ value: code, text: textIn(name, locale).text, hint: law })),
            ...props.frameworks.filter(({ inUse }) => inUse).map(({ id: own, name, law, version }) => ({ value: own, text: textIn(name, locale).text, hint: `${law}. ${messages(locale).frameworks.ofVersion({ number: format(locale).number(version) })}` })),
          ],
        },
        { kind: "both-lines", name: "title" },
        { kind: "select", name: "strategyId", options: [{ value: "", text: t.forms.noStrategy }, ...options(strategies)] },
        { kind: "both-lines", name: "area" },
        { kind: "date", name: "startsOn" },
        { kind: "date", name: "endsOn" },
      ],
    }),
    strategy: () => {
      const there = strategies.find((each) => each.id === id);
      return {
        stands: there ? { ...both("title", there.title), ...both("story", there.story), fromYear: String(there.fromYear), toYear: String(there.toYear) } : {},
        fields: [{ kind: "both-lines", name: "title" }, { kind: "both-paragraphs", name: "story", rows: 8 }, { kind: "whole", name: "fromYear" }, { kind: "whole", name: "toYear" }],
      };
    },
    theme: () => {
      const there = themes.find((each) => each.id === id);
      return {
        stands: there ? { ...both("title", there.title), ...both("lead", there.lead), strategyId: there.strategyId } : {},
        fields: [{ kind: "select", name: "strategyId", options: options(strategies) }, { kind: "both-lines", name: "title" }, { kind: "both-paragraphs", name: "lead", rows: 3 }],
      };
    },
    unsign: () => ({ fields: [] }),
    outcome: () => {
      const there = outcomes.find((each) => each.id === id);
      return {
        stands: there ? { ...both("title", there.title), themeId: there.themeId } : {},
        fields: [{ kind: "select", name: "themeId", options: options(themes) }, { kind: "both-lines", name: "title" }],
      };
    },
  };
  return <Frame {...props} once={id ?? props.once} asked={all[which]()} labels={{ themeId: t.forms.theme.title }} />;
}

export interface PlanFormProps extends Common {
  readonly which: PlanForm;
  readonly plan: PlanInView;
  readonly targets: readonly TargetInView[];
  readonly partners: readonly PartnerInView[];
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly indicators: readonly { readonly number: number; readonly code: string; readonly title: string; readonly status: string }[];
  readonly targetId: string | null;
  readonly changeId: string | null;
  /** What kind of change is proposed. */
  readonly changeKind: string;
  readonly today: CivilDay;
  /** Councils that may be named as members. */
  readonly councils: readonly { readonly slug: string; readonly name: BilingualText }[];
}

/** One form of a plan on a page of its own. */
export function PlanFormPage(props: PlanFormProps) {
  const { locale, which, targets, targetId, changeKind, form } = props;
  const once = which === "target" && targetId !== null ? targetId : props.once;
  const t = messages(locale).plans.forms;
  const kindInWords = (wanted: string): string | undefined => Object.entries(t.changeKinds).find(([name]) => name === wanted)?.[1];
  const kind = kindInWords(typed(form, "changeKind", changeKind));
  const target = targets.find(({ id }) => id === targetId);
  const title = which !== "propose" || kind === undefined ? undefined : target ? `${kind}: ${textIn(target.title, locale).text}` : kind;
  const f = format(locale);
  const change = props.plan.changes.find(({ id }) => id === (props.changeId ?? typed(form, "changeId")));
  const ofTarget = targets.find(({ id }) => id === (targetId ?? typed(form, "targetId")));
  const isOf = (forms: readonly PlanForm[]): boolean => forms.includes(which);
  const about = isOf(OF_A_CHANGE) ? change && [textIn(change.title, locale).text, kindInWords(change.kind)].filter(Boolean).join(": ") : isOf(OF_A_TARGET) ? ofTarget && textIn(ofTarget.title, locale).text : undefined;
  const endOf = (year: number): string => t.yearLabel({ number: f.number(year), date: f.date(periodEnd(props.plan.startsOn, year) < props.plan.endsOn ? periodEnd(props.plan.startsOn, year) : props.plan.endsOn) });
  const labels = Object.fromEntries<string>([...yearsIn(props.plan).map((year): [string, string] => [`year${year}`, endOf(year)]), ...props.plan.councils.map(({ id, name }): [string, string] => [`part-${id}`, textIn(name, locale).text])]);
  const { number, sha256 } = props.plan.version;
  const note = which === "step" || which === "agree" ? t.signing.version({ number: format(locale).number(number), hash: sha256.slice(0, 12) }) : undefined;
  return <Frame {...props} once={once} asked={asked(props)} title={title} about={about} labels={labels} note={note} />;
}

function asked(props: PlanFormProps): Asked {
  const { locale, which, plan, targets, partners, form, targetId, changeId, once, today } = props;
  const t = messages(locale).plans;
  const target = targets.find(({ id }) => id === (targetId ?? typed(form, "targetId")));
  const partnerOptions = partners.filter(({ leftOn }) => leftOn === null).map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }));
  const day = dateBoxes("on", today);
  const ofVersion = { version: String(plan.version.number) };
  switch (which) {
    case "target":
      return { fields: contentFields(props, target), stands: target ? { ...standsOf(target), outcomeId: target.outcomeId ?? "" } : { kind: "local", polarity: "higher" } };
    case "remove-target":
      return { fields: [], hidden: { targetId: typed(form, "targetId", targetId ?? "") } };
    case "step": {
      const next = nextStep(plan.framework.rules, plan.steps.filter(({ stands }) => stands).map(({ step }) => step));
      return {
        hidden: ofVersion,
        stands: { step: next ?? "", ...day },
        fields: [
          { kind: "choose", name: "step", choices: next === null ? [] : [{ value: next, text: t.steps[next] }] },
          { kind: "date", name: "on" },
          { kind: "line", name: "reference" },
          { kind: "both-paragraphs", name: "words", rows: 3 },
        ],
      };
    }
    case "agree":
      return { hidden: ofVersion, stands: day, fields: [{ kind: "select", name: "partnerId", options: partnerOptions.filter(({ value }) => !plan.consents.some(({ partnerId, stands }) => stands && partnerId === value)) }, { kind: "date", name: "on" }, { kind: "line", name: "said" }] };
    case "log":
      return { stands: day, fields: [{ kind: "date", name: "on" }, { kind: "line", name: "between", width: "medium" }, { kind: "both-paragraphs", name: "words" }] };
    case "designate":
      return {
        stands: day,
        fields: [
          { kind: "checks", name: "targetIds", choices: targets.filter(({ kind, designatedOn, removedOn }) => kind === "designated" && designatedOn === null && removedOn === null).map(({ id, title, indicatorNumber }) => ({ value: id, text: textIn(title, locale).text, hint: `NI ${indicatorNumber}` })) },
          { kind: "date", name: "on" },
          { kind: "line", name: "reference" },
          { kind: "both-paragraphs", name: "reason", rows: 3 },
        ],
      };
    case "propose": {
      const kind = typed(form, "changeKind", props.changeKind);
      const endsIt = kind === "revocation" || kind === "removal";
      return {
        hidden: { changeKind: kind, targetId: typed(form, "targetId", targetId ?? once) },
        stands: target ? standsOf(target) : { kind: "local", polarity: "higher" },
        fields: [...(endsIt ? [] : contentFields(props, target).filter(({ name }) => name !== "outcomeId")), { kind: "both-paragraphs", name: "reason", rows: 3 }, { kind: "line", name: "consulted", hint: t.forms.hints.consulted }],
      };
    }
    case "answer": {
      const change = plan.changes.find(({ id }) => id === (changeId ?? typed(form, "changeId")));
      const waiting = (change?.concerned ?? []).filter(({ answer }) => answer === null);
      return {
        hidden: { changeId: typed(form, "changeId", changeId ?? "") },
        stands: { answer: "consents", ...day },
        fields: [
          { kind: "select", name: "partnerId", options: waiting.map(({ partnerId, name }) => ({ value: partnerId, text: textIn(name, locale).text })) },
          { kind: "choose", name: "answer", choices: (["consents", "refuses"] as const).map((value) => ({ value, text: t.forms.answers[value] })) },
          { kind: "date", name: "on" },
          { kind: "line", name: "said" },
        ],
      };
    }
    case "decide":
      return {
        hidden: { changeId: typed(form, "changeId", changeId ?? "") },
        stands: day,
        fields: [{ kind: "choose", name: "decision", choices: (["in-effect", "refused", "withdrawn"] as const).map((value) => ({ value, text: t.forms.decisions[value] })) }, { kind: "date", name: "on" }, { kind: "line", name: "reference" }],
      };
    case "withdraw":
      return { hidden: { changeId: typed(form, "changeId", changeId ?? "") }, fields: [{ kind: "line", name: "whyBack" }] };
    case "open-review":
      return { stands: dateBoxes("openedOn", today), fields: [{ kind: "date", name: "openedOn" }] };
    case "close-review":
      return {
        stands: { refresh: "no", ...dateBoxes("closedOn", today) },
        fields: [{ kind: "date", name: "closedOn" }, { kind: "both-paragraphs", name: "findings", rows: 6 }, { kind: "choose", name: "refresh", choices: (["yes", "no"] as const).map((value) => ({ value, text: t.forms.refreshes[value] })) }],
      };
    case "reopen":
      return {
        stands: dateBoxes("until", today),
        fields: [
          { kind: "select", name: "quarter", options: quartersOf({ from: plan.startsOn, to: plan.endsOn }).filter((quarter) => quarterEnd(quarter) < today).map((value) => ({ value, text: quarterName(locale, value) })) },
          { kind: "date", name: "until" },
          { kind: "both-paragraphs", name: "because", rows: 3 },
        ],
      };
    case "close":
      return { stands: day, fields: [{ kind: "date", name: "on" }] };
    case "council":
      return {
        fields: [
          { kind: "select", name: "council", options: props.councils.map(({ slug, name }) => ({ value: slug, text: textIn(name, locale).text })) },
          { kind: "both-lines", name: "area" },
        ],
      };
    case "split":
      return {
        hidden: { targetId: typed(form, "targetId", targetId ?? "") },
        stands: Object.fromEntries(plan.contributions.filter((each) => each.targetId === targetId).map(({ memberId, amount }) => [`part-${memberId}`, String(amount)])),
        fields: plan.councils.map(({ id }) => ({ kind: "line", name: `part-${id}`, width: "short" })),
      };
    case "return":
      return returnAsked({ locale, plan, today, targetId: typed(form, "targetId", targetId ?? "") });
  }
}

/** What is asked for a return: the quarters that take one are first, and the newest is chosen. */
export function returnAsked({ locale, plan, today, targetId }: { readonly locale: Locale; readonly plan: Pick<PlanInView, "startsOn" | "endsOn" | "framework" | "reopenings">; readonly today: CivilDay; readonly targetId: string }): Asked {
  const t = messages(locale).plans;
  const period = { from: plan.startsOn, to: plan.endsOn };
  const until = (quarter: string) => plan.reopenings.filter((each) => each.quarter === quarter).map((each) => each.until).sort().at(-1) ?? null;
  const over = quartersOf(period).filter((quarter) => quarterEnd(quarter) < today);
  const open = over.filter((quarter) => quarterStanding(quarter, today, plan.framework.rules.returnDays, period, until(quarter)) === "open");
  return {
    hidden: { targetId },
    stands: { quarter: open.at(-1) ?? over.at(-1) ?? "" },
    fields: [
      { kind: "select", name: "quarter", options: [...over].reverse().map((value) => ({ value, text: quarterName(locale, value) })) },
      { kind: "line", name: "value", width: "short", hint: t.forms.hints.reading },
      { kind: "both-paragraphs", name: "narrative", hint: t.forms.hints.noReading },
      { kind: "line", name: "evidence", hint: t.forms.hints.evidence },
    ],
  };
}

function contentFields({ locale, plan, strategies, partners, areas, indicators }: PlanFormProps, target: TargetInView | undefined): readonly FormField[] {
  const t = messages(locale).plans;
  const named = partners.filter(({ leftOn }) => leftOn === null).map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }));
  const outcomes = strategies.flatMap(({ themes }) => themes.flatMap(({ outcomes: its }) => its));
  const { mostDesignated, mostStatutory } = plan.framework.rules;
  const kinds = TARGET_KINDS.filter((kind) => kind === "local" || (kind === "designated" ? mostDesignated : mostStatutory) !== null);
  return [
    { kind: "both-lines", name: "title" },
    { kind: "select", name: "outcomeId", options: [{ value: "", text: t.forms.noOutcome }, ...outcomes.map(({ id, title }) => ({ value: id, text: textIn(title, locale).text }))] },
    { kind: "choose", name: "kind", choices: kinds.map((value) => ({ value, text: value === "designated" && !plan.framework.rules.words?.designated ? t.putForward : wordOf(locale, plan.framework.rules, value) })) },
    {
      kind: "select",
      name: "indicatorNumber",
      hint: indicators.length === 0 ? t.desk.noIndicators : undefined,
      options: [{ value: "", text: t.forms.noIndicator }, ...indicators.filter(({ status }) => status !== "dropped").map(({ number, code, title }) => ({ value: String(number), text: `${code} ${title}`.trim() }))],
    },
    { kind: "both-lines", name: "indicator" },
    { kind: "choose", name: "polarity", choices: POLARITIES.map((value) => ({ value, text: t.forms.polarities[value] })) },
    { kind: "line", name: "baseline", width: "short", hint: t.forms.hints.reading },
    { kind: "date", name: "baselineOn" },
    { kind: "date", name: "baselineDeferredUntil", hint: t.forms.hints.deferred },
    ...yearsIn(plan).map((year): FormField => ({ kind: "line", name: `year${year}`, width: "short" })),
    { kind: "select", name: "leadId", options: [{ value: "", text: t.forms.nobody }, ...named] },
    { kind: "checks", name: "coIds", choices: named, stands: target?.parts.filter(({ part }) => part === "co-operates").map(({ partnerId }) => partnerId) ?? [] },
    { kind: "checks", name: "areaIds", hint: t.forms.hints.areas, choices: areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text })), stands: target?.areas.map(({ id }) => id) ?? [] },
  ];
}

/** 1 for the first year of a plan, and so on. */
const yearsIn = ({ startsOn, endsOn }: Pick<PlanInView, "startsOn" | "endsOn">): readonly number[] => Array.from({ length: yearsOf({ from: startsOn, to: endsOn }) }, (_, at) => at + 1);

const standsOf = (target: TargetInView): Record<string, string> => ({
  ...both("title", target.title),
  ...both("indicator", target.indicator),
  kind: target.kind,
  indicatorNumber: shown(target.indicatorNumber),
  polarity: target.polarity,
  baseline: shown(target.baseline),
  ...dateBoxes("baselineOn", target.baselineOn),
  ...dateBoxes("baselineDeferredUntil", target.baselineDeferredUntil),
  ...Object.fromEntries(target.yearly.map((value, at) => [`year${at + 1}`, shown(value)])),
  leadId: target.parts.find(({ part }) => part === "lead")?.partnerId ?? "",
});
