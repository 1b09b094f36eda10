import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { ELECTION_TEMPLATES } from "#domain/elections/template.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, DateBoxes, FormFrame, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { EarlierTurnout } from "#features/involvement/election-evaluation/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface EarlierTurnoutsProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
  /** What was just done, in words. */
  readonly done: string | null;
  readonly entered: readonly EarlierTurnout[];
}

/** Turnouts of elections held before Folkmoot: what was entered, and a form for one more. */
export function EarlierTurnouts({ locale, welsh, form, once, back, done, entered }: EarlierTurnoutsProps) {
  const { electionEvaluation, elections } = messages(locale);
  const t = electionEvaluation.earlier;
  const striking = typed(form, "act") === "strike";
  const kit: FormKit = {
    locale,
    welsh,
    form: striking ? { values: {}, faults: [] } : form,
    stands: { template: "young-mayor" },
    labels: { template: elections.desk.template, title: t.name, pollingDay: elections.desk.pollingDay, voted: t.voted, electors: t.electors, source: t.source },
    faultWords: t.faults,
  };
  return (
    <div className="stack-xl">
      {done === null ? null : <Notice kind="good" answers title={done} />}
      <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ act: "enter", once: striking ? once : typed(form, "once", once) }} button={t.enter} back={{ href: back, text: elections.desk.title }}>
        <Select kit={kit} name="template" options={ELECTION_TEMPLATES.map((name) => ({ value: name, text: elections.templates[name].name }))} />
        <BothLines kit={kit} name="title" hint={t.nameHint} />
        <DateBoxes kit={kit} name="pollingDay" />
        <Whole kit={kit} name="voted" width="medium" />
        <Whole kit={kit} name="electors" width="medium" hint={t.electorsHint} />
        <BothLines kit={kit} name="source" hint={t.sourceHint} />
      </FormFrame>
      <Section id="entered" title={t.entered}>
        {entered.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <div className="stack">
            {entered.map((turnout) => (
              <OneTurnout key={turnout.id} locale={locale} form={form} turnout={turnout} />
            ))}
          </div>
        )}
      </Section>
    </div>
  );
}

function OneTurnout({ locale, form, turnout }: Pick<EarlierTurnoutsProps, "locale" | "form"> & { readonly turnout: EarlierTurnout }) {
  const { electionEvaluation, elections } = messages(locale);
  const t = electionEvaluation.earlier;
  const f = format(locale);
  const reason = `reason-${turnout.id}`;
  const error = fieldError(locale, form, reason, t.faults);
  const name = textIn(turnout.title, locale).text;
  return (
    <article className="card stack-s">
      <h3>{name}</h3>
      <SummaryList
        rows={[
          { term: elections.desk.template, answer: elections.templates[turnout.template].name },
          { term: elections.desk.pollingDay, answer: f.date(turnout.pollingDay) },
          { term: t.voted, answer: f.number(turnout.voted) },
          { term: t.electors, answer: turnout.electors === null ? electionEvaluation.notKnown : f.number(turnout.electors) },
          { term: t.source, answer: textIn(turnout.source, locale).text },
          { term: t.by, answer: t.byWhom({ name: turnout.by, when: f.date(turnout.at) }) },
        ]}
      />
      <Details summary={t.strike} open={error !== undefined}>
        <Form className="stack-s" hidden={{ act: "strike", turnoutId: turnout.id }}>
          <TextField name={reason} id={reason} label={t.reason} value={typed(form, reason)} error={error} />
          <Button look="line" small>
            {t.strike}<span className="vh">: {name}</span>
          </Button>
        </Form>
      </Details>
    </article>
  );
}
