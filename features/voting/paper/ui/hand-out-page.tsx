import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { BatchInView } from "#features/voting/paper/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface HandOutPageProps {
  readonly locale: Locale;
  readonly batch: BatchInView;
  readonly form: RefusedForm;
  readonly cancelled: boolean;
  readonly handedOut: boolean;
  /** The number of this showing of the form: sent twice, it hands out one paper. */
  readonly once: string;
  /** Papers can be handed out now. */
  readonly open: boolean;
}

/** What a presiding officer does with a pad at the table: the voter is checked in elsewhere; a spoilt paper is cancelled here. */
export function HandOutPage({ locale, batch, form, cancelled, handedOut, once, open }: HandOutPageProps) {
  const t = messages(locale).paper;
  const own = { ...messages(locale).accessCodes.faults, ...t.faults };
  const f = format(locale);
  const left = Math.max(0, batch.printed - batch.marked - batch.cancelled);
  return (
    <>
      <FormFaults locale={locale} form={form} own={own} />
      <div className="stack-l">
        <PageHead title={t.handOut.title({ batch: batch.code })} lead={t.handOut.lead} />
        {cancelled ? <Notice kind="good" title={t.handOut.cancelled} answers /> : null}
        {handedOut ? <Notice kind="good" title={t.handOut.handedOut} answers /> : null}
        <p>{t.handOut.left({ count: left, shown: f.number(left) })}</p>
        {open && left > 0 ? (
          <Section id="give" title={t.handOut.give} surface="card">
            <p>{t.handOut.giveLead}</p>
            <Form className="stack" hidden={{ act: "give", once: typed(form, "once", once) }}>
              <TextField name="code" label={t.handOut.code} width="medium" autoComplete="off" spellCheck={false} value={typed(form, "code")} error={fieldError(locale, form, "code", own)} />
              <div>
                <Button>{t.handOut.giveButton}</Button>
              </div>
            </Form>
          </Section>
        ) : null}
        <Section id="spoilt" title={t.handOut.spoilt} surface="card">
          <p>{t.handOut.spoiltLead}</p>
          <Form className="stack" hidden={{ act: "cancel" }}>
            <TextField name="paper" label={t.handOut.number} width="code" value={typed(form, "paper")} error={fieldError(locale, form, "paper", t.faults)} />
            <div>
              <Button look="line">{t.handOut.cancel}</Button>
            </div>
          </Form>
        </Section>
      </div>
    </>
  );
}
