import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { LIST_YEARS } from "#domain/notifications/mailing-list.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";

export interface TellPageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly back: string;
  readonly form: RefusedForm;
}

/** Asks for the address of somebody who wants to know what came of a consultation. */
export function TellPage({ locale, title, back, form }: TellPageProps) {
  const { answering, mailingList } = messages(locale);
  const t = answering.tell;
  return (
    <div className="narrow stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.title} lead={t.lead({ title })} />
      <p>{t.apart}</p>
      <Form>
        <div className="stack">
          <EmailField name="email" label={t.email} hint={t.emailHint} value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} />
          <p className="small muted">{mailingList.kept({ years: LIST_YEARS })}</p>
          <ButtonRow>
            <Button>{t.button}</Button>
            <a href={back}>{t.back}</a>
          </ButtonRow>
        </div>
      </Form>
    </div>
  );
}

/** What happened to such a wish, and what is next. */
export function ToldMessage({ locale, back, title, text }: { readonly locale: Locale; readonly back: string; readonly title: string; readonly text: string }) {
  return (
    <div className="narrow stack-l">
      <PageHead title={title} lead={text} />
      <p>
        <a href={back}>{messages(locale).answering.tell.back}</a>
      </p>
    </div>
  );
}
