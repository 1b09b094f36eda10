import type { ReactNode } from "react";

export interface MastheadLink {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean | undefined;
}

export interface MastheadProps {
  /** The council's name, always in words beside its logo. */
  readonly organisation: string;
  /** What the site is called: "Have your say". */
  readonly name: string;
  readonly homeHref: string;
  /** A picture of the council's, shown 44px high and at most 176px wide; the product's mark when absent. */
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
  /** A picture drawn in the page in place of `logo`. */
  readonly mark?: ReactNode;
  /** The same page in the other language, named in that language. */
  readonly language?: { readonly href: string; readonly text: string; readonly lang: string } | undefined;
  /** Sign in, or the person's name leading to their account. */
  readonly account?: { readonly href: string; readonly text: string } | undefined;
  /** The word screen readers give the main menu: "Main". */
  readonly navLabel?: string | undefined;
  /** Left out inside a ballot or survey, so that there is one thing to do. */
  readonly links?: readonly MastheadLink[] | undefined;
}

/** The top of a public page: whose site it is, where one can go, and the other language. */
export function Masthead({ organisation, name, homeHref, logo, mark, language, account, navLabel, links = [] }: MastheadProps) {
  return (
    <header className="mast">
      <div className="wrap mast__in">
        <a className="mast__id" href={homeHref}>
          {logo ? <img src={logo.src} width={logo.width} height={logo.height} alt="" fetchPriority="low" /> : mark}
          <span>
            <span className="mast__org">{organisation}</span>
            <span className="mast__name">{name}</span>
          </span>
        </a>
        {language || account ? (
          <div className="mast__lang">
            {account ? <a href={account.href}>{account.text}</a> : null}
            {language ? (
              <a href={language.href} lang={language.lang} hrefLang={language.lang}>
                {language.text}
              </a>
            ) : null}
          </div>
        ) : null}
        {links.length > 0 ? (
          <nav aria-label={navLabel}>
            <ul>
              {links.map(({ href, text, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? "page" : undefined}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
      <div className="ribbon" />
    </header>
  );
}
