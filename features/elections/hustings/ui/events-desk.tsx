import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { inLondon } from "#domain/basics/london-time.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { EventInView } from "#features/elections/hustings/queries.ts";
import { messages } from "#i18n/messages.ts";
import { whenOf } from "./hustings-page.tsx";

export interface EventsDeskProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly election: BilingualText;
  readonly home: string;
  readonly events: readonly EventInView[];
  /** Questions and answers that wait to be read; null for those who do not moderate. */
  readonly held: number | null;
  readonly questions: string;
  readonly mayChange: boolean;
  readonly once: string;
  readonly form: RefusedForm;
  readonly done: string | null;
}

/** The hustings of an election in the workspace, with a form for another. */
export function EventsDesk({ locale, welsh, election, home, events, held, questions, mayChange, once, form, done }: EventsDeskProps) {
  const { desk: t, faults, cancelled } = messages(locale).hustings;
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} labels={eventLabels(locale)} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead kicker={textIn(election, locale).text} title={t.title} lead={t.lead} />
        {held === null ? null : (
          <p>
            <a href={questions}>{t.questions({ count: held })}</a>
          </p>
        )}
      </div>
      {events.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={events}
          rowKey={({ id }) => id}
          columns={[
            { key: "event", header: t.event, names: true, cell: ({ id, title, cancelled: off }) => (mayChange && off === null ? <a href={`${home}/${id}`}>{textIn(title, locale).text}</a> : textIn(title, locale).text) },
            { key: "when", header: t.when, cell: (event) => whenOf(locale, event) },
            { key: "off", header: messages(locale).hustings.place, cell: ({ cancelled: off, place, onlineUrl }) => (off === null ? textIn(place, locale).text || onlineUrl : <Tag kind="closed">{cancelled}</Tag>) },
          ]}
        />
      )}
      {mayChange ? (
        <Section id="add" title={t.add} surface="card">
          <EventForm locale={locale} welsh={welsh} event={null} hidden={{ once: typed(form, "once", once) }} form={form} />
        </Section>
      ) : null}
    </div>
  );
}

interface EventFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly event: EventInView | null;
  readonly hidden: Readonly<Record<string, string>>;
  readonly form: RefusedForm;
}

/** What the fields of an event are called in a list of its faults. */
function eventLabels(locale: Locale): Readonly<Record<string, string>> {
  const { titleEn, titleCy, on, from, until, placeEn, placeCy, accessEn, accessCy, onlineUrl, reasonEn, reasonCy } = messages(locale).hustings.desk;
  return { titleEn, titleCy, on, from, until, placeEn, placeCy, accessEn, accessCy, onlineUrl, reasonEn, reasonCy };
}

function EventForm({ locale, welsh, event, hidden, form }: EventFormProps) {
  const { hustings, nominations } = messages(locale);
  const { desk: t, faults } = hustings;
  const field = (name: string, value: string) => ({ name, value: typed(form, name, value), error: fieldError(locale, form, name, faults) });
  const at = (moment: Date | undefined): { readonly day: string; readonly time: string } => (moment ? inLondon(moment) : { day: "", time: "" });
  const [starts, ends] = [at(event?.startsAt), at(event?.endsAt)];
  const [year = "", month = "", day = ""] = starts.day.split("-");
  const both = (name: "title" | "place", value: BilingualText | undefined) => (
    <>
      <TextField {...field(`${name}En`, value?.en ?? "")} label={t[`${name}En`]} width="medium" />
      {welsh ? <TextField {...field(`${name}Cy`, value?.cy ?? "")} label={t[`${name}Cy`]} width="medium" lang="cy" /> : null}
    </>
  );
  return (
    <Form className="stack" hidden={{ act: "save", ...hidden }}>
      {both("title", event?.title)}
      <DateField
        name="on"
        legend={t.on}
        labels={{ day: nominations.form.day, month: nominations.form.month, year: nominations.form.yearOf }}
        values={{ day: typed(form, "on-day", day), month: typed(form, "on-month", month), year: typed(form, "on-year", year) }}
        error={fieldError(locale, form, "on", faults)}
      />
      <TextField {...field("from", starts.time)} label={t.from} hint={t.timeHint} width="medium" />
      <TextField {...field("until", ends.time)} label={t.until} hint={t.timeHint} width="medium" />
      {both("place", event?.place)}
      <TextAreaField {...field("accessEn", event?.access.en ?? "")} label={t.accessEn} hint={t.accessHint} rows={3} />
      {welsh ? <TextAreaField {...field("accessCy", event?.access.cy ?? "")} label={t.accessCy} rows={3} lang="cy" /> : null}
      <TextField {...field("onlineUrl", event?.onlineUrl ?? "")} label={t.onlineUrl} hint={t.onlineHint} type="url" />
      <div>
        <Button>{t.save}</Button>
      </div>
    </Form>
  );
}

export interface EventPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly event: EventInView;
  readonly form: RefusedForm;
}

/** One event, to be changed or called off. */
export function EventPage({ locale, welsh, event, form }: EventPageProps) {
  const { desk: t, faults } = messages(locale).hustings;
  const calling = typed(form, "act") === "cancel";
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} labels={eventLabels(locale)} />
        <PageHead kicker={t.title} title={textIn(event.title, locale).text} lead={whenOf(locale, event)} />
      </div>
      <Section id="change" title={t.change} surface="card">
        <EventForm locale={locale} welsh={welsh} event={event} hidden={{ once: event.id }} form={calling ? { values: {}, faults: [] } : form} />
      </Section>
      <Section id="cancel" title={t.cancel}>
        <Form className="stack" hidden={{ act: "cancel" }}>
          <p>{t.cancelLead}</p>
          <TextField name="reasonEn" label={t.reasonEn} value={typed(form, "reasonEn")} error={fieldError(locale, form, "reasonEn", faults)} />
          {welsh ? <TextField name="reasonCy" label={t.reasonCy} lang="cy" value={typed(form, "reasonCy")} error={fieldError(locale, form, "reasonCy", faults)} /> : null}
          <div>
            <Button look="danger">{t.cancelDo}</Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}
