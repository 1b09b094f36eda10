import type { ReactNode } from "react";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { messages } from "#i18n/messages.ts";

interface Notice {
  readonly title: string;
  readonly body: ReactNode;
}

export function notFoundPage(locale: Locale, council: CouncilInView | null): Notice {
  const t = messages(locale).site.notFound;
  return notice(t.title, t.body, { href: council ? `/${locale}/${council.slug}` : `/${locale}`, words: t.link });
}

export function forbiddenPage(locale: Locale): Notice {
  const t = messages(locale).site.forbidden;
  return notice(t.title, t.body);
}

export function crashPage(locale: Locale, reference: string): Notice {
  const t = messages(locale).site.crash;
  return notice(t.title, `${t.body} ${t.reference({ reference })}`);
}

export function badFormPage(locale: Locale, fault: "too-large" | "not-a-form" | "not-text" | "foreign"): Notice {
  const t = messages(locale).site.badForm;
  return notice(t.title, t[fault]);
}

export interface SignInAgain {
  readonly locale: Locale;
  readonly missing: "sign-in" | "second-factor";
  /** Where to sign in, or to give the second step. */
  readonly signIn: string;
  /** Where the form was sent. */
  readonly action: string;
  readonly values: TypedValues;
  readonly multipart: boolean;
  /** Whether a file was sent, which no page can carry along. */
  readonly hasFiles: boolean;
}

/** A form came from somebody who is no longer signed in: it is kept in the page, to be sent again from there. */
export function signInAgainPage({ locale, missing, signIn, action, values, multipart, hasFiles }: SignInAgain): Notice {
  const t = messages(locale).site.signInAgain;
  return {
    title: t.title,
    body: (
      <>
        <PageHead title={t.title} lead={t.body[missing]} />
        <ol>
          <li>
            <a href={signIn} target="_blank" rel="noreferrer">
              {t.first[missing]}
            </a>
          </li>
          <li>{t.then}</li>
        </ol>
        {hasFiles ? <p>{t.files}</p> : null}
        <Form action={action} hidden={values} multipart={multipart}>
          <Button look="main">{t.send}</Button>
        </Form>
      </>
    ),
  };
}

export function tooManyPage(locale: Locale): Notice {
  const t = messages(locale).site.tooMany;
  return notice(t.title, t.body);
}

function notice(title: string, body: string, link?: { readonly href: string; readonly words: string }): Notice {
  return {
    title,
    body: (
      <>
        <PageHead title={title} lead={body} />
        {link ? (
          <p>
            <a href={link.href}>{link.words}</a>
          </p>
        ) : null}
      </>
    ),
  };
}
