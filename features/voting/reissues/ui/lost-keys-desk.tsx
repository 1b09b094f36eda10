import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { REISSUE_ANSWERS, type ReissueState } from "#domain/voting/reissue.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ReissueInView } from "#features/voting/reissues/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface LostKeysDeskProps {
  readonly locale: Locale;
  readonly requests: readonly (ReissueInView & { readonly ballot: string })[];
  readonly form: RefusedForm;
  readonly personId: string;
}

const TAGS: Record<ReissueState, TagKind> = { asked: "closing", made: "done", refused: "closed" };

/** Voters who lost a key: one officer proposes an answer, another confirms it. */
export function LostKeysDesk({ locale, requests, form, personId }: LostKeysDeskProps) {
  const t = messages(locale).reissues;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.desk.title} lead={t.desk.lead} />
      <Notice kind="warn" title={t.desk.warn}>
        {t.desk.warnBody}
      </Notice>
      {requests.length === 0 ? (
        <EmptyState level={2} title={t.desk.none}>
          {t.desk.noneMore}
        </EmptyState>
      ) : (
        <div className="stack">
          {requests.map((request) => (
            <Request key={request.id} locale={locale} request={request} form={typed(form, "reissue") === request.id ? form : null} personId={personId} />
          ))}
        </div>
      )}
    </div>
  );
}

function Request({ locale, request, form, personId }: { readonly locale: Locale; readonly request: LostKeysDeskProps["requests"][number]; readonly form: RefusedForm | null; readonly personId: string }) {
  const t = messages(locale).reissues;
  const f = format(locale);
  const { id, ballot, story, email, askedAt, state, proposal, proposedById, proposedBy, reason, decidedBy, decidedAt, used } = request;
  const mine = proposedById === personId;
  return (
    <article className="card stack-s" aria-labelledby={`r-${id}`}>
      <div>
        <Tag kind={TAGS[state]}>{t.desk.states[state]}</Tag>
      </div>
      <h2 id={`r-${id}`} className="h3">
        {t.desk.of({ ballot, when: f.dateAndTime(askedAt) })}
      </h2>
      <p>{story}</p>
      <p className="small muted">{email === "" ? t.desk.noContact : t.desk.contact({ email })}</p>
      {proposal !== null && proposedBy !== null ? (
        <p>
          <strong>{t.desk.proposed({ name: proposedBy, answer: t.desk.answers[proposal] })}</strong>
          <br />
          {reason}
        </p>
      ) : null}
      {decidedBy !== null && decidedAt ? <p className="small muted">{t.desk.decided({ name: decidedBy, when: f.dateAndTime(decidedAt) })}</p> : null}
      {state === "made" ? <p>{used ? t.desk.used : t.desk.notUsed}</p> : null}
      {state === "asked" && proposal !== null && !mine ? (
        <div className="btns">
          <Form hidden={{ act: "confirm", reissue: id, agrees: "yes" }}>
            <Button>{t.desk.confirm}</Button>
          </Form>
          <Form hidden={{ act: "confirm", reissue: id, agrees: "no" }}>
            <Button look="line">{t.desk.disagree}</Button>
          </Form>
        </div>
      ) : null}
      {state === "asked" && (proposal === null || mine) ? <ProposalForm locale={locale} id={id} form={form ?? { values: proposal === null ? {} : { answer: [proposal], reason: [reason] }, faults: [] }} mine={mine} /> : null}
    </article>
  );
}

function ProposalForm({ locale, id, form, mine }: { readonly locale: Locale; readonly id: string; readonly form: RefusedForm; readonly mine: boolean }) {
  const t = messages(locale).reissues;
  return (
    <Form hidden={{ act: "propose", reissue: id }} className="stack">
      {mine ? <p className="muted">{t.desk.waits}</p> : null}
      <Radios
        name="answer"
        id={form.faults.length > 0 ? "answer" : `answer-${id}`}
        legend={t.desk.answer}
        compact
        value={typed(form, "answer")}
        error={fieldError(locale, form, "answer", t.faults)}
        choices={REISSUE_ANSWERS.map((answer) => ({ value: answer, text: t.desk.answers[answer] }))}
      />
      <TextAreaField
        name="reason"
        id={form.faults.length > 0 ? "reason" : `reason-${id}`}
        label={t.desk.reason}
        hint={t.desk.reasonHint}
        rows={2}
        value={typed(form, "reason")}
        error={fieldError(locale, form, "reason", t.faults)}
      />
      <div>
        <Button look="line">{t.desk.propose}</Button>
      </div>
    </Form>
  );
}
