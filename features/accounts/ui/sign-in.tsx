import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { SIGN_IN_CODE } from "#domain/accounts/sign-in-code.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { messages } from "#i18n/messages.ts";
import { fieldError, FormFaults } from "./form-faults.tsx";

interface DoorProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  /** Where the person was going; empty for nowhere in particular. */
  readonly next: string;
  readonly guest: boolean;
}

/** Asks for the e-mail address. */
export function SignInPage({ locale, form, next, guest }: DoorProps) {
  const t = messages(locale).accounts;
  const own = t.faults;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead title={guest ? t.signIn.guestTitle : t.signIn.title} lead={t.signIn.lead} />
      </div>
      <Form action={`/${locale}/sign-in`} hidden={going(next, guest)}>
        <EmailField name="email" label={t.signIn.email} hint={t.signIn.emailHint} value={typed(form, "email")} error={fieldError(locale, form, "email", own)} />
        <ButtonRow>
          <Button forward>{t.signIn.send}</Button>
        </ButtonRow>
      </Form>
      {next === "" || guest ? null : <p>{t.signIn.thenBack}</p>}
      <Details summary={t.signIn.why}>
        <p>{t.signIn.whyBody}</p>
      </Details>
    </div>
  );
}

export const signInTitle = (locale: Locale, guest: boolean): string => {
  const t = messages(locale).accounts.signIn;
  return guest ? t.guestTitle : t.title;
};

interface EnterCodeProps extends DoorProps {
  readonly email: string;
}

/** Asks for the code that was sent. */
export function EnterCodePage({ locale, form, next, guest, email }: EnterCodeProps) {
  const t = messages(locale).accounts;
  const own = t.faults;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead title={t.code.title} lead={t.code.lead({ email })} />
      </div>
      <Form action={`/${locale}/sign-in/confirm`} hidden={{ email, ...going(next, guest) }}>
        <TextField name="code" width="code" label={t.code.label} hint={t.code.hint} maxLength={40} autoComplete="one-time-code" value={typed(form, "code")} error={fieldError(locale, form, "code", own)} />
        <ButtonRow>
          <Button forward>{guest ? t.code.goOn : t.code.signIn}</Button>
        </ButtonRow>
      </Form>
      <Details summary={t.code.nothing}>
        <p>{t.code.nothingBody({ minutes: SIGN_IN_CODE.minutes })}</p>
        <Form action={`/${locale}/sign-in`} hidden={{ email, ...going(next, guest) }}>
          <ButtonRow>
            <Button look="line">{t.code.another}</Button>
            <a href={`/${locale}/sign-in?${new URLSearchParams(going(next, guest)).toString()}`}>{t.code.otherAddress}</a>
          </ButtonRow>
        </Form>
      </Details>
    </div>
  );
}

interface FollowLinkProps extends EnterCodeProps {
  readonly code: string;
}

/** What the link in the mail opens: nothing happens until the button is pressed, as mail scanners open links too. */
export function FollowLinkPage({ locale, next, guest, email, code }: FollowLinkProps) {
  const t = messages(locale).accounts;
  return (
    <div className="narrow stack-l">
      <PageHead title={guest ? t.link.guestTitle : t.link.title} lead={t.link.lead({ email })} />
      <Form action={`/${locale}/sign-in/confirm`} hidden={{ email, code, ...going(next, guest) }}>
        <ButtonRow>
          <Button forward>{guest ? t.code.goOn : t.code.signIn}</Button>
        </ButtonRow>
      </Form>
      <p className="muted">{t.link.notYou}</p>
    </div>
  );
}

/** Too many codes asked for or tried. */
export function WaitPage({ locale, what }: { readonly locale: Locale; readonly what: "codes" | "tries" }) {
  const t = messages(locale).accounts.wait;
  return (
    <div className="narrow stack-l">
      <PageHead title={t[what].title} lead={t[what].body} />
      <Notice title={t.why}>{t.whyBody}</Notice>
    </div>
  );
}

const going = (next: string, guest: boolean): Record<string, string> => ({ ...(next === "" ? {} : { next }), ...(guest ? { as: "guest" } : {}) });
