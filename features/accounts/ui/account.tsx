import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { messages } from "#i18n/messages.ts";
import { fieldError, FormFaults } from "./form-faults.tsx";

interface AccountPageProps {
  readonly locale: Locale;
  readonly person: { readonly email: string; readonly name: string; readonly locale: Locale; readonly operator: boolean };
  readonly form: RefusedForm;
  readonly saved: boolean;
  /** What the person does for councils and their partners, each with the way to where it is done. */
  readonly work: readonly { readonly title: string; readonly roles: string; readonly href: string }[];
}

interface DeleteAccountProps {
  readonly locale: Locale;
  readonly email: string;
  readonly form: RefusedForm;
}

/** What goes with an account and what stays, and once more whether they are sure. */
export function DeleteAccountPage({ locale, email, form }: DeleteAccountProps) {
  const { account: t, faults: own } = messages(locale).accounts;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead title={t.deleteTitle} lead={t.deleteLead({ email })} />
      </div>
      <div className="prose">
        <p>{t.deleteGoes}</p>
        <p>{t.deleteStays}</p>
        <p>{t.deleteVotes}</p>
      </div>
      <Form>
        <Checkbox name="sure" text={t.deleteSure} error={fieldError(locale, form, "sure", own)} />
        <ButtonRow>
          <Button look="danger">{t.deleteButton}</Button>
          <a href={`/${locale}/account`}>{t.title}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** Said once the account is gone. */
export function AccountDeletedPage({ locale }: { readonly locale: Locale }) {
  const t = messages(locale).accounts.account;
  return (
    <div className="narrow">
      <PageHead title={t.deletedTitle} lead={t.deletedLead} />
      <p>
        <a href={`/${locale}`}>{t.deletedNext}</a>
      </p>
    </div>
  );
}

/** A person's own page: name, language, work for councils, signing out. */
export function AccountPage({ locale, person, form, saved, work }: AccountPageProps) {
  const t = messages(locale).accounts.account;
  const own = messages(locale).accounts.faults;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead title={t.title} lead={t.lead({ email: person.email })} />
        {saved ? <Notice kind="good" title={t.saved} answers /> : null}
      </div>
      <div>
        <Form action={`/${locale}/sign-out`}>
          <Button look="line">{t.signOut}</Button>
        </Form>
      </div>
      {work.length > 0 || person.operator ? (
        <Section id="work" title={t.roles}>
          <ul className="plain stack">
            {work.map(({ title, roles, href }) => (
              <li key={href}>
                <a href={href}>{title}</a>
                <br />
                <span className="muted">{roles}</span>
              </li>
            ))}
            {person.operator ? (
              <li>
                <a href={`/${locale}/operator`}>{t.operator}</a>
              </li>
            ) : null}
          </ul>
        </Section>
      ) : null}
      <Section id="details" title={t.details}>
        <Form action={`/${locale}/account`}>
          <TextField name="name" width="medium" autoComplete="name" label={t.name} hint={t.nameHint} value={typed(form, "name", person.name)} error={fieldError(locale, form, "name", own)} />
          <Radios
            name="locale"
            legend={t.language}
            choices={[
              { value: "en", text: t.english, lang: "en" },
              { value: "cy", text: t.welsh, lang: "cy" },
            ]}
            value={typed(form, "locale", person.locale)}
            error={fieldError(locale, form, "locale", own)}
          />
          <ButtonRow>
            <Button>{t.save}</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="security" title={t.security}>
        <p>{t.securityBody}</p>
        <p>
          <a href={`/${locale}/account/security`}>{t.securityLink}</a>
        </p>
      </Section>
      <p className="small">
        <a href={`/${locale}/account/delete`}>{t.deleteLink}</a>
      </p>
    </div>
  );
}
