import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";
import { PasskeyForm } from "./passkey-form.tsx";
import { QrCode } from "./qr-code.tsx";

interface StepProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly next: string;
}

const going = (next: string): Record<string, string> => (next === "" ? {} : { next });

interface SecondStepPageProps extends StepProps {
  readonly app: boolean;
  readonly passkey: boolean;
}

/** Asks for one of the factors a person has. */
export function SecondStepPage({ locale, form, next, app, passkey }: SecondStepPageProps) {
  const t = messages(locale).accounts.secondStep;
  const own = messages(locale).accounts.faults;
  const action = `/${locale}/second-step`;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead title={t.title} lead={t.lead} />
      </div>
      {passkey ? (
        <Card title={t.passkey.title}>
          <p>{t.passkey.body}</p>
          <PasskeyForm locale={locale} ceremony="show" action={action} hidden={{ with: "passkey", ...going(next) }} button={t.passkey.button} noScript={t.passkey.noScript} failed={t.passkey.failed} />
        </Card>
      ) : null}
      {app ? (
        <Form action={action} hidden={{ with: "app", ...going(next) }}>
          <TextField name="code" width="short" inputMode="numeric" autoComplete="one-time-code" maxLength={12} label={t.code} hint={t.codeHint} value={typed(form, "code")} error={fieldError(locale, form, "code", own)} />
          <ButtonRow>
            <Button look={passkey ? "line" : "main"}>{t.check}</Button>
          </ButtonRow>
        </Form>
      ) : null}
      <Details summary={t.lost} open={form.values["recovery"] !== undefined}>
        <Form action={action} hidden={{ with: "recovery", ...going(next) }}>
          <TextField name="recovery" width="code" maxLength={40} label={t.recovery} hint={t.recoveryHint} value={typed(form, "recovery")} error={fieldError(locale, form, "recovery", own)} />
          <ButtonRow>
            <Button look="line">{t.useRecovery}</Button>
          </ButtonRow>
        </Form>
        <p>{t.noCodes}</p>
      </Details>
    </div>
  );
}

/** Offers the two kinds of second factor to somebody who has none. */
export function SetUpPage({ locale, form, next }: StepProps) {
  const t = messages(locale).accounts.setUp;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={messages(locale).accounts.faults} />
        <PageHead title={t.title} lead={t.lead} />
      </div>
      <Card title={t.app.title}>
        <p>{t.app.body}</p>
        <ButtonRow>
          <ButtonLink href={`/${locale}/second-step/app${next === "" ? "" : `?next=${encodeURIComponent(next)}`}`} forward>
            {t.app.button}
          </ButtonLink>
        </ButtonRow>
      </Card>
      <Card title={t.passkey.title}>
        <p>{t.passkey.body}</p>
        <NewPasskey locale={locale} form={form} next={next} />
      </Card>
    </div>
  );
}

/** The form that makes a passkey. */
export function NewPasskey({ locale, form, next }: StepProps) {
  const t = messages(locale).accounts.setUp.passkey;
  return (
    <PasskeyForm locale={locale} ceremony="add" action={`/${locale}/second-step/passkey-added`} hidden={going(next)} button={t.button} noScript={t.noScript} failed={t.failed}>
      <TextField name="name" width="medium" maxLength={60} label={t.name} hint={t.nameHint} value={typed(form, "name")} error={fieldError(locale, form, "name", messages(locale).accounts.faults)} />
    </PasskeyForm>
  );
}

interface SetUpAppPageProps extends StepProps {
  readonly secret: string;
  readonly address: string;
}

/** Shows the key to give to an app, as a picture and in letters, and asks for a first code. */
export function SetUpAppPage({ locale, form, next, secret, address }: SetUpAppPageProps) {
  const t = messages(locale).accounts.setUp.app;
  const own = messages(locale).accounts.faults;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead title={t.pageTitle} lead={t.pageLead} />
      </div>
      <Card title={t.scan}>
        <QrCode text={address} label={t.qr} />
      </Card>
      <Card title={t.typeIt}>
        <p className="mono">
          <strong>{secret.match(/.{1,4}/g)?.join(" ")}</strong>
        </p>
        <p className="muted">{t.typeHint}</p>
      </Card>
      <Form action={`/${locale}/second-step/app`} hidden={going(next)}>
        <TextField name="code" width="short" inputMode="numeric" autoComplete="one-time-code" maxLength={12} label={t.code} value={typed(form, "code")} error={fieldError(locale, form, "code", own)} />
        <ButtonRow>
          <Button forward>{t.confirm}</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** Shows new recovery codes, this once. */
export function RecoveryCodesPage({ locale, codes, next }: { readonly locale: Locale; readonly codes: readonly string[]; readonly next: string }) {
  const t = messages(locale).accounts.recoveryCodes;
  return (
    <div className="narrow stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <Card>
        <ul className="plain grid g2 mono" aria-label={t.label}>
          {codes.map((code) => (
            <li key={code}>
              <strong>{showReadableCode(code)}</strong>
            </li>
          ))}
        </ul>
      </Card>
      <p>{t.keep}</p>
      <ButtonRow>
        <ButtonLink href={next} forward>
          {t.done}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
