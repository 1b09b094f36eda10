import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { ageOnDay } from "#domain/elections/nomination.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { Checkbox, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Photo } from "#components/pictures/photo.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { candidateNote } from "#features/elections/ui/candidate-note.ts";
import type { NominationInView, NominatorInView } from "#features/elections/nominations/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface NominationDeskProps {
  readonly locale: Locale;
  readonly nomination: NominationInView;
  readonly needed: number;
  readonly pollingDay: string;
  readonly mayDecide: boolean;
  readonly printed: boolean;
  readonly form: RefusedForm;
  readonly done: string | null;
}

/** A nomination as the returning officer checks it. */
export function NominationDesk(props: NominationDeskProps) {
  const { locale, nomination, needed, mayDecide, form, done } = props;
  const { desk: t, states, faults } = messages(locale).nominations;
  const f = format(locale);
  const name = `${nomination.givenName} ${nomination.surname}`.trim();
  const undecided = nomination.state === "draft" || nomination.state === "sent";
  const kinds = { draft: "notYet", sent: "underway", accepted: "done", rejected: "closed", withdrawn: "closed" } as const;
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead title={t.title({ name })} tag={<Tag kind={kinds[nomination.state]}>{states[nomination.state]}</Tag>} />
        {nomination.withdrawnAt === null ? null : <Notice title={t.withdrawn({ when: f.dateAndTime(nomination.withdrawnAt) })} />}
      </div>
      <Written {...props} />
      <Section id="nominators" title={t.nominators}>
        <div className="stack">
          <p>{t.confirmed({ have: nomination.confirmed, need: needed })}</p>
          {nomination.nominators.length === 0 ? <p className="muted">{t.none}</p> : <Behind {...props} />}
          {mayDecide && undecided ? (
            <Form className="stack-s" hidden={{ act: "people" }}>
              <TextAreaField name="people" label={t.addPaper} hint={t.addPaperHint} rows={4} value={typed(form, "people")} error={fieldError(locale, form, "people", faults)} />
              <Button look="line">{t.addPaperDo}</Button>
            </Form>
          ) : null}
        </div>
      </Section>
      {mayDecide && undecided && nomination.consent !== "not-needed" && nomination.consent !== "given" ? (
        <Section id="consent" title={t.recordConsent} surface="card">
          <Form className="stack-s" hidden={{ act: "paper-consent" }}>
            <TextField name="parent" label={t.recordConsentName} width="medium" value={typed(form, "parent")} error={fieldError(locale, form, "parent", faults)} />
            <Button look="line">{t.recordConsentDo}</Button>
          </Form>
        </Section>
      ) : null}
      {mayDecide && nomination.state === "sent" ? <Decide {...props} /> : null}
      {mayDecide && (nomination.state === "accepted" || undecided) ? (
        <Section id="withdraw" title={t.withdraw}>
          <Form className="stack-s" hidden={{ act: "withdraw" }}>
            {props.printed ? <p>{t.withdrawPrinted}</p> : null}
            <Checkbox name="sure" text={messages(locale).nominations.own.sure} error={fieldError(locale, form, "sure", faults)} />
            <Button look="danger">{t.withdrawDo}</Button>
          </Form>
        </Section>
      ) : null}
    </div>
  );
}

function Written({ locale, nomination, pollingDay }: NominationDeskProps) {
  const { desk: t } = messages(locale).nominations;
  const f = format(locale);
  const both = (text: { readonly en: string; readonly cy: string }) =>
    (["en", "cy"] as const)
      .filter((language) => text[language] !== "")
      .map((language) => (
        <p key={language} lang={language} className="whitespace-pre-line">
          {text[language]}
        </p>
      ));
  const { photo } = nomination;
  return (
    <Section id="details" title={t.details}>
      <SummaryList
        rows={[
          { term: t.shownAs, answer: nomination.shownName },
          ...(nomination.born === null ? [] : [{ term: t.born, answer: `${f.date(nomination.born)}, ${t.age({ age: ageOnDay(nomination.born, pollingDay) })}` }]),
          { term: t.school, answer: textIn(candidateNote(nomination), locale).text },
          { term: t.statement, answer: both(nomination.statement) },
          { term: t.promises, answer: both(nomination.promises) },
          ...(nomination.videoUrl === "" ? [] : [{ term: t.video, answer: <a href={nomination.videoUrl} rel="noreferrer nofollow">{nomination.videoUrl}</a> }]),
          { term: t.consent, answer: nomination.consent === "given" ? t.consentBy({ name: nomination.consentBy, how: nomination.consentHow === "paper" ? t.how.paper : t.how.link }) : t.consentStates[nomination.consent] },
          ...(textIn(nomination.reason, locale).text === "" ? [] : [{ term: t.decide, answer: textIn(nomination.reason, locale).text }]),
        ]}
      />
      {photo === null ? null : <Photo id={photo.id} width={photo.width} height={photo.height} alt={textIn(photo.alt, locale).text} />}
    </Section>
  );
}

function Behind({ locale, nomination, mayDecide }: NominationDeskProps) {
  const { own, desk: t } = messages(locale).nominations;
  const may = mayDecide && (nomination.state === "draft" || nomination.state === "sent");
  const kinds = { asked: "underway", confirmed: "done", declined: "closed" } as const;
  return (
    <DataTable
      caption={t.nominators}
      captionLook="hidden"
      stack
      columns={[
        { key: "name", header: own.name, names: true, cell: ({ name }: NominatorInView) => name },
        { key: "school", header: messages(locale).elections.desk.school, cell: ({ school }: NominatorInView) => school },
        { key: "said", header: own.standing, cell: ({ standing, how }: NominatorInView) => <Tag kind={kinds[standing]}>{how === "paper" ? `${own.standingOf[standing]}, ${own.paper}` : own.standingOf[standing]}</Tag> },
        ...(may
          ? [
              {
                key: "strike",
                header: t.strike,
                cell: ({ id, name }: NominatorInView) => (
                  <Form hidden={{ act: "strike", nominator: id }}>
                    <Button look="line" small>
                      {t.strike}
                      <span className="vh">: {name}</span>
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
      rows={nomination.nominators}
      rowKey={({ id }) => id}
    />
  );
}

function Decide({ locale, form }: NominationDeskProps) {
  const { desk: t, faults } = messages(locale).nominations;
  const field = (name: string) => ({ name, value: typed(form, name), error: fieldError(locale, form, name, faults) });
  return (
    <Section id="decide" title={t.decide} surface="tint">
      <Form className="stack" hidden={{ act: "decide" }}>
        <Radios
          name="decision"
          legend={t.act}
          value={typed(form, "decision") || undefined}
          error={fieldError(locale, form, "decision", faults)}
          choices={(["accept", "reject", "return"] as const).map((act) => ({ value: act, text: t[act] }))}
        />
        <TextAreaField {...field("reasonEn")} label={t.reasonEn} hint={t.reasonHint} rows={3} lang="en" />
        <TextAreaField {...field("reasonCy")} label={t.reasonCy} rows={3} lang="cy" />
        <TextField {...field("tellApartEn")} label={t.tellApartEn} hint={t.tellApartHint} width="medium" lang="en" />
        <TextField {...field("tellApartCy")} label={t.tellApartCy} width="medium" lang="cy" />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Section>
  );
}
