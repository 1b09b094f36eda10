import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";

/** The part of the site a page belongs to, marked in the menu. */
export type Section = "take-part" | "results" | "priorities" | "transfers" | "account";

export interface SitePageProps {
  readonly page: {
    readonly section?: Section;
    readonly description?: string;
    readonly scripts?: readonly string[];
    readonly stylesheets?: readonly string[];
    readonly robots?: string;
    readonly layout?: "public" | "task" | "workspace";
    readonly status?: number;
  };
  readonly title: string;
  readonly body: ReactNode;
  readonly locale: Locale;
  readonly council: CouncilInView | null;
  readonly officer: Actor | null;
  readonly path: string;
  readonly saveData: boolean;
}

/** A whole page: the page's body with masthead and footer round it, and what stands in its head. */
export function siteDocument(props: SitePageProps) {
  const { page, title, locale, council, path, saveData } = props;
  const t = messages(locale).site;
  const owner = council ? textIn(council.name, locale).text : t.product;
  const prefix = page.status === 422 ? t.errorPrefix : "";
  return {
    lang: locale,
    title: `${prefix}${title} – ${council ? `${t.haveYourSay} – ${owner}` : owner}`,
    description: page.description,
    bodyClass: page.layout === "workspace" ? "ws" : undefined,
    children: <SitePage {...props} />,
    brandHref: council ? `/brand/${council.slug}/${council.brand.brand.slice(1)}.css` : undefined,
    stylesheets: page.stylesheets,
    scripts: page.scripts,
    alternates: [
      { hrefLang: "en", href: inLocale(path, "en") },
      { hrefLang: "cy", href: inLocale(path, "cy") },
    ],
    robots: page.robots,
    themeColour: council?.brand.deep,
    saveData,
  };
}

/** The same address in the other language. */
export const inLocale = (path: string, locale: Locale): string => path.replace(/^\/(en|cy)(?=\/|$)/, `/${locale}`);

function SitePage({ page, body, locale, council, path }: SitePageProps) {
  const t = messages(locale).site;
  const other: Locale = locale === "en" ? "cy" : "en";
  const home = council ? `/${locale}/${council.slug}` : `/${locale}`;
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="mast">
        <div className="wrap mast__in">
          <a className="mast__id" href={home}>
            <span>
              <span className="mast__org">{council ? textIn(council.name, locale).text : t.product}</span>
              <span className="mast__name">{t.haveYourSay}</span>
            </span>
          </a>
          <div className="mast__lang">
            <a href={inLocale(path, other)} lang={other} hrefLang={other}>
              {t.otherLanguage}
            </a>
          </div>
          {council && page.layout !== "task" ? (
            <nav aria-label={t.menu}>
              <ul>
                <li>
                  <a href={home} aria-current={page.section === "take-part" ? "page" : undefined}>
                    {t.nav.takePart}
                  </a>
                </li>
              </ul>
            </nav>
          ) : null}
        </div>
        <div className="ribbon" />
      </header>
      <main id="main" tabIndex={-1}>
        {body}
      </main>
      <footer className="foot">
        <div className="wrap">
          <p className="foot__runs">{t.footer.runsOn}</p>
        </div>
      </footer>
    </>
  );
}
