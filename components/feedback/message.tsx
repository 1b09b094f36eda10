import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/pictures/icon.tsx";
import { classNames } from "#components/styles/class-names.ts";

export interface MessageProps {
  readonly kind?: "info" | "good" | "warn" | "bad" | undefined;
  readonly icon: IconName;
  /** What happened. It is the title of the page unless `level` says otherwise. */
  readonly title: string;
  readonly level?: 1 | 2 | undefined;
  /** What it means for you: one or two paragraphs. */
  readonly children: ReactNode;
  /** What to do: one button, perhaps a link. */
  readonly actions?: ReactNode;
}

/** A whole page for a hard moment: already voted, closed, something went wrong. */
export function Message({ kind = "info", icon, title, level = 1, children, actions }: MessageProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <section className="card msg">
      <span className={classNames("msg__icon", kind !== "info" && `msg__icon--${kind}`)}>
        <Icon name={icon} large />
      </span>
      <Heading className="h2">{title}</Heading>
      {typeof children === "string" ? <p>{children}</p> : children}
      {actions ? <div className="btns">{actions}</div> : null}
    </section>
  );
}
