import { classNames } from "#components/styles/class-names.ts";

export interface Crumb {
  readonly href: string;
  readonly text: string;
}

export interface BreadcrumbsProps {
  /** What a screen reader calls the trail: "Breadcrumb". */
  readonly label: string;
  /** From the outside in, without the current page. One of them, named "Back", inside a ballot or survey. */
  readonly crumbs: readonly Crumb[];
  readonly className?: string | undefined;
}

/** The way back. */
export function Breadcrumbs({ label, crumbs, className }: BreadcrumbsProps) {
  return (
    <nav className={classNames("crumbs noprint", className)} aria-label={label}>
      <ol>
        {crumbs.map(({ href, text }) => (
          <li key={href + text}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
