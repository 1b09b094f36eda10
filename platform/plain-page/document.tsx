import type { ReactNode } from "react";
import { assetAddress } from "./assets.ts";
import { renderMarkup } from "./markup.ts";

export interface DocumentProps {
  /** The language of the page: "en" (written as en-GB) or "cy". */
  readonly lang: string;
  /** The whole title as the browser shows it, most particular part first. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Further elements for the head: links and metas. Scripts and styles inside the page are refused by the browser. */
  readonly head?: ReactNode;
  readonly bodyClass?: string | undefined;
  readonly children: ReactNode;
  /** A small stylesheet that sets an owner's own colours over the default ones. */
  readonly brandHref?: string | undefined;
  /** Further stylesheets, after the others. */
  readonly stylesheets?: readonly string[] | undefined;
  /** Names of scripts in `components/scripts`, without the ending: `["meter"]`. */
  readonly scripts?: readonly string[] | undefined;
  readonly canonical?: string | undefined;
  /** The same page in other languages; `hrefLang` as in HTML. */
  readonly alternates?: readonly { readonly hrefLang: string; readonly href: string }[] | undefined;
  /** What robots are told, such as "noindex"; nothing is said when absent. */
  readonly robots?: string | undefined;
  /** The colour of the browser's own bar. */
  readonly themeColour?: string | undefined;
  /** The visitor's browser sent `Save-Data: on`: no web font is offered. */
  readonly saveData?: boolean | undefined;
  /** Fetch the second font file at once; by default on Welsh pages. */
  readonly preloadLatinExt?: boolean | undefined;
}

/** A whole page as HTML text, ready for {@link htmlResponse}. */
export function renderDocument(page: DocumentProps): string {
  return `<!doctype html>\n${renderMarkup(<Document {...page} />)}`;
}

function Document(page: DocumentProps) {
  const { lang, saveData = false, preloadLatinExt = lang === "cy" } = page;
  return (
    <html lang={lang === "en" ? "en-GB" : lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {/* An element and not the header of that name, with which Lighthouse in Chromium's headless shell loads no page. */}
        <meta name="referrer" content="same-origin" />
        <title>{page.title}</title>
        {page.description ? <meta name="description" content={page.description} /> : null}
        {page.robots ? <meta name="robots" content={page.robots} /> : null}
        <meta name="theme-color" content={page.themeColour ?? "#3a113a"} />
        {saveData ? null : <FontPreload file="figtree-latin.woff2" />}
        {!saveData && preloadLatinExt ? <FontPreload file="figtree-latin-ext.woff2" /> : null}
        <link rel="stylesheet" href={assetAddress(saveData ? "folkmoot-save-data.css" : "folkmoot.css")} />
        {page.brandHref ? <link rel="stylesheet" href={page.brandHref} /> : null}
        {page.stylesheets?.map((href) => <link key={href} rel="stylesheet" href={href} />)}
        {page.canonical ? <link rel="canonical" href={page.canonical} /> : null}
        {page.alternates?.map(({ hrefLang, href }) => <link key={hrefLang} rel="alternate" hrefLang={hrefLang} href={href} />)}
        {page.scripts?.map((name) => <script key={name} src={assetAddress(`${name}.js`)} defer />)}
        {page.head}
      </head>
      <body className={page.bodyClass}>{page.children}</body>
    </html>
  );
}

function FontPreload({ file }: { readonly file: string }) {
  return <link rel="preload" href={assetAddress(file)} as="font" type="font/woff2" crossOrigin="anonymous" />;
}
