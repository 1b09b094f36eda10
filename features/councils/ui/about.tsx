import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { EngagementCard } from "#components/layout/engagement-card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { messages } from "#i18n/messages.ts";

/** How far the site works for everybody, and what to do where it does not. */
export function AccessibilityPage({ locale, council }: { readonly locale: Locale; readonly council: CouncilInView | null }) {
  const t = messages(locale).about.accessibility;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <Parts parts={t.parts} />
      <Section id="tell" title={t.tell} prose>
        <p>{t.tellBody}</p>
        <Contact council={council} />
        <p>{t.enforce}</p>
      </Section>
    </div>
  );
}

/** What is kept of whom, why and how long; then the council's own notice. */
export function PrivacyPage({ locale, council, own }: { readonly locale: Locale; readonly council: CouncilInView | null; readonly own: BilingualText }) {
  const t = messages(locale).about.privacy;
  const notice = textIn(own, locale);
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <Parts parts={t.parts} />
      {notice.text === "" ? null : (
        <Section id="own" title={t.own} prose>
          <div lang={notice.lang === locale ? undefined : notice.lang}>
            {notice.text.split(/\n{2,}/).map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </Section>
      )}
      {council && council.contactEmail !== "" ? (
        <Section id="ask" title={t.ask} prose>
          <Contact council={council} />
        </Section>
      ) : null}
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly (readonly string[])[] }) {
  return (
    <>
      {parts.map(([title = "", text], index) => (
        <Section key={title} id={`part-${index + 1}`} title={title} prose>
          <p>{text}</p>
        </Section>
      ))}
    </>
  );
}

function Contact({ council }: { readonly council: CouncilInView | null }) {
  if (!council || council.contactEmail === "") return null;
  return (
    <p>
      <a href={`mailto:${council.contactEmail}`}>{council.contactEmail}</a>
      {council.contactPhone === "" ? null : `, ${council.contactPhone}`}
    </p>
  );
}

export interface DataPageProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  /** Every result there is, with the address of its downloads. */
  readonly results: readonly { readonly href: string; readonly title: BilingualText }[];
}

/** Downloads of every result, and of what came of it: the golden thread, the register of the duty to involve, priorities and pooled budgets. */
export function DataPage({ locale, home, results }: DataPageProps) {
  const t = messages(locale).about.data;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {results.length === 0 ? (
        <EmptyState level={2} title={t.none} />
      ) : (
        <ul className="plain stack-s">
          {results.map(({ href, title }) => (
            <li key={href}>
              <a href={href}>{t.files({ title: textIn(title, locale).text })}</a>
            </li>
          ))}
        </ul>
      )}
      <Section id="moved" title={t.moved}>
        <ul className="plain stack-s">
          {t.movedFiles.map(([file, words]) => (
            <li key={file}>
              <a href={`${home}/${file}`}>{words}</a>
            </li>
          ))}
        </ul>
      </Section>
      <p className="small muted">{t.licence}</p>
      <p className="small muted">{t.geography}</p>
    </div>
  );
}

export function CouncilsHero({ locale }: { readonly locale: Locale }) {
  const t = messages(locale).about.councils;
  return <PageHero title={t.title} lead={t.lead} />;
}

/** Every council on this installation. */
export function CouncilsList({ locale, councils }: { readonly locale: Locale; readonly councils: readonly { readonly slug: string; readonly name: BilingualText; readonly open: number }[] }) {
  const t = messages(locale);
  if (councils.length === 0)
    return (
      <EmptyState level={2} title={t.about.councils.none} action={<a href={`/${locale}/operator`}>{t.about.councils.operator}</a>}>
        {t.about.councils.noneMore}
      </EmptyState>
    );
  return (
    <Grid columns={2} list="unordered">
      {councils.map(({ slug, name, open }) => (
        <li key={slug}>
          <EngagementCard level={2} tile="town-centre" tag={null} href={`/${locale}/${slug}`} title={textIn(name, locale).text}>
            {t.pages.hub.openNowCount({ count: open })}
          </EngagementCard>
        </li>
      ))}
    </Grid>
  );
}
