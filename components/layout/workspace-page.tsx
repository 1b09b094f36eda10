import type { ReactNode } from "react";
import { SkipLink } from "#components/navigation/skip-link.tsx";
import { Icon, type IconName } from "#components/pictures/icon.tsx";
import { RingMark } from "#components/pictures/ring-mark.tsx";

export interface WorkspaceLink {
  readonly href: string;
  readonly text: string;
  readonly icon: IconName;
  readonly current?: boolean | undefined;
  /** Things waiting: the number, and the words a screen reader adds after it. */
  readonly waiting?: { readonly count: string; readonly words: string } | undefined;
}

export interface WorkspacePageProps {
  readonly skip: string;
  /** "Folkmoot workspace". */
  readonly name: string;
  readonly organisation: string;
  readonly homeHref: string;
  /** At the right of the bar: the public site, the other language, the person's account. */
  readonly barLinks: readonly { readonly href: string; readonly text: string; readonly lang?: string | undefined }[];
  /** A form that must be a button, such as signing out. */
  readonly barExtra?: ReactNode;
  /** What a screen reader calls the menu: "Workspace". */
  readonly navLabel: string;
  /** What opens the menu where it is folded: "Menu". The page one is on stands after it. */
  readonly menuWords: string;
  readonly links: readonly WorkspaceLink[];
  readonly crumbs?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page for officers, inside a body of class "ws". */
export function WorkspacePage(props: WorkspacePageProps) {
  const { skip, name, organisation, homeHref, barLinks, barExtra, navLabel, menuWords, links, crumbs, children } = props;
  const current = links.find((link) => link.current);
  return (
    <>
      <SkipLink>{skip}</SkipLink>
      <header className="wsbar noprint">
        <div className="wsbar__in">
          <a className="wsbar__id" href={homeHref}>
            <RingMark onDark />
            <span>
              {name} <small className="xs">{organisation}</small>
            </span>
          </a>
          {barLinks.map(({ href, text, lang }) => (
            <a key={href} href={href} lang={lang} hrefLang={lang}>
              {text}
            </a>
          ))}
          {barExtra}
        </div>
      </header>
      <div className="wsgrid">
        <nav className="wsnav noprint" aria-label={navLabel}>
          {/* On a narrow screen the list after it shows only while this is open, by the stylesheet alone; a wide screen has the list and not this. */}
          <details>
            <summary>
              {menuWords} {current ? <strong>{current.text}</strong> : null}
            </summary>
          </details>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <MenuLink {...link} />
              </li>
            ))}
          </ul>
        </nav>
        <main className="wsmain" id="main" tabIndex={-1}>
          {crumbs}
          {children}
        </main>
      </div>
    </>
  );
}

function MenuLink({ href, text, icon, current, waiting }: WorkspaceLink) {
  return (
    <a href={href} aria-current={current ? "page" : undefined}>
      <Icon name={icon} />
      <span>{text}</span>
      {waiting ? (
        <span className="cnt">
          <span className="vh">, </span>
          {waiting.count}
          <span className="vh"> {waiting.words}</span>
        </span>
      ) : null}
    </a>
  );
}
