import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { LIST_YEARS } from "#domain/notifications/mailing-list.ts";
import { messages } from "#i18n/messages.ts";

interface ListPageProps {
  readonly locale: Locale;
  readonly vote: string;
  readonly back: string;
}

/** Asks for the address of somebody who wants to be told. */
export function AskPage({ locale, vote, back, form, declared }: ListPageProps & { readonly form: RefusedForm; /** Whether the result is out: then only news of the projects is still to come. */ readonly declared: boolean }) {
  const t = messages(locale).mailingList;
  return (
    <div className="narrow stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={declared ? t.titleAfter : t.title} lead={declared ? t.leadAfter({ vote }) : t.lead({ vote })} />
      <Notice title={t.apart}>{t.apartMore}</Notice>
      <Form hidden={declared ? { delivery: "yes" } : undefined}>
        <div className="stack">
          <TextField name="email" label={t.email} hint={t.emailHint} type="email" autoComplete="email" value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} />
          {declared ? null : (
            <Checkbox name="delivery" text={t.delivery} hint={t.deliveryHint} checked={typed(form, "delivery") === "yes"} />
          )}
        </div>
        <p className="small muted mt-2">{t.kept({ years: LIST_YEARS })}</p>
        <ButtonRow>
          <Button>{t.ask}</Button>
          <a href={back}>{t.back}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** After a form of the list: what happened and what is next. */
export function ListMessage({ locale, back, title, text }: Pick<ListPageProps, "locale" | "back"> & { readonly title: string; readonly text: string }) {
  return (
    <div className="narrow stack-l">
      <PageHead title={title} lead={text} />
      <p>
        <a href={back}>{messages(locale).mailingList.back}</a>
      </p>
    </div>
  );
}

/** One button, so that a mail program that opens links by itself confirms and ends nothing. */
export function PressPage({ locale, title, text, button, link }: Pick<ListPageProps, "locale"> & { readonly title: string; readonly text: string; readonly button: string; readonly link: string }) {
  return (
    <div className="narrow stack-l">
      <PageHead title={title} lead={text} />
      <Form hidden={{ k: link }}>
        <ButtonRow>
          <Button>{button}</Button>
        </ButtonRow>
      </Form>
      <p className="small muted">{messages(locale).mailingList.pressNote}</p>
    </div>
  );
}
