import type { ReactNode } from "react";
import { SkipLink } from "#components/navigation/skip-link.tsx";

export interface PublicPageProps {
  /** "Skip to main content". */
  readonly skip: string;
  readonly masthead: ReactNode;
  /** A trail above the page's title; leave out where a hero holds it. */
  readonly crumbs?: ReactNode;
  /** A dark band across the whole page, before the rest. */
  readonly hero?: ReactNode;
  readonly children: ReactNode;
  readonly footer: ReactNode;
  /** The language of the page's own words where it differs from the document's. */
  readonly lang?: string | undefined;
}

/** The frame of every page for residents, inside the body: skip link, masthead, the page, footer. */
export function PublicPage({ skip, masthead, crumbs, hero, children, footer, lang }: PublicPageProps) {
  return (
    <>
      <SkipLink>{skip}</SkipLink>
      {masthead}
      {crumbs ? <div className="wrap">{crumbs}</div> : null}
      <main id="main" tabIndex={-1} lang={lang}>
        {hero}
        <div className="wrap body">{children}</div>
      </main>
      {footer}
    </>
  );
}
