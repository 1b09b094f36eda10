import type { ReactNode } from "react";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { EmailField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { LOCALES, textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { RHYTHMS, writeFollowable } from "#domain/notifications/following.ts";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { FollowedThing, Follower } from "#features/notifications/following/queries.ts";
import { messages } from "#i18n/messages.ts";

interface FormProps {
  readonly locale: Locale;
  /** The council's own address: `/en/millbrook`. */
  readonly home: string;
  readonly form: RefusedForm;
}

interface AskPageProps extends FormProps {
  /** What the page is about; null where it asks. */
  readonly thing: FollowedThing | null;
  readonly places: readonly FollowedThing[];
}

/** Asks for an address, how often and in which language. */
export function AskPage({ locale, home, form, thing, places }: AskPageProps) {
  const t = messages(locale).following;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={askTitle(locale, thing)} lead={t.ask.lead} />
      </div>
      <Form action={`${home}/follow`} hidden={thing ? { thing: writeFollowable(thing) } : {}}>
        {thing ? null : (
          <SelectField
            name="thing"
            label={t.ask.what}
            value={typed(form, "thing", places[0] ? writeFollowable(places[0]) : "")}
            options={places.map((place) => ({ value: writeFollowable(place), text: placeName(locale, place) }))}
            error={fieldError(locale, form, "thing", t.faults)}
          />
        )}
        <EmailField name="email" label={t.ask.email} hint={t.ask.emailHint} value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} />
        <Rhythm locale={locale} form={form} />
        <Language locale={locale} form={form} />
        <ButtonRow>
          <Button forward>{t.ask.submit}</Button>
        </ButtonRow>
      </Form>
      <p>
        <a href={`${home}/follow/find`}>{t.ask.manage}</a>
      </p>
    </div>
  );
}

export const askTitle = (locale: Locale, thing: FollowedThing | null): string => {
  const t = messages(locale).following.ask;
  return thing ? t.titleOf({ title: textIn(thing.title, locale).text }) : t.title;
};

function placeName(locale: Locale, place: FollowedThing): string {
  const name = textIn(place.title, locale).text;
  return place.kind === "council" ? messages(locale).following.ask.wholeCouncil({ council: name }) : name;
}

interface ChoiceProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly stands?: string;
}

function Rhythm({ locale, form, stands = "at-once" }: ChoiceProps) {
  const t = messages(locale).following;
  return (
    <Radios
      name="rhythm"
      legend={t.ask.rhythm}
      choices={RHYTHMS.map((value) => ({ value, text: t.ask.rhythms[value] }))}
      value={typed(form, "rhythm", stands)}
      error={fieldError(locale, form, "rhythm", t.faults)}
    />
  );
}

function Language({ locale, form, stands = locale }: ChoiceProps) {
  const t = messages(locale).following;
  return (
    <Radios
      name="language"
      legend={t.ask.inLanguage}
      choices={LOCALES.map((value) => ({ value, text: t.languages[value] }))}
      value={typed(form, "language", stands)}
      error={fieldError(locale, form, "language", t.faults)}
    />
  );
}

/** A page of one message and at most one button or link. */
export function Told({ title, lead, children }: { readonly title: string; readonly lead: string; readonly children?: ReactNode }) {
  return (
    <div className="narrow stack-l">
      <PageHead title={title} lead={lead} />
      {children}
    </div>
  );
}

/** What the link in the mail opens: nothing happens until the button is pressed, as mail scanners open links too. */
export function ConfirmPage({ locale, home, title, email, sealed }: { readonly locale: Locale; readonly home: string; readonly title: string; readonly email: string; readonly sealed: string }) {
  const t = messages(locale).following.confirm;
  return (
    <Told title={t.title} lead={t.lead({ title, email })}>
      <Form action={`${home}/follow/confirm`} hidden={{ request: sealed }}>
        <ButtonRow>
          <Button forward>{t.submit}</Button>
        </ButtonRow>
      </Form>
      <p className="muted">{t.notYou}</p>
    </Told>
  );
}

/** Asks for the address whose list is to be changed. */
export function FindPage({ locale, home, form }: FormProps) {
  const t = messages(locale).following;
  return (
    <div className="narrow stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={t.find.title} lead={t.find.lead} />
      </div>
      <Form action={`${home}/follow/find`}>
        <EmailField name="email" label={t.ask.email} value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} />
        <ButtonRow>
          <Button forward>{t.find.submit}</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

interface ManagePageProps extends FormProps {
  readonly follower: Follower;
  /** The address of this page, with the token that opens it. */
  readonly address: string;
  readonly done: "confirmed" | "saved" | null;
}

/** A follower's own page: what they follow, how often, in which language, and the way out. */
export function ManagePage({ locale, home, form, follower, address, done }: ManagePageProps) {
  const t = messages(locale).following;
  return (
    <div className="narrow stack-l">
      {done ? <Notice title={t.manage[done]} /> : null}
      <PageHead title={t.manage.title} lead={t.manage.lead({ email: follower.email })} />
      <Form action={address}>
        <div className="stack">
          <Checkboxes
            name="keep"
            legend={t.manage.what}
            hint={t.manage.whatHint}
            choices={follower.things.map((thing) => ({ value: writeFollowable(thing), text: placeName(locale, thing) }))}
            values={follower.things.map(writeFollowable)}
          />
          <Rhythm locale={locale} form={form} stands={follower.rhythm} />
          <Language locale={locale} form={form} stands={follower.locale} />
        </div>
        <ButtonRow>
          <Button>{t.manage.save}</Button>
          <a href={`${home}/follow`}>{t.manage.more}</a>
        </ButtonRow>
      </Form>
      <Form action={address} hidden={{ language: follower.locale, rhythm: follower.rhythm }}>
        <ButtonRow>
          <Button look="line">{t.manage.stopAll}</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** Before an end is made by a person: one button, which sends what a mail program would (RFC 8058). */
export function StopPage({ locale, address }: { readonly locale: Locale; readonly address: string }) {
  const t = messages(locale).following.stop;
  return (
    <Told title={t.title} lead={t.lead}>
      <Form action={address} hidden={{ "List-Unsubscribe": "One-Click" }}>
        <ButtonRow>
          <Button>{t.submit}</Button>
        </ButtonRow>
      </Form>
    </Told>
  );
}
