import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { ANSWER_WAYS, type AnswerWay } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { showClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { Message } from "#components/feedback/message.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { OwnClaim } from "../queries.ts";
import { requestPath } from "./request-path.ts";

export interface OwnClaimProps {
  readonly locale: Locale;
  readonly council: CouncilInView;
  readonly claim: OwnClaim;
  /** Where they vote once they are passed; null when the vote is over. */
  readonly ballotHref: string | null;
  readonly form: RefusedForm;
}

/** How somebody's own request stands, and what they can do about it. */
export function ownClaimPage(props: OwnClaimProps) {
  const { form } = props;
  const told = telling(props);
  return { title: told.title, layout: "task" as const, robots: "noindex", ...(form.faults.length > 0 ? { status: 422 } : {}), body: <div className="narrow stack-l">{told.body}</div> };
}

function telling(props: OwnClaimProps): { readonly title: string; readonly body: ReactNode } {
  const { locale, claim } = props;
  const t = messages(locale).claims;
  switch (claim.state) {
    case "held":
      return { title: t.held.title, body: <Held {...props} /> };
    case "passed":
      return { title: t.passed.title, body: <Passed {...props} /> };
    case "refused":
      return { title: t.refused.title, body: <Against {...props} title={t.refused.title} lead={t.refused.body} /> };
    case "voided":
      return { title: t.voided.title, body: <Against {...props} title={t.voided.title} lead={t.voided.body} /> };
    case "appealed":
      return { title: t.appeal.sentTitle, body: <Appealed {...props} /> };
    case "upheld":
      return { title: t.upheld.title, body: <Upheld {...props} /> };
  }
}

const due = ({ locale, claim }: OwnClaimProps): string => (claim.dueAt ? format(locale).dateAndTime(claim.dueAt) : "");

function Reference({ locale, claim }: OwnClaimProps) {
  const t = messages(locale).claims;
  return (
    <div className="panel">
      <p className="h3">
        <strong>{t.reference({ reference: showClaimReference(claim.reference) })}</strong>
      </p>
      <p className="muted">{t.referenceHint}</p>
    </div>
  );
}

function OrPhone({ locale, council, claim }: OwnClaimProps) {
  if (council.contactPhone === "") return null;
  return <p>{messages(locale).claims.answer.orPhone({ phone: council.contactPhone, reference: showClaimReference(claim.reference) })}</p>;
}

function Held(props: OwnClaimProps) {
  const { locale, claim, form } = props;
  const t = messages(locale).claims;
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      {claim.answered && form.faults.length === 0 ? (
        <Notice kind="good" title={t.answer.sentTitle} answers>
          {t.answer.sentBody({ due: due(props) })}
        </Notice>
      ) : null}
      <PageHead title={t.held.title} lead={t.held.lead({ due: due(props) })} />
      <Reference {...props} />
      <p>{t.held.noVoteYet}</p>
      <Section id="why" title={t.held.why}>
        <ul>
          {claim.signals.map(({ kind }) => (
            <li key={kind}>{t.because[kind]}</li>
          ))}
        </ul>
        <p className="mt-4">{t.held.whyLead}</p>
      </Section>
      {claim.answered ? <Answered {...props} /> : <AnswerForm {...props} />}
      <OrPhone {...props} />
    </>
  );
}

function Answered({ locale, claim }: OwnClaimProps) {
  const t = messages(locale).claims;
  if (!claim.answered) return null;
  const { way, answer, phone } = claim.answered;
  const words = { write: t.answer.write, call: t.answer.callShort, visit: t.answer.visitShort }[way];
  return (
    <Section id="answer" title={t.answer.yours}>
      <SummaryList
        rows={[
          { term: t.answer.how, answer: words },
          ...(phone === "" ? [] : [{ term: t.answer.phone, answer: phone }]),
          ...(answer === "" ? [] : [{ term: t.answer.text, answer }]),
        ]}
      />
    </Section>
  );
}

function AnswerForm(props: OwnClaimProps) {
  const { locale, council, claim, form } = props;
  const t = messages(locale).claims;
  const error = (field: string) => fieldError(locale, form, field, t.faults);
  const hints: Record<AnswerWay, string | undefined> = {
    write: undefined,
    call: t.answer.callHint,
    visit: council.contactPhone === "" ? t.answer.visitHintNoPhone : t.answer.visitHint({ phone: council.contactPhone }),
  };
  return (
    <Section id="answer" title={t.held.yourAnswer}>
      <p className="mb-4">{t.held.yourAnswerLead}</p>
      <Form action={requestPath(props, claim.reference)}>
        <Radios
          name="answerWay"
          legend={t.answer.how}
          choices={ANSWER_WAYS.map((way) => ({ value: way, text: t.answer[way], hint: hints[way] }))}
          value={typed(form, "answerWay", form === EMPTY_FORM ? "write" : "")}
          error={error("answerWay")}
        />
        <TextAreaField name="answer" label={t.answer.text} hint={t.answer.textHint} rows={5} maxLength={2000} value={typed(form, "answer")} error={error("answer")} />
        <TextField name="phone" label={t.answer.phone} hint={t.answer.phoneHint} width="medium" autoComplete="tel" value={typed(form, "phone")} error={error("phone")} />
        <ButtonRow>
          <Button>{t.answer.send}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Passed({ locale, ballotHref }: OwnClaimProps) {
  const t = messages(locale).claims.passed;
  return (
    <Message kind="good" icon="tick" title={t.title} actions={ballotHref === null ? undefined : <ButtonLink href={ballotHref}>{t.vote}</ButtonLink>}>
      <p>{t.body}</p>
      {ballotHref === null ? <p>{t.over}</p> : null}
    </Message>
  );
}

function Reason({ locale, reason }: { readonly locale: Locale; readonly reason: string }) {
  return (
    <div className="panel">
      <p className="muted">{messages(locale).claims.refused.reason}</p>
      <p className="whitespace-pre-line">{reason}</p>
    </div>
  );
}

function Against(props: OwnClaimProps & { readonly title: string; readonly lead: string }) {
  const { locale, council, claim, form, title, lead } = props;
  const t = messages(locale).claims;
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={title} lead={lead} />
      <Reason locale={locale} reason={claim.reason} />
      <Section id="again" title={t.appeal.title}>
        <p className="mb-4">{t.appeal.lead}</p>
        <Form action={`${requestPath(props, claim.reference)}/appeal`}>
          <TextAreaField name="appeal" label={t.appeal.text} rows={5} maxLength={2000} value={typed(form, "appeal")} error={fieldError(locale, form, "appeal", t.faults)} />
          <ButtonRow>
            <Button>{t.appeal.send}</Button>
          </ButtonRow>
        </Form>
      </Section>
      {council.contactPhone === "" ? null : <p>{t.refused.otherWay({ phone: council.contactPhone })}</p>}
    </>
  );
}

function Appealed(props: OwnClaimProps) {
  const { locale, claim } = props;
  const t = messages(locale).claims.appeal;
  return (
    <>
      <PageHead title={t.sentTitle} lead={t.sentBody({ due: due(props) })} />
      <Reference {...props} />
      <Section id="appeal" title={t.yours}>
        <p className="whitespace-pre-line">{claim.appeal}</p>
      </Section>
      <OrPhone {...props} />
    </>
  );
}

function Upheld({ locale, council, claim }: OwnClaimProps) {
  const t = messages(locale).claims.upheld;
  return (
    <>
      <PageHead title={t.title} lead={t.body} />
      <Reason locale={locale} reason={claim.appealReason} />
      {council.contactPhone === "" ? null : <p>{t.complain({ phone: council.contactPhone })}</p>}
    </>
  );
}

/** Asks for the reference, for somebody who comes back another day or on another device. */
export function findClaimPage({ locale, council, form, status }: { readonly locale: Locale; readonly council: CouncilInView; readonly form: RefusedForm; readonly status?: number }) {
  const t = messages(locale).claims;
  return {
    title: t.find.title,
    layout: "task" as const,
    robots: "noindex",
    ...(status === undefined ? {} : { status }),
    body: (
      <div className="narrow">
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={t.find.title} lead={t.find.lead} />
        <Form action={`/${locale}/${council.slug}/requests`}>
          <TextField
            name="reference"
            label={t.find.reference}
            hint={t.find.hint}
            width="code"
            spellCheck={false}
            maxLength={20}
            value={typed(form, "reference")}
            error={fieldError(locale, form, "reference", t.faults)}
          />
          <p className="muted">{t.find.next}</p>
          <ButtonRow>
            <Button>{t.find.submit}</Button>
          </ButtonRow>
        </Form>
      </div>
    ),
  };
}
