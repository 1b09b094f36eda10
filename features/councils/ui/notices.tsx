import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
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
