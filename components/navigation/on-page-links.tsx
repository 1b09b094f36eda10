import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

export interface OnPageLink {
  readonly href: string;
  readonly text: ReactNode;
  /** "page" when the address is the very page shown, true when it is one of a set on the same page. */
  readonly current?: "page" | boolean | undefined;
}

export interface OnPageLinksProps {
  /** What a screen reader calls the set: "Area", "This programme". */
  readonly label: string;
  readonly links: readonly OnPageLink[];
  readonly className?: string | undefined;
}

/** A row of links with a rule, in the place of tabs: each goes to an address of its own. */
export function OnPageLinks({ label, links, className }: OnPageLinksProps) {
  return (
    <nav className={classNames("onpage noprint", className)} aria-label={label}>
      <ul>
        {links.map(({ href, text, current }) => (
          <li key={href}>
            <a href={href} aria-current={current || undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
