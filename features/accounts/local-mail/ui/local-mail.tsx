import type { ReactNode } from "react";
import { Notice } from "#components/feedback/notice.tsx";
import { Masthead } from "#components/layout/masthead.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { PublicPage } from "#components/layout/public-page.tsx";
import { Footer } from "#components/layout/footer.tsx";
import { RingMark } from "#components/pictures/ring-mark.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface LocalMailPageProps {
  readonly locale: Locale;
  readonly to: string | null;
  readonly mail: readonly { readonly id: string; readonly to: string; readonly subject: string; readonly body: string; readonly at: Date }[];
  /** What the authenticator app of every demo officer shows now: six digits. */
  readonly demoCode: string;
}

/** The mail that an installation without a mail server keeps, newest first. */
export function LocalMailPage({ locale, to, mail, demoCode }: LocalMailPageProps) {
  const t = messages(locale).accounts.localMail;
  const site = messages(locale).site;
  const f = format(locale);
  const other: Locale = locale === "en" ? "cy" : "en";
  return (
    <PublicPage
      skip={site.skip}
      masthead={
        <Masthead
          organisation={site.product}
          name={t.title}
          homeHref={`/${locale}`}
          mark={<RingMark />}
          language={{ href: `/local/mail?lang=${other}`, text: site.otherLanguage, lang: other }}
        />
      }
      footer={<Footer links={[]} runsOn={site.footer.runsOn} />}
    >
      <div className="stack">
        <PageHead title={t.title} lead={to === null ? t.lead : t.leadTo({ to })} />
        <Notice title={t.demoCode({ code: `${demoCode.slice(0, 3)} ${demoCode.slice(3)}` })}>{t.demoCodeBody}</Notice>
        <p>
          <a href={`/local/mail?lang=${locale}`}>{t.again}</a>
        </p>
        {mail.length === 0 ? <p>{t.empty}</p> : null}
        <ol className="plain stack">
          {mail.map((message) => (
            <li key={message.id} className="card">
              <h2 className="h3">{message.subject}</h2>
              <p className="muted small">{t.toAt({ to: message.to, at: `${f.date(message.at)}, ${f.time(message.at)}` })}</p>
              {message.body
                .trim()
                .split(/\n{2,}/)
                .map((paragraph, index) => (
                  <p key={index}>{withLinks(paragraph)}</p>
                ))}
            </li>
          ))}
        </ol>
      </div>
    </PublicPage>
  );
}

/** Addresses become links; everything else stays the text it is. */
function withLinks(text: string): ReactNode {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
