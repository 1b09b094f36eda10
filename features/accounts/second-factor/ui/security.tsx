import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { NewPasskey } from "./second-step.tsx";

interface FactorsShown {
  readonly app: boolean;
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly createdAt: Date; readonly lastUsedAt: Date | null }[];
  readonly recoveryCodesLeft: number;
  readonly none: boolean;
}

interface SecurityPageProps {
  readonly locale: Locale;
  readonly factors: FactorsShown;
  readonly form: RefusedForm;
  /** A factor was just taken away. */
  readonly removed: boolean;
}

/** What a person shows besides the code from their e-mail: see, add, remove. */
export function SecurityPage({ locale, factors, form, removed }: SecurityPageProps) {
  const t = messages(locale).accounts.security;
  const f = format(locale);
  const here = `/${locale}/account/security`;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={messages(locale).accounts.faults} />
        <PageHead title={t.title} lead={t.lead} />
        {removed ? <Notice kind="good" title={t.removed} answers /> : null}
      </div>
      <Section id="app" title={t.app}>
        <p>
          {factors.app ? t.appOn : t.appOff}
          {". "}
          {factors.app ? (
            <a href={`${here}/remove?factor=app`}>
              {t.remove}
              <span className="vh"> {t.app}</span>
            </a>
          ) : (
            <a href={`/${locale}/second-step/app?next=${here}`}>{t.addApp}</a>
          )}
        </p>
      </Section>
      <Section id="passkeys" title={t.passkeys} className="stack">
        {factors.passkeys.length === 0 ? (
          <p>{t.noPasskeys}</p>
        ) : (
          <ul className="plain stack">
            {factors.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
              <li key={id}>
                <strong>{name || t.unnamed}</strong>
                <br />
                <span className="muted">
                  {t.added({ on: f.date(createdAt) })}
                  {lastUsedAt ? `. ${t.lastUsed({ on: f.date(lastUsedAt) })}` : ""}
                </span>
                <br />
                <a href={`${here}/remove?factor=${id}`}>
                  {t.remove}
                  <span className="vh"> {name || t.unnamed}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        <h3>{t.addPasskey}</h3>
        <NewPasskey locale={locale} form={EMPTY_FORM} next={here} />
      </Section>
      {factors.none ? null : (
        <Section id="recovery" title={t.recovery}>
          <p>{t.left({ count: factors.recoveryCodesLeft })}</p>
          <Form action={here}>
            <p className="muted">{t.renewBody}</p>
            <ButtonRow>
              <Button look="line">{t.renew}</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </div>
  );
}

interface RemoveFactorPageProps {
  readonly locale: Locale;
  readonly factor: string;
  /** A passkey's name; null for the app. */
  readonly name: string | null;
  readonly last: boolean;
}

/** Asks before a factor is taken away. */
export function RemoveFactorPage({ locale, factor, name, last }: RemoveFactorPageProps) {
  const t = messages(locale).accounts.security;
  return (
    <div className="narrow">
      <PageHead title={removalTitle(locale, name)} lead={last ? t.askLast : t.askLead} />
      <Form action={`/${locale}/account/security/remove`} hidden={{ factor }}>
        <ButtonRow>
          <Button look="danger">{t.yes}</Button>
          <a href={`/${locale}/account/security`}>{t.no}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

export function removalTitle(locale: Locale, name: string | null): string {
  const t = messages(locale).accounts.security;
  return name === null ? t.askApp : t.askPasskey({ name: name || t.unnamed });
}
