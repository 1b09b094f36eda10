import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ResponseClock } from "#domain/involvement/response-clock.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothParagraphs, DateBoxes, FormFrame, labelsOfFaults, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { TimeFields, timesKit } from "#features/involvement/drafting/ui/section-forms.tsx";
import type { EngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import type { DelayInView } from "#features/involvement/conduct/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface ResponseTimeProps {
  readonly locale: Locale;
  readonly clock: ResponseClock;
  /** Newest first. */
  readonly delays: readonly DelayInView[];
}

/** How the council stands with its answer, for everybody: nothing before the close; after it when the answer is due, and why it is late. */
export function ResponseTime({ locale, clock, delays }: ResponseTimeProps) {
  const t = messages(locale).conduct.response;
  const f = format(locale);
  if (clock.at === "not-started") return null;
  if (clock.at === "answered") {
    if (clock.answeredOn === null) return null;
    const on = { date: f.date(clock.answeredOn), days: clock.daysLate };
    return <p className="muted">{clock.daysLate > 0 ? t.answeredLate(on) : t.answered(on)}</p>;
  }
  const [latest] = delays;
  const why = latest ? `${textIn(latest.reason, locale).text} ${t.expected({ date: f.date(latest.expectedOn) })} ${t.said({ date: f.date(latest.givenAt) })}` : null;
  if (clock.at === "overdue")
    return (
      <Notice kind="warn" title={t.overdue({ date: f.date(clock.dueOn) })}>
        {why ?? t.noReason}
      </Notice>
    );
  return <Notice title={t.due({ date: f.date(clock.dueOn) })}>{why ?? t.dueMore}</Notice>;
}

interface ResponseDeskProps extends ResponseTimeProps {
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly once: string;
  readonly may: boolean;
  /** Where the answer itself is written. */
  readonly answerAt: string;
}

/** The twelve weeks as officers see them, and the form that tells everybody why an answer is late. */
export function ResponseDesk({ locale, clock, delays, welsh, form, once, may, answerAt }: ResponseDeskProps) {
  const { conduct, drafting } = messages(locale);
  const t = conduct.response;
  const f = format(locale);
  const kit: FormKit = { locale, welsh, form, stands: {}, labels: { reason: t.reason, expectedOn: t.expectedOn }, faultWords: conduct.faults };
  return (
    <>
      <FormFaults locale={locale} form={form} own={{ ...drafting.faults, ...conduct.faults }} labels={labelsOfFaults(kit)} />
      <p className="lead">{t.lead}</p>
      {clock.at === "overdue" ? <p>{t.lateBy({ days: clock.daysLate })}</p> : null}
      {clock.at === "not-started" ? <p>{t.notStarted}</p> : clock.at === "running" ? <p>{t.running({ date: f.date(clock.dueOn), days: clock.daysLeft })}</p> : null}
      {clock.at === "answered" && clock.answeredOn === null ? <p>{t.answeredPlain}</p> : clock.at === "running" && delays.length === 0 ? null : <ResponseTime locale={locale} clock={clock} delays={delays} />}
      {clock.at === "running" || clock.at === "overdue" ? (
        <p>
          <a href={answerAt}>{t.toAnswer}</a>
        </p>
      ) : null}
      {may ? (
        // Nothing is late yet while the weeks run: the form waits folded.
        <Details summary={t.explain} open={clock.at !== "running" || form.faults.length > 0}>
          <Form hidden={{ once: typed(form, "once", once) }}>
            <div className="stack">
              <p>{t.explainLead}</p>
              <BothParagraphs kit={kit} name="reason" rows={4} />
              <DateBoxes kit={kit} name="expectedOn" hint={t.dateHint} />
            </div>
            <ButtonRow>
              <Button>{t.button}</Button>
            </ButtonRow>
          </Form>
        </Details>
      ) : null}
      {delays.length > 1 ? (
        <Section id="before" title={t.before}>
          <SummaryList rows={delays.slice(1).map(({ reason, expectedOn, givenAt }) => ({ term: f.date(givenAt), answer: `${textIn(reason, locale).text} ${t.expected({ date: f.date(expectedOn) })}` }))} />
        </Section>
      ) : null}
    </>
  );
}

interface MoveTimesProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly engagement: EngagementForOfficers;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

/** New times for a consultation that everybody can see, and why. */
export function MoveTimesForm({ locale, welsh, engagement, form, once, back }: MoveTimesProps) {
  const { conduct } = messages(locale);
  const t = conduct.times;
  const { stands, labels } = timesKit(locale, engagement);
  const kit: FormKit = { locale, welsh, form, stands, labels: { ...labels, reason: t.reason }, faultWords: conduct.faults };
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ once: typed(form, "once", once) }} button={t.button} back={{ href: back, text: conduct.back }}>
      <TimeFields kit={kit} />
      <BothParagraphs kit={kit} name="reason" />
    </FormFrame>
  );
}
