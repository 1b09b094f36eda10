import { Icon, type IconName } from "#components/pictures/icon.tsx";

export interface ViewSwitchProps {
  /** "Show as". */
  readonly label: string;
  readonly views: readonly { readonly href: string; readonly text: string; readonly icon?: IconName | undefined; readonly current?: boolean | undefined }[];
}

/** Two addresses of the same things, such as list and map. */
export function ViewSwitch({ label, views }: ViewSwitchProps) {
  return (
    <nav className="switch" aria-label={label}>
      {views.map(({ href, text, icon, current }) => (
        <a key={href} href={href} aria-current={current || undefined}>
          {icon ? <Icon name={icon} /> : null}
          {text}
        </a>
      ))}
    </nav>
  );
}
